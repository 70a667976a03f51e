"""A worker whose coder does what the document says: codes it, fails on it, or dies over it."""

from __future__ import annotations

import hashlib
import sys

from verbale.model import Document

CODE = """
import os, time
from verbale.engines import worker
from verbale.errors import DataError
from verbale.model import Coded

class Fake:
    def __init__(self, case, settings):
        self.settings = settings
    def code(self, document):
        print("a library talks")
        if "die" in document.text:
            os._exit(9)
        if "fail" in document.text:
            raise RuntimeError("no such luck")
        if "missing" in document.text:
            raise DataError("the pipeline is not installed", "install it")
        if "slow" in document.text:
            time.sleep(600)
        return Coded(document=document, coder="fake@1")

worker.Coder = Fake
worker.main()
"""
COMMAND = (sys.executable, "-P", "-c", CODE)


def document(text: str) -> Document:
    return Document(id=text, sha256=hashlib.sha256(text.encode()).hexdigest(), text=text, key=text)
