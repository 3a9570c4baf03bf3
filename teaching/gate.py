"""Teach which sentences are worth asking the network about: `python -m teaching.gate`, after `teaching.teach`.

A weight for each piece of a word, by which the sum over a sentence tells whether it is likely to make any claim. What
the sum must be (`SILENT`) was chosen on the passages kept out of the teaching: about two in a hundred of their
sentences that make a claim lie below it, and four in ten of those that make none.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from teaching.passages import all_of
from teaching.rows import Row, Taking, rows_of, rows_of_frames
from teaching.teach import WEIGHTS, files_without

PIECES, AT_ONCE, EPOCHS = 30_522, 256, 6


def teach(rows: list[Row]) -> tuple[nn.EmbeddingBag, nn.Parameter]:
    """The weights of pieces and what is added to their sum."""
    weights, bias = nn.EmbeddingBag(PIECES, 1, mode="sum"), nn.Parameter(torch.zeros(1))
    nn.init.zeros_(weights.weight)
    optimiser = torch.optim.AdamW([*weights.parameters(), bias], lr=2e-2, weight_decay=0.02)
    for _ in range(EPOCHS):
        random.shuffle(rows)
        for first in range(0, len(rows), AT_ONCE):
            some = rows[first : first + AT_ONCE]
            told = torch.tensor([float(bool(row.labels)) for row in some])
            loss = functional.binary_cross_entropy_with_logits(_sums(weights, some) + bias, told)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
    return weights, bias


def _sums(weights: nn.EmbeddingBag, rows: Sequence[Row]) -> torch.Tensor:
    pieces = [np.unique(row.shown.words) for row in rows]
    starts = np.cumsum([0, *(len(each) for each in pieces[:-1])])
    sums: torch.Tensor = weights(torch.from_numpy(np.concatenate(pieces)), torch.from_numpy(starts))[:, 0]
    return sums


def main() -> None:
    """Read the passages, teach, store."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    asked.add_argument("--without", nargs="*", default=[], help="files that are kept out, by their stems")
    taking = Taking()
    rows = [row for one in all_of(files_without(asked.parse_args().without)) for row in rows_of(one, taking)]
    random.seed(0)
    torch.manual_seed(0)
    weights, bias = teach([*rows, *rows_of_frames(taking)])
    pieces = weights.weight.detach().numpy()[:, 0].astype(np.float16)
    np.savez_compressed(WEIGHTS / "gate.npz", allow_pickle=False, pieces=pieces, bias=bias.detach().numpy())


if __name__ == "__main__":
    main()
