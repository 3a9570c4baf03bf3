"""The language model: its weights are the pinned ones, or it does not load."""

from __future__ import annotations

import importlib
import shutil
from pathlib import Path

import pytest

from allegiance.errors import BadModel
from allegiance.reading import model


@pytest.fixture(scope="module")
def home() -> Path:
    """The folder of the installed model."""
    root = Path(str(importlib.import_module(model.MODEL).__file__)).parent
    return next(p for p in root.iterdir() if p.is_dir() and p.name.startswith(model.MODEL))


@pytest.fixture
def copied(home: Path, tmp_path: Path) -> Path:
    """A copy of the weights alone."""
    for part in model.PINNED:
        (tmp_path / part).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(home / part, tmp_path / part)
    return tmp_path


def test_the_installed_weights_are_the_pinned_ones_wherever_they_lie(home: Path, copied: Path) -> None:
    assert model.verify(home) == model.verify(copied)


@pytest.mark.parametrize("part", sorted(model.PINNED))
def test_one_changed_byte_in_any_weight_file_is_refused(copied: Path, part: str) -> None:
    weights = bytearray((copied / part).read_bytes())
    weights[len(weights) // 2] ^= 1
    (copied / part).write_bytes(bytes(weights))
    with pytest.raises(BadModel, match="is not the file that was pinned") as caught:
        model.verify(copied)
    assert part in str(caught.value)
    assert "reinstall" in caught.value.hint


def test_a_model_that_is_not_installed_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "MODEL", "en_core_web_none")
    with pytest.raises(BadModel) as caught:
        model.load_models()
    assert "not installed" in str(caught.value)
    assert caught.value.hint.startswith("pip install ")


def test_the_part_that_guesses_at_names_is_left_out() -> None:
    names = model.load_models().grammar.pipe_names
    assert ("parser" in names, "ner" in names) == (True, False)
