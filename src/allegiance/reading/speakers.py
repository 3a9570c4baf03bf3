"""Who speaks: subjects of verbs of saying, owners of reports and claims, and, through a document, who spoke last."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from allegiance.model import Certainty, Kind
from allegiance.reading import cited, degrees, lexicon
from allegiance.reading.clause import Clause
from allegiance.reading.discourse import Discourse
from allegiance.reading.owners import described_end, hearers, is_outlet, owner_of_product
from allegiance.reading.parse import Sentence, Token
from allegiance.reading.phrases import Phrase

PRESS = frozenset({"media", "news", "press", "newspaper", "local"})
EMPTY = frozenset({"there", "that", "this", "which", "what"})
EXPLETIVE = frozenset({"emerge", "turn", "happen", "transpire", "follow", "be"})
HEARING = frozenset({"hear", "learn", "understand"})
AUTHORS = frozenset({"Panel", "Panel of Experts", "Group", "Group of Experts", "Monitoring Team"})
"""What those who write a report of the United Nations call themselves in it."""

RAISING = frozenset({"appear", "seem"})
RELAYING = frozenset("quote cite interview carry publish air broadcast relay monitor see obtain review".split())
STATES = re.compile(r"\b(US|U\.S\.|UK|U\.K\.|UN|U\.N\.|EU) $")
OFFICE = re.compile(r"\b(?:Department|Ministry|Office|Treasury|Embassy|Council|Commission|Secretariat|Mission)\b")
OFFICES = frozenset("army police navy military government ministry presidency gendarmerie rebel guerrilla".split())
"""Bodies by whose plain noun a product is named: it is theirs."""
QUOTING = frozenset({"quote", "cite", "interview"})
CARRYING = frozenset({"carry", "air", "broadcast", "relay", "monitor"})
"""Whoever does this to a statement of others passes it on, whatever it is called."""

AIRING = frozenset({"broadcast", "air"})
"""What a station does, even one that is only called `it`."""

TELLING_WHO = frozenset({"for", "in", "of", "from", "within", "inside", "at", "close to"})


def owner_of(noun: Token, sentence: Sentence) -> tuple[Phrase, ...]:
    """Whose report or claim a noun is, where that is a name or a body: `the army's claim`, `reports by Radio Tamar`."""
    out: list[Token] = []
    for kid in sentence.kids(noun.i):
        if (kid.dep == "poss" and kid.tag not in ("PRP$",)) or (kid.dep in ("compound", "nmod") and kid.mention >= 0):
            if kid.text.lower() not in PRESS:
                out.append(kid)
        elif kid.dep in ("prep", "agent") and kid.lemma in ("by", "from"):
            out.extend(k for k in sentence.kids(kid.i, "pobj") if k.lemma not in lexicon.nouns().places)
    return tuple(_phrase(t, sentence) for t in out)


def _phrase(token: Token, sentence: Sentence) -> Phrase:
    """A bare phrase for a token, with the words before it that belong to it."""
    start = token.start
    definite = False
    for kid in sentence.kids(token.i):
        if kid.i < token.i and kid.dep in ("det", "amod", "compound", "nummod", "nmod", "poss"):
            start = min(start, kid.start)
            definite = definite or kid.lemma in ("the", "this", "that")
    pronoun = token.text.lower() if token.pos == "PRON" else ""
    plural = token.tag in ("NNS", "NNPS")
    if token.mention >= 0:
        start = token.start
    return Phrase(token.i, start, token.end, token.text, token.lemma, token.mention, pronoun, plural, definite)


def speakers_of(clause: Clause) -> tuple[Phrase, ...]:
    """Who does the saying: subjects that are somebody. `it emerged that` and `some say` name nobody."""
    found = clause.get("subj")
    if clause.lemma.split(" ")[0] in RAISING:
        return ()
    if clause.lemma in HEARING and clause.get("from") and not clause.passive:
        return (*clause.get("from"), *(p for p in found if p.pronoun not in EMPTY))
    if clause.lemma == "hear" and any(p.head in degrees.COURTS for p in found):
        return ()
    if clause.lemma.split(" ")[0] in EXPLETIVE or (clause.embedding == "xcomp" and clause.governor == "be"):
        found = tuple(p for p in found if p.pronoun != "it")
    return tuple(p for p in found if p.pronoun not in EMPTY and not degrees.nobody_known(p))


def voices(
    parent: Clause, kind: str, clauses: Sequence[Clause], sentence: Sentence
) -> tuple[tuple[Phrase, ...], Certainty]:
    """Who speaks, and how sure that leaves it: reports that speak are hearsay, whoever is cited stands nearer."""
    verbs = lexicon.verbs()
    speakers = speakers_of(parent)
    if parent.lemma == "cite" and not parent.passive:
        speakers = parent.get("obj") or speakers
    if _really_passive(parent, clauses) or degrees.mistaken(parent):
        speakers = ()
    level = degrees.level_of(kind, parent, not speakers)
    if any(p.text.lower() in ("few", "hardly anyone", "little") for p in parent.get("subj")):
        level = degrees.weaker(level, Certainty.DOUBTED)
    out: list[Phrase] = []
    for child in clauses:
        if (
            child.parent == parent.index
            and child.lemma in ("cite", "quote")
            and child.embedding in ("advcl", "pcomp", "acl")
        ):
            out.extend(p for p in child.get("obj") if p.head not in verbs.hearsay)
    for speaker in (o for s in speakers for o in owner_of_product(s, clauses) or (s,)):
        if _purported(speaker, parent, sentence):
            level = degrees.weaker(level, Certainty.REPORTED)
        noun = (
            sentence.tokens[speaker.token]
            if 0 <= speaker.token < len(sentence.tokens) and speaker.mention < 0
            else None
        )
        if noun is None or noun.lemma not in verbs.hearsay | verbs.guess:
            out.append(speaker)
            continue
        words = [k.text.lower() for k in sentence.kids(noun.i)]
        owner = () if speaker.text.split(" ")[0].lower() in PRESS else owner_of(noun, sentence)
        if owner and noun.lemma == "report" and not speaker.plural:
            out.extend(owner)
            continue
        level = degrees.weaker(
            level,
            Certainty.POSSIBLE
            if noun.lemma in verbs.guess
            else Certainty.REPORTED
            if speaker.plural or noun.lemma != "report"
            else Certainty.STATED,
        )
        level = degrees.weaker(level, degrees.by_words(words))
        if owner:
            out.extend(owner)
        elif not speaker.plural or set(words) - {
            "some",
            "several",
            "many",
            "other",
            "the",
            "unconfirmed",
            "conflicting",
            "earlier",
            "initial",
            "first",
            "early",
            "unverified",
            "those",
            "these",
        }:
            out.append(speaker)
    spoken = [*out, *(p for p in parent.get("in", "by", "on") if p.mention < 0)]
    talking = [c for c in clauses if c.parent == parent.index and c.lemma in ("speak", "talk") and not c.finite]
    told = [p for c in (parent, *talking) for p in hearers(c)]
    return tuple(dict.fromkeys((*out, *_relayed(spoken, parent, clauses), *told))), level


def _purported(speaker: Phrase, verb: Clause, sentence: Sentence) -> bool:
    """`A statement purportedly from A said`: that it is his is only held."""
    if speaker.mention >= 0 or speaker.head not in lexicon.nouns().products:
        return False
    between = {t.text.lower() for t in sentence.tokens if speaker.start <= t.start and t.i < verb.token}
    return bool(between & {"purportedly", "purported", "allegedly", "alleged", "attributed", "supposedly"})


def _really_passive(verb: Clause, clauses: Sequence[Clause]) -> bool:
    """`X, believed to be its leader`, `X stands accused of killing Y`: the subject is who is spoken of."""
    verbs, head = lexicon.verbs(), verb.lemma.split(" ")[0]
    if verb.passive or verb.get("obj"):
        return False
    if head in verbs.raised:
        return any(c.parent == verb.index and c.embedding == "xcomp" and "to" in c.helpers for c in clauses)
    mine = {p.token for p in verb.get("subj")}
    return head in verbs.held and any(
        c.parent == verb.index and c.embedding.startswith("pcomp") and mine & {p.token for p in c.get("subj")}
        for c in clauses
    )


def _relayed(speakers: Sequence[Phrase], saying: Clause, clauses: Sequence[Clause]) -> list[Phrase]:
    """Who quotes those who speak, or carries what they put out: `two officers quoted by Radio Tamar said`."""
    spoken = {p.token for p in speakers}
    passed_on = [
        p
        for c in clauses
        if c.passive and c.lemma in RELAYING and c.embedding in ("acl", "relcl")
        if any(o.token in spoken for o in c.get("obj"))
        for p in (*c.get("subj"), *(o for o in c.get("in", "on") if is_outlet(o)))
        if c.lemma in QUOTING or is_outlet(p) or (c.lemma in CARRYING and p.mention >= 0)
    ]
    return [*passed_on, *_aired(saying, clauses)]


def _aired(saying: Clause, clauses: Sequence[Clause]) -> list[Phrase]:
    """`Radio Tamar broadcast a recording in which A declared that …`: the station, which passes on what A says."""
    over = clauses[saying.parent] if saying.parent >= 0 else None
    if over is None or over.passive or saying.embedding not in ("acl", "relcl", "advcl"):
        return []
    products = lexicon.nouns().products
    shown = any(p.mention < 0 and p.head in products for p in over.get("obj")) and any(
        a.function in ("in", "on") and a.phrase.head in products | {"which"} for a in saying.args
    )
    if over.lemma not in AIRING:
        return [p for p in over.get("subj") if shown and is_outlet(p)]
    who = (replace(p, pronoun="", head="station", definite=True) if p.pronoun == "it" else p for p in over.get("subj"))
    return [p for p in who if shown and (p.mention >= 0 or p.head in lexicon.nouns().outlets)]


def names_of(phrases: Sequence[Phrase], discourse: Discourse) -> tuple[str, ...]:
    """The names of those who speak, once each, in order; the first and second persons name nobody."""
    out: list[str] = []
    for phrase in whole(phrases, discourse.text):
        if phrase.pronoun == "one" and phrase.mod("of"):
            phrase = replace(phrase, pronoun="")  # `one of the porters`
        if phrase.pronoun in ("i", "we", "you", "one", "us", "me"):
            continue
        out.extend(n for n in _names(phrase, discourse) if n and n not in out)
    return tuple(out)


def whole(phrases: Sequence[Phrase], text: str) -> list[Phrase]:
    """The phrases, those joined again that a hyphen parts: `seven ex-combatants`."""
    out: list[Phrase] = []
    for phrase in phrases:
        if out and (text[out[-1].end : phrase.end][:1] == "-" or text[out[-1].end - 1 : phrase.start] == "-"):
            out[-1] = replace(phrase, start=out[-1].start, text=text[out[-1].start : phrase.end])
        else:
            out.append(phrase)
    return out


def _names(phrase: Phrase, discourse: Discourse) -> tuple[str, ...]:
    """The name of a speaker: whose statement it is, where a product speaks; a description with what it is for or in;
    then the name of the outlet that quotes him."""
    if phrase.text.lower() in PRESS and discourse.text[phrase.end :].startswith(" reports"):
        return (f"{phrase.text} reports",)
    if phrase.mention < 0 and phrase.head in lexicon.nouns().products | {"report", "account", "source"}:
        for owner in phrase.mod("poss", "nmod", "by", "from"):
            found = discourse.refer(owner)
            if (
                found is not None
                and found.kind in (Kind.GROUP, Kind.PERSON)
                and phrase.head not in ("source", "report")
            ):
                return (found.name,)
            if found is not None and phrase.head == "report" and not phrase.plural and found.name.lower() not in PRESS:
                return (found.name,)
        offices = [p.head for p in phrase.mod("noun") if p.mention < 0 and p.head in OFFICES]
        if offices and phrase.head in lexicon.nouns().products:
            return (offices[0],)  # `An army communiqué`
    if phrase.pronoun in lexicon.verbs().somebody and phrase.mods:
        phrase = replace(phrase, pronoun="")  # `some of his comrades`
    referent = discourse.refer(phrase)
    if referent is None or referent.named or phrase.pronoun:
        name = referent.name if referent is not None else ""
        if name.lower() in PRESS:
            return (f"{name} reports",) if discourse.text[phrase.end :].startswith(" reports") else ()
        if name in AUTHORS and discourse.text[: phrase.start].lower().endswith("the "):
            return ()
        return (_with_state(name, phrase, discourse),)
    text = discourse.text
    ends = [
        m.phrase.end
        for m in phrase.mods
        if m.function in TELLING_WHO and m.phrase.start >= phrase.end and m.phrase.end - phrase.start < 90
    ]
    end = max([phrase.end, *ends])
    if discourse.sentence is not None and 0 <= phrase.token < len(discourse.sentence.tokens):
        end = max(end, described_end(phrase, discourse.sentence, text))
    own = next((m for m in discourse.mentions if m.start == end + 2), None)
    if own is not None and own.kind is not Kind.GROUP and text[end] == text[own.end : own.end + 1] == ",":
        if phrase.head in lexicon.nouns().persons and not phrase.plural:
            return (discourse.chain(own.chain).name,)  # `A spokesman for B, C, said`.
    (start, end), carrier = cited.who(text, phrase.start, end)
    out = [_in_words(start, end, discourse, owned=start > phrase.start)]
    if carrier[0] < carrier[1]:
        out.append(_in_words(*carrier, discourse, owned=True))
    return tuple(out)


def _with_state(name: str, phrase: Phrase, discourse: Discourse) -> str:
    """`the US State Department`: an office by its state's letters and its own name, which is no one's alone."""
    letters = STATES.search(discourse.text[max(0, phrase.start - 6) : phrase.start])
    return f"{letters[1]} {name}" if letters and OFFICE.search(name) else name


def _in_words(start: int, end: int, discourse: Discourse, owned: bool) -> str:
    """A speaker's words, or the name that they end in where they are whose product it is."""
    inside = [m for m in discourse.mentions if start <= m.start and m.end == end and not m.demonym]
    if owned and inside:
        return discourse.chain(inside[-1].chain).name
    plain = " ".join(discourse.text[start:end].split()).removeprefix("both ").removeprefix("Both ")
    return plain.removesuffix("'s").removesuffix("’s")
