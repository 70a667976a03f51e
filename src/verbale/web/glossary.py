"""What the words at the heads of tables mean, for who has not read how the acts are coded."""

from __future__ import annotations

HEADS = {
    "Adjudicated": "A person decided between two readings",
    "Apart": "How far two accounts differ: 0 is alike, 1 is nothing in common",
    "Both": "Contact with the authorities and with others on one occasion; it stands in either number too",
    "Contacts": "Contact that took place between a named party from outside and one of the country",
    "Effective classes": "1 if a party always met the same class; the more, the more evenly it met several",
    "Engagements": "Acts in the world, each once, however many documents tell of it",
    "Events": "Acts, each as one document tells it",
    "Highest": "The highest step towards recognition that is known; L10 is the highest there is",
    "In law": "Whether the party recognised the authorities in so many words, by whose account",
    "Less sure contacts": "What a program read and no sentence plainly tells; in no other number",
    "Pooled": "The share, drawn towards that of all parties the more, the less was read of this one",
    "Rank offered": "The highest office that the party sent to meet the authorities",
    "Step": "How far an act goes towards recognition, from L0 to L10",
    "Told by the authority alone": "Of the acts with anybody's own account, those of which only the authorities gave one",
    "Turns at": "How many times as likely their own meetings must be to become known, for the others to be in the majority",
    "What modifies it": "What makes an act weigh less or more than its step",
    "With the coder's error": "The same with what is known of how often the program is wrong",
}
"""The heads, each with a sentence that stands behind it, and in the help."""
