"""Training the coder's ranker on passages of the project's own wording, coded by hand: ``python -m verbale.learning``."""
