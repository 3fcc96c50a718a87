"""The annotating page and its parts, under /admin/annotate/."""

from django.urls import path
from django.views.generic import RedirectView

from annotations.workbench.annotate import (
    assigning,
    changing,
    claims,
    evidence,
    flagging,
    going,
    making,
    page,
    parting,
    proposing,
    ranges,
    staying,
    taking_back,
)

app_name = "annotate"

DOCUMENTS = RedirectView.as_view(pattern_name="admin:archive_document_changelist")
CLAIM = "<slug:slug>/claims/<slug:claim>/"
EVIDENCE = "<slug:slug>/evidence/<slug:uid>/"

urlpatterns = [
    path("", DOCUMENTS, name="documents"),
    path("<slug:slug>/", page.page, name="page"),
    path("<slug:slug>/find/", page.find, name="find"),
    path("<slug:slug>/range/", ranges.near, name="range"),
    path("<slug:slug>/who/", staying.who, name="who"),
    path("<slug:slug>/others/", going.others, name="others"),
    path("<slug:slug>/undo/", taking_back.undo, name="undo"),
    path("<slug:slug>/flag/", flagging.flag, name="flag"),
    path("<slug:slug>/mark/<slug:kind>/", making.mark, name="mark"),
    path("<slug:slug>/marks/<slug:uid>/", changing.edit, name="edit"),
    path("<slug:slug>/marks/<slug:uid>/delete/", changing.delete, name="delete"),
    path("<slug:slug>/marks/<slug:uid>/restore/", changing.restore, name="restore"),
    path("<slug:slug>/claims/", claims.find, name="find_claims"),
    path("<slug:slug>/names/", proposing.names, name="names"),
    path("<slug:slug>/topics/", proposing.topics, name="topics"),
    path("<slug:slug>/dates/", proposing.dates, name="dates"),
    path(CLAIM, claims.claim, name="claim"),
    path(CLAIM + "edit/", claims.edit, name="edit_claim"),
    path(CLAIM + "merge/", parting.merge, name="merge_claim"),
    path(CLAIM + "unmerge/", parting.unmerge, name="unmerge_claim"),
    path(CLAIM + "split/", parting.split, name="split_claim"),
    path(CLAIM + "hand/", assigning.hand, name="hand"),
    path(CLAIM + "judge/", claims.judge, name="judge"),
    path(CLAIM + "work/", claims.work, name="work"),
    path(EVIDENCE, evidence.edit, name="edit_evidence"),
    path(EVIDENCE + "delete/", evidence.delete, name="delete_evidence"),
    path(EVIDENCE + "restore/", evidence.restore, name="restore_evidence"),
]
