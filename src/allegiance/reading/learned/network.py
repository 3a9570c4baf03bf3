"""The network: a small transformer over a sentence and a judge of pairs, computed by ONNX Runtime.

It began as all-MiniLM-L6-v2 (Apache-2.0; Wang et al. 2020, Reimers and Gurevych 2019) and was taught on passages of our
own; `teaching/` tells how. Its matrices are whole numbers of eight bits, of which seven are used, so that nothing
overflows on older processors.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from allegiance.errors import BadModel
from allegiance.model import digest
from allegiance.reading.learned.drawing import Drawn
from allegiance.reading.learned.labels import SAME
from allegiance.reading.learned.pieces import Pieces

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Matrix = NDArray[np.float32]
PARTS = ("network.onnx", "gate.npz", "pieces.txt")
"""The files that the weights stand in, and the list of word pieces."""
SILENT = -2.4
"""The sum of its words' weights below which a sentence hardly makes a claim, so that it is not worth asking about."""


@dataclass(frozen=True, slots=True)
class Network:
    """The network, ready to be asked. `digest` is that of the files it came from."""

    pieces: Pieces
    session: InferenceSession
    gate: tuple[Matrix, float]
    digest: str

    def is_silent(self, shown: Drawn) -> bool:
        """Whether the words of a sentence are such as hardly ever make a claim: then it is not worth asking about."""
        weights, bias = self.gate
        return float(weights[np.unique(shown.words)].sum()) + bias < SILENT

    def answers(self, shown: Drawn, candidates: int) -> Matrix:
        """How probable each label is of each two candidates: candidates × candidates × labels and stances."""
        given = {"pieces": shown.pieces, "marks": shown.marks, "pairs": shown.pairs}
        out = np.zeros((candidates, candidates, SAME + 1), dtype=np.float32)
        out[shown.asked[:, 0], shown.asked[:, 1]] = self.session.run(None, given)[0]
        return out


@cache
def load_network() -> Network:
    """The packaged network. Raises BadModel where its files are not whole."""
    folder = files("allegiance.reading.learned") / "weights"
    try:
        graph, gate, known = ((folder / part).read_bytes() for part in PARTS)
        name = digest([SILENT, *(hashlib.sha256(part).hexdigest() for part in (graph, gate, known))])
        stored = np.load(BytesIO(gate), allow_pickle=False)
        weights = (stored["pieces"].astype(np.float32), float(stored["bias"][0]))
        return Network(Pieces(known.decode("utf-8").split("\n")), _session(graph), weights, name)
    except (OSError, KeyError, ValueError) as error:
        raise BadModel(
            f"the network cannot be read: {error}", hint="install allegiance anew: its files are not whole"
        ) from error


def _session(graph: bytes) -> InferenceSession:
    """The graph, ready to be computed on one thread: reports are shared out among processes."""
    from onnxruntime import InferenceSession, SessionOptions, disable_telemetry_events

    disable_telemetry_events()  # What is built for Windows would tell its maker of each session.
    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_mem_pattern = False  # Every sentence has another shape, and each would be remembered.
    try:
        # Its sum and norm in one step is slower by a quarter of the whole than both apart.
        apart = ["SkipLayerNormFusion"]
        return InferenceSession(graph, options, providers=["CPUExecutionProvider"], disabled_optimizers=apart)
    except Exception as error:  # Those of ONNX Runtime have no other class in common.
        raise ValueError(str(error)) from error
