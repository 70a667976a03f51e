"""Voices in words and tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from verbale.analysis.answer import Answer, Cell, Rows, Table, reviewed, table
from verbale.analysis.coverage import HIDDEN, line
from verbale.analysis.entries import OTHERS, Entry
from verbale.analysis.minutes import Minutes
from verbale.analysis.sampling import NO_FRAME
from verbale.analysis.voices.asks import Ask, asks, called
from verbale.analysis.voices.echo import SOON, Echo, echoes, likenesses
from verbale.analysis.voices.framing import namings
from verbale.analysis.voices.network import Convener, conveners
from verbale.catalogue import labels
from verbale.saying import joined, said

_LISTED = 20
CONVENED = "Who brought whom together: hosts and mediators of contact that took place, but for contact with a side in arms"


def answer(given: Minutes) -> Answer:
    """What was asked by whom, who heard and repeated it, how the authority was named, and who brought whom together."""
    found, met = asks(given.entries), conveners(given.entries)
    return Answer(
        name="voices",
        title="Voices: what was asked, who heard and repeated it",
        finding=_finding(found, met),
        unit="asks",
        rule=said("an engagement is one ask for each speaker and topic, however often it is told; heard: put to, or present"),
        reviewed=reviewed(ask.entry for ask in found),
        coverage=line(given),
        refused=None if given.frame else said("whether repetition is more than chance: {because}", because=NO_FRAME),
        caveats=(
            said("A repetition is the same topic within a month: it shows no influence."),
            said("Likeness and first pairs are compared with chance by shuffling; a small p says that chance seldom does as much."),
            HIDDEN,
        ),
        tables=tuple(each for each in _tables(found, met, given) if each.rows),
    )


def _finding(found: tuple[Ask, ...], met: tuple[Convener, ...]) -> str:
    by = Counter(ask.speaker for ask in found)
    others = sum(n for speaker, n in by.items() if speaker in OTHERS)
    heard = sum(1 for ask in found if ask.speaker in OTHERS and any(who not in labels.codes("class") for who in ask.heard))
    return said(
        "{asks} asks, {others} of them by others of the country than the authorities, "
        "{heard} of these before somebody from outside. Most asked: {most}. Brought others together: {convening}.",
        asks=len(found),
        others=others,
        heard=heard,
        most=_ranked(by.most_common(3)) or said("nobody"),
        convening=_ranked((each.name, len(each.occasions)) for each in met[:3]) or said("nobody of whom it is told"),
    )


def _ranked(given: Iterable[tuple[str, int]]) -> str:
    return joined(", ", (said("{who} {n}", who=called(who), n=n) for who, n in given))


def _tables(found: tuple[Ask, ...], met: tuple[Convener, ...], given: Minutes) -> Iterator[Table]:
    heads: tuple[str, ...] = ("Speaker", "Topic", "Asks", "Heard by")
    yield table("asks", "What each speaker asked, and who heard it", heads, _asked(found))
    told = echoes(found, given.frame.bounds if given.frame else None)
    heads = ("First", "Repeated by", "Times", "Median days", "By chance", "q")
    yield table("echo", f"Asks repeated on the same topic within {SOON} days", heads, [_echo(each) for each in told[:_LISTED]])
    alike: Rows = [((called(x.first), called(x.second), x.cosine, x.p, *x.asks), ()) for x in likenesses(found)[:_LISTED]]
    caption = "How alike the topics of two speakers are (1: the same), and how often chance is as unlike"
    yield table("likeness", caption, ("Speaker", "Speaker", "Likeness", "p", "Asks", "Asks"), alike)
    named: Rows = [
        ((called(who), year, kind, len(behind)), behind) for (who, year, kind), behind in sorted(namings(given.entries).items())
    ]
    yield table("naming", "How speakers name the authorities", ("Speaker", "Year", "Kind of term", "Engagements"), named)
    heads = ("Convener", "Occasions", "Whom it brought together", "First pairs", "Betweenness", "p of first pairs")
    yield table("conveners", CONVENED, heads, [_convener(each) for each in met])


def _asked(found: tuple[Ask, ...]) -> Rows:
    groups: dict[tuple[str, str], list[Ask]] = {}
    for ask in found:
        groups.setdefault((ask.speaker, ask.topic), []).append(ask)
    order = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    return [
        ((called(who), labels.label("topic", topic), len(asks_), _heard(asks_)), [a.entry for a in asks_])
        for (who, topic), asks_ in order
    ]


def _heard(found: list[Ask]) -> str:
    by = Counter(who for ask in found for who in ask.heard)
    return ", ".join(f"{called(who)} {n}" for who, n in sorted(by.items(), key=lambda item: (-item[1], item[0]))[:6])


def _convener(each: Convener) -> tuple[tuple[Cell, ...], tuple[Entry, ...]]:
    whom = together(each.parties)
    return (called(each.name), len(each.occasions), whom, each.introduced, each.betweenness, each.p), each.occasions


def together(parties: Iterable[tuple[str, int]]) -> str:
    """Those who met at a convener's occasions, each with how often."""
    return ", ".join(f"{called(who)} {n}" for who, n in parties) or "nobody named"


def _echo(each: Echo) -> tuple[tuple[Cell, ...], list[Entry]]:
    expected = f"{each.expected:.1f}" if each.expected is not None else "–"
    q = f"{each.q:.3f}" if each.q is not None else "–"
    cells: tuple[Cell, ...] = (called(each.first), called(each.second), each.times, f"{each.lag:g}", expected, q)
    return cells, [ask.entry for ask in each.behind]
