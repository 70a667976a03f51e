"""The types that everything else passes along: frozen, typed, with no behaviour to speak of.

Three kinds of thing, never mixed up: a *report* is a :class:`Document`, an *event* is one act as one
document reports it, an *engagement* is the act in the world that any number of documents report.
Offsets are Unicode code points into the document's NFC text.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Status = Literal["happened", "ongoing", "planned", "proposed", "refused", "denied", "cancelled"]
Role = Literal["source", "target", "host", "mediator"]
Location = Literal["inside", "refuge", "diaspora", "unknown"]
Precision = Literal["day", "week", "month", "year"]
DateBasis = Literal["stated", "relative", "publication"]
Channel = Literal["in_person", "phone", "video", "letter", "unknown"]
Format = Literal["bilateral", "multilateral", "mediated", "unknown"]
Visibility = Literal["public", "private", "unknown"]
Venue = Literal["authority_capital", "authority_territory", "third_country", "counterpart_country", "online", "unknown"]
Women = Literal["yes", "no", "excluded", "unknown"]
SaidKind = Literal["ask", "condition", "offer", "consequence", "commitment", "disclaimer"]
Modality = Literal["will", "would", "could", "should", "if", "none"]
Verdict = Literal["accepted", "corrected", "added", "unsure", "rejected"]
MentionKind = Literal["need", "instrument", "naming", "forum", "tool"]

ENGAGING: frozenset[str] = frozenset({"happened", "ongoing"})
"""The statuses that count as engagement; all others stay in the record, outside the counts."""
Number = Annotated[int, msgspec.Meta(le=2**63 - 1)]
"""A number that a document tells: no larger than every store can hold."""

_UNFOUNDED = "an event needs evidence: at least one span with exactly its words"


class _Frozen(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=False, gc=False):
    """Common settings of every type here. None can hold itself, so that Python need not look for rings among millions of them."""


class Span(_Frozen, frozen=True):
    """A half-open range ``[start, end)`` of code points in a document's text."""

    start: int
    end: int


class Evidence(_Frozen, frozen=True):
    """The exact characters that report something: ``text == document.text[start:end]``."""

    start: int
    end: int
    text: str


class Basis(_Frozen, frozen=True):
    """Where a coded value was read: a span of the document, or the rule that inferred it."""

    start: int | None = None
    end: int | None = None
    rule: str | None = None


class Document(_Frozen, frozen=True):
    """A report as it was read.

    ``id`` is the hash of the source (address, or key, or else the text), so that a changed page keeps its id and gets a new
    ``sha256``, its *version*. ``published`` is an EDTF date (day, month or year), and
    ``published_method`` says how it was found (``given``, ``meta``, ``htmldate``, ``header``, ...).
    ``furniture`` lists the spans that are page furniture (biographies, "Related News"): kept, never coded.
    """

    id: str
    sha256: str
    text: str
    key: str | None = None
    path: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    published_method: str | None = None
    language: str | None = None
    format: str | None = None
    furniture: tuple[Span, ...] = ()


class DocumentRef(_Frozen, frozen=True):
    """What an event carries of its document."""

    id: str
    key: str | None = None
    path: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    sha256: str | None = None


class Candidate(_Frozen, frozen=True):
    """One possible actor of an ambiguous name, with its weight (the weights of a participant sum to one)."""

    actor: str
    weight: float


class Participant(_Frozen, frozen=True):
    """Somebody in an event: as written, and who that is taken to be.

    ``party`` is a code of the codebook's section 3 or ``None`` where it cannot be told; ``also`` holds further classes that the
    words give; ``rank`` is 0 to 11 on the scale of ranks, ``None`` where unknown.
    """

    name: str
    role: Role
    start: int
    end: int
    party: str | None = None
    actor: str | None = None
    candidates: tuple[Candidate, ...] = ()
    also: tuple[str, ...] = ()
    location: Location = "unknown"
    title: str | None = None
    rank: int | None = None


class InstrumentUse(_Frozen, frozen=True):
    """A treaty, resolution or court as cited: year as written, and what is wrong with the citation, if anything."""

    id: str
    start: int
    end: int
    year: int | None = None
    error: str | None = None


class Naming(_Frozen, frozen=True):
    """The words by which a party was named; ``by`` is the party whose words they are, where that is told."""

    party: str
    words: str
    start: int
    end: int
    by: str | None = None


