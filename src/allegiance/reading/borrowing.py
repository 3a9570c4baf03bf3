"""The second pass: arguments that a predicate borrows, from a relative's noun, a conjunct, a controller, a cleft."""

from __future__ import annotations

from dataclasses import replace

from allegiance.reading import lexicon
from allegiance.reading.parse import Token
from allegiance.reading.phrases import RELATIVES, Arg, Phrase
from allegiance.reading.sketching import Sketch, Sketching

OBJECT_CONTROL = frozenset(
    "order force compel persuade ask allow let tell urge instruct cause help want direct lead make invite permit "
    "enable "
    "see name appoint elect choose select expect require encourage teach get select designate tap assign believe "
    "report".split()
)
CHARGING = frozenset("accuse suspect convict acquit relieve absolve clear".split())
"""Verbs that take somebody and, behind `of`, what he did."""
HANDING_ON = frozenset(
    "obtain receive see read review carry publish broadcast air quote cite intercept seize find recover leak examine "
    "show print reproduce circulate relay hear get".split()
)
"""What is done with another's letter or decree."""
HAD_DONE = frozenset("execute assassinate murder behead hang eliminate arrest imprison jail expel dismiss".split())
"""What one has done to another: `had him executed`. None of it is lightly said of what one suffers."""
MAKING = frozenset(
    "appoint name elect choose designate select install promote acclaim crown proclaim declare make anoint "
    "nominate confirm".split()
)
OFFICES = frozenset("position post role job office title portfolio seat rank function".split())
"""What one holds, which a relative or a participle behind it speaks of, not of its holder."""
NAMING = frozenset(
    "rename rebaptise rebaptize rechristen rebrand restyle retitle christen dub call style name term".split()
)
RENAMING = frozenset("rename rebaptise rebaptize rechristen rebrand restyle retitle".split())
PICKED = frozenset({"first", "last", "few", "only"})
"""Of those who did something, one is picked: `one of the first to join`."""
MUTUAL = frozenset("ally align unite merge".split())
"""Participles that say something of two: `Nokia and Toyota, allied until 2017`."""

STRIKING = frozenset("attack ambush raid bomb shell storm assault target".split())
"""Verbs of attacking: who is `ambushed and killed` is killed, and the ambush is how."""
WRECKING = frozenset("burn loot destroy torch raze capture seize overrun occupy damage ransack demolish".split())
"""Verbs of what befalls a place that is attacked."""
TAKING = STRIKING | frozenset(
    "abduct kidnap capture arrest detain seize apprehend hold imprison jail torture free release rescue kill murder "
    "execute assassinate behead hang burn loot torch raze capture occupy overrun control found form create establish "
    "lead command head fund finance arm train equip support back recruit appoint sack dismiss expel extradite disarm "
    "condemn denounce renounce co-found organise organize nab collar parole pardon lynch poison strangle intern".split()
)
"""Verbs that do not stand without an object, so that one behind the next verb is theirs as well."""


def _own(phrase: Phrase) -> bool:
    """`captured and lost his men`: what is somebody's own is the last verb's alone."""
    return any(p.pronoun for p in phrase.mod("poss")) or phrase.pronoun in ("himself", "herself", "itself")


THINGS = frozenset(
    "arm arms weapon weaponry ammunition gun pistol rifle grenade explosive bomb money cash drug document phone laptop "
    "computer vehicle car motorcycle consignment cache material literature".split()
)
"""What is found on somebody, and befalls him not with him."""


