"""The parse layer: names masked by one plain token each, the language model's parse, and the way back to the text.

The small model reads `Peter left Nokia` well and `Abu Hafs al-Sifri left Rayat al-Thughur` badly, so every known
mention is shown to it as a common name. What leaves this module are plain values: no parser object does.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from allegiance.model import Kind
from allegiance.reading import lexicon
from allegiance.reading.entries import entry_verb, mask_of_many
from allegiance.reading.headless import Given
from allegiance.reading.idioms import BY_NAME, plain_words
from allegiance.reading.layout import Paragraph
from allegiance.reading.rewording import epithet, left_out, parted, shown_as, without_dashes
from allegiance.reading.runs import Mention
from allegiance.reading.set_off import after_dates, before_posts
from allegiance.reading.titles import ABBREVIATED, COMMANDING, OF_DUTY, SHORT

PEOPLE = (
    "Peter",
    "James",
    "Thomas",
    "Henry",
    "Robert",
    "George",
    "Edward",
    "Martin",
    "Simon",
    "Daniel",
    "Andrew",
    "Frank",
)
BODIES = (
    "Nokia",
    "Toyota",
    "Siemens",
    "Google",
    "Sony",
    "Boeing",
    "Honda",
    "Intel",
    "Philips",
    "Canon",
    "Volvo",
    "Renault",
)
SITES = (
    "London",
    "Paris",
    "Berlin",
    "Madrid",
    "Vienna",
    "Rome",
    "Dublin",
    "Lisbon",
    "Prague",
    "Oslo",
    "Athens",
    "Warsaw",
)


@dataclass(frozen=True, slots=True)
class Token:
    """One token of a masked sentence, with its place in the document. `head` is an index in the sentence."""

    i: int
    text: str
    lemma: str
    tag: str
    pos: str
    dep: str
    head: int
    start: int
    end: int
    mention: int = -1


@dataclass(frozen=True, slots=True)
class Sentence:
    """One parsed sentence. `children[i]` are the indices of token i's dependents, in order."""

    paragraph: int
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]
    kind: str

    @property
    def start(self) -> int:
        """Where it begins in the document."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where it ends in the document."""
        return self.tokens[-1].end

    def kids(self, i: int, *deps: str) -> list[Token]:
        """Dependents of token i with one of these relations, or all."""
        return [self.tokens[c] for c in self.children[i] if not deps or self.tokens[c].dep in deps]


@dataclass(frozen=True, slots=True)
class Folded:
    """A list taken out before the parse (`five emirs: A from P, B from Q`): where it stood and what was in it."""

    anchor: int
    items: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class Masked:
    """A paragraph as the parser sees it, and the way back: `origin[k]` is the offset of its k-th character."""

    text: str
    origin: list[int]
    ends: dict[int, int]
    mentions: dict[int, int]
    folded: list[Folded] = field(default_factory=list)


def _mask_word(mention: Mention, order: int) -> str:
    pool = PEOPLE if mention.kind is Kind.PERSON else SITES if mention.kind is Kind.PLACE else BODIES
    if mention.country:
        return SITES[order % len(SITES)] if " " in mention.text or "." in mention.text else mention.text
    return pool[order % len(pool)]


_LIST = re.compile(
    r"(?P<colon>:)\s*(?P<items>\x01\d+\x02(?:,? (?:from|of|in|for) (?:the )?\x01\d+\x02)?"
    r"(?:(?:, and |, | and |; and |; )\x01\d+\x02(?:,? (?:from|of|in|for) (?:the )?\x01\d+\x02)?)+)"
    r"(?=[,.;]| -|$| along)"
)
_ITEM = re.compile(r"\x01(\d+)\x02(?:,? (?:from|of|in|for) (?:the )?\x01(\d+)\x02)?")


_PAIR = r"(?:in )?\x01\d+\x02(?:,|:| -) \x01\d+\x02"
_BY_PLACE = re.compile(rf"(?P<colon>:)\s*(?P<items>{_PAIR}(?:; (?:and )?{_PAIR})+)(?=[,.;]| -|$)")
_PLACED = re.compile(r"\x01(\d+)\x02(?:,|:| -) \x01(\d+)\x02")
"""`its commanders by sector: Kosso, Peter; Tamar, James`: each behind the place that he holds."""


