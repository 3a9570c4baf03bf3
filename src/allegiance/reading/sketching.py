"""The first pass over a sentence: a sketch of each predicate, with the arguments that stand beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from allegiance.model import Kind
from allegiance.reading.parse import Folded, Sentence, Token
from allegiance.reading.phrases import Arg, Builder, Phrase
from allegiance.reading.runs import Mention

FUNCTIONS: Mapping[str, str] = {"nsubj": "subj", "nsubjpass": "obj", "dobj": "obj", "obj": "obj"}
"""Relations of the parse that are arguments as they stand."""
NEVER = frozenset({"time", "point", "way", "stage", "circumstance"})
"""What `at no …` negates a whole clause with."""
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
ITSELF = frozenset(
    "defect desert surrender flee escape resign emerge die abscond arrive vanish disappear return disarm demobilise "
    "demobilize".split()
)
"""Verbs that nobody suffers without a doer: what looks like their passive is their past."""
CALLING = frozenset("declare consider deem label brand call proclaim designate name classify regard".split())
"""Verbs that say what somebody is held to be."""
PARTICLES = frozenset(
    "away over off out up down back apart aside in together along on across through around ahead".split()
)


@dataclass(slots=True)
class Sketch:
    """A predicate while its clause is being drawn."""

    token: Token
    lemma: str
    form: str
    args: list[Arg] = field(default_factory=list)
    passive: bool = False
    negated: bool = False
    helpers: list[str] = field(default_factory=list)
    adverbs: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    parent: int = -1
    embedding: str = ""
    finite: bool = True
    perfect: bool = False
    sibling: int = -1
    inherited: bool = False


class Sketching:
    """Sketches the predicates of one sentence. `events` are the nouns that tell of events."""

    def __init__(
        self,
        sentence: Sentence,
        mentions: Sequence[Mention],
        text: str,
        folded: Mapping[int, Folded],
        events: frozenset[str],
    ) -> None:
        self.sentence = sentence
        self.mentions = mentions
        self.builder = Builder(sentence, mentions, text, folded)
        self.events = events
        self.drafts: list[Sketch] = []
        self.at: dict[int, int] = {}

    def _draft(self, token: Token, lemma: str, form: str) -> None:
        self.at[token.i] = len(self.drafts)
        self.drafts.append(Sketch(token, lemma, form))

    @staticmethod
    def _is_verb(token: Token) -> bool:
        if token.mention >= 0:
            return False
        if token.pos == "VERB" or (
            token.tag.startswith("VB") and token.dep not in ("aux", "auxpass", "amod", "compound")
        ):
            return token.dep not in ("amod", "compound", "aux", "auxpass", "case", "prep") or (
                token.tag == "VBN" and token.dep == "acl"
            )
        return token.pos == "AUX" and token.dep not in ("aux", "auxpass")

    def _particle(self, token: Token) -> str:
        for kid in self.sentence.kids(token.i):
            if (
                kid.text.lower() == "ahead"
                and self.sentence.tokens[kid.i + 1 : kid.i + 2][:1]
                and (self.sentence.tokens[kid.i + 1].text.lower() == "of")
            ):
                continue  # `was put under arrest ahead of the vote`.
            if kid.dep == "prt" or (kid.dep == "advmod" and kid.text.lower() in PARTICLES and kid.i > token.i):
                return f" {kid.text.lower()}"
            if (
                kid.dep == "prep"
                and kid.lemma in ("over", "across", "back")
                and not self.sentence.kids(kid.i, "pobj", "pcomp")
            ):
                return f" {kid.lemma}"
        return ""

    # Arguments that stand with the predicate itself.

    def _fill(self, index: int) -> None:
        draft = self.drafts[index]
        token = draft.token
        if draft.form == "noun":
            phrase = self.builder.phrase(token)
            draft.args = list(phrase.mods)
            draft.args.append(Arg("self", phrase))
            draft.negated = phrase.negated
            draft.adverbs = list(phrase.adjectives)
            draft.parent, draft.embedding = self._governor(token)
            return
        kids = self.sentence.kids(token.i)
        draft.passive = any(k.dep in ("nsubjpass", "auxpass", "csubjpass") for k in kids)
        if (
            token.tag == "VBN"
            and not any(k.dep in ("aux", "nsubj") for k in kids)
            and token.dep in ("acl", "advcl", "ROOT", "conj", "relcl", "ccomp", "parataxis", "dep")
        ):
            draft.passive = draft.passive or token.dep in ("acl", "advcl") or any(k.dep == "agent" for k in kids)
            draft.passive = draft.passive or (token.i > 1 and self.sentence.tokens[token.i - 1].text == ",")
            draft.passive = draft.passive and not self._goes_itself(token)
        for kid in kids:
            self._take(draft, kid)
        if draft.passive:
            self._doers_too(draft)
        if draft.passive and token.i < 3 and not any(a.function == "obj" for a in draft.args):
            draft.args.extend(Arg("obj", p) for p in self._behind(kids))
        if token.lemma == "shoot" and "dead" not in draft.adverbs and self._dead(token):
            draft.adverbs.append("dead")
        draft.finite = token.tag in ("VBD", "VBZ", "VBP", "MD") or any(
            h not in ("to", "having", "being") for h in draft.helpers
        )
        if "to" in draft.helpers and set(draft.helpers) <= {"to", "be", "not", "never"}:
            draft.finite = False
        if (
            token.tag == "VBN"
            and not draft.helpers
            and any(k.text.lower() in REFLEXIVE for k in kids if k.dep == "nsubj")
        ):
            draft.passive = True  # `considers himself released from his oath`.
            draft.args = [Arg("obj", a.phrase) if a.function == "subj" else a for a in draft.args]
        draft.perfect = any(h in ("have", "has", "had", "having", "'ve", "'d") for h in draft.helpers)
        draft.parent, draft.embedding = self._governor(token)

    def _dead(self, shoot: Token) -> bool:
        """`shot dead`, `shot Peter dead`: the word right behind the verb or behind a name near it."""
        near = self.sentence.tokens[shoot.i + 1 : shoot.i + 6]
        words = [t.text.lower() for t in near]
        if "dead" not in words:
            return False
        at = words.index("dead")
        between = near[:at]
        return not at or (
            between[-1].mention >= 0 and all(t.pos not in ("VERB", "AUX") and t.text != "," for t in between)
        )

    def _doers_too(self, draft: Sketch) -> None:
        """`backed with money by A and with arms by B`: B backs, too."""
        kinds = (Kind.PERSON, Kind.GROUP)
        named = [a for a in draft.args if a.function == "by" and a.phrase.mention >= 0]
        draft.args.extend(
            Arg("subj", a.phrase)
            for a in named
            if self.mentions[a.phrase.mention].kind in kinds and any(x.function == "subj" for x in draft.args)
        )

    def _behind(self, kids: Sequence[Token]) -> list[Phrase]:
        """`Killed in the raid were A and B`: the subject that stands behind a participle's auxiliary."""
        return [
            p
            for aux in kids
            if aux.dep == "auxpass"
            for k in self.sentence.kids(aux.i, "nsubj", "nsubjpass", "attr")
            if k.i > aux.i
            for p in self.builder.phrases(k)
        ]

    def _goes_itself(self, token: Token) -> bool:
        """`Peter, a captain, deserted in 2001 and …`: a verb of going, which nobody suffers, taken for a participle."""
        return token.lemma in ITSELF and not self.sentence.kids(token.i, "agent", "auxpass")

    def _take(self, draft: Sketch, kid: Token) -> None:
        """Take a dependent of the predicate for what it is: an argument, or a word that colours it."""
        phrases = self.builder.phrases
        if kid.dep in FUNCTIONS:
            draft.args.extend(Arg(FUNCTIONS[kid.dep], p) for p in phrases(kid))
        elif kid.dep == "dative":
            draft.args.extend(
                self.builder.prepositional(kid) if kid.pos == "ADP" else (Arg("iobj", p) for p in phrases(kid))
            )
        elif kid.dep in ("attr", "oprd") and kid.pos in ("NOUN", "PROPN", "PRON", "NUM"):
            draft.args.extend(Arg(kid.dep, p) for p in phrases(kid))
        elif kid.dep == "agent":
            draft.args.extend(Arg("subj", a.phrase) for a in self.builder.prepositional(kid))
            draft.passive = True
        elif kid.dep in ("prep", "prt") and kid.pos in ("ADP", "SCONJ", "VERB", "ADV", "PART"):
            found = self.builder.prepositional(kid)
            draft.args.extend(found)
            draft.negated = draft.negated or any(a.phrase.negated and a.phrase.head in NEVER for a in found)
        elif kid.dep == "appos" and kid.mention >= 0:
            draft.args.append(Arg("obj", self.builder.phrase(kid)))
        else:
            self._colour(draft, kid)

    def _colour(self, draft: Sketch, kid: Token) -> None:
        """Auxiliaries, negation, adverbs, predicate adjectives and conjunctions."""
        lower = kid.text.lower()
        if kid.dep in ("aux", "auxpass"):
            draft.helpers.append(lower)
        elif kid.dep == "neg":
            draft.negated = draft.negated or not self._only_from(kid)
        elif kid.dep == "mark":
            draft.marks.append(lower)
        elif kid.dep in ("attr", "oprd"):
            draft.adverbs.append(lower)
        elif kid.dep == "acomp" or (kid.dep == "advcl" and kid.pos == "ADJ" and kid.i > draft.token.i):
            self._quality(draft, kid)
        elif kid.dep == "ccomp" and kid.pos == "ADJ" and not self.sentence.kids(kid.i, "aux", "cop"):
            self._quality(draft, kid)
            answers = kid.lemma in ("responsible", "accountable")
            whom = [k for k in self.sentence.kids(kid.i, "nsubj") if answers or k.text.lower() in REFLEXIVE]
            draft.args.extend(Arg("obj", p) for k in whom for p in self.builder.phrases(k))
        elif kid.dep == "ccomp" and kid.pos == "NOUN" and draft.lemma in CALLING:
            self._called(draft, kid)
        elif kid.dep in ("advmod", "npadvmod"):
            own = self.sentence.kids(kid.i, "advmod", "neg", "det")
            draft.adverbs.extend(k.text.lower() for k in own if k.i < kid.i)
            draft.adverbs.append(lower)
            draft.adverbs.extend(k.text.lower() for k in own if k.i > kid.i)
            draft.negated = draft.negated or lower in ("never", "neither", "nor")
            for sub in self.sentence.kids(kid.i, "prep"):
                draft.args.extend(self.builder.prepositional(sub))

    def _called(self, draft: Sketch, noun: Token) -> None:
        """`declared Nokia a terrorist group`, where the parser takes what it was called for a clause."""
        whom = [k for k in self.sentence.kids(noun.i, "nsubj") if k.i > draft.token.i]
        if len(whom) == 1 and not self.sentence.kids(noun.i, "aux", "cop", "mark", "neg"):
            draft.args.extend(Arg("obj", p) for p in self.builder.phrases(whom[0]))
            draft.args.append(Arg("oprd", self.builder.phrase(noun)))

    def _only_from(self, negation: Token) -> bool:
        """`not until 1998 did he join`: the `not` is of the time before, and of nothing else."""
        after = self.sentence.tokens[negation.i + 1 : negation.i + 2]
        return bool(after) and after[0].text.lower() in ("until", "till")

    def _quality(self, draft: Sketch, kid: Token) -> None:
        """What somebody is said to be, with whom: `loyal to Nokia`."""
        draft.adverbs.append(kid.text.lower())
        for sub in self.sentence.kids(kid.i, "prep"):
            draft.args.extend(Arg(f"{kid.lemma} {a.function}", a.phrase) for a in self.builder.prepositional(sub))

    def _governor(self, token: Token) -> tuple[int, str]:
        """The clause in which this predicate stands, and how."""
        at, how = self._climbed(token)
        prep = self.sentence.tokens[token.head]
        if how in ("subj", "obj") and token.dep == "pobj" and prep.lemma == "with" and prep.i > 1:
            behind = self.sentence.tokens[prep.head].mention >= 0 and self.sentence.tokens[prep.i - 1].text == ","
            how = "with" if behind else how  # `the Toyota, with the support of Nokia, took it`.
        return at, how

    def _climbed(self, token: Token) -> tuple[int, str]:
        current, how = token, token.dep
        for _ in range(40):
            if current.head == current.i:
                return -1, ""
            head = self.sentence.tokens[current.head]
            if token.dep in ("relcl", "acl"):
                how = token.dep
            elif current.dep == "pcomp":
                how = f"pcomp {head.text.lower()}"
            elif (
                head.i != token.i
                and current is not token
                and current.dep in ("dobj", "nsubj", "nsubjpass", "pobj", "attr", "agent", "appos", "obj")
            ):
                how = (
                    {"dobj": "obj", "obj": "obj", "nsubj": "subj", "nsubjpass": "obj"}.get(current.dep, how)
                    if not how.startswith("pcomp")
                    else how
                )
            if current is token and token.dep in ("dobj", "nsubj", "nsubjpass", "obj"):
                how = "obj" if token.dep != "nsubj" else "subj"
            if head.i in self.at:
                if token.dep in ("relcl", "acl"):
                    return self.at[head.i], token.dep
                if token.dep == "pobj" or (current.dep == "prep" and how == "pobj"):
                    how = current.text.lower() if current.dep == "prep" else how
                return self.at[head.i], how
            current = head
        return -1, ""
