"""How a clause hangs in the one above it: as what is said, beside it, or as no fact; and the nouns it passes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from allegiance.reading import blame, lexicon
from allegiance.reading.clause import Clause
from allegiance.reading.degrees import verb_class
from allegiance.reading.parse import Sentence, Token
from allegiance.reading.phrases import Phrase
from allegiance.reading.runs import CALENDAR

ALONE = frozenset("die surrender defect resign flee exist perish vanish disappear escape arrive fall".split())
"""Verbs that have no object."""
ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last latest only".split())
"""Of those who did something, and are no plan to do it: `became the fourth group to swear`."""
INSTEAD = frozenset({"instead", "rather", "far"})
KNOWN_BY_THEN = frozenset({"after", "before", "since", "until", "following"})
"""Before the noun of an event: it is known already."""

COUNTS = frozenset("day hour week month year minute decade night".split())
"""Before `after`, these count from what is known."""

NOT_DONE = frozenset({"without", "about", "than", "against"})


@dataclass(frozen=True, slots=True)
class Path:
    """From a clause up to its parent: nouns passed, nearest first, the last preposition, and `instead`, `rather`."""

    nouns: tuple[Token, ...]
    top: str
    over: str


def hook(current: Clause, sentence: Sentence) -> Token:
    """The token of a clause's predicate, or of the first that it is coordinated with."""
    token = sentence.tokens[current.token]
    while token.dep == "conj" and current.sibling >= 0 and token.head != token.i:
        token = sentence.tokens[token.head]
    return token


def between(current: Clause, parent: Clause, sentence: Sentence) -> Path:
    """What stands between a clause's predicate and its parent's."""
    tokens = sentence.tokens
    nouns: list[Token] = []
    token = hook(current, sentence)
    top = over = ""
    for _ in range(40):
        if token.head == token.i or token.head == parent.token:
            break
        token = tokens[token.head]
        if token.pos in ("NOUN", "PROPN", "PRON", "NUM", "DET") or token.mention >= 0:
            nouns.append(token)
        elif token.text.lower() in INSTEAD:
            over = token.text.lower()
        elif token.pos in ("ADP", "SCONJ"):
            top = token.text.lower()
            before = tokens[token.i - 1].text.lower() if token.i else ""
            over = before if before in INSTEAD else over
            if not nouns and tokens[token.i - 1].lemma in lexicon.verbs().plan and tokens[token.i - 1].pos == "NOUN":
                nouns.append(tokens[token.i - 1])  # `doubled the bounty for the capture of A`: whatever it hangs from.
    return Path(tuple(nouns), top if token.dep in ("prep", "agent", "pcomp", "dative") else "", over)


def is_relative(current: Clause, sentence: Sentence) -> bool:
    """Whether a clause tells of a noun that it hangs from, and is not what that noun says (`the report that …`)."""
    if current.form != "verb":
        return False
    verb = hook(current, sentence)
    if verb.dep not in ("relcl", "acl"):
        return False
    head = sentence.tokens[verb.head]
    if (
        embeds(head)
        and current.lemma in ALONE
        and "that" in {p.pronoun for p in current.get("obj")} | {k.text for k in sentence.kids(verb.i, "dobj")}
    ):
        return False  # `the story that A had died`, whose `that` the parser takes for what is died.
    if embeds(head) and len(current.get("obj")) > 1:
        return False  # `the story that A was poisoned`, whose `that` the parser takes for a second one poisoned.
    that = next((k for k in sentence.kids(verb.i) if k.text == "that" and k.i == head.i + 1), None)
    if embeds(head) and that is not None and that.dep not in ("nsubj", "nsubjpass", "dobj", "pobj"):
        return False  # `the story that A was killed`, whose `that` is taken for an adverb.
    return not ((embeds(head) and (verb.dep == "acl" or "that" in current.marks) and not current.passive) or
                (embeds(head) and "that" in current.marks))  # fmt: skip


def says_in_cleft(current: Clause, parent: Clause) -> bool:
    """`It was the army that said …`: it tells who says so, and describes nobody."""
    told = parent.lemma == "be" and any(p.pronoun == "it" for p in parent.get("subj"))
    return told and not parent.negated and verb_class(current) == "say"


