"""Products of matrices for the language model: by the fast library that NumPy brings along, alike in every batch.

The library that the model asks by default leaves two thirds of a modern processor idle. The one that NumPy brings
rounds a row otherwise in another place of a matrix: which places are alike hangs on the processor, for each of which it
has code of its own. Two ways of asking it are known that make a row's place matter nowhere; the first that keeps its
word on this machine, on trial, is taken, and where neither does, the library that the model asks by default. So what is
said of a sentence never hangs on which others are read beside it.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from thinc.api import NumpyOps

FULL = 128
"""Rows from which every way of multiplying is the same, on processors with wide registers."""
MARGIN = 16
"""Rows at either end of a matrix that are taken otherwise than those between, where it is turned."""
AT_ONCE = 256
"""Rows of one turned product, its margins apart: the library cuts what is much longer into parts."""
TRIED = ((96, 50), (96, 288), (288, 128), (384, 288))
"""Columns of either matrix in the products that ways are tried with: the model's are of such sizes."""

Matrix = NDArray[np.float32]
Way = Callable[[Matrix, Matrix], Matrix]


def filled(left: Matrix, right: Matrix) -> Matrix:
    """The product, the first matrix filled up with empty rows."""
    rows = left.shape[0]
    if rows < FULL:
        more = np.zeros((FULL, left.shape[1]), dtype=left.dtype)
        more[:rows] = left
        left = more
    product: Matrix = (left @ right)[:rows]
    return product


def turned(left: Matrix, right: Matrix) -> Matrix:
    """The product by way of both matrices turned, in parts of one size, each with empty rows around it."""
    rows = left.shape[0]
    out = np.empty((rows, right.shape[1]), dtype=left.dtype)
    padded = np.zeros((min(AT_ONCE, -(-rows // MARGIN) * MARGIN) + 2 * MARGIN, left.shape[1]), dtype=left.dtype)
    for first in range(0, rows, AT_ONCE):
        part = left[first : first + AT_ONCE]
        padded[MARGIN : MARGIN + len(part)] = part
        out[first : first + AT_ONCE] = (right.T @ padded.T).T[MARGIN : MARGIN + len(part)]
    return out


@lru_cache(maxsize=1)
def way() -> Way | None:
    """The first way that is alike for a row wherever it stands, on this machine; None where none is."""
    on_one_thread()
    return next((one for one in (filled, turned) if is_alike(one)), None)


def is_alike(one: Way) -> bool:
    """Whether a way gives the same of a row wherever it stands, as far as a trial tells."""
    draw = np.random.default_rng(0)
    for inner, outer in TRIED:
        row, right = (draw.standard_normal(size, dtype="float32") for size in ((1, inner), (inner, outer)))
        wanted = one(row, right)
        for rows in (7, 129, 300, 1000):
            if (one(np.repeat(row, rows, axis=0), right) != wanted).any():
                return False
    return True


class Matrices(NumpyOps):  # type: ignore[misc]
    """NumPy's products in place of the model's own."""

    def gemm(
        self, x: Matrix, y: Matrix, out: Matrix | None = None, trans1: bool = False, trans2: bool = False
    ) -> Matrix:
        """The product of two matrices, either of them turned first, into `out` where that is given."""
        multiplied = way()
        if multiplied is None:
            given: Matrix = super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
            return given
        product = multiplied(x.T if trans1 else x, y.T if trans2 else y)
        if out is None:
            return product
        out[:] = product
        return out


THREADS = ("scipy_openblas_set_num_threads64_", "scipy_openblas_set_num_threads", "openblas_set_num_threads")
"""What the function is called that sets the number of threads, in the library's several builds."""


def on_one_thread() -> None:
    """Keep NumPy's library to one thread: for matrices as small as these, several only wait for each other.

    A library that is not found where NumPy brings it is left as it is.
    """
    home = Path(np.__file__).parent
    for folder in (home.parent / "numpy.libs", home / ".dylibs"):
        for path in folder.glob("*openblas*"):
            library = ctypes.CDLL(str(path))
            for name in THREADS:
                if hasattr(library, name):
                    getattr(library, name)(1)


def use_in(nlp: Language) -> None:
    """Let every component of a pipeline multiply so."""
    ops = Matrices()
    for _, component in nlp.pipeline:
        for node in component.model.walk() if hasattr(component, "model") else ():
            node.ops = ops
