"""The clause layer: every predicate of a sentence as one plain value, whatever its grammar.

A passive, a relative, a participle, an apposition (`X, leader of Y`), a title (`Y leader X`), a possessive and a
nominalisation (`the defection of X`) all come out as a Clause with arguments by function, so that one frame reads them all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from allegiance.reading import lexicon
from allegiance.reading.mentions import Mention
from allegiance.reading.parse import Folded, Sentence, Token
from allegiance.reading.phrases import RELATIVES, Arg, Builder, Phrase

PARTICLES = frozenset("away over off out up down back apart aside in together along on across through around ahead".split())
OBJECT_CONTROL = frozenset(
    "order force compel persuade ask allow let tell urge instruct cause help want direct lead make invite permit enable "
    "see name appoint elect choose select expect require encourage teach get select designate tap assign believe report".split()
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One predicate, normalised.

    `form` is verb, noun, is (copula, apposition, title: `attr` is what the subject is said to be), of (`X of Y`) or owns
    (`Y's X`). `embedding` says how it hangs in `parent` (ccomp, xcomp, advcl, relcl, acl, pcomp, conj, an argument's
    function), and is empty for a main clause. `helpers` are its auxiliaries, `adverbs` its adverbs, lower case.
    """

    index: int
    lemma: str
    form: str
    token: int
    start: int
    end: int
    args: tuple[Arg, ...]
    passive: bool = False
    negated: bool = False
    helpers: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    parent: int = -1
    embedding: str = ""
    finite: bool = True
    perfect: bool = False
    tokens: frozenset[int] = frozenset()
    governor: str = ""
    sibling: int = -1
    up: tuple[Arg, ...] = ()

    def get(self, *functions: str) -> tuple[Phrase, ...]:
        """The arguments with one of these functions, in order."""
        return tuple(a.phrase for a in self.args if a.function in functions)


MAKING = frozenset("appoint name elect choose designate select install promote acclaim crown proclaim declare make anoint nominate confirm".split())
GAPPING = frozenset("appoint name elect choose designate select install promote replace".split())
SEVERAL = frozenset("one two three some several most many number part none another".split())


def _of_several(phrase: Phrase) -> Phrase:
    """`one of his officers` → `his officers`: what someone is said to be, without the count."""
    inner = phrase.mod("of")
    return inner[0] if phrase.head in SEVERAL and phrase.mention < 0 and inner and inner[0].mention < 0 else phrase


@dataclass(slots=True)
class _Draft:
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