def kind_of_saying(current: Clause, parent: Clause, nouns: Sequence[Token]) -> str:
    """The parent's class as a verb of saying, where it may be one here."""
    verbs = lexicon.verbs()
    kind = verb_class(parent)
    head = parent.lemma.split(" ")[0]
    by_preposition = current.embedding.startswith("pcomp") or (
        current.form == "noun" and current.embedding in ("of", "for", "with", "over", "on", "in")
    )
    passive = parent.passive or (head == "want" and not parent.get("obj"))
    if by_preposition and passive and head in verbs.prosecute and kind not in ("claim", "suspect"):
        return "claim" if current.embedding.startswith("pcomp") else ""
    if current.form == "noun" and kind:
        told = any(embeds(n) or n.lemma in verbs.part for n in nouns)
        if current.embedding in ("of", "for", "with", "on", "in"):
            return kind if kind in ("claim", "suspect", "deny", "acquit", "convict") or told else ""
        if head in ("claim", "take") and any(n.lemma in ("responsibility", "credit") for n in nouns):
            return ""
        return kind if told or head in verbs.tells else ""
    if kind in ("convict", "acquit") and not by_preposition:
        return ""
    return kind


def embeds(noun: Token) -> bool:
    """Whether a noun is one that says, believes or plans what hangs from it."""
    verbs = lexicon.verbs()
    classes = (verbs.news, verbs.hearsay, verbs.guess, verbs.belief, verbs.falsehood, verbs.proof, verbs.plan)
    return noun.mention < 0 and any(noun.lemma in lemmas for lemmas in classes)


DOERS = frozenset("murderer killer assassin executioner slayer kidnapper abductor captor attacker".split())
"""Who is called so of somebody has done it, whatever is said of the doer."""
SHORT = frozenset("stop fall come pull".split())
"""With `short of`, what follows was not done: `stopped short of naming him`."""
TAKEN_UP = frozenset("accept approve ratify endorse grant recognise recognize".split())
OFFERED = frozenset("resignation surrender defection pledge oath allegiance merger appointment nomination".split())
"""What comes about only where it is accepted."""

LEADING = frozenset("command lead head run direct chair become be oversee govern preside".split())
"""What one rises to do and does: `rose to command the brigade`, not `rose to address the meeting`."""


def _infinitive(current: Clause, parent: Clause) -> str:
    """An infinitive under a verb that is neither of saying nor of wishing: what came of it, or a mere purpose."""
    verbs = lexicon.verbs()
    head, lemma = parent.lemma.split(" ")[0], current.lemma.split(" ")[0]
    ends = lemma in verbs.overtaking or current.lemma.replace(" ", "-") in verbs.founding
    if (head in verbs.moves and ends) or head == "use" or (head == "rise" and lemma in LEADING):
        return "content"
    if parent.lemma in ("be", "become") and any(ORDINALS & set(p.adjectives) for p in parent.get("attr")):
        return "content"  # `became the fourth group to swear`.
    if current.embedding == "advcl":
        return "a purpose"
    known = (
        head in verbs.factual | verbs.unreal | verbs.negative | verbs.prosecute
        or head in ("be", "have")
        or verb_class(parent)
    )
    return "content" if known or head in lexicon.verbs().appointing else "a purpose"


def _undone(current: Clause, parent: Clause) -> str:
    """Why what a clause tells did not come about, by the verb over it: `stopped short of`, `was not accepted`."""
    head = parent.lemma.split(" ")[0]
    told = head != "stop" or verb_class(current) or current.lemma == "name"
    if "short" in parent.adverbs and head in SHORT and told and current.embedding.startswith("pcomp"):
        return "not done"  # What one stopped short of doing was not done; what one did not say, nobody said.
    if current.form != "noun":
        return ""
    if current.embedding == "subj" and any(p.head == "question" for p in parent.get("out of")):
        return "out of the question"
    return "not accepted" if parent.negated and head in TAKEN_UP and current.lemma in OFFERED else ""


