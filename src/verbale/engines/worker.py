"""A worker of the local engine: ``python -m verbale.engines.worker``, documents in by standard input, answers out.

It ends when its input ends, so that no worker outlives an engine that was killed.
"""

from __future__ import annotations

from typing import BinaryIO

from verbale.coding.coder import Coder
from verbale.engines.light import import_spacy
from verbale.engines.messages import Answer, Order
from verbale.engines.one import code_one
from verbale.errors import VerbaleError
from verbale.framing import answer_by_stdio, receive, send
from verbale.model import Coded, Document


def main() -> None:
    """Answer until there is nothing more to answer."""
    answer_by_stdio(serve)


def serve(stdin: BinaryIO, out: BinaryIO) -> None:
    """Take the order, then answer every document."""
    order = receive(stdin, Order)
    import_spacy()
    coder: Coder | None = None
    while order and (document := receive(stdin, Document)) is not None:
        try:
            coder = coder or Coder(order.case, order.settings)
            found = code_one(coder, document)
            answer = Answer(coded=found) if isinstance(found, Coded) else Answer(aside=found)
        except VerbaleError as error:
            answer = Answer(failure=(type(error).__name__, error.message, error.hint))
        send(out, answer)


if __name__ == "__main__":
    main()
