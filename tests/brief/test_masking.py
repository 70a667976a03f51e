"""Names are found as one pattern of all of them would find them, in a time that does not grow with their number."""

from __future__ import annotations

import re
import time

from hypothesis import example, given, settings
from hypothesis import strategies as st

from verbale.brief.masking import MASK, Masking
from verbale.catalogue.fold import fold

_PARTS = st.sampled_from(["Rose", "Zarmina", "Ali", "Al-Rahman", "O'Neil", "Bo", "Émile", "Zar"])
_NAMES = st.lists(st.lists(_PARTS, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=4, unique=True)
_TEXTS = st.lists(
    st.one_of(_PARTS, st.sampled_from(["rose", "ZARMINA", "x", "-", "'s", "1", "met", "Zarmin"])), max_size=12
).flatmap(lambda words: st.lists(st.sampled_from([" ", "-", "  ", ""]), min_size=len(words), max_size=len(words)).map(
    lambda gaps: "".join(word + gap for word, gap in zip(words, gaps, strict=True))
))  # fmt: skip


def at_once(names: list[str], shared: set[str], text: str) -> str:
    """What one alternation of all names covers, the longest spelling first at every place."""
    kept = {fold(word).casefold() for word in shared}
    parts = {word for name in names for word in name.split() if len(word) > 2 and fold(word).casefold() not in kept}
    wholes = {r"[\s\-]+".join(map(re.escape, name.split())) for name in names}
    spelt = [f"(?i:{each})" for each in sorted(wholes, key=lambda x: (-len(x), x))]
    spelt += [f"{part}|{part.upper()}" for part in sorted(map(re.escape, parts), key=lambda x: (-len(x), x))]
    return re.sub(rf"(?<!\w)(?:{'|'.join(spelt)})(?!\w)", MASK, text)


@settings(max_examples=150, deadline=None)
@given(_NAMES, st.sets(_PARTS, max_size=2), _TEXTS)
@example(["İsmail Rose"], set(), "ismail rose and ISMAIL ROSE")
def test_what_is_covered_is_what_one_pattern_of_all_names_covers(names: list[str], shared: set[str], text: str) -> None:
    assert Masking(names, shared).cover(text) == at_once(names, shared, text)


def test_an_address_spells_a_name_only_in_its_words_and_their_order() -> None:
    masking = Masking(["Zarmina Ghorbandi", "Rose"], ())
    assert masking.spelt("https://example.org/a_Zarmina+Ghorbandi.html") and masking.spelt("https://example.org/rose")
    assert not masking.spelt("https://example.org/ghorbandi-zarmina") and not masking.spelt("https://example.org/roses")


def test_ten_thousand_names_are_covered_as_fast_as_ten() -> None:
    letters = "abcdefghij"
    names = [f"Q{a}{b}na R{c}{d}ta" for a in letters for b in letters for c in letters for d in letters]
    masking = Masking(names, ())
    begun = time.process_time()
    for _ in range(1000):
        assert masking.cover("The envoy met Qaana Rbcta and two of her friends in Kabul.").count(MASK) == 1
    assert time.process_time() - begun < 1
