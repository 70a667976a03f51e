"""Tables and maps for the tests of importing: a plain one, with what a test changes in it."""

from __future__ import annotations

from pathlib import Path

HEAD = "No,Date,Visitor,Country,Met,Side,City,Reported by,Link,Words"
MAP = """
[table]
name = "List"
coder = "anna"
basis = "announcements of the ministry"

[columns]
key = "No"
date = "Date"
source = "Visitor"
source_party = "Country"
target = "Met"
target_party = "Side"
place = "City"
publisher = "Reported by"
url = "Link"
words = "Words"

[fixed]
type = "CONSULT"
mode = "meet"

[values.source_party]
"the kingdom" = "NOR"

[values.target_party]
"authorities" = "AFG-AUTH"
"""
ROW = "1,9 January 2023,Paul Klouman Bekken,Norway,Amir Khan Muttaqi,authorities,Kabul,Notes,,"


def table(folder: Path, *rows: str, head: str = HEAD) -> Path:
    path = folder / "list.csv"
    path.write_text("\n".join((head, *rows)) + "\n", encoding="utf-8")
    return path


def map_file(folder: Path, words: str = MAP) -> Path:
    path = folder / "map.toml"
    path.write_text(words, encoding="utf-8")
    return path
