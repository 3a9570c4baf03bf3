"""Lists of words that comparing names rests on: given names, names borne among Muslims, legal forms, common words.

Each is a text file beside this one, read when it is first asked for. A line that begins with `#` is a comment.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from allegiance.actors.romanise import latin_words


def _lines(file: str) -> list[str]:
    text = (files(__package__) / file).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def _forms(words: str) -> list[str]:
    """Words as they are met: as they stand, and, of another script, in Latin letters too."""
    plain = [word for word in words.split() if word.isascii()]
    other = [word for word in words.split() if not word.isascii()]
    return plain + other + [" ".join(latin_words(word)) for word in other]


@lru_cache(maxsize=1)
def known_names() -> dict[str, frozenset[str]]:
    """By word, the names that it may be a form of: `aleksandr` → `alexander`; `sasha` → `alexander`, `alexandra`."""
    out: dict[str, set[str]] = {}
    for line in (*_lines("muslim-names.txt"), *_lines("given-names.txt")):
        full, _, short = line.partition(":")
        first = full.split()[0]
        for word in _forms(full):
            out.setdefault(word, set()).add(first)
        for word in short.split():
            out.setdefault(word, set()).add("~" + first)
    return {word: frozenset(names) for word, names in out.items()}


@lru_cache(maxsize=1)
def body_words() -> dict[str, str]:
    """By common word of groups and companies in any language, its meaning as one English word."""
    return {form: line.split()[0] for line in _lines("body-words.txt") for form in _forms(line) if form}


@lru_cache(maxsize=1 << 10)
def initials_of(meaning: str) -> frozenset[str]:
    """The letters with which a common word begins in the languages that are known; none for another word."""
    return frozenset(form.lstrip("^")[0] for form, means in body_words().items() if means == meaning and form.isascii())


@lru_cache(maxsize=1)
def legal_forms() -> dict[tuple[str, ...], str]:
    """By words of a legal form, the form that they stand for; the longest have the most words."""
    out: dict[tuple[str, ...], str] = {}
    for line in _lines("legal-forms.txt"):
        forms = line.split()
        for form in forms:
            words = tuple(form.split("+"))
            out[words] = forms[0]
            if not form.isascii():
                out[tuple(w for word in words for w in latin_words(word))] = forms[0]
    return out
