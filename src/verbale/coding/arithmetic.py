"""Arithmetic with numbers in rows: which library does it, and that it keeps to one thread."""

from __future__ import annotations

import functools
from typing import Any

from threadpoolctl import threadpool_limits


@functools.cache
def one_thread() -> None:
    """Have products of matrices done in one thread: documents are read side by side, and the same on however many cores."""
    threadpool_limits(1, user_api="blas")


def by_numpy(nlp: Any) -> None:
    """Have a pipeline's products of matrices done by numpy's library, which knows the processor.

    The one that spaCy brings is built without it where it comes as a wheel, and takes three times as long.
    """
    from thinc.api import NumpyOps

    one_thread()
    ops = NumpyOps(use_blis=False)
    models = (model for _, part in nlp.pipeline if (model := getattr(part, "model", None)) is not None)
    for layer in (layer for model in models for layer in model.walk() if isinstance(layer.ops, NumpyOps)):
        layer.ops = ops
