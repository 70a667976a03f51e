"""Expressions of time in news English: dates, weekdays, months, years, and what is counted from another day."""

from __future__ import annotations

import functools
import re
from typing import Literal

import msgspec

from verbale.catalogue import tables
from verbale.catalogue.fold import fold

TimeKind = Literal["date", "month", "year", "weekday", "days", "unit", "season", "anchored"]


class TimeExpr(msgspec.Struct, frozen=True, kw_only=True):
    """One expression of time ``[start, end)``.

    ``number`` counts days, or ``unit``s where there is one, from publication (from the day told before, for ``anchored``);
    ``direction`` is -1 for "last", 0 for "this", 1 for "next", ``None`` where nothing says it. ``solar`` marks Solar Hijri dates.
    """

    start: int
    end: int
    text: str
    kind: TimeKind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: str = ""
    number: int = 0
    direction: int | None = None
    solar: bool = False


def expressions(text: str) -> list[TimeExpr]:
    """The expressions of time in ``text``, in order and without overlaps; a weekday beside its date is one with it."""
    folded = fold(text)
    found: list[TimeExpr] = []
    for pattern, kind in _patterns():
        for match in pattern.finditer(folded):
            read = _read(match, kind)
            if read is not None and not any(read.start < f.end and f.start < read.end for f in found):
                found.append(read)
    return _joined(sorted(found, key=lambda f: f.start), folded)


_FULL_STOP = re.compile(r"(?:day|[a-z]{5}|May|June|July)\.$")
_LAST = r"last|past|previous"
_NEXT = r"next|coming|following"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FOLLOWING = r"(?P<following>(?:of\s+)?the\s+following\s+year)"
_THEN = rf"(?:{_YEAR}|(?P<yeardir>last|this|next)\s+year|{_FOLLOWING})"
_WHEN_YEAR = rf"(?:,?\s+(?:of\s+|in\s+)?{_THEN})?"
_NUMBER = r"(?:0?[1-9]|[12]\d|3[01])"
_DAY = rf"(?P<day>{_NUMBER})(?:st|nd|rd|th)?"
_MORE = rf"{_NUMBER}(?:st|nd|rd|th)?"
_TO = r"\s*(?:-|to|and|until|till|through|,|&)\s*"
_PART = r"(?:\s+(?:morning|afternoon|evening|night|noon))?"
_BEFORE_MONTH = (
    r"(?i:in|since|until|by|during|for|of|early|mid|late|from|mid-|and|to|before|after)[ -]"
    r"(?:(?:early|mid|late|the (?:end|beginning|start|middle) of)[ -])?"
)
_ANCHORED = (
    r"(?:(?:the|that|on the|on that)\s+same\s+(?P<unit>day|week|month|year|evening|morning|night)"
    r"|that\s+(?P<unit2>day|week|month|year|evening|night)|earlier\s+in\s+the\s+day"
    r"|(?P<next>the\s+(?:next|following)\s+(?:day|morning))"
    r"|(?P<prev>(?:the|a)\s+day\s+(?:before|earlier)|the\s+previous\s+day))"
)
_AGO = r"(?P<ago>ago|back|earlier|later|afterwards|before|after)"
_SPAN = r"(?P<unit>week|month|year|financial year|days)"
_SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
_SOME = r"(?:few\s+|couple\s+(?:of\s+)?)?"


