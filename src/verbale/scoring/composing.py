"""The scorecard as a page that every writer of pages can write: for a terminal, in Markdown, as one HTML file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from verbale.brief.page import Block, Brief, Drawn, Line, Quote, Section, Table, text
from verbale.pictures.words import count
from verbale.scoring.confusion import NOTHING
from verbale.scoring.coreference import FOUND, RIGHT
from verbale.scoring.drawing import reliability
from verbale.scoring.evaluate import Figure, Scorecard
from verbale.scoring.firings import ENOUGH, WEAK
from verbale.scoring.misses import commonest

_COLUMNS = ("gold", "found", "right", "precision", "recall", "F1", "95 % of F1")
_ROWS = {"not happened": "acts that did not happen, strict", "document mean": "mean over documents, strict F1"}
_TABLES: tuple[tuple[str, str, str], ...] = (
    ("lenient", "By type, lenient: the parties overlap on both sides", "type"),
    ("strict", "By type, strict: the same parties, and the same status", "type"),
    ("status", "By status, of acts paired leniently", "status"),
    ("mode", "By mode, of acts paired leniently", "mode"),
    ("field", "Persons, dates and places over all acts: what a missed act has is missed, too", "field"),
    ("facet", "Facets, by the values that are not the default", "facet"),
    ("party", "By party, of acts paired leniently: those that act most", "party"),
)
_MOST = 25
"""Rows of a table that are shown: those with most acts; JSON has all."""


def compose(card: Scorecard, *, single: bool = True, frames: bool = False) -> Brief:
    """The page of a scorecard.

    Without ``single`` it has nothing on single documents but the commonest of their errors; with ``frames`` it has every frame.
    """
    made = (section(card) for section in (*_SECTIONS, *((_frames,) if frames else ()), *(_SINGLE if single else ())))
    return Brief(
        title=f"Scorecard: {card.by} on {card.gold}",
        subtitle=f"{count(card.documents, 'document')} coded by hand, with {count(card.events, 'act')}",
        warnings=tuple(_warnings(card)),
        sections=tuple(each for each in made if each is not None and each.blocks),
        row_sets=(),
        notes=(),
        colophon="Intervals: documents drawn anew 2,000 times, with replacement. Made with Verbale.",
    )


def _warnings(card: Scorecard) -> Iterator[str]:
    yield "Figures of this set only. They say how well these documents are read, and others are read worse."
    if card.aggregate:
        yield "Locked. Only figures over all documents are shown, and nothing of a single one."
    elif card.withheld:
        yield f"Locked in part. Errors of {count(card.withheld, 'document')} are not shown: nobody is to mend the coder on them."
    if card.unread:
        yield f"Not read. The words of {count(card.unread, 'document')} were not at hand; they are in no figure."


def _overall(card: Scorecard) -> Section:
    figures = {f"all acts, {table}": card.tables.get(table, {}).get("all") for table in ("strict", "lenient")}
    whole = card.tables.get("overall", {})
    figures |= {_ROWS.get(name, name): figure for name, figure in whole.items() if name != "candidates"}
    blocks: list[Block] = [_figures("In all; dyads are the pairs of parties that a document says engaged", "measure", figures)]
    if "candidates" in whole:
        recall = whole["candidates"]
        told = f"{recall.right:.0f} of {recall.gold:.0f} acts are among the candidates, before any is left out"
        blocks.append(text(f"{told} (recall {_two(recall.f1)})."))
    return Section("overall", "Overall", tuple(blocks))


def _parts(card: Scorecard) -> Section:
    blocks = [_figures(caption, head, _first(card.tables[name])) for name, caption, head in _TABLES if card.tables.get(name)]
    paired = card.tables.get("paired", {})
    rows = [(name, _whole(f.gold), _two(f.f1), _interval(f)) for name, f in paired.items()]
    caption = "How often fields of paired acts are right; of evidence, how far the characters overlap (F1)"
    return Section("parts", "By type, field and facet", (*blocks, _table(caption, ("field", "acts", "share", "95 %"), rows)))


def _coreference(card: Scorecard) -> Section | None:
    right, found = card.tables.get(RIGHT, {}), card.tables.get(FOUND, {})
    rows = [
        (kind, _whole(f.gold), _whole(found[kind].right), _whole(f.right), _two(f.f1), _interval(f)) for kind, f in right.items()
    ]
    caption = "Whom words mean that name nobody: participants of coded acts, before anything is ranked"
    table = _table(caption, ("kind", "participants", "found", "right", "accuracy", "95 %"), rows)
    return Section("coreference", "Coreference", (table,)) if rows else None


def _floors(card: Scorecard) -> Section | None:
    rows = [(f.documents, f.figure, f"{f.floor:.3f}", f"{f.reached:.3f}", "yes" if f.holds else "NO") for f in card.floors]
    table = _table("What may not get worse", ("documents", "figure (F1)", "floor", "reached", "holds"), rows)
    return Section("floors", "Floors", (table,)) if rows else None


def _alarms(card: Scorecard) -> Section | None:
    if card.alarms is None:
        return None
    found = card.alarms
    told = f"{found.alarmed} of {count(found.documents, 'document')} without any act gave {count(found.events, 'false act')}."
    table = _table("False acts by type", ("type", "acts"), [(kind, str(n)) for kind, n in found.types.items()])
    return Section("alarms", "False alarms", (text(told), table) if found.types else (text(told),))


def _confidence(card: Scorecard) -> Section | None:
    fit = card.calibration
    if fit is None:
        return None
    rows = [
        ("events", str(fit.events)),
        ("precision, lenient", _two(fit.precision)),
        ("precision of the surer half", _two(fit.surer_half)),
        ("expected calibration error", _two(fit.error)),
        ("AUROC: right above wrong", "-" if fit.auroc is None else _two(fit.auroc)),
    ]
    picture = reliability(fit)
    bins = [tuple(str(cell) for cell in row.values()) for row in picture.table]
    curve = Drawn(picture, _table(picture.title, tuple(picture.table[0]), bins))
    return Section(
        "confidence", "Whether confidence means what it says", (_table("Confidence", ("measure", "figure"), rows), curve)
    )


def _agreement(card: Scorecard) -> Section | None:
    rows = [(name, "-" if value is None else f"{value:.3f}") for name, value in card.alpha.items()]
    caption = "Krippendorff's alpha: 1 is full agreement, 0 is chance; from .800 on a variable may be relied upon, below .667 not"
    return (
        Section("alpha", "How far two codings agree beyond chance", (_table(caption, ("variable", "alpha"), rows),))
        if rows
        else None
    )


def _comparisons(card: Scorecard) -> Section | None:
    kinds = (("What each stage brings (F1, and precision of lenient)", "reading", card.ablation),
             ("What training brings (F1, and precision of lenient)", "passages", card.curve))  # fmt: skip
    tables = tuple(_readings(caption, head, rows) for caption, head, rows in kinds if rows)
    return Section("comparisons", "Compared", tables) if tables else None


def _confused(card: Scorecard) -> Section | None:
    kinds = sorted({*card.confusion, *(kind for row in card.confusion.values() for kind in row)} - {NOTHING})
    rows = [_taken(kind, card.confusion) for kind in kinds]
    caption = "Acts of one passage are set against each other; missed and invented ones have no counterpart"
    table = _table(caption, ("type", "same type", "taken for", "missed", "invented"), rows)
    return Section("confusion", "Which type was taken for which", (table,)) if rows else None


def _taken(kind: str, table: Mapping[str, Mapping[str, int]]) -> tuple[str, ...]:
    row = table.get(kind, {})
    others = ", ".join(f"{other} {n}" for other, n in row.items() if other not in (kind, NOTHING))
    return kind, str(row.get(kind, 0)), others, str(row.get(NOTHING, 0)), str(table.get(NOTHING, {}).get(kind, 0))


def _pages(card: Scorecard) -> Section | None:
    return (
        Section("pages", "Document by document", (_readings("Open documents (F1)", "document", card.pages),))
        if card.pages
        else None
    )


def _common(card: Scorecard) -> Section | None:
    rows = [(kind, str(n)) for kind, n in commonest(card.errors)]
    return Section("common", "The commonest errors", (_table("Of open documents", ("error", "times"), rows),)) if rows else None


def _frames(card: Scorecard) -> Section | None:
    order = sorted(card.frames, key=lambda frame: not card.frames[frame].weak)
    told = [(frame, card.frames[frame]) for frame in order]
    rows = [(frame, *map(str, (f.fired, f.right, f.mode)), _two(f.precision), "WEAK" if f.weak else "") for frame, f in told]
    columns = ("trigger, type and mode", "fired", "right type", "and mode", "precision", "")
    caption = f"The grammar alone, on open documents; weak: {ENOUGH} firings or more, less than {WEAK:.0%} of the right type"
    return Section("frames", "Frames", (_table(caption, columns, rows),)) if rows else None


def _errors(card: Scorecard) -> Section | None:
    rows = tuple(((e.document,), (e.kind,), (e.act,), (Quote(e.words),) if e.words else ("",)) for e in card.errors)
    table = Table("Acts of open documents without a counterpart", ("document", "error", "act", "words"), rows)
    return Section("errors", "Misses and extras, with their words", (table,)) if rows else None


_SECTIONS: tuple[Callable[[Scorecard], Section | None], ...] = (
    _overall, _floors, _parts, _coreference, _alarms, _confidence, _agreement, _comparisons, _confused, _common,
)  # fmt: skip
_SINGLE: tuple[Callable[[Scorecard], Section | None], ...] = (_pages, _errors)
"""Sections on single documents."""


def _first(rows: Mapping[str, Figure]) -> dict[str, Figure]:
    return dict(list(rows.items())[:_MOST])


def _figures(caption: str, head: str, rows: Mapping[str, Figure | None]) -> Table:
    told = [
        (name, *map(_whole, (f.gold, f.found, f.right)), *map(_two, (f.precision, f.recall, f.f1)), _interval(f))
        for name, f in rows.items()
        if f is not None
    ]
    return _table(caption, (head, *_COLUMNS), told)


def _readings(caption: str, head: str, rows: Mapping[str, Mapping[str, float]]) -> Table:
    columns = tuple(next(iter(rows.values())))
    return _table(caption, (head, *columns), [(name, *map(_two, row.values())) for name, row in rows.items()])


def _table(caption: str, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Table:
    cells: tuple[tuple[Line, ...], ...] = tuple(tuple((cell,) for cell in row) for row in rows)
    return Table(caption, columns, cells, tuple(range(1, len(columns))))


def _whole(n: float) -> str:
    return f"{n:.0f}" if n == int(n) else f"{n:.1f}"


def _two(share: float) -> str:
    return f"{share:.2f}"


def _interval(figure: Figure) -> str:
    return f"{figure.low:.2f}-{figure.high:.2f}"
