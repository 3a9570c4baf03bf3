"""The words for a post, a means or a list, as a claim gives them: lower case, without body, holder and time."""

from __future__ import annotations

import re

from allegiance.reading import lexicon
from allegiance.reading.discourse import Discourse
from allegiance.reading.phrases import COUNTED, Phrase
from allegiance.reading.runs import CALENDAR

DROPPED = frozenset(
    "formerly originally hitherto long "
    "the a an its their his her former ex then late slain new current self-styled top notorious longtime long-time "
    "veteran first latest sole alleged suspected purported reputed fugitive exiled jailed captured ousted deposed "
    "newly influential fellow so-called one two three four five six seven eight nine ten several other some many "
    "certain previous previously next powerful most wanted prominent key leading high-ranking well-known dead "
    "killed same own current-day now once onetime one-time only erstwhile sometime ageing aging elusive reclusive "
    "charismatic both rebel named another young overall reputedly allegedly reportedly possibly probably apparently "
    "purportedly presumably supposedly perhaps likely presumed believed unofficially old elderly imprisoned retired "
    "detained recaptured arrested convicted accused murdered assassinated fallen deceased wounded injured ailing "
    "disgraced disaffected respected feared dreaded famous infamous popular controversial brutal flamboyant ambitious "
    "wealthy experienced seasoned trusted undisputed shadowy secretive mysterious little-known best-known hardcore "
    "absconding serving".split()
)


def words_for(kind: str, phrase: Phrase, discourse: Discourse) -> str:
    """The words of a phrase for a role of a kind that takes words, or `""`."""
    if kind == "role":
        return role_words(phrase, discourse)
    if kind == "list":
        text = " ".join(discourse.text[phrase.start : phrase.end].split())
        return re.sub(r"^(?:an?|the) ", "", text) if LISTED.search(text) else ""
    if kind == "head":
        return phrase.head if phrase.mention < 0 else ""
    if kind == "deed":
        return _deed(phrase, discourse)
    if kind == "means":
        return _means(phrase)
    end = next((p.start for p in phrase.mod("of") if _of_somebody(p)), phrase.end)
    start = max((p.end for p in phrase.mod("poss") if not p.pronoun and p.end < end), default=phrase.start)
    words = re.sub(r"^'s? ", "", discourse.text[start:end].replace("\u2019", "'"))
    text = re.sub(r" of$", "", " ".join(words.split()).removesuffix(" the"))
    return OWNED.sub("", text) if phrase.mention < 0 else ""


def _of_somebody(phrase: Phrase) -> bool:
    """Whether an `of` says whose it is: `the backing of most of the elders`, not `the equivalent of $84,000`."""
    nouns = lexicon.nouns()
    counted = phrase.head in COUNTED and any(_of_somebody(p) for p in phrase.mod("of"))
    return phrase.mention >= 0 or phrase.head in nouns.persons | nouns.groups or counted


OWNED = re.compile(r"^(?:its|their|his|her|the) ", re.IGNORECASE)
"""What stands before what is given and says whose it is."""


LISTED = re.compile(
    r"terror|sanction|extremis|outlaw|banned|illegal|unlawful|proscribed|criminal|blacklist", re.IGNORECASE
)


def _deed(phrase: Phrase, discourse: Discourse) -> str:
    """The words for an attack, with what was attacked: `the raid on the barracks at Ndoro`."""
    if phrase.mention >= 0:
        return ""
    end, last = phrase.end, phrase
    while True:
        behind = [
            p
            for p in last.mod("on", "against", "at", "of", "into", "near", "outside", "in")
            if p.end > end and p.head not in CALENDAR and not p.head[:1].isdigit()
        ]
        if not behind:
            return " ".join(discourse.text[phrase.start : end].split())
        last = behind[0]
        end = max(end, last.end)


BACKING = ("-led", "-backed", "-based", "-held", "-supported")
"""Ends of words that say whose a raid was, and not how it was made."""
FORCES = frozenset(
    "force army police military navy government militia rebel troop air-force airforce coalition".split()
)
"""Nouns before a raid that say who made it: `an air force strike` is a strike."""


def _means(phrase: Phrase) -> str:
    """The words for a way of killing, without whose it was: `cross-border raid`, `exchange of fire`."""
    if phrase.mention >= 0 or phrase.head not in lexicon.nouns().means:
        return ""
    whole = re.findall(r"\b[a-z\d]+(?:-[a-z]+)+\b", phrase.text.lower())
    parts = {part for word in whole for part in word.split("-")} | {"-"}
    nouns = [m.phrase.head for m in phrase.mods if m.function == "noun" and m.phrase.mention < 0]
    nouns = [n for n in nouns if n.lower() not in parts and n.lower() not in FORCES]
    hyphened = [w for w in whole if not w[0].isdigit() and not w.endswith((*BACKING, f"-{phrase.head}"))]
    of = [f"of {p.head}" for p in phrase.mod("of") if p.mention < 0 and p.head in ("fire", "gunfire")]
    stood = whole and not re.search(rf"\b{re.escape(phrase.head)}", phrase.text.lower())
    head = whole[-1] if stood else phrase.head  # What the parse was shown as `gunfight` the text calls a shoot-out.
    hyphened = [w for w in hyphened if w != head]
    return " ".join([*hyphened, *(n for n in nouns if n not in lexicon.demonyms()), head, *of])


