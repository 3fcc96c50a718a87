"""Events and those who did them. An event that carries steps is followed by one for each."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from archive.digests import canonical
from archive.models import Capture, Event
from archive.premis.elements import element, identifier
from archive.premis.terms import address, authority, vocabulary

EXECUTES, DOES = "executing program", "implementer"


class Agent(NamedTuple):
    """Who or what acted: `kind` is person, organization or software."""

    name: str
    kind: str
    version: str = ""

    @property
    def identity(self) -> str:
        return f"{self.name} {self.version}".strip()


def agents_of(event: Event) -> list[tuple[Agent, str]]:
    """The agents of an event with their roles: who answers for it, and the tool that it names."""
    who = Agent(event.agent_name, event.agent_kind, event.agent_version)
    tool = event.detail.get("extractor")
    named = Agent(str(tool), "software", str(event.detail.get("version", "")))
    role = EXECUTES if who.kind == "software" else DOES
    return [(who, role), *([(named, EXECUTES)] if tool else [])]


def crawler(event: Event) -> Agent | None:
    """The software that fetched a page which came out of a web archive; None for all others."""
    if "web_archive" not in event.detail:
        return None
    return Agent(str(event.detail.get("software", "a crawler that is not named")), "software")


def told(event: Event, captures: Mapping[str, Capture]) -> Iterator[Element]:
    """The fetching before the event, if it is known; the event itself; its steps.

    `captures` are the document's by name, as events touch them.
    """
    agent = crawler(event)
    for name in event.objects_touched if agent else ():
        if agent and name in captures and captures[name].captured_at:
            yield fetching(event, agent, captures[name])
    yield event_element(event, event.event_type, str(event.sequence), canonical(event.detail))
    for number, step in enumerate(event.detail.get("steps", ()), start=1):
        note = f"Step {number} of event {event.sequence}."
        yield event_element(event, step, f"{event.sequence}.{number}", note)


def fetching(event: Event, agent: Agent, capture: Capture) -> Element:
    """When and how the page was taken from the web, by the account of the web archive."""
    moment, status = capture.captured_at, event.detail.get("status")
    return element("event", [
        identifier("eventIdentifier", "local", f"capture/{capture.uid}"),
        ("eventType", kind_element("capture")),
        ("eventDateTime", moment.isoformat() if moment else ""),
        ("eventDetailInformation", [("eventDetail", capture.url)]),
        ("eventOutcomeInformation", [("eventOutcome", f"HTTP {status}")] if status else None),
        identifier("linkingAgentIdentifier", agent.kind, agent.identity, Role=EXECUTES),
        identifier("linkingObjectIdentifier", "capture", capture.uid),
        identifier("linkingObjectIdentifier", "blob", capture.blob.sha256),
    ])  # fmt: skip


def event_element(event: Event, label: str, number: str, detail: str) -> Element:
    """`detail` is what is known of it. Of what it was done to, at least the document is named."""
    name = f"{event.subject_kind}/{event.subject_uid}/{number}"
    touched = [row.partition(":")[::2] for row in event.objects_touched]
    objects = touched or [(event.subject_kind, event.subject_uid)]
    return element("event", [
        identifier("eventIdentifier", "local", name),
        ("eventType", kind_element(label)),
        ("eventDateTime", event.at.isoformat()),
        ("eventDetailInformation", [("eventDetail", detail)]),
        ("eventOutcomeInformation", [("eventOutcome", event.outcome)]),
        *(
            identifier("linkingAgentIdentifier", agent.kind, agent.identity, Role=role)
            for agent, role in agents_of(event)
        ),
        *(identifier("linkingObjectIdentifier", kind, value) for kind, value in objects),
    ])  # fmt: skip


def kind_element(label: str) -> Element:
    return element(
        "eventType",
        label,
        authority=authority(label),
        authorityURI=vocabulary(label),
        valueURI=address(label),
    )


def agent_elements(events: Iterable[Event]) -> list[Element]:
    found = {
        agent: None
        for event in events
        for agent in (*(agent for agent, _ in agents_of(event)), crawler(event))
        if agent
    }
    return [
        element("agent", [
            identifier("agentIdentifier", agent.kind, agent.identity),
            ("agentName", agent.name),
            ("agentType", agent.kind),
            ("agentVersion", agent.version),
        ])
        for agent in found
    ]  # fmt: skip
