"""Word lists of English that the reader's layers ask about: data, loaded once, when first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from allegiance.errors import BadFrame
from allegiance.model import digest
from allegiance.yamls import loaded


@dataclass(frozen=True, slots=True)
class Nouns:
    """Classes of nouns, by lemma."""

    posts: frozenset[str]
    bare_posts: frozenset[str]
    seats: frozenset[str]
    members: frozenset[str]
    people: frozenset[str]
    groups: frozenset[str]
    places: frozenset[str]
    means: frozenset[str]
    battles: frozenset[str]
    attacks: frozenset[str]
    products: frozenset[str]
    hearsay: frozenset[str]
    outlets: frozenset[str]
    namers: frozenset[str]
    targets: frozenset[str]
    gifts: frozenset[str]
    persons: frozenset[str]
    """Every noun that heads a description of a person or of persons."""


@dataclass(frozen=True, slots=True)
class Verbs:
    """Verbs, nouns and adjectives that embed what another says, by lemma and by what they make of it."""

    say: frozenset[str]
    claim: frozenset[str]
    think: frozenset[str]
    suspect: frozenset[str]
    deny: frozenset[str]
    doubt: frozenset[str]
    prosecute: frozenset[str]
    convict: frozenset[str]
    acquit: frozenset[str]
    verify: frozenset[str]
    relay: frozenset[str]
    tells: frozenset[str]
    factive: frozenset[str]
    unreal: frozenset[str]
    negative: frozenset[str]
    evading: frozenset[str]
    retracting: frozenset[str]
    accepting: frozenset[str]
    factual: frozenset[str]
    news: frozenset[str]
    hearsay: frozenset[str]
    guess: frozenset[str]
    belief: frozenset[str]
    falsehood: frozenset[str]
    proof: frozenset[str]
    plan: frozenset[str]
    part: frozenset[str]
    telling: frozenset[str]
    ahead: frozenset[str]
    untrue: frozenset[str]
    dubious: frozenset[str]
    nonsense: frozenset[str]
    calling: frozenset[str]
    states: frozenset[str]
    moves: frozenset[str]
    overtaking: frozenset[str]
    parting: frozenset[str]
    founding: frozenset[str]
    uniting: frozenset[str]
    going: frozenset[str]
    appointing: frozenset[str]
    presupposing: frozenset[str]
    resulting: frozenset[str]
    aside: frozenset[str]
    held: frozenset[str]
    pinned: frozenset[str]
    taken: frozenset[str]
    pointers: frozenset[str]
    loose: frozenset[str]
    somebody: frozenset[str]
    portraying: frozenset[str]
    wrongly: frozenset[str]
    raised: frozenset[str]


@dataclass(frozen=True, slots=True)
class Naming:
    """Words that stand in names, lower case.

    `leading` may begin a body's name (`New People's Army`), `banners` open one (`Voice of`), `causes` are what bodies
    are called after, `camps` in a bracket set its wings apart, `armed` go with one under arms. `sites` end a place's
    name, `terrain` and `terrain_too` begin one, `outlets` begin or end that of a newspaper or station. `given` are
    given names, `romance` words of Romance languages, `duties` stand before a post and belong to it.
    """

    leading: frozenset[str]
    causes: frozenset[str]
    armed: frozenset[str]
    banners: frozenset[str]
    sites: frozenset[str]
    terrain: frozenset[str]
    terrain_too: frozenset[str]
    outlets: frozenset[str]
    given: frozenset[str]
    romance: frozenset[str]
    camps: frozenset[str]
    duties: frozenset[str]


def _load(name: str) -> dict[str, str]:
    found = loaded(files(__package__).joinpath(name).read_text("utf-8"))
    if not isinstance(found, dict):
        raise BadFrame(f"{name}: a word list must be a mapping")
    return {str(key): str(value) for key, value in found.items()}


@cache
def nouns() -> Nouns:
    """The classes of nouns."""
    told = {key: frozenset(value.split()) for key, value in _load("nouns.yaml").items()}
    return Nouns(**told, persons=told["posts"] | told["members"] | told["people"])


@cache
def verbs() -> Verbs:
    """The classes of embedding verbs."""
    return Verbs(**{key: frozenset(value.split()) for key, value in _load("verbs.yaml").items()})


@cache
def openers() -> frozenset[str]:
    """Words that may stand with a capital without being names."""
    return frozenset(_load("openers.yaml")["words"].split())


@cache
def naming() -> Naming:
    """The classes of words that stand in names."""
    return Naming(**{key: frozenset(value.split()) for key, value in _load("naming.yaml").items()})


@cache
def cues() -> tuple[tuple[str, str], ...]:
    """Pairs of a phrase and the certainty that it sets, the longest phrases first."""
    pairs = [
        (" ".join(phrase.split()), certainty)
        for certainty, line in _load("cues.yaml").items()
        for phrase in line.split("|")
    ]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@cache
def countries() -> dict[str, str]:
    """From a country's name, short name or adjective, lower case, to its name."""
    out: dict[str, str] = {}
    for name, words in _load("countries.yaml").items():
        out[name.lower()] = name
        out.update((word.lower().replace("-", " "), name) for word in words.split())
    return out


@cache
def demonyms() -> frozenset[str]:
    """Adjectives of countries, lower case (`afghan`), which before a noun are no names of their own."""
    short = {word.lower() for words in _load("countries.yaml").values() for word in words.split() if word.isupper()}
    return frozenset(word for word, name in countries().items() if word != name.lower() and word not in short)


@cache
def no_names() -> frozenset[str]:
    """Capitalised words that name nobody when they stand alone: faiths, peoples, tongues, things."""
    return frozenset(_load("openers.yaml")["adjectives"].split())


def fingerprint() -> str:
    """A hash of every word list, the same in every process."""
    folder = files(__package__)
    told = [
        [f.name, f.read_text("utf-8")]
        for f in sorted(folder.iterdir(), key=lambda f: f.name)
        if f.name.endswith(".yaml")
    ]
    return digest(told)