def hangs(current: Clause, parent: Clause, path: Path) -> str:
    """How a clause hangs in its parent: `content`, `""` for beside it, else why it is no fact."""
    verbs = lexicon.verbs()
    head = parent.lemma.split(" ")[0]
    how = current.embedding
    if current.form == "noun" and blame.tie(current, parent):
        return "content"
    if path.top == "by" and parent.passive and head in verbs.held and how in ("pcomp of", "pcomp for", "of", "for"):
        return "content"
    if undone := _undone(current, parent):
        return undone
    asked = head == "question" and path.top in ("about", "over")  # `questioned him about the murder of A`
    if current.form == "noun" and (asked or (current.lemma in DOERS and how == "obj")):
        return ""  # `accused him of shielding the murderers of A`: the murder is known.
    if path.top in lexicon.verbs().aside and not (
        path.top in ("in", "from", "with", "on", "despite")
        and (verb_class(parent) or head in verbs.negative | verbs.resulting or path.nouns)
    ):
        return ""
    if path.over or (path.top in NOT_DONE and not (verb_class(parent) and path.top == "about")):
        return "not done" if current.form == "verb" and not path.nouns else ""
    if current.form == "noun":
        if path.top in ("until", "till") and parent.form == "verb":
            return "" if parent.finite and not set(parent.helpers) & OPEN else "not done"
        if path.top == "for" and any(p.head in verbs.plan for p in parent.get("obj" if parent.passive else "subj")):
            return "planned, not done"  # `A warrant was issued for the arrest of A`.
        acts = how == "subj" and not parent.passive and not path.nouns
        if acts and (verb_class(parent) or head in verbs.unreal | verbs.negative):
            return ""  # `The killing of A demanded an answer`: it is not what is demanded.
        if head in lexicon.verbs().presupposing or (path.top and not _may_embed(parent) and not path.nouns):
            return ""
        return "content"
    if how in ("advcl", "xcomp") and "to" in current.helpers and not current.finite and not current.perfect:
        return _infinitive(current, parent)
    if how == "advcl":
        named = current.marks == ("that",) or "namely" in current.adverbs
        return "content" if named and verb_class(parent) else ""  # `denies what B says, namely that …`.
    if how == "parataxis":
        return "content" if verb_class(parent) else ""
    return "content"


def is_medium(parent: Clause, path: Path) -> bool:
    """Whether the noun passed is only that in which it is said: `said in a report that …`."""
    return path.top == "in" and len(path.nouns) == 1 and verb_class(parent) == "say"


def _may_embed(parent: Clause) -> bool:
    verbs = lexicon.verbs()
    head = parent.lemma.split(" ")[0]
    known = head in verbs.unreal | verbs.negative | verbs.prosecute | verbs.resulting
    return bool(verb_class(parent)) or known or parent.lemma in ("be", "have", "play", "take", "involve")


def settled(current: Clause, parent: Clause, sentence: Sentence) -> bool:
    """`two days after A was killed`, `When A was killed in 2021, …`: known already, it says when the rest was."""
    if current.form == "noun" and (
        current.embedding in KNOWN_BY_THEN or (current.lemma in DOERS and current.embedding == "obj")
    ):
        return True  # `took over after the arrest of A`.
    words = {*current.marks, *current.adverbs} & {"after", "before", "since", "until", "when"}
    if not current.finite or current.form != "verb" or not words:
        return False
    tokens = sentence.tokens
    ahead = current.token < parent.token
    mark = next(
        (t.i for t in tokens if t.i < current.token and t.head == current.token and t.text.lower() in words), -1
    )
    counted = mark > 0 and tokens[mark - 1].lemma in COUNTS
    dated = any(
        (t.text.lower() in CALENDAR or (t.text.isdigit() and len(t.text) == 4))
        and current.start <= t.start < current.end
        for t in tokens
    )
    return counted or (dated and ahead) or (dated and "when" not in words)


OPEN = frozenset("will would shall may might could can must should to cannot wo".split())
"""Helpers of a verb that tells of nothing done: `will fight until the death of A`."""
NOT_SO = re.compile(r"\b(?:not|never)\b(?! (?:only|just|merely|least))|\bno (?:longer )?(?:[\w-]+ ){0,2}[\w-]+$")
NOT_YET = re.compile(r"\b(?:would(?: - |-)be|aspiring|prospective|if not)\b")


def called_so(phrase: Phrase, sentence: Sentence) -> tuple[bool, bool]:
    """Whether a description says what its bearer is not (`A, not a member of B`), and what he is not yet."""
    if not 0 <= phrase.token < len(sentence.tokens):
        return False, False
    first = next((t.i for t in sentence.tokens if t.start >= phrase.start), phrase.token)
    words = " ".join(t.text.lower() for t in sentence.tokens[max(0, first - 2) : phrase.token + 1])
    own = words.rpartition(",")[2]
    ahead = " ".join(t.text.lower() for t in sentence.tokens[max(0, first - 3) : phrase.token + 1])
    return phrase.negated or NOT_SO.search(own) is not None, NOT_YET.search(ahead.rpartition(",")[2]) is not None


def words_before(phrase: Phrase, sentence: Sentence) -> tuple[str, ...]:
    """The words before a noun that say how sure it is, participles too: `the presumed leader`."""
    if not 0 <= phrase.token < len(sentence.tokens):
        return phrase.adjectives
    kids = [k.text.lower() for k in sentence.kids(phrase.token) if k.i < phrase.token and k.mention < 0]
    return (*phrase.adjectives, *(k for k in kids if k not in phrase.adjectives))