def _fold_lists(clean: str, offset: int, mentions: Sequence[tuple[int, Mention]]) -> tuple[str, list[Folded]]:
    """Take colon lists of names out of a paragraph, keeping what was in them."""
    if ":" not in clean or len(mentions) < 3:
        return clean, []
    sketch, back, at = [], [], 0
    for index, mention in mentions:
        begin, end = mention.start - offset, mention.end - offset
        for k in range(at, begin):
            sketch.append(clean[k])
            back.append(k)
        code = f"\x01{index}\x02"
        sketch.append(code)
        back.extend([begin] * (len(code) - 1) + [end - 1])
        at = end
    for k in range(at, len(clean)):
        sketch.append(clean[k])
        back.append(k)
    folded = []
    known = dict(mentions)
    whole = "".join(sketch)
    paired = list(_BY_PLACE.finditer(whole))
    for match in (*paired, *(m for m in _LIST.finditer(whole) if all(m.start() != p.start() for p in paired))):
        begin, end = back[match.start("colon")], back[match.end() - 1] + 1
        if match.re is _BY_PLACE:
            items = tuple((int(m.group(2)), int(m.group(1))) for m in _PLACED.finditer(match.group("items")))
            if any(known[who].kind is not Kind.PERSON for who, _ in items):
                continue
        else:
            items = tuple((int(m.group(1)), int(m.group(2) or -1)) for m in _ITEM.finditer(match.group("items")))
        folded.append(Folded(offset + begin, items))
        clean = clean[:begin] + " " * (end - begin) + clean[end:]
    return clean, folded


SPLIT = {"shoot-out": "gunfight", "air-strike": "airstrike", "car-bomb": "bomb", "fire-fight": "firefight"}
"""Nouns of violence that the parser takes apart at their hyphen, as it is shown them."""
LEMMAS = {
    "rebrande": "rebrand",
    "quitte": "quit",
    "disbande": "disband",
    "courtmartialle": "court-martial",
    "sware": "swear",
}
"""Lemmas that the small model makes up, and what they should be."""
STANDING_IN = {
    "interim": re.compile(r"\bacting(?= (?:[a-z-]+ )?[a-z-]*(?:er|or|ief|ead|ant|mir|man|ent|ary|ty|al)\b)"),
    "chief": re.compile(r"(?<=\bto )head(?= of\b)"),
    "secretary": re.compile(r"(?<!officer )(?<!official )(?<!person )(?<!man )\b[Ii]n-?[Cc]harge\b"),
    "group": re.compile(
        rf"\b(?:unit|outfit|band|formation|federation|structure|squad)"
        rf"(?= (?:called|named|known as|calling itself|styling itself|{BY_NAME}) (?:the )?[\"']?[A-Z])"
    ),
    "local": re.compile(r"\bneighbou?ring\b"),
    "email": re.compile(r"\be-mail(?=s?\b)"),
    "deputy": re.compile(
        r"\b(?:(?:second|third)[ -]in[ -]command|number[ -](?:two|three)|[Nn]o\. ?[23])\b"
        r"(?! (?:of|in) the (?:list|world))"
    ),
}
"""Posts in several words, and words that the parser takes apart, by the noun to show instead."""
TOGETHER = frozenset("founded founding found led leading headed commanded chaired directed established formed".split())
"""Verbs behind `co-`, which the parser takes for a word of its own."""
AS_POST = re.compile(
    r"\bas (?:(?:the|its|their|his|her|a|new|[Aa]cting|interim|[Dd]eputy) ){0,3}"
    r"(?P<post>[A-Z][a-z]+)(?= (?:of|in|for|at)\b|[.,;])"
)
"""A post written with a capital behind `as`, which the parser takes for a name: `as Chief of Staff`."""
HYPHENED = re.compile(r"(?<![\w-])([a-z]+)((?:-[a-z]+)+)(?![\w-])")


