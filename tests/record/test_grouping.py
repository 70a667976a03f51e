from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from verbale.record import Groups, live
from verbale.record.decision import Decision

from .making import draft

IDS = ["p.a", "p.b", "n.c", "n.d", "n.e"]


def of(action: str, *ids: str) -> Decision:
    return draft(action, *ids, kind="actor")


def groups(*decisions: Decision) -> Groups:
    return Groups([msgspec.structs.replace(each, number=n) for n, each in enumerate(decisions, 1)], "actor")


def test_the_same_go_by_the_id_that_a_catalogue_knows() -> None:
    found = groups(of("same", "n.c", "n.d"), of("same", "n.d", "p.b"))
    assert found.of("n.c") == {"n.c", "n.d", "p.b"}
    assert found.redirects() == {"n.c": "p.b", "n.d": "p.b"}


def test_a_merge_keeps_the_first_id() -> None:
    assert groups(of("merge", "p.b", "p.a")).redirects() == {"p.a": "p.b"}


def test_a_split_takes_one_out_and_leaves_the_others_together() -> None:
    found = groups(of("merge", "p.b", "p.a"), of("same", "p.a", "n.c"), of("split", "p.b"))
    assert found.of("p.b") == {"p.b"}
    assert found.redirects() == {"n.c": "p.a"}
    assert groups(of("split", "p.a")).of("p.a") == {"p.a"}


def test_contradictions_are_shown_and_change_nothing() -> None:
    found = groups(of("same", "p.a", "p.b"), of("different", "p.b", "n.c"), of("same", "p.a", "n.c"), of("different", "p.a", "n.d"))
    assert [(each.a, each.b, each.decision) for each in found.clashes()] == [("p.b", "n.c", 2)]
    assert found.of("p.a") == {"p.a", "p.b", "n.c"}


def test_decisions_of_another_kind_do_not_count() -> None:
    assert groups(draft("same", "p.a", "p.b"), draft("merge", "p.a", "p.b", kind="engagement")).redirects() == {}


pairs = st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)).filter(lambda pair: pair[0] != pair[1])
steps = st.one_of(
    st.builds(lambda action, pair: of(action, *pair), st.sampled_from(["same", "merge", "different"]), pairs),
    st.builds(lambda one: of("split", one), st.sampled_from(IDS)),
    st.builds(lambda number: draft("undo", str(number)), st.integers(1, 12)),
)


def _model(decisions: list[Decision]) -> set[frozenset[str]]:
    """The plainest way to say it: who stands with whom, one decision after the other."""
    undone = dict.fromkeys(range(1, len(decisions) + 1), False)
    for i in range(len(decisions), 0, -1):
        if decisions[i - 1].action == "undo" and not undone[i]:
            undone[int(decisions[i - 1].subject)] = True
    room = {one: at for at, one in enumerate(IDS)}
    for i, each in enumerate(decisions, 1):
        if undone[i] or each.action in ("undo", "different"):
            continue
        if each.action == "split":
            room[each.subject] = 100 + i
        else:
            gone = room[str(each.other)]
            room = {one: room[each.subject] if at == gone else at for one, at in room.items()}
    return {frozenset(one for one in IDS if room[one] == at) for at in room.values()}


def _numbered(drafts: list[Decision]) -> list[Decision]:
    """The drafts as a ledger would have them: numbered, and each undoing of one before it."""
    made: list[Decision] = []
    for each in drafts:
        if each.action == "undo":
            if not made:
                continue
            each = msgspec.structs.replace(each, subject=str(1 + int(each.subject) % len(made)))
        made.append(msgspec.structs.replace(each, number=len(made) + 1))
    return made


@given(st.lists(steps, max_size=12).map(_numbered))
def test_random_judgements_equal_a_simple_model(decisions: list[Decision]) -> None:
    found = Groups(live(tuple(decisions)), "actor")
    assert {found.of(one) for one in IDS} == _model(decisions)
    assert all(found.kept(one) in found.of(one) and len({found.kept(each) for each in found.of(one)}) == 1 for one in IDS)
