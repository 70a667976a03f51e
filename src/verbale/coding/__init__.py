"""Text to events: segment, scan, parse, mentions, coreference, generate, rank, decide, and the facets.

:class:`verbale.coding.coder.Coder` runs the stages; nothing here reads a file but the packs' tables.
"""
