"""Which words are English words: the word list that the language model brings along for its lemmatizer.

A capital at a sentence's beginning tells nothing; that the word is no English one does. Names of towns and men that are
words too (`london`, `baker`) count as words here, so that this is only ever asked beside something else.
"""

from __future__ import annotations

from functools import cache, lru_cache

from spacy.lookups import Lookups

from allegiance.reading.model import home

NAMES = frozenset("hamas hezbollah hizballah fatah taliban taleban camorra yakuza interahamwe mossad".split())
"""Names of bodies, and of nothing else, that the word list holds as nouns."""
PARTS = ("noun", "verb", "adj", "adv")
ENDINGS = (
    ("ies", "y"), ("es", ""), ("es", "e"), ("s", ""), ("men", "man"), ("ied", "y"), ("ed", ""), ("ed", "e"),
    ("ing", ""), ("ing", "e"), ("er", ""), ("est", ""),
)  # fmt: skip
"""What inflection adds, and what it took away."""


@cache
def _words() -> frozenset[str]:
    lookups = Lookups()
    lookups.from_disk(home() / "lemmatizer" / "lookups")
    index, irregular = lookups.get_table("lemma_index"), lookups.get_table("lemma_exc")
    return frozenset(w for part in PARTS for table in (index, irregular) for w in table.get(part, ()))


@lru_cache(maxsize=1 << 14)
def is_english(word: str) -> bool:
    """Whether a word, in whatever form and case, stands in the English word list."""
    lower = word.lower()
    known = _words()
    if lower in NAMES:
        return False
    if lower in known:
        return True
    if any(lower.endswith(end) and lower[: len(lower) - len(end)] + stem in known for end, stem in ENDINGS):
        return True
    return any(lower[:at] in known and lower[at:] in known for at in range(4, len(lower) - 3))
