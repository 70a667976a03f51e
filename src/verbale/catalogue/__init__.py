"""What is known beforehand: parties, authorities by date, persons and offices, bodies, places, instruments, frames.

Loaders only; the facts are data in :mod:`verbale.cases`, each with its source.
"""

from verbale.catalogue.world import World, load_world

__all__ = ["World", "load_world"]