class Said(_Frozen, frozen=True):
    """One ask, condition, offer, consequence, commitment or disclaimer of a statement."""

    kind: SaidKind
    words: str
    start: int
    end: int
    topic: str | None = None
    only: bool = False
    modality: Modality = "none"
    quoted: bool = False


class Attribution(_Frozen, frozen=True):
    """Whose account the passage gives; not a participant."""

    name: str
    party: str | None = None
    start: int | None = None
    end: int | None = None


class Review(_Frozen, frozen=True):
    """What a person decided of an event: the verdict, whose it is, and the number of the decision in the ledger."""

    verdict: Verdict
    by: str
    decision: int


class Event(_Frozen, frozen=True):
    """One act between parties as one document reports it. Cannot be constructed without evidence.

    ``id`` is a hash of document, span, type and parties. ``date`` is ISO, cut to ``date_precision``. ``level`` maps a party to the
    highest level present. ``confidence`` is a probability. ``complete`` is false where a required party is missing: such an
    event is outside every count. ``in_case`` is false where a case is set and the act touches neither its country nor its
    authority. ``review`` is ``None`` where a machine read it and no person has looked at it.
    """

    id: str
    document: DocumentRef
    type: EventType
    mode: str
    status: Status
    participants: tuple[Participant, ...]
    evidence: tuple[Evidence, ...]
    coder: str
    date: str | None = None
    date_precision: Precision | None = None
    date_basis: DateBasis | None = None
    place: str | None = None
    place_country: str | None = None
    channel: Channel = "unknown"
    format: Format = "unknown"
    visibility: Visibility = "unknown"
    venue: Venue = "unknown"
    level: dict[str, str] = {}
    publicised_by: tuple[str, ...] = ()
    women_present: Women = "unknown"
    disclaimer: bool = False
    topics: tuple[str, ...] = ()
    instruments: tuple[InstrumentUse, ...] = ()
    tools: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    said: tuple[Said, ...] = ()
    naming: tuple[Naming, ...] = ()
    count: Number | None = None
    attribution: Attribution | None = None
    basis: dict[str, Basis] = {}
    confidence: float = 0.5
    complete: bool = True
    in_case: bool = True
    review: Review | None = None

    def __post_init__(self) -> None:
        """Refuse an event that nothing reports."""
        if not self.evidence:
            raise ValueError(_UNFOUNDED)
        for each in self.evidence:  # a hundred thousand at once: nothing is made for the asking
            if each.end - each.start != len(each.text) or not each.text:
                raise ValueError(_UNFOUNDED)

    def parties(self, *roles: str) -> frozenset[str]:
        """The parties in the given roles, or in all roles where none is given."""
        return frozenset(p.party for p in self.participants if p.party and (not roles or p.role in roles))


class Mention(_Frozen, frozen=True):
    """What a document holds outside events: a need with its cause and population, an instrument, a naming, a forum, a tool."""

    kind: MentionKind
    value: str
    start: int
    end: int
    words: str
    cause: str | None = None
    population: str | None = None
    party: str | None = None
    year: Number | None = None
    error: str | None = None


class Claim(_Frozen, frozen=True):
    """What a document asserts in general, where no single act is told: who asserts it, of whom, in which words."""

    kind: str
    start: int
    end: int
    words: str
    by: str | None = None
    about: tuple[str, ...] = ()
    hedged: bool = False


class Coded(_Frozen, frozen=True):
    """All that a coder read in one document. ``skipped`` says why nothing was coded (gate, language), if so."""

    document: Document
    events: tuple[Event, ...] = ()
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    skipped: str | None = None
    coder: str = ""


class Conflict(_Frozen, frozen=True):
    """A field on which the reports of one engagement differ: each value with the events that say so."""

    field: str
    preferred: str
    rule: str
    values: dict[str, tuple[str, ...]]


class Engagement(_Frozen, frozen=True):
    """What happened in the world: the events, from any number of documents, that report the same act.

    ``id`` is minted, never a hash of its members; merged ids stay as redirects in the record.
    """

    id: str
    type: EventType
    mode: str
    status: Status
    events: tuple[str, ...]
    parent: str | None = None
    values: dict[str, str] = {}
    conflicts: tuple[Conflict, ...] = ()


class SetAside(_Frozen, frozen=True):
    """An input that could not be read: kept aside with its reason, and what to do about it."""

    path: str
    reason: str
    message: str
    hint: str