def _plain_heads(clean: str) -> dict[int, tuple[int, str]]:
    """Hyphened nouns that the parser would take apart, by where they begin: their end, and the noun to show instead."""
    nouns = lexicon.nouns()
    known = nouns.persons | nouns.groups | nouns.seats | {"founder"}
    out = plain_words(clean)
    for word, pattern in STANDING_IN.items():
        out.update((match.start(), (match.end(), word)) for match in pattern.finditer(clean))
    out.update((m.start(), (m.end(), "commander")) for m in COMMANDING.finditer(clean))
    out.update((m.start(), (m.end(), m["post"])) for m in OF_DUTY.finditer(clean))
    out.update((m.start(), (m.end(), ABBREVIATED[m.group()])) for m in SHORT.finditer(clean))
    for match in AS_POST.finditer(clean):
        if match["post"].lower() in nouns.posts:
            out[match.start("post")] = (match.end("post"), match["post"].lower())
    for match in HYPHENED.finditer(clean):
        if match.start() in out:
            continue
        parts = match.group().split("-")
        if len(parts) == 3 and parts[1] in ("in", "of", "at", "de") and parts[0].removesuffix("s") in known:
            out[match.start()] = (match.end(), parts[0])
        elif len(parts) == 2 and parts[1].removesuffix("s") in known and parts[0] not in ("then", "now", "ex"):
            out[match.start()] = (match.end(), parts[1])
        elif "".join(parts).removesuffix("s") in known:
            out[match.start()] = (match.end(), "".join(parts))
        elif len(parts) == 2 and parts[0] == "co" and parts[1] in TOGETHER:
            out[match.start()] = (match.end(), parts[1])
        elif match.group().removesuffix("s") in SPLIT:
            out[match.start()] = (
                match.end(),
                SPLIT[match.group().removesuffix("s")] + "s" * match.group().endswith("s"),
            )
    return out


APART = re.compile(r"\b(?:rival|enemy|breakaway|splinter|dissident|renegade|opposition|insurgent) $")
"""Words that the small model takes for a noun with the name behind it beside it; it is shown a plain adjective."""


DASHED = re.compile(r" - ((?:[^-.;:\n]|(?<=\S)-(?=\S)){3,160}?) - ")
"""What dashes set off, which the parser follows better between commas."""


def _shown(
    paragraph: Paragraph,
    mentions: Sequence[tuple[int, Mention]],
    blanks: Iterable[tuple[int, int]],
    given: Iterable[int],
) -> tuple[str, list[Folded], dict[int, str], dict[int, tuple[int, str]]]:
    """A paragraph's text with blanks for what is no sentence; its lists, words put in, words replaced."""
    clean = paragraph.clean
    for begin, end in blanks:
        a, b = max(0, begin - paragraph.start), min(len(clean), end - paragraph.start)
        if a < b:
            clean = clean[:a] + " " * (b - a) + clean[b:]
    clean, folded = _fold_lists(clean, paragraph.start, mentions)
    clean = without_dashes(clean)
    for k in given:
        stop = len(clean[:k].rstrip()) - 1
        if stop > 0 and clean[stop] in ";,":
            clean = clean[:stop] + "." + clean[stop + 1 :]  # What has its own subject is its own sentence.
    put_in = before_posts(clean) | left_out(clean, paragraph.start, mentions)
    heads = _plain_heads(clean) | shown_as(clean, paragraph.start, mentions)
    heads |= entry_verb(clean, paragraph.start, mentions)
    heads |= {at: (at + 1, ", ") for at in after_dates(clean) if at not in put_in}
    clean = parted(clean, heads)
    clean = DASHED.sub(r" , \1 , ", clean)
    for _, mention in mentions:
        apart = APART.search(clean[max(0, mention.start - paragraph.start - 12) : mention.start - paragraph.start])
        at = mention.start - paragraph.start
        if apart:
            begin = at - len(apart.group())
            heads[begin] = (begin + len(apart.group()) - 1, "local")
        called = epithet(clean, at) if mention.kind is Kind.PERSON else 0
        clean = clean[: at - called] + " " * called + clean[at:]
    return clean, folded, put_in, heads


