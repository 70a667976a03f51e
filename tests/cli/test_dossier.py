from __future__ import annotations

from pathlib import Path

from verbale.record import Record

from .conftest import Verbale


def test_the_example_of_the_help(verbale: Verbale, tmp_path: Path):
    (tmp_path / "page.txt").write_text("Amir Khan Muttaqi met the Norwegian envoy in Kabul on 12 July 2023.", encoding="utf-8")
    assert verbale("init").code == verbale("add", "page.txt").code == 0
    ran = verbale("dossier", "Muttaqi", "--out", "muttaqi.html")
    assert ran.code == 0 and "wrote muttaqi.html" in ran.err
    assert "Dossier: Amir Khan Muttaqi" in (tmp_path / "muttaqi.html").read_text(encoding="utf-8")


def test_a_party_goes_to_stdout(verbale: Verbale, told: Record):
    ran = verbale("dossier", "Norway", "--since", "2023")
    assert ran.code == 0 and "With the de facto authorities: one contact" in ran.out


def test_of_people_outside_office_none_is_made(verbale: Verbale, told: Record):
    ran = verbale("dossier", "Koofi")
    assert ran.code == 2 and "acts in no office" in ran.err and "could harm" in ran.err
