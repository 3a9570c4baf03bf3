"""The stored network's weights given back to a model, so that teaching can go on from them: near what was stored.

They were stored in whole numbers with a scale for each column; what was lost then is lost.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from teaching.model import Model

LEADING = "model."
ORDER = ("q", "k", "v", "o", "f1", "f2")
"""The matrices of a layer, in the order in which they are multiplied."""


def go_on_from(path: Path, model: Model) -> None:
    """Give a model the weights of a stored network; what is new in the model stays as it is, the words as well."""
    held = {one.name: numpy_helper.to_array(one) for one in onnx.load(path).graph.initializer}
    found = {name.removeprefix(LEADING): value for name, value in held.items() if name.startswith(LEADING)}
    whole = {name: _whole(name, held) for name in held if name.endswith("_quantized")}
    matrices = [whole[name].T for name in whole if not name.startswith(LEADING)]
    for number, matrix in enumerate(matrices):
        found[f"layers.{number // len(ORDER)}.{ORDER[number % len(ORDER)]}.weight"] = matrix
    for name, value in whole.items():
        if name.startswith(LEADING):
            bare = name.removeprefix(LEADING).removesuffix("_quantized")
            found[bare.removesuffix("_Transposed")] = value.T if bare.endswith("_Transposed") else value
    for name, own in model.named_parameters():
        if not name.startswith("words."):
            _fill(own.data, torch.from_numpy(np.array(found[name], dtype=np.float32)), name)


def _whole(
    name: str, held: dict[str, np.ndarray[tuple[int, ...], np.dtype[np.generic]]]
) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """A matrix of whole numbers in the numbers that it stands for."""
    bare = name.removesuffix("_quantized")
    given = held[name].astype(np.float32) - held[bare + "_zero_point"].astype(np.float32)
    return np.asarray(given * held[bare + "_scale"].astype(np.float32), dtype=np.float32)


def _fill(own: torch.Tensor, stored: torch.Tensor, name: str) -> None:
    """Put what was stored where it stood; further rows of the model's stay. Raises ValueError where it is no part."""
    if own.dim() != stored.dim() or any(mine < theirs for mine, theirs in zip(own.shape, stored.shape, strict=True)):
        raise ValueError(f"the stored {name} is no part of the model's: {tuple(stored.shape)}, {tuple(own.shape)}")
    own[tuple(slice(0, size) for size in stored.shape)] = stored