def mask(
    paragraph: Paragraph,
    mentions: Sequence[tuple[int, Mention]],
    blanks: Iterable[tuple[int, int]],
    given: Mapping[int, tuple[Given, Mention]],
) -> Masked:
    """A paragraph with each mention as one plain token, asides and blanks closed up, and the subjects it lacks."""
    clean, folded, put_in, heads = _shown(paragraph, mentions, blanks, given)
    out: list[str] = []
    origin: list[int] = []
    ends: dict[int, int] = {}
    where: dict[int, int] = {}
    at, size = 0, 0

    def lead(k: int, char: str) -> str:
        nonlocal size
        one, subject = given[k]
        name = _mask_word(subject, k)
        where[size] = one.mention
        words = name + one.after
        ends.update({size + m.start(): paragraph.start + k + 1 for m in re.finditer(r"[\w-]+", words)})
        out.append(words)
        origin.extend([paragraph.start + k] * len(words))
        size += len(words)
        return char.lower() if one.small else char

    def copy(begin: int, end: int) -> None:
        nonlocal size
        skip = begin
        for k in range(begin, end):
            if k < skip:
                continue
            char = clean[k]
            if k in given:
                char = lead(k, char)
            if k in heads and heads[k][0] <= end:
                skip, word = heads[k]
                word = word.lower() if k in given and given[k][0].small else word
                ends[size] = paragraph.start + skip
                out.append(word)
                origin.extend([paragraph.start + k] * len(word))
                size += len(word)
                continue
            if k in put_in:
                ends.update({size + m.start(): paragraph.start + k for m in re.finditer(r"[\w-]+|,", put_in[k])})
                out.append(put_in[k])
                origin.extend([paragraph.start + k] * len(put_in[k]))
                size += len(put_in[k])
            if char == " " and (not out or out[-1].endswith(" ")):
                continue
            if char in ",.;:?!" and out and out[-1] == " ":
                out.pop()
                origin.pop()
                size -= 1
            out.append(char)
            origin.append(paragraph.start + k)
            size += 1

    order = 0
    for index, mention in mentions:
        begin, end = mention.start - paragraph.start, mention.end - paragraph.start
        if begin < at or not mention.masked or clean[begin:end].strip() == "":
            continue
        copy(at, begin)
        if begin in given:
            lead(begin, "")
        word = mask_of_many(clean, begin, end, mention, order) or _mask_word(mention, order)
        order += 1
        where[size] = index
        ends[size] = mention.end
        if clean[end - 1 : end + 2] == "s' ":
            put_in[end + 1] = "s"  # `the Lions' leader`: the plain word in its place is no plural.
        out.append(word)
        origin.extend([mention.start] * len(word))
        size += len(word)
        at = end
    copy(at, len(clean))
    return Masked("".join(out), origin, ends, where, folded)


LARGEST = 2**64 - 1
"""Steps back to a head are written as what they lack to one more than this."""


def _lemma(word: str, lemma: str, before: str) -> str:
    """A word's lemma, right where the model's is wrong: `to found` is no finding, `bases` are no basis."""
    if word == "found" and before.lower() == "to":
        return "found"
    if word == "bases":
        return "base"
    return LEMMAS.get(lemma.lower(), lemma.lower())


def sentences(masked: Masked, doc: Doc, paragraph: int, kind: str, at: int = 0) -> Iterator[Sentence]:
    """The parsed sentences of a masked paragraph's passage that begins at `at`, in the document's offsets."""
    strings = doc.vocab.strings
    columns = doc.to_array(["HEAD", "DEP", "TAG", "POS", "LEMMA", "SENT_START"]).tolist()
    starts = [at + token.idx for token in doc]
    words = [token.text for token in doc]
    bounds = [i for i in range(len(words)) if i == 0 or columns[i][5] == 1] + [len(words)]
    for a, b in itertools.pairwise(bounds):
        keep = [i for i in range(a, b) if words[i].strip()]
        if not keep:
            continue
        place = {i: k for k, i in enumerate(keep)}
        tokens: list[Token] = []
        children: list[list[int]] = [[] for _ in keep]
        for k, i in enumerate(keep):
            head = place.get((i + columns[i][0]) & LARGEST, k)
            begin = starts[i]
            start = masked.origin[begin]
            end = masked.ends.get(begin, masked.origin[begin + len(words[i]) - 1] + 1)
            dep = strings[columns[i][1]]
            tokens.append(
                Token(k, words[i], _lemma(words[i], strings[columns[i][4]], words[i - 1] if i else ""),
                      strings[columns[i][2]],
                      strings[columns[i][3]], dep, head, start, end, masked.mentions.get(begin, -1))
            )  # fmt: skip
            if head != k:
                children[head].append(k)
        yield Sentence(paragraph, tuple(tokens), tuple(tuple(c) for c in children), kind)
