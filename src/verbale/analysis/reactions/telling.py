"""Reactions in words and tables."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.analysis.answer import Answer, Cell, Rows, Table, figure, interval, reviewed, table
from verbale.analysis.coverage import HIDDEN, line
from verbale.analysis.entries import AUTHORITY, Entry
from verbale.analysis.minutes import Minutes
from verbale.analysis.reactions.occasions import OUTCOME, WINDOW, Occasion
from verbale.analysis.reactions.study import IDENTIFIED, Reactions, Study, Table2
from verbale.analysis.sampling import NO_FRAME
from verbale.catalogue import labels
from verbale.saying import joined, numbered, said

_RULE = "a reaction is criticism, refusal or threat by the authorities; linked: within {days} days, aimed at who took part"


def answer(found: Reactions, given: Minutes) -> Answer:
    """The answer to the question how the authority reacts when others of the country are met."""
    behind = [each.entry for each in found.occasions] + [each for each, _ in found.reactions]
    return Answer(
        name="reactions",
        title="How the authorities react when others of the country are met",
        finding=_finding(found),
        unit="engagements",
        rule=said(_RULE, days=WINDOW),
        reviewed=reviewed(behind),
        coverage=line(given),
        verdict=found.verdict,
        refused=None if given.frame else NO_FRAME,
        caveats=tuple(_caveats(found)),
        tables=tuple(each for each in _tables(found) if each.rows),
    )


def _finding(found: Reactions) -> str:
    silent = sum(not each.linked for each in found.occasions)
    counts = said(
        "{occasions}, {silent} of them without a linked reaction; {reactions} in all",
        occasions=numbered(len(found.occasions), "{n} occasion", "{n} occasions"),
        silent=silent,
        reactions=numbered(len(found.reactions), "{n} reaction", "{n} reactions"),
    )
    study, verdict = found.study, found.verdict.capitalize()
    if study is None:
        return said("{verdict}: {counts}.", verdict=verdict, counts=counts)
    told = said(
        "{verdict}: {seen} reactions within {days} days of an occasion where {expected} were to be expected "
        "({interval} times; p = {p}).",
        verdict=verdict,
        seen=study.seen,
        days=WINDOW,
        expected=f"{study.expected:.1f}",
        interval=interval(study.ratio),
        p=f"{study.p:.3f}",
    )
    return joined(" ", (told, said("{counts}.", counts=counts), _inference(found.table)))


def _inference(cells: Table2) -> str:
    if cells.likelihood is None:
        form = "What anger tells of effect is not identified: {n} outcomes adjudicated, {needed} are needed."
        return said(form, n=cells.adjudicated, needed=IDENTIFIED)
    form = "Anger is {times} (95 % interval {interval}) times as likely where something was eased as where nothing was."
    return said(form, times=figure(cells.likelihood.value), interval=interval(cells.likelihood))


def _tables(found: Reactions) -> Iterator[Table]:
    heads: tuple[str, ...] = ("Date", "Who", "Met", "Linked reactions", "Eased within 90 days", "Beside a provocation")
    yield table("occasions", "Occasions, those without a reaction included", heads, [_occasion(each) for each in found.occasions])
    heads = ("Date", "Of the authorities", "Towards", "Words", "Linked to an occasion")
    linked = {other.id for each in found.occasions for other in each.linked}
    yield table("reactions", "Reactions, by date", heads, [_reaction(each, linked) for each, _ in found.reactions])
    if found.study is not None:
        yield table(
            "study", "By each way of reckoning", ("Way", "Times what is expected", "95 % interval or p"), _study(found.study)
        )
        lags: Rows = [((lag, n), ()) for lag, n in zip(range(-WINDOW, WINDOW + 1), found.study.lags, strict=True)]
        yield table("lags", "Reactions by day from the occasion, all occasions laid over each other", ("Day", "Reactions"), lags)
    cells = found.table
    rows: Rows = [(("reaction", cells.angry_eased, cells.angry_not), ()), (("none", cells.calm_eased, cells.calm_not), ())]
    caption = f"Occasions by reaction and by whether the authorities eased something within {OUTCOME} days"
    yield table("outcomes", caption, ("", "Eased", "Nothing eased"), rows)


def _occasion(each: Occasion) -> tuple[tuple[Cell, ...], tuple[Entry, ...]]:
    who = ", ".join(labels.narrow(party) for party in sorted(each.entry.outside))
    met = ", ".join(labels.short("class", kind) for kind in sorted(each.entry.home - {AUTHORITY}))
    cells = (each.entry.when, who, met, len(each.linked), len(each.eased), "yes" if each.provoked else "no")
    return cells, (each.entry, *each.linked, *each.eased)


def _reaction(each: Entry, linked: set[str]) -> tuple[tuple[Cell, ...], tuple[Entry, ...]]:
    towards = [labels.narrow(party) for party in sorted(each.outside)]
    towards += [labels.short("class", kind) for kind in sorted(each.home - {AUTHORITY})]
    words = "not shown" if each.silent else " ".join(each.events[0].evidence[0].text.split())
    kind = labels.label("type", each.type)
    return (each.when or "undated", kind, ", ".join(towards), words, "yes" if each.id in linked else "no"), (each,)


def _study(study: Study) -> Rows:
    rows: list[tuple[Cell, ...]] = [
        (
            f"the {WINDOW} days from the occasion, against every rotation of the calendar",
            figure(study.ratio.value),
            interval(study.ratio),
        ),
        (f"the {WINDOW} days before it (reverse timing)", figure(study.before.value), f"p = {study.before_p:.3f}"),
    ]
    if study.matched is not None:
        seen, expected = study.matched
        told = f"{seen} against {expected:.1f}"
        rows.append(
            ("against days of the same weekday without an occasion", figure(seen / expected if expected else float("inf")), told)
        )
    if study.unprovoked is not None:
        name = "without occasions beside a penalty, attack or threat"
        rows.append((name, figure(study.unprovoked.value), interval(study.unprovoked)))
    rows += [(f"placebo: occasions moved by {shift:+d} days", figure(value), "–") for shift, value in study.placebo.items()]
    return [(row, ()) for row in rows]


def _caveats(found: Reactions) -> Iterator[str]:
    study = found.study
    if study is not None and study.before_p < 0.05:
        yield said("Reactions are frequent before occasions, too: what comes first cannot be told.")
    if study is not None and max(study.placebo.values()) >= study.ratio.value:
        yield said("A placebo date shows as much: the reactions may follow something else.")
    yield said("That the authorities said nothing is known only as far as their own outlets were read.")
    yield HIDDEN
