"""Who is who: actors whom no catalogue knows, whom they may be, the offices that they held, and what contradicts itself.

Nothing here merges anybody. Whoever is unknown is a candidate with evidence; that it is somebody known is a judgement of a person,
a row in the ledger, and can be taken back.
"""