class ClauseBuilder:
    """Draws the clauses of one sentence."""

    def __init__(
        self, sentence: Sentence, mentions: Sequence[Mention], text: str, folded: Mapping[int, Folded], events: frozenset[str]
    ) -> None:
        self.sentence = sentence
        self.mentions = mentions
        self.builder = Builder(sentence, mentions, text, folded)
        self.events = events
        self.drafts: list[_Draft] = []
        self.at: dict[int, int] = {}

    def build(self) -> list[Clause]:
        """The clauses, in the order of their predicates: verbs first, then nouns, then what names are said to be."""
        for token in self.sentence.tokens:
            if self._is_verb(token):
                self._draft(token, token.lemma + self._particle(token), "verb")
        for token in self.sentence.tokens:
            if token.pos in ("NOUN", "PROPN") and token.mention < 0 and token.lemma in self.events and token.i not in self.at:
                self._draft(token, token.lemma, "noun")
        for index in range(len(self.drafts)):
            self._fill(index)
        self._clefts()
        for draft in self.drafts:
            self._predicated(draft)
            self._accompanied(draft)
        for index in range(len(self.drafts)):
            self._inherit(index, set())
        for draft in [d for d in self.drafts if d.form == "verb"]:
            self._fronted(draft)
            self._gapped(draft)
        self._copulas()
        self._descriptions()
        return [self._finish(i, d) for i, d in enumerate(self.drafts)]

    def _draft(self, token: Token, lemma: str, form: str) -> None:
        self.at[token.i] = len(self.drafts)
        self.drafts.append(_Draft(token, lemma, form))

    @staticmethod
    def _is_verb(token: Token) -> bool:
        if token.mention >= 0:
            return False
        if token.pos == "VERB" or (token.tag.startswith("VB") and token.dep not in ("aux", "auxpass", "amod", "compound")):
            return token.dep not in ("amod", "compound", "aux", "auxpass", "case", "prep") or token.tag == "VBN" and token.dep == "acl"
        return token.pos == "AUX" and token.dep not in ("aux", "auxpass")

    def _particle(self, token: Token) -> str:
        for kid in self.sentence.kids(token.i):
            if kid.dep == "prt" or (kid.dep == "advmod" and kid.text.lower() in PARTICLES and kid.i > token.i):
                return f" {kid.text.lower()}"
        return ""

    # Arguments that stand with the predicate itself.

    def _fill(self, index: int) -> None:
        draft = self.drafts[index]
        token = draft.token
        if draft.form == "noun":
            phrase = self.builder.phrase(token)
            draft.args = [a for a in phrase.mods]
            draft.args.append(Arg("self", phrase))
            draft.negated = phrase.negated
            draft.adverbs = [w for w in phrase.adjectives]
            draft.parent, draft.embedding = self._governor(token)
            return
        kids = self.sentence.kids(token.i)
        draft.passive = any(k.dep in ("nsubjpass", "auxpass", "csubjpass") for k in kids)
        if token.tag == "VBN" and not any(k.dep in ("aux", "nsubj") for k in kids) and token.dep in ("acl", "advcl", "ROOT", "conj", "relcl", "ccomp", "parataxis", "dep"):
            draft.passive = draft.passive or (token.dep in ("acl", "advcl") or any(k.dep == "agent" for k in kids))
        for kid in kids:
            self._take(draft, kid)
        draft.finite = token.tag in ("VBD", "VBZ", "VBP", "MD") or any(h not in ("to", "having", "being") for h in draft.helpers)
        draft.perfect = any(h in ("have", "has", "had", "having", "'ve", "'d") for h in draft.helpers)
        draft.parent, draft.embedding = self._governor(token)

    def _take(self, draft: _Draft, kid: Token) -> None:
        lower = kid.text.lower()
        if kid.dep == "nsubj":
            draft.args.extend(Arg("subj", p) for p in self.builder.phrases(kid))
        elif kid.dep == "nsubjpass":
            draft.args.extend(Arg("obj", p) for p in self.builder.phrases(kid))
        elif kid.dep in ("dobj", "obj"):
            draft.args.extend(Arg("obj", p) for p in self.builder.phrases(kid))
        elif kid.dep == "dative":
            if kid.pos == "ADP":
                draft.args.extend(self.builder.prepositional(kid))
            else:
                draft.args.extend(Arg("iobj", p) for p in self.builder.phrases(kid))
        elif kid.dep in ("attr", "oprd"):
            if kid.pos in ("NOUN", "PROPN", "PRON", "NUM"):
                draft.args.extend(Arg(kid.dep, p) for p in self.builder.phrases(kid))
            else:
                draft.adverbs.append(lower)
        elif kid.dep == "acomp":
            draft.adverbs.append(lower)
            for sub in self.sentence.kids(kid.i, "prep"):
                draft.args.extend(Arg(f"{kid.lemma} {a.function}", a.phrase) for a in self.builder.prepositional(sub))
        elif kid.dep == "agent":
            draft.args.extend(Arg("subj", a.phrase) for a in self.builder.prepositional(kid))
            draft.passive = True
        elif kid.dep in ("prep", "prt") and kid.pos in ("ADP", "SCONJ", "VERB", "ADV"):
            found = self.builder.prepositional(kid)
            draft.args.extend(found)
            draft.negated = draft.negated or any(a.phrase.negated and a.phrase.head in ("time", "point", "way", "stage", "circumstance") for a in found)
        elif kid.dep in ("aux", "auxpass"):
            draft.helpers.append(lower)
        elif kid.dep == "neg":
            draft.negated = True
        elif kid.dep in ("advmod", "npadvmod"):
            draft.adverbs.append(lower)
            draft.adverbs.extend(k.text.lower() for k in self.sentence.kids(kid.i, "advmod"))
            draft.negated = draft.negated or lower in ("never", "neither", "nor")
            for sub in self.sentence.kids(kid.i, "prep"):
                draft.args.extend(self.builder.prepositional(sub))
        elif kid.dep in ("mark", "advcl") and kid.dep == "mark":
            draft.marks.append(lower)
        elif kid.dep == "appos" and kid.mention >= 0:
            draft.args.append(Arg("obj", self.builder.phrase(kid)))

    def _governor(self, token: Token) -> tuple[int, str]:
        """The clause in which this predicate stands, and how."""
        current, how = token, token.dep
        for _ in range(40):
            if current.head == current.i:
                return -1, ""
            head = self.sentence.tokens[current.head]
            if token.dep in ("relcl", "acl"):
                how = token.dep
            elif current.dep == "pcomp":
                how = f"pcomp {head.text.lower()}"
            elif head.i != token.i and current is not token and current.dep in ("dobj", "nsubj", "nsubjpass", "pobj", "attr", "agent", "appos", "obj"):
                how = {"dobj": "obj", "obj": "obj", "nsubj": "subj", "nsubjpass": "obj"}.get(current.dep, how) if not how.startswith("pcomp") else how
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

    # Arguments that a predicate borrows.

    def _inherit(self, index: int, seen: set[int]) -> None:
        draft = self.drafts[index]
        if index in seen or draft.form == "noun" or len(seen) > 20:
            return
        seen.add(index)
        token = draft.token
        if draft.parent >= 0:
            self._inherit(draft.parent, seen)
        self._relative(draft)
        has = {a.function for a in draft.args}
        own = "obj" if draft.passive else "subj"
        parent = self.drafts[draft.parent] if draft.parent >= 0 else None
        if token.dep in ("acl", "relcl") and own not in has:
            self._from_noun(draft, own)
        elif own == "obj" and own not in has and token.dep in ("advcl", "ccomp", "dep") and self._beside(token) is not None:
            draft.args.append(Arg(own, self.builder.phrase(self._beside(token) or token)))
            draft.embedding = "acl"
        elif token.dep == "conj" and parent is not None:
            self._from_conjunct(draft, parent, own, own in has)
        elif own not in has and parent is not None and parent.form == "verb":
            if token.dep == "xcomp" or token.dep in ("advcl", "pcomp") or draft.embedding.startswith("pcomp"):
                draft.args.extend(self._controller(draft, parent, own))
            elif token.dep == "ccomp" and not draft.finite:
                draft.args.extend(self._controller(draft, parent, own))

    def _beside(self, token: Token) -> Token | None:
        """The name just before a participle set off by a comma: `Peter, replaced on May 2 by Simon`."""
        first = min([token.i, *(k.i for k in self.sentence.kids(token.i))])
        if first < 2 or self.sentence.tokens[first - 1].text != ",":
            return None
        before = self.sentence.tokens[first - 2]
        return before if before.mention >= 0 else None

    def _controller(self, draft: _Draft, parent: _Draft, own: str) -> list[Arg]:
        objects = [a.phrase for a in parent.args if a.function == "obj"]
        subjects = [a.phrase for a in parent.args if a.function == "subj"]
        iobj = [a.phrase for a in parent.args if a.function == "iobj"]
        if parent.passive and objects:
            return [Arg(own, p) for p in objects]
        if draft.token.dep == "xcomp" and (objects or iobj) and parent.lemma.split()[0] in OBJECT_CONTROL:
            return [Arg(own, p) for p in iobj or objects]
        if parent.lemma in ("accuse", "suspect", "convict", "acquit", "charge", "blame", "absolve", "clear") and not objects and parent.passive:
            return []
        if draft.embedding.startswith("pcomp of") and objects and parent.lemma in ("accuse", "suspect", "convict", "acquit", "relieve"):
            return [Arg(own, p) for p in objects]
        return [Arg(own, p) for p in subjects or objects]

    def _from_noun(self, draft: _Draft, own: str) -> None:
        head = self.sentence.tokens[draft.token.head]
        if draft.token.dep == "relcl" and any(a.phrase.pronoun in RELATIVES for a in draft.args):
            return
        if draft.token.dep == "relcl" and {a.function for a in draft.args} & {"subj"}:
            return
        draft.args.extend(Arg(own, p) for p in self._antecedents(head))
        if draft.token.tag == "VB":
            draft.helpers.append("to")

    def _antecedents(self, head: Token) -> list[Phrase]:
        """What a relative or participle speaks of: its noun, with what that noun is coordinated with where plural."""
        phrase = self.builder.phrase(head)
        if head.dep == "attr" and phrase.mention < 0:
            copula = self.at.get(head.head, -1)
            subjects = [a.phrase for a in self.drafts[copula].args if a.function == "subj"] if copula >= 0 else []
            if any(s.mention >= 0 or s.pronoun in ("he", "she", "it") for s in subjects):
                return subjects
        if head.dep == "appos" and phrase.mention < 0:
            outer = self.sentence.tokens[head.head]
            if outer.mention >= 0:
                return [self.builder.phrase(outer)]
        if phrase.mention < 0:
            named = [k for k in self.builder.appositions(head) if k.mention >= 0] or self._one_of(head)
            if len(named) == 1:
                return [self.builder.phrase(named[0])]
        if head.lemma in ("one", "those") and phrase.mention < 0:
            of = [a.phrase for a in phrase.mods if a.function == "of"]
            return of or [phrase]
        return [phrase]

    def _one_of(self, head: Token) -> list[Token]:
        """`one of his officers, Peter, seized by …`: Peter, though the participle hangs on the officers."""
        prep = self.sentence.tokens[head.head]
        if head.dep != "pobj" or prep.lemma != "of":
            return []
        one = self.sentence.tokens[prep.head]
        return [k for k in self.sentence.kids(one.i, "appos") if k.mention >= 0] if one.lemma == "one" else []

    def _relative(self, draft: _Draft) -> None:
        """Put a relative pronoun's antecedent in its place; `whose` gives the antecedent as possessor."""
        head = self._relative_head(draft)
        if head is None:
            return
        antecedents = self._antecedents(head)
        out: list[Arg] = []
        met = False
        for arg in draft.args:
            phrase = arg.phrase
            if phrase.pronoun in RELATIVES and phrase.pronoun != "whose":
                out.extend(Arg(arg.function, p) for p in antecedents)
                met = True
            elif any(m.function == "poss" and m.phrase.pronoun == "whose" for m in phrase.mods):
                mods = tuple(
                    Arg("poss", p) if m.function == "poss" and m.phrase.pronoun == "whose" else m
                    for m in phrase.mods
                    for p in (antecedents[:1] if m.function == "poss" else [m.phrase])
                )
                out.append(Arg(arg.function, replace(phrase, mods=mods)))
                met = True
            elif any(m.phrase.pronoun in ("which", "whom") for m in phrase.mods):
                mods = tuple(Arg(m.function, antecedents[0]) if m.phrase.pronoun in ("which", "whom") else m for m in phrase.mods)
                out.append(Arg(arg.function, replace(phrase, mods=mods)))
                met = True
            else:
                out.append(arg)
        if not met and draft.token.dep == "relcl":
            functions = {a.function for a in out}
            if "subj" in functions and "obj" not in functions and not draft.passive:
                out.extend(Arg("obj", p) for p in antecedents)
        draft.args = out

    def _relative_head(self, draft: _Draft) -> Token | None:
        token = draft.token
        for _ in range(6):
            if token.dep == "relcl":
                return self.sentence.tokens[token.head]
            if token.dep not in ("conj", "xcomp", "ccomp", "advcl"):
                return None
            token = self.sentence.tokens[token.head]
        return None

    def _from_conjunct(self, draft: _Draft, first: _Draft, own: str, has_own: bool) -> None:
        source = "obj" if first.passive else "subj"
        if draft.token.tag == "VBN" and first.passive and not any(a.function == "subj" for a in draft.args if not has_own):
            draft.passive = draft.passive or not has_own and not draft.helpers
            own = "obj" if draft.passive else own
        shared = first.helpers if not draft.helpers and draft.token.tag == first.token.tag else []
        if not has_own:
            taken = [a.phrase for a in first.args if a.function == source]
            draft.args.extend(Arg(own, p) for p in taken)
            draft.helpers.extend(h for h in shared if h not in draft.helpers)
            draft.negated = draft.negated or (first.negated and bool(shared) and any(k.lemma in ("or", "nor") for k in self.sentence.kids(first.token.i, "cc")))
            draft.perfect = draft.perfect or (first.perfect and bool(shared))
            draft.finite = draft.finite or first.finite
        draft.sibling = self.at[first.token.i]
        draft.parent, draft.embedding = first.parent, first.embedding
        if first.embedding in ("relcl", "acl"):
            draft.embedding = first.embedding
        draft.marks.extend(m for m in first.marks if not has_own or m == "that")

    @staticmethod
    def _predicated(draft: _Draft) -> None:
        """`was designated its deputy`: what the parser takes for a second object is what someone was made."""
        objects = [a for a in draft.args if a.function == "obj"]
        if draft.lemma not in MAKING or len(objects) < 2:
            return
        made = [a for a in objects if a.phrase.mention < 0 and a.phrase.head in lexicon.nouns().posts]
        if made and len(made) < len(objects):
            draft.args = [Arg("oprd", a.phrase) if a in made else a for a in draft.args]

    def _clefts(self) -> None:
        """`What they deny is that he left`: he left is what they deny, not what is."""
        for index, copula in enumerate(self.drafts):
            if copula.lemma != "be" or copula.form != "verb":
                continue
            what = [i for i, d in enumerate(self.drafts) if d.parent == index and d.token.dep in ("csubj", "csubjpass") and d.token.i < copula.token.i]
            that = [d for d in self.drafts if d.parent == index and d.token.dep == "ccomp" and d.token.i > copula.token.i]
            if len(what) == 1 and any(a.phrase.pronoun == "what" or a.phrase.head == "what" for a in self.drafts[what[0]].args):
                for draft in that:
                    draft.parent, draft.embedding = what[0], "ccomp"

    def _accompanied(self, draft: _Draft) -> None:
        """`Peter, along with James, left` and `arrested Peter along with James`: James as well."""
        functions = {a.function for a in draft.args}
        for arg in [a for a in draft.args if a.function in ("along with", "together with")]:
            before = arg.phrase.start < draft.token.start or "obj" not in functions or draft.passive
            draft.args.append(Arg(("obj" if draft.passive else "subj") if before else "obj", arg.phrase))

    def _gapped(self, draft: _Draft) -> None:
        """`Peter was appointed emir of Nokia, and James as the deputy`: James was appointed, too."""
        if draft.lemma not in GAPPING:
            return
        taken = {a.phrase.token for a in draft.args}
        groups = [Arg("of", g) for a in draft.args if a.function in ("oprd", "as") for g in a.phrase.mod("of", "poss", "nmod")]
        for token in self.sentence.tokens[draft.token.i + 1 :]:
            if token.mention < 0 or token.i in taken:
                continue
            for prep in self.sentence.kids(token.i, "prep"):
                posts = [a for a in self.builder.prepositional(prep) if a.phrase.head in lexicon.nouns().posts] if prep.lemma == "as" else []
                if posts:
                    shared = [a for a in draft.args if a.function == ("subj" if draft.passive else "subj")]
                    own = _Draft(token, draft.lemma, "verb", [Arg("obj", self.builder.phrase(token)), *posts, *groups, *shared])
                    own.passive, own.helpers, own.parent, own.embedding = draft.passive, list(draft.helpers), draft.parent, draft.embedding
                    own.sibling = self.at[draft.token.i]
                    self.drafts.append(own)

    def _copulas(self) -> None:
        """`The first to defect is said to be Peter`: whoever is described so is Peter, wherever the sentence speaks of him."""
        named: dict[int, Phrase] = {}
        for draft in self.drafts:
            turned = self._turned(draft)
            if turned is not draft.args:
                subjects = [a.phrase for a in turned if a.function == "subj"]
                named.update({a.phrase.token: subjects[0] for a in turned if a.function == "attr" and subjects})
        for draft in self.drafts:
            if draft.lemma not in ("be", "remain"):
                draft.args = [Arg(a.function, named[a.phrase.token]) if a.phrase.token in named and a.phrase.mention < 0 else a for a in draft.args]

    def _fronted(self, draft: _Draft) -> None:
        """`A breakaway from Nokia, Toyota has been allied …`: a description that stands before its subject."""
        subjects = [a.phrase for a in draft.args if a.function in ("subj", "obj") and a.phrase.mention >= 0]
        if not subjects or subjects[0].token < 3:
            return
        for kid in self.sentence.kids(draft.token.i, "npadvmod", "advmod", "dep", "nsubj", "advcl"):
            if kid.i < subjects[0].token and kid.mention < 0 and kid.pos in ("NOUN", "ADJ") and kid.i < 4:
                commas = [t.i for t in self.sentence.tokens if t.text == "," and kid.i < t.i < subjects[0].token]
                if not commas:
                    continue
                own = self.builder.phrase(kid)
                moved = [a for p in self.sentence.kids(draft.token.i, "prep") if kid.i < p.i < commas[-1] for a in self.builder.prepositional(p)]
                self._describe(subjects[0], "is", [Arg("attr", replace(own, mods=(*own.mods, *moved)))], kid)
                return

    # What names are said to be.

    def _descriptions(self) -> None:
        for token in self.sentence.tokens:
            if token.pos not in ("NOUN", "PROPN", "NUM", "PRON", "ADJ", "X", "DET") and token.mention < 0:
                continue
            for kid in self.builder.appositions(token):
                self._apposition(token, kid)
            if token.mention >= 0:
                self._titles(token)
                self._possessed(token)
            else:
                self._members(token)

    def _describe(self, subject: Phrase, form: str, args: list[Arg], token: Token, lemma: str = "be") -> None:
        args = [Arg(a.function, _of_several(a.phrase)) if a.function == "attr" else a for a in args]
        draft = _Draft(token, lemma, form, [Arg("subj", subject), *args])
        draft.parent, draft.embedding = self._governor(token)
        if token.i in self.at:
            draft.parent, draft.embedding = self.at[token.i], "self"
        draft.embedding = f"described {draft.embedding}".strip()
        self.drafts.append(draft)

    def _apposition(self, token: Token, kid: Token) -> None:
        left = self.builder.phrase(token)
        for right_token in self.builder.coordinated(kid):
            right = self.builder.phrase(right_token)
            if left.mention >= 0 and right.mention < 0:
                for named in self._lone_or_all(token):
                    self._describe(named, "is", [Arg("attr", right)], right_token)
            elif left.mention < 0 and right.mention >= 0:
                self._describe(right, "is", [Arg("attr", left)], token)
            elif left.mention < 0 and right.mention < 0 and left.pronoun == "" and left.head not in lexicon.nouns().hearsay:
                self._describe(left, "is", [Arg("attr", right)], right_token)

    def _lone_or_all(self, token: Token) -> list[Phrase]:
        """`A and B, both of the Dal`: all of them; `A and B, leader of C`: only B."""
        return [self.builder.phrase(token)]

    def _members(self, token: Token) -> None:
        phrase = self.builder.phrase(token)
        if phrase.members:
            named = {k.i for k in self.sentence.kids(token.i, "appos")}
            for member in phrase.members:
                if member.token < 0 or member.token not in named:
                    self._describe(member, "is", [Arg("attr", phrase), *(Arg("area", a.phrase) for a in member.mods if a.function == "from")], token)

    def _titles(self, token: Token) -> None:
        """`Nokia spokesman Peter`, `the Nokia's slain founder Peter`: nouns of post or membership before a name."""
        nouns = lexicon.nouns()
        person = self.builder.phrase(token)
        kids = [k for k in self.sentence.kids(token.i) if k.i < token.i]
        for kid in kids:
            if kid.dep in ("compound", "nmod", "amod", "poss") and kid.mention < 0 and kid.lemma in nouns.posts | nouns.members | {"founder", "co-founder", "successor", "predecessor"}:
                title = self.builder.phrase(kid)
                mods = list(title.mods)
                adjectives = list(title.adjectives)
                for other in kids:
                    if other.i == kid.i or other.dep not in ("compound", "nmod", "amod", "poss"):
                        continue
                    if other.mention >= 0 or other.dep == "poss":
                        mods.extend(Arg("poss" if other.dep == "poss" else "nmod", p) for p in self.builder.phrases(other))
                    elif other.text.lower() in lexicon.demonyms():
                        mods.append(Arg("nmod", self.builder.phrase(other)))
                    elif other.i < kid.i:
                        adjectives.append(other.text.lower())
                        mods.extend(Arg("nmod", self.builder.phrase(k)) for k in self.sentence.kids(other.i) if k.mention >= 0)
                start = min([title.start, *(o.start for o in kids if o.dep in ("compound", "nmod", "amod", "poss"))])
                attr = replace(title, start=min(start, title.start), mods=tuple(mods), adjectives=tuple(adjectives))
                self._describe(person, "title", [Arg("attr", attr)], token)
                return

    def _possessed(self, token: Token) -> None:
        """`Nokia's Front 9` and `Peter of the council`: a name that another name owns or places."""
        phrase = self.builder.phrase(token)
        for arg in phrase.mods:
            if arg.phrase.mention < 0 and arg.phrase.pronoun not in ("its", "their") and arg.phrase.head not in lexicon.nouns().groups:
                continue
            if arg.function in ("poss", "nmod"):
                self._describe(phrase, "owns", [Arg("poss", arg.phrase)], token, "'s")
            elif arg.function in ("of", "from", "in", "with"):
                self._describe(phrase, "of", [Arg(arg.function, arg.phrase)], token, "of")
                between = [t.text.lower() for t in self.sentence.tokens[token.i + 1 :] if t.start < arg.phrase.start]
                self.drafts[-1].adverbs.extend(between[:6])

    @staticmethod
    def _turned(draft: _Draft) -> list[Arg]:
        """`Its commander is Peter` turned to `Peter is its commander`."""
        attrs = [a for a in draft.args if a.function == "attr"]
        subjects = [a for a in draft.args if a.function == "subj"]
        if draft.lemma not in ("be", "remain") or draft.form != "verb" or not attrs or not subjects:
            return draft.args
        if any(a.phrase.mention < 0 for a in attrs) or any(s.phrase.mention >= 0 or s.phrase.pronoun for s in subjects):
            return draft.args
        turn = {"attr": "subj", "subj": "attr"}
        return [Arg(turn.get(a.function, a.function), a.phrase) for a in draft.args]

    def _finish(self, index: int, draft: _Draft) -> Clause:
        draft.args = self._turned(draft)
        span = [draft.token.start, draft.token.end]
        inside = {draft.token.i}
        for arg in draft.args:
            if self.sentence.start <= arg.phrase.start <= self.sentence.end:
                span += [arg.phrase.start, arg.phrase.end]
                if arg.phrase.token >= 0:
                    inside.add(arg.phrase.token)
        return Clause(
            index, draft.lemma, draft.form, draft.token.i, min(span), max(span), tuple(draft.args), draft.passive, draft.negated,
            tuple(draft.helpers), tuple(draft.adverbs), tuple(draft.marks), draft.parent, draft.embedding, draft.finite,
            draft.perfect, frozenset(inside), self.drafts[draft.parent].lemma if draft.parent >= 0 else "", draft.sibling,
            tuple(self.drafts[draft.parent].args) if draft.parent >= 0 else (),
        )  # fmt: skip
