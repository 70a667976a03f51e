"""Trends: the year whose change is known, refusal without a frame, and all that may overturn a rise."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest

from verbale.analysis.answer import worded
from verbale.analysis.sampling import Frame
from verbale.analysis.stats.rates import Estimate
from verbale.analysis.stats.reading import Audit
from verbale.analysis.trend import Question, answer, load_questions, trend, trends
from verbale.analysis.trend.verdict import FALL, INSUFFICIENT, NO_CHANGE, REFUSED, RISE, verdict
from verbale.errors import UsageError

from .making import FRAME, about, daily, meeting, spread
from .year import CHANGE, read, year

ASKED = Question(of=("USA", "EU", "UN", "NATO+"), window="2022-10..2022-11", baseline="2022-04..2022-09")


@pytest.fixture(scope="module")
def known():
    return about(*year(), read=read())


class TestAYearWhoseChangeIsKnown:
    def test_the_rise_is_supported_and_the_true_ratio_lies_within(self, known):
        found = trend(known, ASKED)
        assert found.verdict == RISE
        assert found.figures.plain.low < 2 < found.figures.plain.high
        assert all(each.low > 1 for each in found.figures.deciding)

    def test_the_change_is_dated_within_its_interval(self, known):
        found = trend(known, msgspec.structs.replace(ASKED, window="2022-07..2022-12", baseline="2022-01..2022-06"))
        weeks = found.series.weeks
        first, last = (weeks[n].first for n in (found.change.low, min(found.change.high, len(weeks) - 1)))
        assert found.change.p < 0.05 and first <= CHANGE.toordinal() <= last + 7

    def test_the_authority_was_met_as_often_as_before(self, known):
        found = trend(known, msgspec.structs.replace(ASKED, among="authority"))
        assert found.verdict == NO_CHANGE and found.figures.detectable < 2

    def test_one_party_with_one_class_is_too_little_to_say(self, known):
        found = trend(known, msgspec.structs.replace(ASKED, of=("NOR",), among="WOM", window="2022-11", baseline="2022-09"))
        assert found.verdict == INSUFFICIENT and found.figures.detectable > 2

    def test_the_answer_says_what_speaks_against_it(self, known):
        told = answer(trend(known, ASKED), known)
        notes = " ".join(told.caveats)
        assert told.finding.startswith("Rise supported: ")
        assert "coder's error is not in the intervals" in notes and "No other year is read" in notes and "kept secret" in notes
        assert "Three outlets" in told.coverage and told.reviewed == "machine-read, none reviewed"

    def test_every_figure_leads_to_its_words(self, known):
        told = worded(answer(trend(known, ASKED), known), known.entries)
        weeks = next(table for table in told.tables if table.name == "weeks")
        listed = {entry for ids in weeks.entries for entry in ids}
        assert listed == {each.entry for each in told.words}
        assert sum(row[4] for row in weeks.rows) == len(listed)

    def test_every_counting_rule_is_shown(self, known):
        rules = trend(known, ASKED).by_rule
        assert len(rules) == 8
        assert rules["engagements,one,standard,reviewed"][:2] == (0, 0)
        assert (
            rules["reports,one,standard,all"][0] > rules["engagements,one,standard,all"][0] > rules["engagements,one,strict,all"][0]
        )

    def test_the_same_minutes_give_the_same_answer(self, known):
        assert answer(trend(known, ASKED), known) == answer(trend(known, ASKED), known)


def test_without_a_frame_there_are_counts_and_no_verdict():
    given = about(*year(), frame=None)
    found = trend(given, ASKED)
    assert found.verdict == REFUSED and found.figures is None
    assert all(estimate is None for *_, estimate in found.by_rule.values())
    told = answer(found, given)
    assert told.refused and "no rate and no verdict" in told.finding and "sampling frame" in told.refused


def test_a_window_outside_the_frame_is_refused():
    frame = msgspec.structs.replace(FRAME, until="2022-10-31")
    assert "not within the sampling frame" in trend(about(*year(), frame=frame), ASKED).because[0]


def test_a_gap_is_no_exposure():
    gap = msgspec.structs.replace(FRAME, gaps=("2022-04..2022-06",))
    given = about(*spread("2022-07-01", "2022-11-30", 100, 1, ["USA"], ["AFG-WOM"]), frame=gap)
    counted = trend(given, ASKED).series
    assert (counted.sums(False)[1], counted.sums(True)[1]) == (92, 61)


def test_twice_the_documents_make_no_rise():
    """Twice as many meetings are told because twice as much was read: the rise does not hold by documents."""
    told = [
        *spread("2022-04-01", "2022-09-30", 90, 1, ["USA"], ["AFG-WOM"]),
        *spread("2022-10-01", "2022-11-30", 60, 2, ["USA"], ["AFG-WOM"]),
    ]
    more = [*daily("2022-01-01", "2022-09-30", 2), *daily("2022-10-01", "2022-12-31", 4)]
    assert trend(about(*told), ASKED).verdict == RISE
    given = about(*told, read=more)
    assert trend(given, ASKED).verdict == NO_CHANGE
    assert any("Documents a day in the window were 2.00 times" in note for note in answer(trend(given, ASKED), given).caveats)


def test_a_rise_of_every_autumn_is_the_season_s():
    frame = Frame(name="Long", how="every page", since="2020-01-01", until="2023-12-31")
    rise = [("{y}-04-01", "{y}-09-30", 90), ("{y}-10-01", "{y}-11-30", 60)]
    told = [
        m
        for y in (2020, 2021, 2022)
        for a, b, n in rise
        for m in spread(a.format(y=y), b.format(y=y), n, y + n, ["USA"], ["AFG-WOM"])
    ]
    found = trend(about(*told, frame=frame, read=daily("2020-01-01", "2023-12-31")), ASKED)
    assert found.verdict == NO_CHANGE and "same months of other years" in found.because[0]
    only = [m for m in told if m.events[0].date > "2022"] + spread("2021-04-01", "2021-11-30", 120, 3, ["USA"], ["AFG-WOM"])
    assert trend(about(*only, frame=frame, read=daily("2020-01-01", "2023-12-31")), ASKED).verdict == RISE


def test_a_new_source_that_tells_more_is_named():
    old = spread("2022-04-01", "2022-11-30", 80, 5, ["USA"], ["AFG-WOM"], publisher="Old")
    new = spread("2022-10-01", "2022-11-30", 40, 6, ["USA"], ["AFG-WOM"], publisher="New")
    read_ = [s._replace(publisher="Old") for s in daily("2022-01-01", "2022-12-31", 3)]
    given = about(*old, *new, read=[*read_, *(s._replace(publisher="New") for s in daily("2022-10-01", "2022-11-30", 1))])
    found = trend(given, ASKED)
    assert found.verdict == RISE and found.panel.low < 1
    assert any("publishers read throughout alone" in note for note in answer(found, given).caveats)


def test_clustered_meetings_do_not_pass_for_a_rise():
    burst = [meeting("USA", "AFG-WOM", f"2022-10-{d:02}") for d in (3, 4) for _ in range(12)]
    steady = [
        m for month in (4, 6, 8) for m in spread(f"2022-{month:02}-01", f"2022-{month:02}-04", 14, month, ["USA"], ["AFG-WOM"])
    ]
    found = trend(about(*burst, *steady), ASKED)
    assert found.figures.dispersion > 3 and found.verdict != RISE


def test_the_coder_s_error_widens_the_interval():
    plain, with_audit = (trend(about(*year(), audits=a), ASKED).figures for a in ({}, {"all": Audit(200, 150, 120)}))
    assert plain.corrected is None
    assert with_audit.corrected.high > with_audit.plain.high and with_audit.corrected in with_audit.deciding
    assert with_audit.detectable > plain.detectable


def test_the_authority_has_an_audit_of_its_own():
    asked = msgspec.structs.replace(ASKED, among="authority")
    poor, good = Audit(200, 150, 60), Audit(2000, 2000, 2000)
    widths = [
        trend(about(*year(), audits={"authority": a, "others": b}), asked).figures.corrected
        for a, b in ((poor, good), (good, poor))
    ]
    assert widths[0].high - widths[0].low > 1.5 * (widths[1].high - widths[1].low)


def test_many_questions_are_corrected():
    """Twenty questions of no change and one of .03: alone it is a rise, among them it is not."""
    even = [
        meeting("EU", "AFG-CSO", (date(2022, 4, 2) + timedelta(n)).isoformat()) for n in (*range(0, 183, 13), *range(183, 244, 5))
    ]
    told = spread("2022-01-01", "2022-12-31", 400, 2, ["USA"], ["AFG-WOM"]) + even
    alone = Question(name="eu", of=("EU",), window="2022-10..2022-11", baseline="2022-04..2022-09")
    others = [Question(name=f"q{n}", of=("USA",), window=f"2022-{n % 6 + 6:02}", baseline="2022-01..2022-05") for n in range(20)]
    given = about(*told)
    single = trend(given, alone)
    assert single.verdict == RISE and single.q is None and 0.005 < single.figures.p < 0.05
    found = trends(given, [alone, *others])[0]
    assert found.q > 0.05 and found.verdict == NO_CHANGE and "21 questions" in found.because[-1]


def test_where_a_party_is_asked_for_only_it_counts():
    told = [
        meeting("NOR", "AFG-WOM", "2022-10-05"),
        meeting("CHN", "AFG-WOM", "2022-10-05"),
        meeting("USA", "AFG-AUTH", "2022-10-05"),
    ]
    assert [hit.entry.outside for hit in trend(about(*told), ASKED).series.hits] == [frozenset({"NOR"})]


def test_undated_meetings_are_counted_apart():
    found = trend(
        about(meeting("USA", "AFG-WOM", None), meeting("USA", "AFG-WOM", "2022"), meeting("USA", "AFG-WOM", "2022-10")), ASKED
    )
    assert (found.series.undated, found.series.sums(True)[0]) == (2, 1)


@pytest.mark.parametrize(
    ("intervals", "detectable", "word"),
    [
        ([(2, 1.1, 3)], 3.0, RISE),
        ([(2, 1.1, 3), (1.5, 0.9, 2)], 1.5, NO_CHANGE),
        ([(0.5, 0.2, 0.9)], 3.0, FALL),
        ([(1.5, 0.9, 3)], 2.1, INSUFFICIENT),
        ([(1.5, 0.9, 3)], 2.0, NO_CHANGE),
    ],
)
def test_verdicts(intervals, detectable, word):
    assert verdict([Estimate(*each) for each in intervals], detectable) == word


def test_saved_questions(tmp_path: Path):
    path = tmp_path / "questions.toml"
    path.write_text(
        '[uptick]\nof = ["USA"]\nwith = "WOM,CSO"\nwindow = "2022-10..2022-11"\nbaseline = "2022-04..2022-09"\n', encoding="utf-8"
    )
    (one,) = load_questions(path)
    assert (one.name, one.classes) == ("uptick", {"WOM", "CSO"}) and one.seal == load_questions(path)[0].seal
    assert [each.question.name for each in trends(about(*year()), [one])] == ["uptick"]


@pytest.mark.parametrize("written", ["", "[a]\nof = 3", '[a]\nwindow = "2022"\nwho = "me"', "not toml", 'a = "b"'])
def test_what_is_no_question_is_said_to_be_none(tmp_path: Path, written):
    path = tmp_path / "questions.toml"
    path.write_text(written, encoding="utf-8")
    with pytest.raises(UsageError):
        load_questions(path)


@pytest.mark.parametrize(
    "change",
    [
        {"of": ("ATLANTIS",)},
        {"of": ("NOBODY+",)},
        {"window": "2022-13"},
        {"baseline": "2022-10"},
        {"baseline": "2022-06..2022-05"},
        {"rule": "bananas"},
    ],
)
def test_what_cannot_be_asked(change):
    with pytest.raises(UsageError):
        trend(about(*year()), msgspec.structs.replace(ASKED, **change))
