"""Which language a text is in: by its script and letters where they settle it, else by py3langid.

Letters decide what statistics cannot in a short text: Bengali script is Bengali, retroflex letters are Urdu's, and so
on. The statistics are asked only among languages that are written in the script of the text, and are believed only as
far as they are sure.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier  # type: ignore[import-untyped]

SAMPLE = 6_000
"""How many characters of a text, from its beginning and its middle, are looked at."""

_SHORT = 400
_SURE = 0.5
_LIKELY = 0.3
_LETTERS = re.compile(r"[^\W\d_]")
_ARABIC = re.compile(r"[\u0620-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
_BENGALI = re.compile(r"[\u0985-\u09b9\u09ce\u09dc-\u09e1\u09f0\u09f1]")
_ASSAMESE = re.compile(r"[ৰৱ]")
_ENGLISH = re.compile(
    r"\b(?:[Tt]he|of|and|was|were|has|had|been|is|by|with|from|that|his|their|who|which|joined|killed|said)\b"
)
_ARABIC_ONLY = re.compile(r"[ةىأإ]")
_OWN_LETTERS = (
    ("ps", re.compile(r"[ښځڅېۍڼړږګ]")),
    ("ku", re.compile(r"[ەڕڵۆێڤ]")),
    ("ur", re.compile(r"[ٹڈڑںےہھ]")),
)
_PASHTO_OF = re.compile(r"(?<!\S)د\s+\w")
_BEYOND_ARABIC = re.compile(r"[پچژگیک]")
_ARABIC_SCRIPT = ("ar", "fa", "ur", "ps", "ku", "ug")
_OTHER_SCRIPTS = tuple(
    """
    af am az be bg bs ca cs da de el en es et eu fi fr ga gu ha he hi hr hu hy id ig is it ja ka kk km kn ko ku ky lg ln
    lo lt lv mg mk ml mn mr ms mt my ne nl no om or pa pl pt ro ru rw si sk sl sn so sq sr st sv sw ta te tg th tk tl tr
    tt uk uz vi xh yo zh zu
    """.split()
)


def identify(text: str) -> str:
    """The ISO 639-1 code of the language that most of `text` is in, or `""` where it cannot be told."""
    sample = _sample(text)
    letters = len(_LETTERS.findall(sample))
    if not letters:
        return ""
    if len(_BENGALI.findall(sample)) * 2 > letters:
        return "as" if _ASSAMESE.search(sample) else "bn"
    if len(_ARABIC.findall(sample)) * 2 > letters:
        return _in_arabic_script(sample, letters)
    ranked = _rank(sample, _OTHER_SCRIPTS)
    best, trust = max(ranked.items(), key=lambda item: item[1])
    if trust >= _SURE:
        return best
    if _ENGLISH.search(sample) and ranked["en"] * 2 >= trust:
        return "en"
    return best if trust >= _LIKELY else ""


def _in_arabic_script(sample: str, letters: int) -> str:
    if letters >= _SHORT:
        ranked = _rank(sample, _ARABIC_SCRIPT)
        return max(ranked, key=ranked.__getitem__)
    counts = {language: len(own.findall(sample)) for language, own in _OWN_LETTERS}
    most = max(counts, key=counts.__getitem__)
    if counts[most]:
        return most
    if _PASHTO_OF.search(sample):
        return "ps"
    if _BEYOND_ARABIC.search(sample):
        among: tuple[str, ...] = ("fa", "ur", "ps")
    else:
        among = ("ar",) if _ARABIC_ONLY.search(sample) else _ARABIC_SCRIPT[:4]
    ranked = _rank(sample, among)
    return max(ranked, key=ranked.__getitem__)


def _sample(text: str) -> str:
    if len(text) <= SAMPLE:
        return text
    part, middle = SAMPLE // 2, len(text) // 2
    return f"{text[:part]}\n{text[middle : middle + part]}"


def _rank(sample: str, among: tuple[str, ...]) -> dict[str, float]:
    """How likely each language of `among` is, by py3langid; the sum is 1."""
    scores = {language: trust for language, trust in _identifier().rank(sample) if language in among}
    whole = sum(scores.values())
    return {language: scores.get(language, 0.0) / whole if whole else 0.0 for language in among}


@cache
def _identifier() -> LanguageIdentifier:
    # Loaded at the first text that needs it, and our own: the library's shared one can be restricted by anyone.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