def role_words(phrase: Phrase, discourse: Discourse) -> str:
    """The words for a post, lower case, without body, holder and what is said of the time: `deputy governor`."""
    if phrase.mention >= 0 or phrase.pronoun:
        return ""
    words = [
        w
        for w in phrase.adjectives
        if w not in DROPPED and not w[0].isdigit() and w not in lexicon.demonyms() and w not in lexicon.countries()
    ]
    words = [w for w in words if not re.fullmatch(r"\d+|[a-z]+-(?:born|based|led)", w)]
    words = _hyphened(words, discourse.text[phrase.start : phrase.end].lower())
    words = ["acting" if w == "interim" and "acting" in discourse.text[phrase.start : phrase.end] else w for w in words]
    spelt = _spelt(phrase, discourse)
    core = [*dict.fromkeys(w for w in words if w not in spelt), spelt]
    for of in phrase.mod("of", "for"):
        named = of.mention >= 0 or any(m.phrase.mention >= 0 for m in of.mods)
        plain = (
            not of.pronoun
            and of.mention < 0
            and (of.head not in lexicon.nouns().groups | lexicon.nouns().places or of.text.lower() == "intelligence")
            and not of.definite
            and of.head not in SPANS
        )
        if plain and (not named or not any(m.function in ("poss", "nmod") for m in of.mods)):
            word = "of" if of in phrase.mod("of") else "for"
            core.append(
                " ".join(
                    [
                        word,
                        *(a for a in of.adjectives if a not in DROPPED),
                        of.head if of.head == "staff" else _noun_text(of, discourse),
                    ]
                )
            )
    return " ".join(core)


SPANS = frozenset("year month week decade day time while term".split())
"""Nouns for how long one held a post, of which its words say nothing: `leader for twenty years`."""
DESCRIBING = re.compile(
    r".*-(?:[a-z]+ed|[a-z]+ing|old|born|profile|level|time|style|rank|known|be|called)|self-.*|one-.*"
)
"""Words with a hyphen that describe a man and not his post: `battle-hardened`, `self-proclaimed`."""


def _hyphened(words: list[str], text: str) -> list[str]:
    """The words of a post with those joined again that the parse took apart at a hyphen, or left out with it."""
    whole = [w for w in re.findall(r"\b[a-z]+(?:-[a-z]+)+\b", text) if set(w.split("-")) <= set(words)]
    parts = {part for word in whole for part in word.split("-")} | {"-"}
    return [*(w for w in whole if not DESCRIBING.fullmatch(w)), *(w for w in words if w not in parts)]


def _noun_text(phrase: Phrase, discourse: Discourse) -> str:
    """The head noun in the number in which the text has it: `operations`."""
    words = re.findall(rf"\b{re.escape(phrase.head)}\w{{0,3}}\b", discourse.text[phrase.start : phrase.end].lower())
    return words[0] if words else phrase.head


STOOD_FOR = {
    "deputy": re.compile(r"\bsecond[ -]in[ -]command|\bnumber[ -]two|\bno\. ?2|\b2ic\b"),
    "chief": re.compile(r"\bhead\b|\b(?:coas|igp|ig)\b"),
    "commander": re.compile(
        r"\b(?:(?:general|flag|air) )?officer[ -](?:commanding|in[ -]charge)"
        r"|\b(?:goc|oc|co|foc|dpc|rpc|aoc|dpo|c-in-c)\b"
    ),
    "director": re.compile(r"\bdg\b"),
    "secretary": re.compile(r"\bin-?charge\b"),
    "inspector": re.compile(r"\b(?:dig|aig)\b"),
    "spokesman": re.compile(r"\b(?:ppro|pro|pio)\b"),
}
"""What a text says where the parse was shown another noun."""


def _spelt(phrase: Phrase, discourse: Discourse) -> str:
    """The head noun as the text spells it, where hyphens make it longer: `commander-in-chief`."""
    whole = discourse.text[phrase.start : phrase.end].lower()
    if phrase.head in STOOD_FOR and not re.search(rf"\b{phrase.head}", whole):
        stood = STOOD_FOR[phrase.head].search(whole)
        return stood.group() if stood else phrase.head
    found = re.search(rf"(?:\b[a-z]+-)*\b{re.escape(phrase.head)}s?(?:-(?:in|of|at)-[a-z]+)?\b", whole)
    return (
        found.group()
        if found and "-" in found.group() and not found.group().startswith(("ex-", "then-"))
        else phrase.head
    )
