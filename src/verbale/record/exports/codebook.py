"""What each column of a table of events holds, in words: printed beside the table wherever it goes."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "id": "the event's id: a hash of document, span, type and parties",
    "document": "the document's id",
    "key": "the id that the input gave",
    "path": "the file that was read",
    "url": "the document's address",
    "title": "the document's title",
    "publisher": "who published it",
    "published": "when it was published: day, month or year",
    "type": "type of the act (codebook, section 2)",
    "mode": "mode of the act",
    "status": "what became of it; only happened and ongoing count as engagement",
    "source_parties": "parties that acted",
    "target_parties": "parties towards whom they acted",
    "host_parties": "parties that hosted",
    "mediator_parties": "parties that brought others together",
    "participants": "everybody in it, as written",
    "date": "when it was, as exact as it is told",
    "date_precision": "how exact the date is",
    "date_basis": "where the date comes from",
    "place": "city",
    "place_country": "country of the place, ISO 3166 alpha-3",
    "channel": "in person, by phone, video or letter",
    "format": "bilateral, multilateral or mediated",
    "visibility": "public or private",
    "venue": "whose place it was",
    "level": "highest level present, for each party",
    "publicised_by": "parties whose own account is passed on",
    "women_present": "whether women were present",
    "disclaimer": "whether a party says that it means no recognition",
    "topics": "what it was about",
    "instruments": "treaties, resolutions and courts that are cited",
    "tools": "pressure or inducement that is named",
    "needs": "humanitarian needs that are named",
    "count": "how often, where a number is given",
    "attribution": "whose account the passage gives",
    "evidence": "the exact words that report it",
    "evidence_start": "where they begin, in code points",
    "evidence_end": "where they end",
    "confidence": "how sure the coder is of its reading, 0 to 1",
    "complete": "whether every party is told that the type needs; others are outside every count",
    "in_case": "whether it touches the case; others are outside the case's figures",
    "coder": "who or what read it",
    "verdict": "what a person decided of it; empty: nobody looked at it",
    "reviewer": "who decided",
}
"""Every column of ``csv.COLUMNS``, and what it holds."""

ABOUT = (
    "An event is one act between parties as one document tells it: the same act told by two documents makes two rows.",
    "A row without a verdict was read by a program, and nobody has looked at it.",
    "Counts say what was reported in the documents that were read, never how often things happen.",
)
"""What a reader of a table must know before counting."""
