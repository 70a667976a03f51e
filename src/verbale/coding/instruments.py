"""Treaties, resolutions and courts as a text cites them, with the year as written and what is wrong with the citation."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

import msgspec

from verbale.catalogue import tables
from verbale.catalogue.fold import fold
from verbale.coding.acronyms import otherwise
from verbale.model import InstrumentUse


class Instrument(msgspec.Struct, frozen=True):
    """A row of the catalogue: id, kind, name, EDTF dates of adoption and entry into force, the body, the number of a resolution."""

    id: str
    kind: str
    name: str
    adopted: str
    in_force: str
    body: str
    number: str


_JOINING = ("ratified", "acceded", "joined", "accepted")
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_YEAR = r"(?:1[89]|20)\d\d"
_DAY = rf"(?:(?:\d{{1,2}}\s+)?{_MONTH}(?:\s+\d{{1,2}},?)?\s+)?"
_BEFORE = re.compile(rf"(?<![\w-])(?P<year>{_YEAR})\s+(?:UN\s+|United Nations\s+)?$")
_AFTER = re.compile(
    rf"(?:\s*\([A-Z][\w.-]*\))?(?:\s*\(\s*{_YEAR}\s*\)|,?\s+(?:of|from)\s+(?:the\s+)?(?:year\s+)?{_DAY}{_YEAR}"
    rf"|,?\s+(?:which\s+)?(?:dates|dating)\s+(?:from|back to)\s+{_DAY}{_YEAR}"
    rf"|,?\s+(?:[\w' -]{{0,30}}?\s)?"
    rf"(?P<verb>adopted|passed|signed|concluded|agreed|approved|endorsed|{'|'.join(_JOINING)})\b"
    rf"(?:[\w' -]{{0,40}}?\s)?(?:in|on)\s+{_DAY}{_YEAR}|\s+in\s+(?P<joined>){_DAY}{_YEAR})"
)
_ACRONYM = re.compile(r"\s*\((?P<short>[A-Z][A-Za-z.-]{1,9})\)")
_RESOLUTION = re.compile(
    r"(?P<body>(?i:UN\s+|U\.N\.\s+|United Nations\s+)?"
    r"(?i:Security Council|General Assembly|UNSC|UNGA)(?:'s)?,?\s+(?:in\s+)?(?:its\s+)?)?"
    r"(?:(?i:resolutions?),?\s+(?:No\.?\s*|number\s+)?|UNSCR?\s+|S/RES/)(?P<number>\d{3,4})(?!\d|/)"
)
_UN_BODY = re.compile(
    r"^[\s,]*(?:which is\s+)?(?:an?|the)\s+(?:\w+\s+)?(?:body|organ|court|agency|branch|arm)"
    r"\s+of\s+the\s+(?:United Nations|UN|U\.N\.)\b"
)


def uses(text: str) -> list[InstrumentUse]:
    """The instruments that ``text`` cites, in order, each citation once."""
    folded = fold(text)
    found = sorted([*_resolutions(folded), *_named(folded)], key=lambda u: (u.start, -u.end))
    kept: list[InstrumentUse] = []
    for use in found:
        if not kept or use.start >= kept[-1].end:
            kept.append(use)
    return kept


def within(found: Iterable[InstrumentUse], spans: Iterable[tuple[int, int]]) -> tuple[InstrumentUse, ...]:
    """The uses that touch one of the spans."""
    places = list(spans)
    return tuple(u for u in found if any(a < u.end and u.start < b for a, b in places))


# -- reading -----------------------------------------------------------------------------------------------------------


def _named(text: str) -> list[InstrumentUse]:
    found = []
    for match in _pattern().finditer(text):
        instrument = _aliases()[_key(match[0])]
        if otherwise(text, match[0], functools.partial(_names, instrument)):
            continue
        start, end, year, verb = _citation(text, match.start(), match.end(), instrument)
        error = _wrong_year(instrument, year, verb) or _wrong_home(text, end, instrument)
        found.append(InstrumentUse(id=instrument.id, start=start, end=end, year=year, error=error))
    return found


def _resolutions(text: str) -> list[InstrumentUse]:
    found = []
    for match in _RESOLUTION.finditer(text):
        body = (match["body"] or ("Security Council" if "SC" in match[0] or "S/RES" in match[0] else "")).lower()
        instrument = _by_number(match["number"], body)
        if instrument is None:
            continue
        start, end, year, verb = _citation(text, match.start(), match.end(), instrument)
        error = _wrong_body(instrument, body, year) or _wrong_year(instrument, year, verb)
        found.append(InstrumentUse(id=instrument.id, start=start, end=end, year=year, error=error))
    return found


def _by_number(number: str, body: str) -> Instrument | None:
    """The resolution of that number; one that the catalogue lacks is known by its number where its council is named."""
    known = _numbers().get(number)
    if known is not None:
        return known
    council = "security council" in body or "unsc" in body
    name = f"UN Security Council Resolution {number}"
    return Instrument(f"unscr_{number}", "resolution", name, "", "", "UN Security Council", number) if council else None


def _citation(text: str, start: int, end: int, instrument: Instrument) -> tuple[int, int, int | None, str]:
    """The span of a citation with its year before or behind it, the year, and the verb that the year goes with."""
    offset = max(0, start - 30)
    before = _BEFORE.search(text[offset:start])
    short = _ACRONYM.match(text, end)
    if short and _key(short["short"]) in _aliases() and _aliases()[_key(short["short"])].id == instrument.id:
        end = short.end()
    after = _AFTER.match(text, end)
    if after:
        verb = after["verb"] or ("accepted" if after["joined"] is not None else "")
        return (offset + before.start() if before else start), after.end(), int(_years(after[0])[-1]), verb
    inside = [int(y) for y in _years(text[start:end])]
    if before:
        return offset + before.start(), end, int(before["year"]), ""
    return start, end, inside[-1] if inside and instrument.kind != "resolution" else None, ""


def _years(text: str) -> list[str]:
    return re.findall(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)", text)[-1:]


# -- checking ----------------------------------------------------------------------------------------------------------


def _wrong_year(instrument: Instrument, year: int | None, verb: str) -> str | None:
    """What is wrong with a year; the year in which a state joined is no matter of the instrument's own dates."""
    if year is None or not instrument.adopted or verb in _JOINING or instrument.kind == "court":
        return None
    if str(year) in (instrument.adopted[:4], instrument.in_force[:4]):
        return None
    return f"wrong year: the {instrument.name} was adopted {instrument.adopted}, not in {year}"


