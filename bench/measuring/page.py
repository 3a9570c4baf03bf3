"""Markdown: tables and figures in one form."""

from __future__ import annotations

from collections.abc import Sequence

from bench.measuring.scoring import Figure


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table. The first column is words and stands left, the others are figures and stand right."""
    rule = ["---", *(["---:"] * (len(heads) - 1))]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (heads, rule, *rows))


def share(value: float) -> str:
    """A share of one, to three places."""
    return f"{value:.3f}"


def prf(figure: Figure) -> list[str]:
    """Precision, recall and F1 as three cells."""
    return [share(figure.precision), share(figure.recall), share(figure.f1)]


def counts(figure: Figure) -> str:
    """Right, said and gold as one cell."""
    return f"{figure.right}/{figure.said}/{figure.gold}"
