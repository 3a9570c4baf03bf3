"""Runs of words joined to one name: over `of`, `for` and `and`, for an acronym's sake, and as lists write a man."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from allegiance import names
from allegiance.reading import lexicon
from allegiance.reading.layout import Paragraph
from allegiance.reading.runs import LOWER_HEADS, ORDINAL, Word, runs_of, words_of
from allegiance.reading.titles import is_charge, is_post, titled
from allegiance.reading.units import is_numbered
from allegiance.reading.vocabulary import is_english

OF = re.compile(r"\s+(of|for)\s+((?:the|an?)\s+)?")
AND = re.compile(r"(?:,| and| &)(?: (?:the|for|of))? $")
LEAVES = re.compile(
    r"\b(?:left|leaves?|leaving|quits?|quitting|abandon\w*|desert\w*|exchang\w+|swapp?\w*|ditch\w*|forsook|forsak\w+|"
    r"mistook|dropp?\w*|dump\w*|shun\w*) (?:[\w']+ ){0,3}\W?$"
)
"""Verbs after which `for` leads to where one goes, and not on within the name: `left the Vanguard for the League`."""


def merge_of(clean: str, words: list[Word], runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join `Council` and `Steadfast Brigades` over `of`; `Banner` and `Kawar` where `the` stands before."""
    out: list[tuple[int, int]] = []
    for start, end in runs:
        if out:
            before, last = out[-1]
            gap = clean[words[last - 1].end : words[start].start]
            match = OF.fullmatch(gap)
            if (
                gap == " of "
                and words[start].text in ("Police", "Staff")
                and end - start > 1
                and titled(words[last - 1])
            ):
                out[-1] = (before, end)  # `Deputy Superintendent of Police Gambo Isah`: a rank and a man.
                continue
            issued = words[last - 1].text.lower() in lexicon.nouns().products  # `Statement of the General Command`
            if match and not words[start].initial and not issued and not _of_another(clean, words, (start, end)):
                if _may_take_of(clean, words, before, last, match.group(1)):
                    out[-1] = (before, end)
                    continue
            if _goes_on(clean, words, (before, last), (start, end), gap):
                out[-1] = (before, end)
                continue
        out.append((start, end))
    return out


def _of_another(clean: str, words: Sequence[Word], run: tuple[int, int]) -> bool:
    """Whether what follows `of` is a man, whose body it is, or an adjective before a body's noun: none of the name."""
    start, end = run
    texts = [w.text for w in words[start:end]]
    first, size = texts[0].lower().rstrip("."), end - start
    if first in names.TITLES and size > 1 and not names.has_group_word(" ".join(texts)):
        return True
    after = re.match(
        r" (?:armed|security|federal|regional|national|provincial)? ?([a-z]+)", clean[words[end - 1].end :]
    )
    if after and after.group(1) in BODY_NOUNS:
        return True
    if names.has_group_word(" ".join(texts)) or texts[-1].lower() in lexicon.naming().sites:
        return False
    return first in names.KUNYAS or (first in lexicon.naming().given and size > 1)


BODY_NOUNS = frozenset("forces army police government military navy militia gendarmerie authorities troops".split())


WAYS = frozenset("return road way path right march transition access service call".split())


def _goes_on(clean: str, words: list[Word], left: tuple[int, int], right: tuple[int, int], gap: str) -> bool:
    """Whether a name that says what it is for goes on: `Front for the Return to Order`, `Union for Peace and Unity`."""
    causes = lexicon.naming().causes
    named = clean[words[left[0]].start : words[left[1] - 1].end]
    last, first = words[left[1] - 1].text.lower(), words[right[0]].text.lower()
    if gap == " the " and last.endswith("ing"):
        return bool(re.search(r" for \w+$", named))
    if re.fullmatch(r" to (?:the )?", gap):
        return last in WAYS and bool(re.search(r" (?:for|of) ", named))
    if not AND.match(gap) or AND.match(gap).end() != len(gap) or first not in causes:  # type: ignore[union-attr]
        return False
    if gap.startswith(","):
        ahead = clean[words[right[1] - 1].end :]
        return last in causes and bool(re.match(r" and (?:the |for )?([A-Z]\w+)", ahead))
    return last in causes or (right[1] - right[0] == 1 and first == "allies" and len(named.split()) > 1)


