"""The clause layer: every predicate of a sentence as one plain value, whatever its grammar.

A passive, a relative, a participle, an apposition (`X, leader of Y`), a title (`Y leader X`), a possessive and a
nominalisation (`the defection of X`) all come out as a Clause with arguments by function, so that one frame reads all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from allegiance.model import Kind
from allegiance.reading import lexicon
from allegiance.reading.borrowing import MAKING
from allegiance.reading.clause import Clause
from allegiance.reading.gapping import APPOINTED
from allegiance.reading.parse import Token
from allegiance.reading.phrases import Arg, Phrase
from allegiance.reading.qualifying import Qualifying
from allegiance.reading.sketching import Sketch
from allegiance.reading.surface import PAST, Said, Surface

BEFORE_BOTH = frozenset("former ex- ex alleged suspected late reported self-styled self-proclaimed".split())
BOTH = frozenset({"both", "all", "each"})
SEVERAL = frozenset("one two three some several most many number part none another".split())


def _of_several(phrase: Phrase) -> Phrase:
    """`one of his officers` → `his officers`: what someone is said to be, without the count."""
    inner = phrase.mod("of")
    return inner[0] if phrase.head in SEVERAL and phrase.mention < 0 and inner and inner[0].mention < 0 else phrase


def _no_other(phrase: Phrase) -> Phrase:
    """`nothing but the armed wing of Nokia`: the armed wing of Nokia."""
    only = phrase.mod("but", "than") if phrase.pronoun in ("nothing", "none") else ()
    return only[0] if len(only) == 1 else phrase


def _may_be_made(phrase: Phrase) -> bool:
    """Whether a phrase is a name or a pronoun, so that somebody may be made something."""
    return phrase.mention >= 0 or bool(phrase.pronoun)


class ClauseBuilder(Qualifying):
    """Draws the clauses of one sentence."""

    told: frozenset[tuple[int, int]] = frozenset()

    def build(self) -> list[Clause]:
        """The clauses, in the order of their predicates: verbs first, then nouns, then what names are said to be."""
        for token in self.sentence.tokens:
            if self._is_verb(token):
                self._draft(token, token.lemma + self._particle(token), "verb")
        for token in self.sentence.tokens:
            if (
                token.pos in ("NOUN", "PROPN")
                and token.mention < 0
                and token.lemma in self.events
                and token.i not in self.at
            ):
                self._draft(token, token.lemma, "noun")
        for index in range(len(self.drafts)):
            self._fill(index)
        self._clefts()
        for draft in self.drafts:
            self._one_subject(draft)
            self._predicated(draft)
            self._renamed(draft)
            self._accompanied(draft, late=False)
        for index in range(len(self.drafts)):
            self._inherit(index, set())
        for draft in self.drafts:
            self._accompanied(draft, late=True)
            self._shared(draft)
        for draft in [d for d in self.drafts if d.form == "verb"]:
            self._fronted(draft)
            self._made(draft)
            self._gapped(draft)
        self._listed()
        self._copulas()
        self._descriptions()
        return [self._finish(i, d) for i, d in enumerate(self.drafts)]

    @staticmethod
    def _one_subject(draft: Sketch) -> None:
        """`The teacher Peter left`: the words right before a name are no subject of their own, whom they may mean."""
        named = {a.phrase.token for a in draft.args if a.function == "subj" and a.phrase.mention >= 0}
        draft.args = [
            a for a in draft.args if a.function != "subj" or a.phrase.mention >= 0 or a.phrase.token + 1 not in named
        ]

    def _made(self, draft: Sketch) -> None:
        """`elected Peter leader and James his deputy`, where the parse does not tell what was made of whom."""
        if draft.lemma not in MAKING:
            return
        self._many_of_one(draft)
        surface = Surface(self.sentence, self.mentions, self.builder.text, self.builder)
        pairs = list(surface.made(draft.token))
        made = {a.phrase.token for a in draft.args if a.function in ("oprd", "as", "attr")}
        for name, post in pairs:
            first = next((a.phrase.token for a in draft.args if a.function == "obj" and _may_be_made(a.phrase)), -1)
            if name is None and self.sentence.tokens[post.token].tag in ("NNS", "NNPS"):
                continue
            if name is not None and first < 0 and not draft.passive:
                self._put_in(draft, name, post)
                continue
            if post.token in made:
                continue
            if name is None and not draft.passive and not -1 < first < draft.token.i:
                continue
            if name is None or name.i == first:
                self._free(post.token)
                draft.args.append(Arg("oprd", post))
            elif first >= 0:
                self._free(post.token)
                self._also_made(draft, [Said(name, post)])

    def _many_of_one(self, draft: Sketch) -> None:
        """`Peter, its spokesman, named the leaders of Nokia`: one man is not made leaders."""
        objects = [a for a in draft.args if a.function == "obj"]
        if len(objects) == 1 and objects[0].phrase.mention >= 0 and not objects[0].phrase.plural:
            tags = {t.i: t.tag for t in self.sentence.tokens}
            draft.args = [
                a
                for a in draft.args
                if a.function != "oprd" or a.phrase.mention >= 0 or tags.get(a.phrase.token) not in ("NNS", "NNPS")
            ]

    def _put_in(self, draft: Sketch, name: Token, post: Phrase) -> None:
        """`named Peter chief of its wing`, where the parse takes name and post for one phrase or for a clause."""
        self._free(post.token)
        self._free(name.i)
        inside = range(min(name.i, post.token), max(name.i, post.token) + 1)
        draft.args = [a for a in draft.args if a.phrase.token not in inside or a.function == "subj"]
        draft.args.extend((Arg("obj", self.builder.phrase(name)), Arg("oprd", post)))

    def _free(self, token: int) -> None:
        """Take a post from the predicates that the parse gave it to by mistake."""
        for other in self.drafts:
            other.args = [a for a in other.args if a.phrase.token != token or a.function not in ("subj", "obj")]

    def _listed(self) -> None:
        """`Peter was appointed emir of Nokia, with James as the deputy`: James was appointed, too.

        Where no verb of appointing governs the list, it says what post each holds.
        """
        surface = Surface(self.sentence, self.mentions, self.builder.text, self.builder)
        said = list(surface.named_as())
        makers: dict[int, list[Said]] = {}
        owners: list[Arg] = []
        for one in said:
            verbs = [d for d in self.drafts if d.form == "verb" and d.token.i < one.name.i and d.lemma != "be"]
            own = next((d for d in self.drafts if self._holds(d, one)), None)
            before = self.sentence.tokens[one.name.i - 1] if one.name.i else None
            if verbs and before is not None and before.lemma == "by":
                continue  # `appointed by Peter as commander`: Peter appoints.
            if verbs and before is not None and before.lemma in ("over", "than"):
                verbs[-1].args.append(Arg("as", one.attr))  # `chose Peter over James as leader`: Peter is.
            elif verbs and verbs[-1].lemma in APPOINTED:
                makers.setdefault(self.drafts.index(verbs[-1]), []).append(one)
            elif own is None and before is not None and (before.lemma in ("with", ",") or self._goes_on(one, said)):
                listed = {("as", one.attr.token), ("with", one.name.i), ("as", one.name.i)}
                for draft in self.drafts:
                    draft.args = [a for a in draft.args if (a.function, a.phrase.token) not in listed]
                shared = [a for a in one.attr.mods if a.function in ("poss", "of", "nmod", "for")]
                attr = (
                    one.attr if shared or before.lemma == "with" else replace(one.attr, mods=(*one.attr.mods, *owners))
                )
                owners = shared or owners
                self._describe(self.builder.phrase(one.name), "is", [Arg("attr", attr)], one.name)
        for index, pairs in makers.items():
            self._also_made(self.drafts[index], pairs)

    @staticmethod
    def _goes_on(one: Said, said: Sequence[Said]) -> bool:
        """`with Peter as emir and James as deputy`: but `raids on Paris and London as an officer` has one name."""
        return any(other.name.i < one.name.i for other in said)

    @staticmethod
    def _holds(draft: Sketch, said: Said) -> bool:
        """Whether a predicate has a name and what it is said to be as its own arguments."""
        given = {(a.function, a.phrase.token) for a in draft.args}
        named = ("obj", said.name.i) in given or ("subj", said.name.i) in given
        return named and ("as", said.attr.token) in given

    def _also_made(self, maker: Sketch, pairs: Sequence[Said]) -> None:
        """Those who were appointed by one verb, each to his own post, of one body where only one names it."""
        groups = [
            Arg("of", g) for a in maker.args if a.function in ("oprd", "as") for g in a.phrase.mod("of", "poss", "nmod")
        ]
        shared = [a for a in maker.args if a.function == "subj"]
        first = next((a.phrase.token for a in maker.args if a.function == "obj"), -1)
        others = {t for p in pairs if p.name.i != first for t in (p.name.i, p.attr.token)}
        maker.args = [a for a in maker.args if a.phrase.token not in others or a.function == "subj"]
        for pair in pairs:
            if pair.name.i == first:
                continue
            args = [Arg("obj", self.builder.phrase(pair.name)), Arg("as", pair.attr), *groups, *shared]
            own = Sketch(pair.name, maker.lemma, "verb", args, maker.passive, False, list(maker.helpers))
            own.parent, own.embedding = maker.parent, maker.embedding
            own.sibling = self.at[maker.token.i]
            self.drafts.append(own)

    def _fronted(self, draft: Sketch) -> None:
        """`A breakaway from Nokia, Toyota has been allied …`: a description that stands before its subject."""
        own = "obj" if draft.passive else "subj"
        subjects = [a.phrase for a in draft.args if a.function == own and a.phrase.mention >= 0]
        if not subjects or subjects[0].token < 3:
            return
        for kid in self.sentence.kids(draft.token.i, "npadvmod", "advmod", "dep", "nsubj", "advcl"):
            if kid.i < subjects[0].token and kid.mention < 0 and kid.pos in ("NOUN", "ADJ") and kid.i < 4:
                commas = [t.i for t in self.sentence.tokens if t.text == "," and kid.i < t.i < subjects[0].token]
                if not commas:
                    continue
                said = self.builder.phrase(kid)
                if said.members and not said.plural:
                    continue  # `The chief, Peter, and his deputy, James, fled`.
                moved = [
                    a
                    for p in self.sentence.kids(draft.token.i, "prep")
                    if kid.i < p.i < commas[-1]
                    for a in self.builder.prepositional(p)
                ]
                self._describe(subjects[0], "is", [Arg("attr", replace(said, mods=(*said.mods, *moved)))], kid)
                return

    def _descriptions(self) -> None:
        """What names are said to be: by the order of words first, then by the parse."""
        surface = Surface(self.sentence, self.mentions, self.builder.text, self.builder)
        for said in list(surface.find()):
            args = [Arg("attr", said.attr)]
            self._describe(
                self.builder.phrase(said.name),
                "title" if said.title else "is",
                args,
                self.sentence.tokens[said.attr.token],
            )
        self.told = frozenset(
            (a.phrase.mention, b.phrase.token)
            for d in self.drafts
            if d.form in ("is", "title")
            for a in d.args
            if a.function == "subj"
            for b in d.args
            if b.function == "attr"
        )
        for name, prep, charge, words in surface.charged():
            for draft in self.drafts:
                draft.args = [a for a in draft.args if a.phrase.token != charge.token]
            self._describe(self.builder.phrase(name), "verb", [Arg(prep, charge)], name)
            self.drafts[-1].adverbs.extend(("formerly",) if PAST & set(words) else ())
        for owner, post, over in surface.terms():
            self._describe(owner, "is", [Arg("attr", post)], self.sentence.tokens[post.token])
            self.drafts[-1].adverbs.extend(("formerly",) if over else ())
        for name, helm in surface.at_the_helm():
            self._describe(self.builder.phrase(name), "verb", [Arg("at", helm)], name)
        for name, verb, group in surface.under():
            self._describe(self.builder.phrase(name), "verb", [Arg("over", group)], name, verb)
        for name, group, words in surface.placed():
            if not any(a.function in ("of", "from") for a in self.builder.phrase(name).mods):
                self._describe(self.builder.phrase(name), "of", [Arg("of", group)], name, "of")
                self.drafts[-1].adverbs.extend(words)
        for token in self.sentence.tokens:
            if token.pos not in ("NOUN", "PROPN", "NUM", "PRON", "ADJ", "X", "DET") and token.mention < 0:
                continue
            for kid in self.builder.appositions(token):
                self._apposition(token, kid)
            self._qualified(token)
            if token.mention >= 0:
                self._titles(token)
                self._possessed(token)
            else:
                self._members(token)
                self._commanded(token)

    def _describe(self, subject: Phrase, form: str, args: list[Arg], token: Token, lemma: str = "be") -> None:
        args = [Arg(a.function, self._owned(_of_several(a.phrase))) if a.function == "attr" else a for a in args]
        if any((subject.mention, a.phrase.token) in self.told for a in args if a.function == "attr"):
            return
        draft = Sketch(token, lemma, form, [Arg("subj", subject), *args])
        draft.parent, draft.embedding = self._governor(token)
        if token.i in self.at:
            draft.parent, draft.embedding = self.at[token.i], "self"
        draft.embedding = f"described {draft.embedding}".strip()
        self.drafts.append(draft)

    def _owned(self, phrase: Phrase) -> Phrase:
        """`A, whose founder, B, …`: B is the founder of A."""
        if not any(m.function == "poss" and m.phrase.pronoun == "whose" for m in phrase.mods):
            return phrase
        mods = []
        for mod in phrase.mods:
            whose = mod.phrase.token if mod.function == "poss" and mod.phrase.pronoun == "whose" else 0
            at = whose - 2 if whose > 1 and self.sentence.tokens[whose - 1].text == "," else whose - 1
            before = self.sentence.tokens[at] if whose and at >= 0 else None
            mods.append(Arg("poss", self.builder.phrase(before)) if before is not None and before.mention >= 0 else mod)
        return replace(phrase, mods=tuple(mods))

    def _apposition(self, token: Token, kid: Token) -> None:
        left = self.builder.phrase(token)
        first = self.builder.phrase(kid)
        for right_token in self.builder.coordinated(kid):
            right = self._as_the_first(first, self.builder.phrase(right_token), right_token)
            if self._another_is(left, right):
                continue
            if left.mention >= 0 and right.mention < 0:
                right = self._of_their_body(token, right)
                for named in self._lone_or_all(token, right):
                    self._describe(named, "is", [Arg("attr", right)], right_token)
                    if right.head in BOTH:
                        self._of_body(named, right, right_token)
            elif left.mention < 0 and right.mention >= 0:
                if not left.plural and right_token.i != kid.i:
                    continue  # `its chief, Peter, his deputy, James, and …`: one chief.
                if left.plural or left.token not in {post for _, post in self.told}:
                    self._describe(right, "is", [Arg("attr", left)], token)
            elif (
                left.mention < 0
                and right.mention < 0
                and left.pronoun == ""
                and left.head not in lexicon.nouns().hearsay
            ):
                self._describe(left, "is", [Arg("attr", right)], right_token)

    def _another_is(self, left: Phrase, right: Phrase) -> bool:
        """`the commander, Peter, and his deputy, James`: the deputy is James, though the parse has Peter for both."""
        told = {mention for mention, post in self.told if post == right.token}
        return right.mention < 0 and not right.plural and bool(told) and left.mention not in told

    def _of_their_body(self, token: Token, said: Phrase) -> Phrase:
        """`three leaders of Nokia: Peter, its chief; …`: `its` is that of those to whom the name belongs."""
        if not any(m.function == "poss" and m.phrase.pronoun in ("its", "their") for m in said.mods):
            return said
        outer = token
        for _ in range(4):
            outer = self.sentence.tokens[outer.head]
            if outer.mention < 0 and outer.pos in ("NOUN", "NUM"):
                break
            if outer.dep not in ("prep", "conj", "appos", "pobj"):
                return said
        bodies = [p for p in self.builder.phrase(outer).mod("of", "poss", "nmod") if p.mention >= 0]
        groups = [p for p in bodies if self.mentions[p.mention].kind is Kind.GROUP]
        if len(groups) != 1 or token.i <= groups[0].token:
            return said
        own = tuple(Arg("poss", groups[0]) if m.function == "poss" else m for m in said.mods)
        return replace(said, mods=own)

    def _as_the_first(self, first: Phrase, other: Phrase, token: Token) -> Phrase:
        """`a former commander and spokesman`: a second noun with no article shares what is before both."""
        shared = tuple(a for a in first.adjectives if a in BEFORE_BOTH)
        if other is first or not shared or other.mention >= 0 or self.sentence.kids(token.i, "det", "poss"):
            return other
        return replace(other, adjectives=(*other.adjectives, *shared))

    def _lone_or_all(self, token: Token, said: Phrase) -> list[Phrase]:
        """`A and B, both of the Dal`: all of them; `A and B, leader of C`: only B."""
        if said.head in BOTH or {"both", "all"} & set(said.adjectives):
            return [self.builder.phrase(t) for t in self.builder.coordinated(token)]
        return [self.builder.phrase(token)]

    def _of_body(self, named: Phrase, said: Phrase, token: Token) -> None:
        """`both of the Northern Front`: each is of that body."""
        for body in said.mod("of", "from"):
            if body.mention >= 0:
                self._describe(named, "of", [Arg("of", body)], token, "of")

    def _members(self, token: Token) -> None:
        phrase = self.builder.phrase(token)
        others = {mention for mention, post in self.told if post == phrase.token}
        if phrase.members and (phrase.plural or not others or others & {m.mention for m in phrase.members}):
            named = {k.i for k in self.sentence.kids(token.i, "appos")}
            for member in phrase.members:
                if others and not phrase.plural and member.mention not in others:
                    continue
                if member.token < 0 or member.token not in named:
                    self._describe(
                        member,
                        "is",
                        [Arg("attr", phrase), *(Arg("area", a.phrase) for a in member.mods if a.function == "from")],
                        token,
                    )

    def _titles(self, token: Token) -> None:
        """`Nokia spokesman Peter`, `the Nokia's slain founder Peter`: nouns of post or membership before a name."""
        nouns = lexicon.nouns()
        person = self.builder.phrase(token)
        kids = [k for k in self.sentence.kids(token.i) if k.i < token.i]
        for kid in kids:
            if (
                kid.dep in ("compound", "nmod", "amod", "poss")
                and kid.mention < 0
                and kid.lemma in nouns.posts | nouns.members | {"founder", "co-founder", "successor", "predecessor"}
            ):
                title = self.builder.phrase(kid)
                mods = list(title.mods)
                adjectives = list(title.adjectives)
                for other in kids:
                    if other.i == kid.i or other.dep not in ("compound", "nmod", "amod", "poss"):
                        continue
                    if other.mention >= 0 or other.dep == "poss":
                        mods.extend(
                            Arg("poss" if other.dep == "poss" else "nmod", p) for p in self.builder.phrases(other)
                        )
                    elif other.text.lower() in lexicon.demonyms():
                        mods.append(Arg("nmod", self.builder.phrase(other)))
                    elif other.i < kid.i:
                        adjectives.append(other.text.lower())
                        mods.extend(
                            Arg("nmod", self.builder.phrase(k)) for k in self.sentence.kids(other.i) if k.mention >= 0
                        )
                if (
                    not mods
                    and token.dep == "conj"
                    and not any(k.dep == "det" for k in [*kids, *self.sentence.kids(kid.i)])
                ):
                    mods.extend(self._first_title(token))
                start = min([title.start, *(o.start for o in kids if o.dep in ("compound", "nmod", "amod", "poss"))])
                attr = replace(title, start=min(start, title.start), mods=tuple(mods), adjectives=tuple(adjectives))
                self._describe(person, "title", [Arg("attr", attr)], token)
                return

    def _first_title(self, token: Token) -> list[Arg]:
        """`Nokia's leader Peter and spokesman James`: the second title is of the body that owns the first."""
        first = self.sentence.tokens[token.head]
        if first.mention < 0:
            return []
        titles = [k for k in self.sentence.kids(first.i, "compound", "nmod") if k.i < first.i and k.mention < 0]
        owners = [k for t in [first, *titles] for k in self.sentence.kids(t.i, "poss", "nmod", "compound")]
        return [Arg("poss", self.builder.phrase(k)) for k in owners if k.mention >= 0 and k.i < first.i]

    def _possessed(self, token: Token) -> None:
        """`Nokia's Front 9` and `Peter of the council`: a name that another name owns or places."""
        phrase = self.builder.phrase(token)
        for arg in phrase.mods:
            if (
                arg.phrase.mention < 0
                and arg.phrase.pronoun not in ("its", "their", "his", "her")
                and arg.phrase.head not in lexicon.nouns().groups
            ):
                continue
            if arg.function in ("poss", "nmod"):
                self._describe(phrase, "owns", [Arg("poss", arg.phrase)], token, "'s")
            elif arg.function in ("of", "from", "in", "with", "under"):
                self._describe(phrase, "of", [Arg(arg.function, arg.phrase)], token, "of")
                between = [t.text.lower() for t in self.sentence.tokens[token.i + 1 :] if t.start < arg.phrase.start]
                self.drafts[-1].adverbs.extend(between[:6])

    def _commanded(self, token: Token) -> None:
        """`Fighters of Nokia under the command of Peter`."""
        phrase = self.builder.phrase(token)
        for under in phrase.mod("under"):
            self._describe(phrase, "of", [Arg("under", under)], token, "of")

    def _finish(self, index: int, draft: Sketch) -> Clause:
        draft.args = [
            Arg(a.function, _of_several(a.phrase) if a.function == "as" else _no_other(a.phrase))
            if a.function in ("as", "attr")
            else a
            for a in self._turned(draft)
        ]
        span = [draft.token.start, draft.token.end]
        inside = {draft.token.i}
        for arg in draft.args:
            if self.sentence.start <= arg.phrase.start <= self.sentence.end:
                span += [arg.phrase.start, arg.phrase.end]
                if arg.phrase.token >= 0:
                    inside.add(arg.phrase.token)
        return Clause(
            index, draft.lemma, draft.form, draft.token.i, min(span), max(span), tuple(draft.args), draft.passive,
            draft.negated,
            tuple(draft.helpers), tuple(draft.adverbs), tuple(draft.marks), draft.parent, draft.embedding, draft.finite,
            draft.perfect, frozenset(inside), self.drafts[draft.parent].lemma if draft.parent >= 0 else "",
            draft.sibling,
            tuple(self.drafts[draft.parent].args) if draft.parent >= 0 else (),
        )  # fmt: skip
