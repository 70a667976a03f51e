"""Coding a second time, blind: passages drawn at random, how far two people agree on them, and what is decided between them."""
