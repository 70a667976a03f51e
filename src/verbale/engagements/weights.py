"""What speaks for and against two events being one act, in log-odds; a sum above nothing makes a match."""

from __future__ import annotations

PRIOR = {"occasion": -2.5, "visit": -2.5, "letter": -2.5, "speech": -4.0, "deed": -3.0}
"""Before anything else is known of two events of a family that share a party or a person near one day."""

BOTH_SIDES = 1.5
FURTHER_PARTY = 0.4
ONE_PARTY = 0.5
VISITOR = 1.0
EITHER_WAY = 1.0
"""What two did together, told of the one with the other, and of the other with the one."""
SESSION = 3.0
"""One session of a series that the catalogue knows."""
ODD_PARTY = -0.6
ODD_AT_MOST = -2.0
ASIDE = -6.0
"""Two who are at a conference meet beside it as well: that is another act."""
PEOPLE = 2.0
"""People of one party that both name; once more for those of another party."""
COMPANY = -1.0
"""Different people of one party, of whom the other document knows both."""
OTHERS = -2.5
"""Different people of one party at an occasion of many."""

LEVELS = -1.0
"""Nobody named by both for a party, and its level two steps apart: others, most likely."""

SAME_DAY = 2.0
NEAR_PUBLICATION = 1.2
BOTH_BY_PUBLICATION = 1.1
WITHIN = 0.0
SAME_WEEK = 0.5
UNDATED = -0.5
AWAITED = -0.5
NEXT_DAY = -1.0

SAME_PLACE = 1.0
SAME_COUNTRY = 0.4
ABROAD = 0.8
"""More where the place is in the country of none of those who took part, nor under an authority, whom everybody visits."""
OTHER_PLACE = -1.0
OTHER_COUNTRY = -2.0
BESIDE = -1.0
"""The words of one set it off from another act: "likewise met"."""
OTHER_CHANNEL = -6.0
OTHER_MODE = -0.3

MILD = -0.5
"""What an announcement and its outcome, or an undated report, may differ by where there is but one act that it can be."""
ONLY = 1.2
"""There is but one act that it can be."""
STORY = 3.0
"""Said or done between the parties to an act that both documents tell of, about then."""

SAME_TOPICS = 1.0
OTHER_TOPICS = -1.5
SAME_WORDS = 4.0
TELLING = 1.5
"""Two words or more in common that hardly any other act has."""
LIKE_WORDS = 2.0
OTHER_WORDS = -2.0

READ_TWICE = 3.0
"""One document's words, read as two acts of one kind; more by the share of the words in common."""
RATHER = 0.1
TOLD_AGAIN = 2.5
JOINED = 1.5

STATUS = {
    frozenset({"happened", "ongoing"}): 0.0,
    frozenset({"happened", "denied"}): -0.5,
    frozenset({"happened", "planned"}): -0.5,
    frozenset({"planned", "cancelled"}): -0.5,
    frozenset({"planned", "refused"}): -0.5,
    frozenset({"planned", "denied"}): -0.5,
    frozenset({"planned", "ongoing"}): -0.5,
    frozenset({"planned", "proposed"}): -0.5,
    frozenset({"refused", "denied"}): -0.5,
    frozenset({"refused", "cancelled"}): -0.5,
}
"""Reports that differ in what became of an act; what was announced on a day and told of on that day is one."""
OTHER_STATUS = -2.0

MODES_APART = -1.5
"""Deeds of one type and different modes."""

DECIDED = 9.0
"""A person's judgement."""
