"""Templates in which every text is escaped, and what is not there is an error."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import Environment, PackageLoader, StrictUndefined


def templates(package: str, finalize: Callable[..., object] | None = None) -> Environment:
    """The templates of a package; `finalize` is what is done with whatever they print, before it is escaped."""
    return Environment(
        loader=PackageLoader(package),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
