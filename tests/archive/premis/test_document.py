"""A document's history as PREMIS: each element where the schema wants it, and nothing dangling."""

from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.urls import reverse

from archive.actions.documents import describe
from archive.actions.events import record
from archive.models import Document, Event
from archive.premis.document import premis
from archive.premis.elements import NAMESPACE, XSI, allowed
from archive.premis.terms import CODES, LOCAL
from tests import factories

pytestmark = pytest.mark.django_db

# The children of each element in the order of the schema; those with a sign may be left out (?),
# repeated (+) or both (*).
ORDER = {
    "premis": "object+ event* agent* rights*",
    "object": "objectIdentifier+ objectCharacteristics* originalName? relationship*",
    "objectIdentifier": "objectIdentifierType objectIdentifierValue",
    "objectCharacteristics": "fixity* size? format+ creatingApplication*",
    "fixity": "messageDigestAlgorithm messageDigest",
    "format": "formatDesignation",
    "formatDesignation": "formatName",
    "creatingApplication": "creatingApplicationName",
    "relationship": "relationshipType relationshipSubType relatedObjectIdentifier+",
    "relatedObjectIdentifier": "relatedObjectIdentifierType relatedObjectIdentifierValue",
    "event": "eventIdentifier eventType eventDateTime eventDetailInformation* "
    "eventOutcomeInformation* linkingAgentIdentifier+ linkingObjectIdentifier+",
    "eventIdentifier": "eventIdentifierType eventIdentifierValue",
    "eventDetailInformation": "eventDetail",
    "eventOutcomeInformation": "eventOutcome",
    "linkingAgentIdentifier": "linkingAgentIdentifierType linkingAgentIdentifierValue "
    "linkingAgentRole*",
    "linkingObjectIdentifier": "linkingObjectIdentifierType linkingObjectIdentifierValue",
    "rights": "rightsStatement+",
    "rightsStatement": "rightsStatementIdentifier rightsBasis licenseInformation? "
    "otherRightsInformation? linkingObjectIdentifier*",
    "rightsStatementIdentifier": "rightsStatementIdentifierType rightsStatementIdentifierValue",
    "licenseInformation": "licenseTerms? licenseNote*",
    "otherRightsInformation": "otherRightsBasis otherRightsNote*",
    "agent": "agentIdentifier+ agentName* agentType? agentVersion?",
    "agentIdentifier": "agentIdentifierType agentIdentifierValue",
}  # fmt: skip

LINKED = "linkingAgentIdentifier"


def misplaced(element: ElementTree.Element) -> list[str]:
    """Elements whose children are not those of the table, in its order, by name."""
    name, children = plain(element), [plain(child) for child in element]
    wanted = ORDER.get(name, "").split()
    allowed = [each.rstrip("?+*") for each in wanted]
    needed = {each.rstrip("+") for each in wanted if each[-1] not in "?*"}
    single = {each.rstrip("?") for each in wanted if each[-1] not in "+*"}
    is_right = (
        {*children} <= {*allowed}
        and children == sorted(children, key=allowed.index)
        and needed <= {*children}
        and all(children.count(each) <= 1 for each in single)
        and bool(children) == bool(wanted)
    )
    return [*([] if is_right else [name]), *(bad for child in element for bad in misplaced(child))]


def plain(element: ElementTree.Element) -> str:
    return element.tag.removeprefix(f"{{{NAMESPACE}}}")


def every(root: ElementTree.Element, path: str) -> list[str]:
    return [each.text or "" for each in root.iterfind(path, {"": NAMESPACE})]


@pytest.fixture
def document() -> Document:
    made = factories.document("A text.", slug="a-text")
    describe(document=made, expected=1, by=factories.editor(), title="Another \x0b title")
    record(subject=made, event_type="flag", by=factories.moderator(), detail={"reason": "a\x01b"})
    return made


@pytest.fixture
def root(document: Document) -> ElementTree.Element:
    return ElementTree.fromstring(premis(document))


def test_every_element_stands_where_the_schema_wants_it(root: ElementTree.Element) -> None:
    assert plain(root) == "premis"
    assert root.get("version") == "3.0"
    assert misplaced(root) == []


def test_the_table_finds_what_is_out_of_order(root: ElementTree.Element) -> None:
    event = root.find("event", {"": NAMESPACE})
    assert event is not None
    event[:] = reversed(event)
    assert misplaced(root) == ["event"]


