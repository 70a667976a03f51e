from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from verbale.errors import DataError
from verbale.scoring.gold import load_gold

from .making import TEXT, act
from .test_notation import DOHA

SHA = hashlib.sha256(TEXT.encode()).hexdigest()


def write(folder: Path, key: str, **more: object) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"{key}.json"
    path.write_text(json.dumps({"id": key, "case": "afghanistan", "events": [act()], **more}), encoding="utf-8")
    return path


def test_words_beside_within_or_elsewhere(tmp_path: Path):
    folder, texts = tmp_path / "gold", tmp_path / "texts"
    texts.mkdir()
    write(folder, "beside", sha256=SHA)
    (folder / "beside.txt").write_text(TEXT, encoding="utf-8")
    write(folder, "within", text=TEXT, published="2024-05-15")
    write(folder, "elsewhere", sha256=SHA)
    write(folder, "away", sha256=SHA)
    (folder / "note.json").write_text("[]", encoding="utf-8")
    (texts / "elsewhere.txt").write_text(TEXT, encoding="utf-8")
    found = {d.key: d for d in load_gold(folder, texts).documents}
    assert {key: d.text for key, d in found.items()} == {"away": None, "beside": TEXT, "elsewhere": TEXT, "within": TEXT}
    assert found["within"].told["published"] == "2024-05-15" and len(found["away"].events) == 1
    assert [d.key for d in load_gold(folder / "within.json").documents] == ["within"]


def test_a_file_in_the_notation(tmp_path: Path):
    path = tmp_path / "own.txt"
    path.write_text(DOHA, encoding="utf-8")
    gold = load_gold(path)
    (document,) = gold.documents
    assert gold.name == "own" and document.key == "doha-envoys-2" and document.text and document.events[0]["type"] == "CONSULT"


def test_who_is_locked(tmp_path: Path):
    folder = tmp_path / "gold"
    for key in ("one", "two"):
        write(folder, key)
    write(folder, "three", locked=True)
    assert load_gold(folder).locked == {"three"}
    (tmp_path / "floors.toml").write_text('[gold]\nlocked = ["one", "gone"]\n[gold.open_floors]\nstrict = 0.5\n', encoding="utf-8")
    gold = load_gold(folder)
    assert gold.locked == {"one", "three"} and gold.floors.open_floors == {"strict": 0.5}


@pytest.mark.parametrize(
    ("floors", "told"),
    [
        ("[gold", "cannot be read"),
        ("[gold]\nlocked = 3", "cannot be read"),
        ("[gold.open_floors]\nbeauty = 1.0", "floor under beauty"),
    ],
)
def test_damaged_floors(tmp_path: Path, floors: str, told: str):
    write(tmp_path / "gold", "one")
    (tmp_path / "floors.toml").write_text(floors, encoding="utf-8")
    with pytest.raises(DataError, match=told):
        load_gold(tmp_path / "gold")


def test_what_is_no_gold(tmp_path: Path):
    folder = tmp_path / "gold"
    with pytest.raises(DataError, match="no coded documents"):
        load_gold(tmp_path)
    with pytest.raises(DataError, match="cannot be read"):
        load_gold(tmp_path / "nowhere.json")
    path = write(folder, "one", sha256=SHA, text="Other words.")
    with pytest.raises(DataError, match="not the one that was coded"):
        load_gold(folder)
    path.write_text("{", encoding="utf-8")
    with pytest.raises(DataError, match="as JSON"):
        load_gold(folder)
    path.write_text('{"events": []}', encoding="utf-8")
    with pytest.raises(DataError, match="has no 'id'"):
        load_gold(folder)
    write(folder, "one")
    write(folder, "two", id="one")
    with pytest.raises(DataError, match="two documents"):
        load_gold(folder)
    with pytest.raises(DataError, match="no folder"):
        load_gold(folder, tmp_path / "texts")