@functools.cache
def _patterns() -> tuple[tuple[re.Pattern[str], TimeKind], ...]:
    """The grammar, most telling first: what an earlier pattern has read, a later one leaves alone."""
    words = tables.toml("common", "calendar")
    shouted = [n.upper() for n in words["gregorian"] if len(n) > 3]
    month = rf"(?P<month>{_any(words['gregorian'])}|{'|'.join(shouted)})\b\.?"
    other = month.replace("?P<month>", "?:")
    solar = rf"(?P<solar>{_any(words['solar'])})"
    weekday = rf"(?P<weekday>{_any(words['weekdays'])})\b\.?"
    count = rf"(?P<count>\d{{1,2}}|{'|'.join(words['numbers'])})"
    direction = rf"(?P<dir>{_LAST}|this|{_NEXT})"
    rows: list[tuple[str, TimeKind]] = [
        (rf"\b{_YEAR}-(?P<mm>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])\b", "date"),
        (rf"\b{_DAY}\.(?P<mm>0?[1-9]|1[0-2])\.{_YEAR}\b", "date"),
        (rf"\b{_DAY}(?:{_TO}{_MORE})?\s+(?:of\s+)?{solar}\b(?:,?\s+(?P<syear>1[34]\d\d))?", "date"),
        (rf"\b{solar}\s+{_DAY}\b(?:,?\s+(?P<syear>1[34]\d\d))", "date"),
        (rf"\b{_DAY}(?:{_TO}{_MORE})?\s+(?:of\s+)?{month}(?:{_TO}{_MORE}\s+(?:of\s+)?{other})?{_WHEN_YEAR}", "date"),
        (rf"\b{month}\s+{_DAY}\b(?!:)(?:{_TO}(?:{other}\s+)?{_MORE}\b(?!:|\d))?{_WHEN_YEAR}", "date"),
        (rf"\b{solar}\s+(?P<syear>1[34]\d\d)\b", "month"),
        (rf"\b(?:{direction}\s+)?{month},?\s+(?:(?:of|in)\s+)?(?:{_THEN}|(?P<same>of\s+(?:that|the\s+same)\s+year))\b", "month"),
        (rf"\b(?:{direction}\s+|{_BEFORE_MONTH}){month}(?!\s+\d|\w)", "month"),
        (rf"\b(?:(?i:(?P<dir>{_LAST}|this|{_NEXT}|coming))\s+)?{weekday}{_PART}(?P<more>\s+(?:last|next)\s+week)?", "weekday"),
        (r"(?i)\bthe\s+(?:day\s+before\s+yesterday)\b", "days"),
        (r"(?i)\b(?:earlier\s+|later\s+)?(?:today|tonight|this\s+(?:morning|afternoon|evening))\b", "days"),
        (rf"(?i)\b(?:yesterday{_PART}|last\s+night)\b", "days"),
        (rf"(?i)\btomorrow{_PART}\b", "days"),
        (rf"(?i)\b(?:some\s+|about\s+|around\s+)?{count}\s+(?P<unit>day|week|month|year)s?\s+{_AGO}\b", "unit"),
        (rf"(?i)\bin\s+(?:the\s+)?(?:coming\s+)?{count}\s+(?P<unit>day|week|month|year)s?'\s*time\b", "unit"),
        (rf"(?i)\b{_ANCHORED}\b", "anchored"),
        (rf"(?i)\b(?:over\s+)?(?P<dir>the|this|{_LAST}|{_NEXT})\s+weekend\b", "unit"),
        (rf"(?i)\b(?:earlier\s+|later\s+)?(?:in\s+)?(?:the\s+)?{direction}\s+{_SOME}{_SPAN}s?\b", "unit"),
        (rf"(?i)\b(?:{direction}\s+|in\s+(?:the\s+)?|the\s+){_SEASON}\b(?:\s+(?:of\s+)?{_YEAR})?", "season"),
        (rf"(?i)\b(?:in|since|during|until|for|from|by|early|late|mid)[ -]{_YEAR}\b(?!\s*[-)])", "year"),
        (rf"^\s*{_YEAR}(?=\s*[:–-]\s)", "year"),
    ]  # fmt: skip
    return tuple((re.compile(p, re.MULTILINE), kind) for p, kind in rows)


def _any(names: dict[str, int]) -> str:
    """An alternative of names with a capital, the longest first."""
    return "|".join(sorted((n.capitalize() for n in names), key=len, reverse=True))


def _read(match: re.Match[str], kind: TimeKind) -> TimeExpr | None:
    parts = match.groupdict()
    text = match[0].removesuffix(".") if _FULL_STOP.search(match[0]) else match[0]
    start = match.start() + len(text) - len(text.lstrip())
    solar = parts.get("solar")
    made = TimeExpr(
        start=start, end=match.start() + len(text), text=text.strip(), kind=kind, year=_year(parts), month=_month(parts),
        day=int(parts["day"]) if parts.get("day") else None,
        weekday=_table("weekdays").get((parts.get("weekday") or "").lower()), direction=_direction(parts), solar=bool(solar),
    )  # fmt: skip
    return _counted(made, parts)


