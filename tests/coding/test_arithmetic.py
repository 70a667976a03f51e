"""Arithmetic: the pipeline's is done by the library that knows the processor, and in one thread however many cores there are."""

from __future__ import annotations

from thinc.api import NumpyOps
from threadpoolctl import threadpool_info

from verbale.coding.parse import pipeline
from verbale.settings import Settings


def test_all_parts_of_a_pipeline_have_their_products_done_by_numpy() -> None:
    nlp, namers = pipeline(Settings().pipeline)
    parts = [part for part in [*(part for _, part in nlp.pipeline), *namers] if getattr(part, "model", None) is not None]
    layers = [layer for part in parts for layer in part.model.walk()]
    assert len(parts) > 2
    assert all(isinstance(layer.ops, NumpyOps) and not layer.ops.use_blis for layer in layers)


def test_a_pipeline_is_kept_to_one_thread() -> None:
    pipeline(Settings().pipeline)
    assert {pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"} == {1}
