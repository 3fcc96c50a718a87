"""The public addresses, as a table of contents."""

from typing import Any

from django.urls import URLPattern, path

from archive.reading import about, corrections, editions, feed, front, lists, machines, searching

app_name = "reading"

DOCUMENT = {"kind": "document"}
CLAIM = {"kind": "claim"}
SOURCE = {"kind": "source"}
RULES = {"kind": "rules", "slug": "moderation-rules"}
SCALES = {"kind": "scales", "slug": "verdict-scales"}


def numbered(address: str, noun: str, subject: dict[str, Any]) -> list[URLPattern]:
    """The editions below the address of a published thing."""
    one = f"{address}editions/<int:number>/"
    return [
        path(f"{address}editions/", editions.versions, subject, name=f"{noun}_versions"),
        path(one, editions.edition, subject, name=f"{noun}_edition"),
        path(f"{one}payload.json", editions.payload, subject, name=f"{noun}_payload"),
    ]


urlpatterns = [
    path("", front.front, name="front"),
    # Documents
    path("documents/", lists.entries, DOCUMENT, name="documents"),
    path("documents/<slug:slug>/", editions.newest, DOCUMENT, name="document"),
    path("documents/<slug:slug>/provenance/", editions.provenance, DOCUMENT, name="provenance"),
    *numbered("documents/<slug:slug>/", "document", DOCUMENT),
    # Claims
    path("claims/", lists.entries, CLAIM, name="claims"),
    path("claims/<slug:slug>/", editions.newest, CLAIM, name="claim"),
    *numbered("claims/<slug:slug>/", "claim", CLAIM),
    # Publishers and platforms
    path("sources/", lists.entries, SOURCE, name="sources"),
    path("sources/<slug:slug>/", editions.newest, SOURCE, name="source"),
    *numbered("sources/<slug:slug>/", "source", SOURCE),
    # About
    path("about/", about.about, name="about"),
    path("about/verify/", about.verify, name="verify"),
    path("about/corrections/", corrections.corrections, name="corrections"),
    path("about/moderation-rules/", editions.rules, RULES, name="rules"),
    *numbered("about/moderation-rules/", "rules", RULES),
    path("about/verdict-scales/", editions.scales, SCALES, name="scales"),
    *numbered("about/verdict-scales/", "scales", SCALES),
    # Finding
    path("search/", searching.results, name="search"),
    path("search/suggest/", searching.suggestions, name="suggestions"),
    # Machines
    path("feed.atom", feed.feed, name="feed"),
    path("sitemap.xml", machines.sitemap, name="sitemap"),
    path("robots.txt", machines.robots, name="robots"),
    path("opensearch.xml", machines.opensearch, name="opensearch"),
    path("healthz", machines.healthz, name="healthz"),
]