def merge_for_acronym(paragraph: Paragraph, words: list[Word], runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join `Islamic State of Iraq` and `Levant` over `and the`, where the acronym in a bracket behind asks for it."""
    out: list[tuple[int, int]] = []
    for start, end in runs:
        after = paragraph.start + words[end - 1].end
        aside = next((a for a in paragraph.asides if 0 <= a.start - after <= 2), None)
        acronym = re.split(r"[,;]", aside.text)[0].strip() if aside else ""
        while out and acronym and names.is_acronym(acronym):
            before, last = out[-1]
            gap = paragraph.clean[words[last - 1].end : words[start].start]
            joined = paragraph.clean[words[before].start : words[end - 1].end]
            alone = paragraph.clean[words[start].start : words[end - 1].end]
            if not re.fullmatch(
                r"\s+(?:(?:and|of|for|in|on|to|de|y|et|e|-)\s+)+(?:the\s+|la\s+|el\s+)?", gap
            ) or names.acronym_of(acronym, alone):
                break
            if not names.acronym_of(acronym, joined):
                break
            out.pop()
            start = before
        out.append((start, end))
    return out


def merge_listed(clean: str, words: list[Word], runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join `GARBA, Saratu`, as lists of the sanctioned write a man: his family's name in capitals, then his own."""
    out: list[tuple[int, int]] = []
    for start, end in runs:
        if out:
            before, last = out[-1]
            family = [w.text for w in words[before:last]]
            own = [w.text for w in words[start:end]]
            listed = clean[words[last - 1].end : words[start].start] == ", " and _is_family(family)
            plain = all(w[0].isupper() and not w.isupper() and not w[0].isdigit() for w in own) and len(own) < 4
            behind = clean[words[end - 1].end :][:2]
            if (
                listed
                and plain
                and re.match(r"[,.;:)]|$| (?:\(|$)|\n", behind)
                and not names.has_group_word(" ".join(own))
            ):
                if " ".join(own).lower() not in lexicon.countries():
                    out[-1] = (before, end)
                    continue
        out.append((start, end))
    return out


def _is_family(texts: Sequence[str]) -> bool:
    """Whether these words are a family's name in capitals: `GARBA`, `BIN LADEN`, no acronym, body or country."""
    whole = " ".join(texts)
    shaped = all(w.isupper() and w.isalpha() for w in texts) and len(texts[-1]) >= 4 and len(texts) < 3
    vowels = all(re.search(r"[AEIOUY]", w) for w in texts)
    return shaped and vowels and not names.has_group_word(whole) and whole.lower() not in lexicon.countries()


@dataclass(frozen=True, slots=True)
class Cut:
    """A paragraph's words, and the ranges of them that are names, joined over `of` and `for`."""

    words: list[Word]
    runs: list[tuple[int, int]]


def cut(paragraph: Paragraph) -> Cut:
    """A paragraph taken to pieces."""
    words = words_of(paragraph.clean)
    return Cut(words, merge_of(paragraph.clean, words, runs_of(paragraph.clean, words)))


def settle_places(paragraphs: Sequence[Paragraph], cuts: Sequence[Cut]) -> frozenset[str]:
    """Names that this document keeps writing as `X in Country`: the country is part of the name."""
    counts: dict[str, list[int]] = {}
    for paragraph, each in zip(paragraphs, cuts, strict=True):
        words = each.words
        for start, end in each.runs:
            text = paragraph.clean[words[start].start : words[end - 1].end]
            tail = re.match(r" in (?:the )?([A-Z]\w+)", paragraph.clean[words[end - 1].end :])
            row = counts.setdefault(text, [0, 0])
            row[0] += 1
            row[1] += bool(tail and tail.group(1).lower() in lexicon.countries())
    return frozenset(text for text, (n, k) in counts.items() if k >= 2 and k >= 0.6 * n and names.has_group_word(text))


def merge_in(
    clean: str, words: list[Word], runs: list[tuple[int, int]], placed: frozenset[str]
) -> list[tuple[int, int]]:
    """Join what `settle_places` found to be one name."""
    out: list[tuple[int, int]] = []
    for start, end in runs:
        if out:
            before, last = out[-1]
            gap = clean[words[last - 1].end : words[start].start]
            if gap in (" in ", " in the ") and clean[words[before].start : words[last - 1].end] in placed:
                country = words[start].text.lower() in lexicon.countries()
                out[-1] = (before, start + 1 if country else end)
                if country and end > start + 1:
                    out.append((start + 1, end))
                continue
        out.append((start, end))
    return out


def _may_take_of(clean: str, words: list[Word], start: int, end: int, word: str) -> bool:
    name = clean[words[start].start : words[end - 1].end]
    if any(w.text.lower() in names.OFFICES for w in words[start:end]) or words[end - 1].text in LOWER_HEADS:
        return False
    if is_charge(name) or (is_post(name) and end - start == 1 and name.lower() in lexicon.nouns().posts):
        return False
    if word == "for" and LEAVES.search(clean[: words[start].start].lower()) and not _cause_ahead(words, end):
        return False
    if names.has_group_word(name) and not names.is_acronym(name):
        ahead = clean[words[end - 1].end : words[end - 1].end + 80]
        quoted = clean[: words[start].start].rstrip().endswith(('"', "'"))
        whole = ORDINAL.match(words[start].text) or quoted or word == "for" or end - start > 1
        right = re.match(r"\s+(?:of|for)\s+(?:the\s+|an?\s+)?((?:[A-Z][\w'-]*\s?)+)", ahead)
        named = right.group(1).split() if right else []
        if word == "of" and is_numbered(words[start:end]):
            return False
        body = (len(named) > 1 and names.has_group_word(named[-1])) or (len(named) == 1 and names.is_acronym(named[0]))
        return not (whole and body)
    if word == "for" or name.lower() in lexicon.countries() or names.is_acronym(name) or end - start > 1:
        return False
    before = clean[: words[start].start].rstrip(" \"'").lower()
    over = re.match(r" of the ((?:[A-Z][\w'-]*\s?)+)", clean[words[end - 1].end :])
    body = bool(over and names.has_group_word(over.group(1).split()[-1]))
    fresh = not before or before[-1] in ".;:,-" or before.endswith((" and", " with", " the", " by"))
    alone = fresh and (body or name.lower() in lexicon.naming().banners)
    return is_english(name) and (before.endswith(" the") or before == "the" or alone)


def _cause_ahead(words: Sequence[Word], at: int) -> bool:
    """Whether what follows `for` is what a body is for (`for the Liberation`), not where somebody goes."""
    while at < len(words) and not words[at].cap:
        at += 1
    return at < len(words) and words[at].text.lower() in lexicon.naming().causes | WAYS
