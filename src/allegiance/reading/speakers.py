"""Who speaks: subjects of verbs of saying, owners of reports and claims, and, through a document, who spoke last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from allegiance.model import Certainty, Kind
from allegiance.reading import degrees, lexicon
from allegiance.reading.clause import Clause
from allegiance.reading.discourse import Discourse
from allegiance.reading.draft import Draft
from allegiance.reading.owners import described, hearers, owner_of_product
from allegiance.reading.parse import Sentence, Token
from allegiance.reading.phrases import Phrase
from allegiance.reading.referents import HE, IT, SHE, THEY

PRESS = frozenset({"media", "news", "press", "newspaper", "local"})
EMPTY = frozenset({"there", "that", "this", "which", "what"})
EXPLETIVE = frozenset({"emerge", "turn", "happen", "transpire", "follow", "be"})
RAISING = frozenset({"appear", "seem"})
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
    if clause.lemma.split(" ")[0] in EXPLETIVE:
        found = tuple(p for p in found if p.pronoun != "it")
    return tuple(
        p for p in found if p.pronoun not in EMPTY and not (p.mention < 0 and p.head in lexicon.verbs().somebody)
    )


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
    out: list[Phrase] = []
    for child in clauses:
        if (
            child.parent == parent.index
            and child.lemma in ("cite", "quote")
            and child.embedding in ("advcl", "pcomp", "acl")
        ):
            out.extend(p for p in child.get("obj") if p.head not in verbs.hearsay)
    for speaker in (o for s in speakers for o in owner_of_product(s, clauses) or (s,)):
        noun = (
            sentence.tokens[speaker.token]
            if 0 <= speaker.token < len(sentence.tokens) and speaker.mention < 0
            else None
        )
        if noun is None or noun.lemma not in verbs.hearsay | verbs.guess:
            out.append(speaker)
            continue
        words = [k.text.lower() for k in sentence.kids(noun.i)]
        owner = owner_of(noun, sentence)
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
    return tuple(dict.fromkeys((*out, *_relayed(out, clauses), *hearers(parent)))), level


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


def _relayed(speakers: Sequence[Phrase], clauses: Sequence[Clause]) -> list[Phrase]:
    """Who quotes those who speak: `two officers quoted by Radio Tamar said`."""
    spoken = {p.token for p in speakers}
    return [
        p
        for c in clauses
        if c.passive and c.lemma in ("quote", "cite", "interview") and c.embedding in ("acl", "relcl")
        if any(o.token in spoken for o in c.get("obj"))
        for p in c.get("subj")
    ]


def names_of(phrases: Sequence[Phrase], discourse: Discourse) -> tuple[str, ...]:
    """The names of those who speak, once each, in order; the first and second persons name nobody."""
    out: list[str] = []
    for phrase in phrases:
        if phrase.pronoun in ("i", "we", "you", "one", "us", "me"):
            continue
        name = _name(phrase, discourse)
        if name and name not in out:
            out.append(name)
    return tuple(out)


def _name(phrase: Phrase, discourse: Discourse) -> str:
    """The name of a speaker: whose statement it is, where a product speaks; a description with what it is for or in."""
    if phrase.mention < 0 and phrase.head in lexicon.nouns().products | {"report", "account", "source"}:
        for owner in phrase.mod("poss", "nmod", "by", "from"):
            found = discourse.refer(owner)
            if found is not None and found.kind in (Kind.GROUP, Kind.PERSON) and phrase.head != "source":
                return found.name
    referent = discourse.refer(phrase)
    if referent is None or referent.named or phrase.pronoun:
        return referent.name if referent is not None else ""
    ends = [
        m.phrase.end
        for m in phrase.mods
        if m.function in TELLING_WHO and m.phrase.start >= phrase.end and m.phrase.end - phrase.start < 90
    ]
    short = " ".join(discourse.text[phrase.start : max([phrase.end, *ends])].split())
    if discourse.sentence is None or not 0 <= phrase.token < len(discourse.sentence.tokens):
        return short.removeprefix("both ").removeprefix("Both ")
    return (
        max(short, described(phrase, discourse.sentence, discourse.text), key=len)
        .removeprefix("Both ")
        .removeprefix("both ")
    )


@dataclass(slots=True)
class Voices:
    """Who spoke last, through a document: whom `he added` and `the statement said` mean."""

    speaker: tuple[int, str, Kind] = (-9, "", Kind.UNKNOWN)
    issuer: tuple[int, str] = (-9, "")

    def note(self, clauses: Sequence[Clause], fresh: Sequence[Draft], discourse: Discourse, number: int) -> None:
        """Remember who spoke in a sentence, and who issued what it tells of."""
        for clause in clauses:
            if clause.form != "verb" or clause.passive or degrees.verb_class(clause) not in ("say", "claim", "deny"):
                continue
            content = any(
                c.parent == clause.index and c.form == "verb" and c.embedding in ("ccomp", "xcomp") for c in clauses
            )
            subjects = (
                clause.get("subj")[:1]
                if content or (clause.parent < 0 and clause.lemma in ("say", "add", "tell"))
                else ()
            )
            names = self.names(subjects, clause, discourse, number)
            if names and subjects:
                referent = discourse.refer(subjects[0])
                kind = referent.kind if referent is not None and referent.name == names[0] else self.speaker[2]
                self.speaker = (number, names[0], kind)
                break
        for draft in fresh:
            if draft.type == "statement":
                self.issuer = (number, draft.name("issuer"))

    def recent(self, number: int) -> str:
        """Who goes on speaking in a quotation that names no speaker, or `""`."""
        return self.speaker[1] if number - self.speaker[0] == 1 else ""

    def names(self, phrases: Sequence[Phrase], content: Clause, discourse: Discourse, number: int) -> tuple[str, ...]:
        """The names of those who say what a clause tells, once each, the nearest first."""
        out: list[str] = []
        for phrase in phrases:
            meant = self._meant(phrase, content, discourse, number)
            out.extend([meant] if meant else names_of([phrase], discourse))
        return tuple(dict.fromkeys(out))

    def _meant(self, phrase: Phrase, content: Clause, discourse: Discourse, number: int) -> str:
        """The earlier speaker whom a speaker's pronoun or `the statement` means, or `""`."""
        last, name, kind = self.speaker
        if phrase.head in lexicon.nouns().products and phrase.mention < 0 and phrase.definite and not phrase.mods:
            if number - self.issuer[0] <= 3:
                return self.issuer[1]
            return name if number - last == 1 else ""
        if phrase.pronoun not in HE | SHE | IT | THEY:
            return ""
        behind = phrase.start >= content.end
        if number - last == 1 and name and kind is not (Kind.GROUP if phrase.pronoun in HE | SHE else Kind.PERSON):
            return "" if self._outside(phrase, content, discourse) else name
        if (
            behind
            and phrase.pronoun in HE | SHE
            and discourse.seen.last_persons
            and not self._outside(phrase, content, discourse)
        ):
            return discourse.chain(discourse.seen.last_persons[0]).name
        return ""

    @staticmethod
    def _outside(phrase: Phrase, content: Clause, discourse: Discourse) -> bool:
        """Whether somebody whom the pronoun may mean is named before it in its sentence, outside of what is said."""
        rows = discourse.seen.here_persons if phrase.pronoun in HE | SHE else discourse.seen.here_groups
        return any(
            start < phrase.start and not content.start <= start <= content.end and chain >= 0
            for start, chain, _ in rows
        )