class Borrowing(Sketching):
    """Gives predicates the arguments that grammar leaves unsaid."""

    def _inherit(self, index: int, seen: set[int]) -> None:
        draft = self.drafts[index]
        if draft.form == "noun" and not draft.inherited and draft.parent >= 0:
            draft.inherited = True
            self._whose(draft)
        if index in seen or draft.form == "noun" or len(seen) > 20 or draft.inherited:
            return
        draft.inherited = True
        seen.add(index)
        token = draft.token
        if draft.parent >= 0:
            self._inherit(draft.parent, seen)
        self._relative(draft)
        parent = self.drafts[draft.parent] if draft.parent >= 0 else None
        if parent is not None:
            self._had_done(draft, parent)
        has = {a.function for a in draft.args}
        own = "obj" if draft.passive else "subj"
        if token.dep in ("acl", "relcl") and own not in has:
            self._from_noun(draft, own)
        elif (
            own == "obj"
            and own not in has
            and token.dep in ("advcl", "ccomp", "dep")
            and self._beside(token) is not None
        ):
            draft.args.append(Arg(own, self.builder.phrase(self._beside(token) or token)))
            draft.embedding = "acl"
        elif token.dep == "conj" and parent is not None:
            self._from_conjunct(draft, parent, own, own in has)
        elif (
            own not in has
            and parent is not None
            and parent.form == "verb"
            and (
                token.dep == "xcomp"
                or token.dep in ("advcl", "pcomp")
                or draft.embedding.startswith("pcomp")
                or (token.dep == "ccomp" and not draft.finite)
            )
        ):
            draft.args.extend(self._controller(draft, parent, own))

    @staticmethod
    def _had_done(draft: Sketch, parent: Sketch) -> None:
        """`Peter had James executed`: Peter did it. Whoever `had two sons killed` may have lost them."""
        told = [a for a in draft.args if a.function == "subj"]
        named = bool(told) and all(a.phrase.mention >= 0 or a.phrase.pronoun for a in told)
        by = any(a.function == "by" for a in draft.args)
        if parent.lemma == "have" and draft.lemma in HAD_DONE and draft.token.tag == "VBN" and named and not by:
            if draft.token.dep == "ccomp" and not draft.helpers:
                rest = [a for a in draft.args if a.function != "subj"]
                does = [a for a in parent.args if a.function == "subj"]
                draft.args = [*(Arg("obj", a.phrase) for a in told), *does, *rest]

    def _beside(self, token: Token) -> Token | None:
        """The name just before a participle set off by a comma: `Peter, replaced on May 2 by Simon`."""
        first = min([token.i, *(k.i for k in self.sentence.kids(token.i))])
        if first < 2 or self.sentence.tokens[first - 1].text != ",":
            return None
        before = self.sentence.tokens[first - 2]
        return before if before.mention >= 0 else None

    def _controller(self, draft: Sketch, parent: Sketch, own: str) -> list[Arg]:
        objects = [a.phrase for a in parent.args if a.function == "obj"]
        if not objects and parent.lemma in MAKING:  # `named Peter to succeed James`, Peter taken for what he is named.
            objects = [a.phrase for a in parent.args if a.function == "oprd" and a.phrase.mention >= 0]
        subjects = [a.phrase for a in parent.args if a.function == "subj"]
        iobj = [a.phrase for a in parent.args if a.function == "iobj"]
        if parent.passive and objects:
            return [Arg(own, p) for p in objects]
        if draft.token.dep == "xcomp" and (objects or iobj) and parent.lemma.split()[0] in OBJECT_CONTROL:
            return [Arg(own, p) for p in iobj or objects]
        if (
            parent.lemma in ("accuse", "suspect", "convict", "acquit", "charge", "blame", "absolve", "clear")
            and not objects
            and parent.passive
        ):
            return []
        if draft.embedding.startswith("pcomp of") and parent.lemma in CHARGING:
            return [Arg(own, p) for p in objects]  # Where nobody is told of, whoever accuses has not done it.
        if draft.embedding.startswith("pcomp for") and objects:
            return [Arg(own, p) for p in objects]  # `jailed Peter for financing Nokia`: Peter did.
        return [Arg(own, p) for p in subjects or objects]

    def _from_noun(self, draft: Sketch, own: str) -> None:
        head = self.sentence.tokens[draft.token.head]
        if draft.token.dep == "relcl" and any(a.phrase.pronoun in RELATIVES for a in draft.args):
            return
        if draft.token.dep == "relcl" and {a.function for a in draft.args} & {"subj"}:
            return
        draft.args.extend(Arg(own, p) for p in self._issuers(draft, head) or self._antecedents(head))
        if draft.lemma in MUTUAL and not any(a.function in ("with", "to") for a in draft.args):
            draft.args.extend(Arg(own, p) for p in self._beside_it(head, draft.token.i))
        if draft.token.tag == "VB":
            draft.helpers.append("to")

    def _issuers(self, draft: Sketch, head: Token) -> list[Phrase]:
        """`answered with a communiqué expelling Peter`: whoever answered has expelled him, and not the communiqué."""
        if draft.token.tag != "VBG" or head.mention >= 0 or head.lemma not in lexicon.nouns().products:
            return []
        parent = self.drafts[draft.parent] if draft.parent >= 0 else None
        if parent is None or parent.form != "verb" or parent.passive or parent.lemma in HANDING_ON:
            return []
        return [a.phrase for a in parent.args if a.function == "subj" and a.phrase.token != head.i]

    def _beside_it(self, token: Token, end: int) -> list[Phrase]:
        """What a noun is coordinated with, before a place in the sentence."""
        first = token
        while first.dep == "conj" and first.head < first.i:
            first = self.sentence.tokens[first.head]
        return [self.builder.phrase(t) for t in self.builder.coordinated(first) if t.i < end and t.i != token.i]

    def _antecedents(self, head: Token) -> list[Phrase]:
        """What a relative or participle speaks of: its noun, with what that noun is coordinated with where plural."""
        phrase = self.builder.phrase(head)
        picked = self._picked(head) if phrase.mention < 0 else []
        if picked:
            return picked
        if head.lemma in OFFICES and phrase.mention < 0:
            return [phrase]  # `commander, a position held by Peter`: the position is held, not the commander.
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

    def _picked(self, head: Token) -> list[Phrase]:
        """`Peter was one of the first to join`, `was among the first commanders to join`: Peter joined."""
        prep = self.sentence.tokens[head.head]
        if head.dep != "pobj" or not ({head.lemma} | set(self.builder.phrase(head).adjectives)) & PICKED:
            return []
        outer = self.sentence.tokens[prep.head]
        if prep.lemma == "of" and outer.lemma == "one":
            over = self.sentence.tokens[outer.head]
            if outer.dep == "appos" and over.mention >= 0:
                return [self.builder.phrase(over)]
            outer = over if outer.dep == "attr" else prep
        elif prep.lemma != "among":
            return []
        copula = self.drafts[self.at[outer.i]] if outer.i in self.at and outer.lemma == "be" else None
        if copula is None or copula.negated:
            return []
        return [a.phrase for a in copula.args if a.function == "subj"]

    def _one_of(self, head: Token) -> list[Token]:
        """`one of his officers, Peter, seized by …`: Peter, though the participle hangs on the officers."""
        prep = self.sentence.tokens[head.head]
        if head.dep != "pobj" or prep.lemma != "of":
            return []
        one = self.sentence.tokens[prep.head]
        return [k for k in self.sentence.kids(one.i, "appos") if k.mention >= 0] if one.lemma == "one" else []

    def _relative(self, draft: Sketch) -> None:
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
                mods = tuple(
                    Arg(m.function, antecedents[0]) if m.phrase.pronoun in ("which", "whom") else m for m in phrase.mods
                )
                out.append(Arg(arg.function, replace(phrase, mods=mods)))
                met = True
            else:
                out.append(arg)
        if not met and draft.token.dep == "relcl":
            functions = {a.function for a in out}
            if "subj" in functions and "obj" not in functions and not draft.passive:
                out.extend(Arg("obj", p) for p in antecedents)
        if not met and draft.token.dep == "relcl" and "where" in draft.adverbs:
            out.extend(Arg("in", p) for p in antecedents)
        if not met and self._reaches_in(draft):
            out.extend(Arg("obj", p) for p in antecedents)
        draft.args = out

    def _whose(self, draft: Sketch) -> None:
        """`Peter, whose capture in May …`: Peter's capture."""
        head = self._relative_head(self.drafts[draft.parent])
        if head is not None and any(a.function == "poss" and a.phrase.pronoun == "whose" for a in draft.args):
            owner = self._antecedents(head)[0]
            draft.args = [
                Arg("poss", owner) if a.function == "poss" and a.phrase.pronoun == "whose" else a for a in draft.args
            ]

    def _reaches_in(self, draft: Sketch) -> bool:
        """`A, whom the army says it killed`: A is the object of what is said, not of the saying."""
        functions = {a.function for a in draft.args}
        if draft.token.dep != "ccomp" or draft.passive or functions & {"obj", "attr"} or "subj" not in functions:
            return False
        says = self.sentence.tokens[draft.token.head]
        whom = [k for k in self.sentence.kids(says.i) if k.text.lower() in ("whom", "which", "that")]
        return says.dep == "relcl" and any(k.i < says.i and k.dep in ("dobj", "dep", "mark") for k in whom)

    def _relative_head(self, draft: Sketch) -> Token | None:
        token = draft.token
        for _ in range(6):
            if token.dep == "relcl":
                return self.sentence.tokens[token.head]
            if token.dep not in ("conj", "xcomp", "ccomp", "advcl"):
                return None
            token = self.sentence.tokens[token.head]
        return None

    def _from_conjunct(self, draft: Sketch, first: Sketch, own: str, has_own: bool) -> None:
        source = "obj" if first.passive else "subj"
        if (
            draft.token.tag == "VBN"
            and first.passive
            and not any(a.function == "subj" for a in draft.args if not has_own)
        ):
            draft.passive = draft.passive or (not has_own and not draft.helpers)
            own = "obj" if draft.passive else own
        shared = first.helpers if not draft.helpers and draft.token.tag == first.token.tag else []
        if not has_own:
            taken = [a.phrase for a in first.args if a.function == source]
            draft.args.extend(Arg(own, p) for p in taken)
            draft.helpers.extend(h for h in shared if h not in draft.helpers)
            draft.negated = draft.negated or (
                first.negated
                and bool(shared)
                and any(k.lemma in ("or", "nor") for k in self.sentence.kids(first.token.i, "cc"))
            )
            draft.perfect = draft.perfect or (first.perfect and bool(shared))
            draft.finite = draft.finite or first.finite
        draft.sibling = self.at[first.token.i]
        draft.parent, draft.embedding = first.parent, first.embedding
        if first.embedding in ("relcl", "acl"):
            draft.embedding = first.embedding
        draft.marks.extend(m for m in first.marks if not has_own or m == "that")

    def _shared(self, draft: Sketch) -> None:
        """`abducted and murdered James`: what stands behind the last of the verbs befell him by each of them."""
        if draft.passive or draft.lemma not in TAKING or {a.function for a in draft.args} & {"obj", "iobj", "oprd"}:
            return
        last = draft
        while (after := self._next_to(last)) is not None:
            last = after
        if last is draft or last.passive:
            return
        role = "oprd" if draft.lemma in STRIKING and last.lemma not in WRECKING else "obj"
        behind = [a.phrase for a in last.args if a.function == "obj" and a.phrase.start > last.token.start]
        draft.args.extend(Arg(role, p) for p in behind if not _own(p))

    def _next_to(self, draft: Sketch) -> Sketch | None:
        """The verb of the same form that is coordinated with one and has nothing but adverbs before it."""
        for kid in self.sentence.kids(draft.token.i, "conj"):
            between = self.sentence.tokens[draft.token.i + 1 : kid.i]
            bare = all(t.pos in ("CCONJ", "ADV", "PUNCT") for t in between)
            alike = kid.tag == draft.token.tag or {kid.tag, draft.token.tag} == {"VBD", "VBN"}
            if bare and alike and kid.i in self.at and self.drafts[self.at[kid.i]].form == "verb":
                return self.drafts[self.at[kid.i]]
        return None

    def _renamed(self, draft: Sketch) -> None:
        """`rebaptised itself the Toyota`, `was rebaptised the Toyota`: a second object is the name that was given."""
        objects = [a for a in draft.args if a.function in ("obj", "iobj")]
        subjects = [a for a in draft.args if a.function == "subj" and a.phrase.mention >= 0]
        if draft.lemma in RENAMING and draft.token.tag in ("VBN", "VBD") and not draft.helpers and not draft.passive:
            before = [t for t in self.sentence.tokens[: draft.token.i] if t.pos != "ADV"][-1:]
            if (
                before
                and before[0].text == ","
                and len(objects) == 1
                and objects[0].phrase.mention >= 0
                and len(subjects) == 1
            ):
                draft.passive = True  # `Nokia, later renamed the Toyota, …`: who renames names himself no other way.
                turn = {id(subjects[0]): "obj", id(objects[0]): "oprd"}
                draft.args = [Arg(turn.get(id(a), a.function), a.phrase) for a in draft.args]
                return
        if draft.lemma in RENAMING and any(a.function == "oprd" for a in draft.args):
            draft.args = [Arg("obj", a.phrase) if a.function == "iobj" else a for a in draft.args]
        if draft.lemma not in NAMING or len(objects) != 2:
            return
        first, last = sorted(objects, key=lambda a: a.phrase.start)
        if last.phrase.start < draft.token.start or (not draft.passive and last.phrase.mention < 0):
            return
        turned = {id(first): Arg("obj", first.phrase), id(last): Arg("oprd", last.phrase)}
        draft.args = [turned.get(id(a), a) for a in draft.args]

    @staticmethod
    def _predicated(draft: Sketch) -> None:
        """`was designated its deputy`: what the parser takes for a second object is what someone was made."""
        objects = [a for a in draft.args if a.function == "obj"]
        if draft.lemma not in MAKING or len(objects) < (1 if draft.passive else 2):
            return
        made = [a for a in objects if a.phrase.mention < 0 and a.phrase.head in lexicon.nouns().posts]
        if draft.passive:  # `Its deputy, Peter, was named to lead it`: who stands before the verb is made something.
            made = [a for a in made if a.phrase.start > draft.token.start]
        if made and (len(made) < len(objects) or draft.passive):
            draft.args = [Arg("oprd", a.phrase) if a in made else a for a in draft.args]

    def _clefts(self) -> None:
        """`What they deny is that he left`: he left is what they deny, not what is."""
        for index, copula in enumerate(self.drafts):
            if copula.lemma != "be" or copula.form != "verb":
                continue
            self._not_this(copula)
            what = [
                i
                for i, d in enumerate(self.drafts)
                if d.parent == index and d.token.dep in ("csubj", "csubjpass") and d.token.i < copula.token.i
            ]
            that = [
                d for d in self.drafts if d.parent == index and d.token.dep == "ccomp" and d.token.i > copula.token.i
            ]
            if len(what) == 1 and any(
                a.phrase.pronoun == "what" or a.phrase.head == "what" for a in self.drafts[what[0]].args
            ):
                for draft in that:
                    draft.parent, draft.embedding = what[0], "ccomp"

    def _not_this(self, copula: Sketch) -> None:
        """`It was not Nokia that he left`: of Nokia it is denied."""
        if not copula.negated or not any(a.function == "subj" and a.phrase.pronoun == "it" for a in copula.args):
            return
        what = {k.i for k in self.sentence.kids(copula.token.i, "attr")}
        for draft in self.drafts:
            if draft.token.dep in ("relcl", "ccomp") and draft.token.head in what | {copula.token.i}:
                draft.negated = True

    def _accompanied(self, draft: Sketch, late: bool) -> None:
        """`Peter, along with James, left` and `arrested Peter along with James`: James as well.

        In `Peter was tried and along with James was hanged` it is late: the verb has its subject from the one before.
        """
        if late != (draft.token.dep == "conj" and not self.sentence.kids(draft.token.i, "nsubj", "nsubjpass")):
            return
        functions = {a.function for a in draft.args}
        for arg in [a for a in draft.args if a.function in ("along with", "together with")]:
            if arg.phrase.mention < 0 and arg.phrase.head in THINGS:
                continue  # `was caught together with his gun`: he was.
            before = arg.phrase.start < draft.token.start or "obj" not in functions or draft.passive
            before = before or draft.lemma in lexicon.verbs().going  # `left London together with James`.
            draft.args.append(Arg(("obj" if draft.passive else "subj") if before else "obj", arg.phrase))

    def _copulas(self) -> None:
        """`The first to defect is said to be Peter`: whoever is described so is Peter, throughout the sentence."""
        named: dict[int, list[Phrase]] = {}
        for draft in self.drafts:
            turned = self._turned(draft)
            if turned is not draft.args and not draft.negated:
                subjects = [a.phrase for a in turned if a.function == "subj"]
                named.update({a.phrase.token: subjects[:1] for a in turned if a.function == "attr" and subjects})
            named.update(self._among(draft))
        if not named:
            return
        for draft in self.drafts:
            if draft.lemma not in ("be", "remain", "include"):
                draft.args = [
                    Arg(a.function, p)
                    for a in draft.args
                    for p in (named.get(a.phrase.token, [a.phrase]) if a.phrase.mention < 0 else [a.phrase])
                ]

    @staticmethod
    def _among(draft: Sketch) -> dict[int, list[Phrase]]:
        """`Among those who left were Peter and James`, `Those who left include Peter`: they are whom it is said of."""
        if draft.form != "verb" or draft.lemma not in ("be", "include"):
            return {}
        whole, part = ("among", "subj") if draft.lemma == "be" else ("subj", "obj")
        wholes = [a.phrase for a in draft.args if a.function == whole and a.phrase.mention < 0]
        parts = [a.phrase for a in draft.args if a.function == part]
        if len(wholes) != 1 or not any(p.mention >= 0 for p in parts) or draft.negated:
            return {}
        return {wholes[0].token: parts if wholes[0].head in ("those", "they", "one") else [wholes[0], *parts]}

    @staticmethod
    def _turned(draft: Sketch) -> list[Arg]:
        """`Its commander is Peter` turned to `Peter is its commander`."""
        attrs = [a for a in draft.args if a.function == "attr"]
        subjects = [a for a in draft.args if a.function == "subj"]
        if draft.lemma not in ("be", "remain") or draft.form != "verb" or not attrs or not subjects:
            return draft.args
        if any(a.phrase.mention < 0 for a in attrs) or any(s.phrase.mention >= 0 or s.phrase.pronoun for s in subjects):
            return draft.args
        turn = {"attr": "subj", "subj": "attr"}
        return [Arg(turn.get(a.function, a.function), a.phrase) for a in draft.args]