def _wrong_body(instrument: Instrument, body: str, year: int | None) -> str | None:
    assembly = "general assembly" in body or "unga" in body
    council = "security council" in body or "unsc" in body
    own = instrument.body.lower()
    if (assembly and "security council" in own) or (council and "general assembly" in own):
        when = year or instrument.adopted[:4]
        return f"wrong body: resolution {instrument.number} ({when}) is of the {instrument.body.removeprefix('UN ')}"
    return None


def _wrong_home(text: str, end: int, instrument: Instrument) -> str | None:
    """A court of a treaty that is called an organ of the United Nations."""
    if instrument.kind == "court" and not instrument.body.startswith("UN") and _UN_BODY.match(text[end : end + 80]):
        return f"wrong body: the {instrument.name} is no organ of the United Nations"
    return None


# -- catalogue ---------------------------------------------------------------------------------------------------------


def _key(words: str) -> str:
    low = re.sub(r"\s+", " ", fold(words))
    return low if low.isupper() or len(low) < 7 else low.lower()


@functools.cache
def _aliases() -> dict[str, Instrument]:
    """Instruments by every name that they go by; acronyms as they stand, other names in small letters."""
    found: dict[str, Instrument] = {}
    for row in tables.rows("common", "instruments"):
        made = Instrument(row["id"], row["kind"], row["name"], row["adopted"], row["in_force"], row["body"], row["number"])
        for name in [row["name"], *tables.cells(row["aliases"])]:
            if not _RESOLUTION.fullmatch(fold(name)):
                found.setdefault(_key(name), made)
    return found


def _names(instrument: Instrument) -> list[str]:
    """The names of an instrument that are no short forms, without capitals."""
    return [name.casefold() for name, made in _aliases().items() if made.id == instrument.id and not name.isupper()]


@functools.cache
def _numbers() -> dict[str, Instrument]:
    """The resolutions of the United Nations by number."""
    return {i.number: i for i in _every() if i.kind == "resolution" and i.number.isdigit()}


def _every() -> list[Instrument]:
    return [
        Instrument(r["id"], r["kind"], r["name"], r["adopted"], r["in_force"], r["body"], re.sub(r"\D.*", "", r["number"]))
        for r in tables.rows("common", "instruments")
    ]


@functools.cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_aliases(), key=len, reverse=True)
    exact = [re.escape(n) for n in names if n != n.lower()]
    any_case = [re.escape(n).replace(r"\ ", r"\s+") for n in names if n == n.lower()]
    return re.compile(rf"(?<![\w/-])(?:(?i:{'|'.join(any_case)})|(?:{'|'.join(exact)}))(?![\w-])")