def _counted(made: TimeExpr, parts: dict[str, str | None]) -> TimeExpr | None:
    """The expression with what it counts: days from today, units ago, units from the day told before."""
    low = made.text.lower()
    change = functools.partial(msgspec.structs.replace, made)
    if made.kind == "days":
        return change(number=_steps(low))
    if made.kind == "weekday":
        more = parts.get("more")
        return change(unit="week", direction=1 if "next" in more else -1) if more else made
    if made.kind == "anchored":
        unit = parts.get("unit") or parts.get("unit2") or "day"
        unit = "day" if unit.lower() in ("evening", "morning", "night") else unit.lower()
        return change(unit=unit, number=1 if parts.get("next") else -1 if parts.get("prev") else 0)
    if parts.get("same") or parts.get("following"):
        return change(kind="anchored", unit="month", number=1 if parts.get("following") else 0)
    if parts.get("yeardir"):
        return change(unit="year")
    if made.kind == "unit" and parts.get("count"):
        return _units(made, parts)
    if made.kind == "unit":
        return change(unit="weekend" if low.endswith("weekend") else _unit_word(parts.get("unit") or "week"))
    return made


def _steps(low: str) -> int:
    """How many days off "yesterday" and its like are."""
    if "before yesterday" in low:
        return -2
    return -1 if "yesterday" in low or "last" in low else int("tomorrow" in low)


def _units(made: TimeExpr, parts: dict[str, str | None]) -> TimeExpr:
    count = (parts["count"] or "1").lower()
    number = int(count) if count.isdigit() else _table("numbers")[count]
    way = (parts.get("ago") or "time").lower()
    anchored = way not in ("ago", "back", "time")
    back = way in ("ago", "back", "earlier", "before")
    unit = _unit_word(parts["unit"] or "day")
    return msgspec.structs.replace(made, kind="anchored" if anchored else "unit", unit=unit, number=-number if back else number)


def _unit_word(word: str) -> str:
    low = word.lower()
    return "week" if low == "days" else "year" if "year" in low else low


def _year(parts: dict[str, str | None]) -> int | None:
    found = parts.get("year") or parts.get("syear")
    return int(found) if found else None


def _month(parts: dict[str, str | None]) -> int | None:
    if parts.get("mm"):
        return int(parts["mm"] or 0)
    if parts.get("solar"):
        return _table("solar")[(parts["solar"] or "").lower()]
    return _table("gregorian").get((parts.get("month") or "").lower())


def _direction(parts: dict[str, str | None]) -> int | None:
    word = (parts.get("dir") or parts.get("yeardir") or "").lower()
    return {"": None, "this": 0, "the": 0, "last": -1, "past": -1, "previous": -1}.get(word, 1)


def _table(name: str) -> dict[str, int]:
    table: dict[str, int] = tables.toml("common", "calendar")[name]
    return table


def _joined(found: list[TimeExpr], text: str) -> list[TimeExpr]:
    """Two expressions side by side made one: a weekday with its date, the first of a run of weekdays."""
    kept: list[TimeExpr] = []
    for expr in found:
        last = kept[-1] if kept else None
        between = text[last.end : expr.start].strip().lower() if last else "-"
        if last and last.kind == "weekday" and expr.kind == "date" and between in ("", ",", "(", "the"):
            kept[-1] = msgspec.structs.replace(expr, start=last.start, text=text[last.start : expr.end])
        elif last and last.kind == "weekday" and expr.kind == "weekday" and between in ("and", "to", "-", "until", "through"):
            kept[-1] = msgspec.structs.replace(last, end=expr.end, text=text[last.start : expr.end])
        elif last and last.kind == "weekday" and expr.kind == "unit" and between in ("", "of", "on") and expr.unit == "week":
            stretch = text[last.start : expr.end]
            kept[-1] = msgspec.structs.replace(last, end=expr.end, text=stretch, unit="week", direction=expr.direction)
        elif last and last.unit == "weekend" and expr.kind == "date" and between == "of":
            kept[-1] = msgspec.structs.replace(expr, start=last.start, text=text[last.start : expr.end])
        elif last and last.kind == "date" and expr.kind == "weekday" and between in ("", ",", "("):
            kept[-1] = msgspec.structs.replace(last, end=expr.end, text=text[last.start : expr.end])
        else:
            kept.append(expr)
    return kept
