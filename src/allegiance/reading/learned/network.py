"""The network: a small transformer over a sentence and a judge of pairs, computed with NumPy alone.

It began as all-MiniLM-L6-v2 (Apache-2.0; Wang et al. 2020, Reimers and Gurevych 2019) and was taught on passages of our
own; `teaching/` tells how. Weights are stored in a quarter of their size, as whole numbers of eight bits with a scale
for each row.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from allegiance.errors import BadModel
from allegiance.model import digest
from allegiance.reading.learned.drawing import Drawn
from allegiance.reading.learned.labels import LABELS, STANCES
from allegiance.reading.learned.pieces import Pieces

Matrix = NDArray[np.float32]
PARTS = ("words.npz", "network.npz", "gate.npz")
"""The files that the weights stand in."""
HEADS = 12
SILENT = -2.4
"""The sum of its words' weights below which a sentence hardly makes a claim, so that it is not worth asking about."""
SMALL = np.float32(1e-12)
"""What keeps a row without variance from being divided by nothing."""
ROOT = np.float32(np.sqrt(2 / np.pi))


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer of the transformer."""

    query: tuple[Matrix, Matrix]
    key: tuple[Matrix, Matrix]
    value: tuple[Matrix, Matrix]
    out: tuple[Matrix, Matrix]
    first: tuple[Matrix, Matrix]
    second: tuple[Matrix, Matrix]
    norms: tuple[tuple[Matrix, Matrix], tuple[Matrix, Matrix]]


@dataclass(frozen=True, slots=True)
class Network:
    """The weights, ready to be asked. `digest` is that of the files they came from."""

    pieces: Pieces
    words: NDArray[np.int8]
    scales: Matrix
    places: Matrix
    marks: Matrix
    norm: tuple[Matrix, Matrix]
    layers: tuple[Layer, ...]
    judge: Mapping[str, Matrix]
    gate: tuple[Matrix, float]
    digest: str

    def is_silent(self, shown: Drawn) -> bool:
        """Whether the words of a sentence are such as hardly ever make a claim: then it is not worth asking about."""
        weights, bias = self.gate
        return float(weights[np.unique(shown.pieces[shown.marks == 0])].sum()) + bias < SILENT

    def answers(self, shown: Drawn, candidates: int) -> Matrix:
        """How probable each label is of each two candidates: candidates × candidates × labels and stances."""
        states = self._states(shown)
        one, other, over, distance, way = shown.pairs.T
        judge = self.judge
        left, right = states @ judge["a"] + judge["a0"], states @ judge["b"] + judge["b0"]
        z = left[one] + right[other] + (states @ judge["c"])[one] * (states @ judge["c2"])[other]
        z += (states @ judge["l"])[over] + judge["dist"][distance] + judge["path"][way]
        z[one == other] += judge["same"]
        z = _gelu(z)
        z += _gelu(z @ judge["h"] + judge["h0"])
        told = 1 / (1 + np.exp(-(z @ judge["out"] + judge["out0"])))
        out = np.zeros((candidates, candidates, len(LABELS) + len(STANCES)), dtype=np.float32)
        out[shown.asked[:, 0], shown.asked[:, 1]] = told
        return out

    def _states(self, shown: Drawn) -> Matrix:
        x = self.words[shown.pieces] * self.scales[shown.pieces, None]
        marked = shown.marks > 0
        x[marked] = self.marks[shown.marks[marked]]
        x = _normal(x + self.places[: len(x)], self.norm)
        for layer in self.layers:
            x = _through(x, layer)
        return x


def _through(x: Matrix, layer: Layer) -> Matrix:
    rows, width = x.shape
    query, key, value = (
        (x @ weight + bias).reshape(rows, HEADS, width // HEADS).transpose(1, 0, 2)
        for weight, bias in (layer.query, layer.key, layer.value)
    )
    weights = query @ key.transpose(0, 2, 1) / np.float32(np.sqrt(width // HEADS))
    weights = np.exp(weights - weights.max(axis=-1, keepdims=True))
    weights /= weights.sum(axis=-1, keepdims=True)
    seen = (weights @ value).transpose(1, 0, 2).reshape(rows, width)
    x = _normal(x + seen @ layer.out[0] + layer.out[1], layer.norms[0])
    inner = _gelu(x @ layer.first[0] + layer.first[1])
    return _normal(x + inner @ layer.second[0] + layer.second[1], layer.norms[1])


def _normal(x: Matrix, norm: tuple[Matrix, Matrix]) -> Matrix:
    middle = x - x.mean(axis=-1, keepdims=True)
    spread = np.sqrt((middle * middle).mean(axis=-1, keepdims=True) + SMALL)
    out: Matrix = middle / spread * norm[0] + norm[1]
    return out


def _gelu(x: Matrix) -> Matrix:
    out: Matrix = np.float32(0.5) * x * (1 + np.tanh(ROOT * (x + np.float32(0.044715) * x * x * x)))
    return out


@cache
def load_network() -> Network:
    """The packaged network. Raises BadModel where its files are not whole."""
    folder = files("allegiance.reading.learned") / "weights"
    try:
        raw = [(folder / part).read_bytes() for part in PARTS]
        known = (folder / "pieces.txt").read_text(encoding="utf-8").split("\n")
        words, rest, gate = (np.load(BytesIO(part), allow_pickle=False) for part in raw)
        name = digest([SILENT, *(hashlib.sha256(part).hexdigest() for part in raw)])
        return _network(words, _whole(rest), _whole(gate), known, name)
    except (OSError, KeyError, ValueError) as error:
        raise BadModel(
            f"the network's weights cannot be read: {error}", hint="install allegiance anew: its files are not whole"
        ) from error


def _whole(stored: Mapping[str, NDArray[np.generic]]) -> dict[str, Matrix]:
    """Matrices as numbers again: those stored as whole numbers times their rows' scales, turned about."""
    out: dict[str, Matrix] = {}
    for name in stored:
        if name.endswith("/scale"):
            continue
        value = np.asarray(stored[name]).astype(np.float32)
        scale = f"{name}/scale"
        if scale in stored:
            value = np.ascontiguousarray((value * np.asarray(stored[scale]).astype(np.float32)[:, None]).T)
        out[name] = value
    return out


def _network(
    words: Mapping[str, NDArray[np.generic]], weights: Mapping[str, Matrix], gate: Mapping[str, Matrix],
    known: Sequence[str], name: str,
) -> Network:  # fmt: skip
    def pair(part: str) -> tuple[Matrix, Matrix]:
        return weights[f"{part}.weight"], weights[f"{part}.bias"]

    def layer(i: int) -> Layer:
        parts = {part: pair(f"{i}.{part}") for part in ("q", "k", "v", "o", "f1", "f2", "n1", "n2")}
        return Layer(
            parts["q"], parts["k"], parts["v"], parts["o"], parts["f1"], parts["f2"], (parts["n1"], parts["n2"])
        )  # fmt: skip

    layers = tuple(layer(i) for i in range(sum(1 for key in weights if key.endswith(".q.weight"))))
    judge = {key.removeprefix("judge."): value for key, value in weights.items() if key.startswith("judge.")}
    return Network(
        Pieces(known), np.asarray(words["words"]).astype(np.int8), np.asarray(words["scales"]).astype(np.float32),
        weights["places"], weights["marks"], pair("norm"), layers, judge,
        (gate["pieces"], float(gate["bias"][0])), name,
    )  # fmt: skip