def test_document_capture_original_and_text_are_objects_of_their_kinds(
    root: ElementTree.Element,
) -> None:
    kinds = [each.get(f"{{{XSI}}}type") for each in root.iterfind("object", {"": NAMESPACE})]
    assert kinds == [f"premis:{kind}" for kind in (
        "intellectualEntity", "representation", "file", "file")]  # fmt: skip


def test_each_event_has_its_steps_an_agent_and_an_object(
    root: ElementTree.Element, document: Document
) -> None:
    first = Event.objects.get(subject_uid=document.uid, sequence=1)
    kinds = every(root, "event/eventType")
    assert kinds == [first.event_type, *first.detail["steps"], "metadata modification", "flag"]
    numbers = [
        each.rsplit("/", 1)[1] for each in every(root, "event/eventIdentifier/eventIdentifierValue")
    ]
    assert numbers == ["1", *(f"1.{at + 1}" for at in range(len(first.detail["steps"]))), "2", "3"]
    assert all(each.endswith("+00:00") for each in every(root, "event/eventDateTime"))


def test_terms_are_named_with_their_vocabulary(root: ElementTree.Element) -> None:
    kinds = root.findall("event/eventType", {"": NAMESPACE})
    told = {(each.text, each.get("authority"), each.get("valueURI")) for each in kinds}
    address = "http://id.loc.gov/vocabulary/preservation/eventType/ing"
    assert ("ingestion", "eventType", address) in told
    assert ("flag", "variorum", "http://127.0.0.1:8000/about/#event-flag") in told


def test_every_step_is_a_term_of_the_vocabulary(root: ElementTree.Element) -> None:
    assert {*every(root, "event/eventType")} <= {*CODES, *LOCAL}


def test_a_page_of_a_web_archive_was_fetched_before_it_was_brought_in() -> None:
    facts = {"web_archive": "a.warc", "status": 200, "software": "Crawler 1.0"}
    moment = datetime(2022, 9, 14, 8, 30, tzinfo=UTC)
    made = factories.document(captured_at=moment, url="https://example.org/", fetched=facts)
    root = ElementTree.fromstring(premis(made))
    assert misplaced(root) == []
    assert every(root, "event/eventType")[:2] == ["capture", "ingestion"]
    assert every(root, "event/eventDateTime")[0] == "2022-09-14T08:30:00+00:00"
    outcome = "event/eventOutcomeInformation/eventOutcome"
    assert every(root, outcome)[:2] == ["HTTP 200", "success"]
    assert "Crawler 1.0" in every(root, "agent/agentName")


def test_its_rights_are_stated_as_they_are_known() -> None:
    made = factories.document(licence="CC-BY-SA-4.0", rights="Of its authors.")
    root = ElementTree.fromstring(premis(made))
    assert misplaced(root) == []
    assert every(root, "rights/rightsStatement/rightsBasis") == ["license", "other"]
    assert every(root, "rights/rightsStatement/licenseInformation/licenseTerms") == ["CC-BY-SA-4.0"]
    unknown = ElementTree.fromstring(premis(factories.document("Another text.")))
    assert not every(unknown, "rights")


def test_who_is_linked_is_described_once(root: ElementTree.Element) -> None:
    linked = {*every(root, f"event/{LINKED}/{LINKED}Value")}
    assert linked == {"edith", "moira", "test 1"}
    assert sorted(every(root, "agent/agentIdentifier/agentIdentifierValue")) == sorted(linked)


def test_what_xml_cannot_hold_is_replaced() -> None:
    assert allowed("a\x0b\ufffe\ud800\tb") == "a\ufffd\ufffd\ufffd\tb"


def test_staff_download_it_and_others_do_not(client: Client, document: Document) -> None:
    path = reverse("admin:archive_document_premis", args=[document.pk])
    assert path == f"/admin/archive/document/{document.pk}/premis.xml"
    client.force_login(factories.reader())
    assert client.get(path).status_code == 302
    client.force_login(factories.user("sten", is_staff=True))
    assert client.get(path).status_code == 403
    client.force_login(factories.moderator())
    response = client.get(path)
    assert response["Content-Type"] == "application/xml"
    assert response["Content-Disposition"] == 'attachment; filename="a-text-premis.xml"'
    assert response.content == premis(document)
    assert client.post(path).status_code == 405
    missing = reverse("admin:archive_document_premis", args=[999])
    assert client.get(missing).status_code == 404
