"""Products of matrices for the language model: by the fast library that NumPy brings along, alike in every batch.

The library that the model asks by default leaves two thirds of a modern processor idle. The one that NumPy brings uses
another way for small matrices, which rounds otherwise; they are filled up with empty rows, so that what is said of a
sentence never hangs on which others are read beside it.
"""

from __future__ import annotations

import ctypes
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from thinc.api import NumpyOps

FULL = 128
"""Rows from which every way of multiplying is the same."""

Matrix = NDArray[np.float32]


class Matrices(NumpyOps):  # type: ignore[misc]
    """NumPy's products in place of the model's own."""

    def gemm(
        self, x: Matrix, y: Matrix, out: Matrix | None = None, trans1: bool = False, trans2: bool = False
    ) -> Matrix:
        """The product of two matrices, either of them turned first, into `out` where that is given."""
        left, right = x.T if trans1 else x, y.T if trans2 else y
        rows = left.shape[0]
        if rows < FULL:
            filled = np.zeros((FULL, left.shape[1]), dtype=left.dtype)
            filled[:rows] = left
            left = filled
        product: Matrix = (left @ right)[:rows]
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
    on_one_thread()
    ops = Matrices()
    for _, component in nlp.pipeline:
        for node in component.model.walk() if hasattr(component, "model") else ():
            node.ops = ops
