"""The stance layer: who says so, how sure, and whether it is said to be a fact at all.

A clause's stance is read on the way up from it to the sentence's main clause: its own adverbs, modals and negation
first, then every noun and verb that embeds it (`Reuters quoted a commander as saying that …`, `there is no truth in the
report that …`). What is planned, wished, asked or supposed is no claim. Where words leave it open, less is claimed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from allegiance.model import Certainty
from allegiance.reading import asides, blame, falsity, hinges, lexicon
from allegiance.reading.clause import Clause
from allegiance.reading.degrees import by_words, level_of, mistaken, own_certainty, past, verb_class, weaker
from allegiance.reading.parse import Sentence, Token
from allegiance.reading.phrases import Phrase
from allegiance.reading.speakers import owner_of, speakers_of, voices

ANNOUNCING = frozenset({"announce", "proclaim"})
AWAITED = frozenset({"expect", "schedule", "order", "tell", "ask", "urge"})
"""Of these, what one is bidden or held to do is not done yet."""
GIVING = frozenset("break carry run spread deliver bring give float print peddle issue air".split())
"""Who does this to the news that something happened says so."""
STOPPING = frozenset({"stop", "cease", "quit"})


@dataclass(frozen=True, slots=True)
class Stance:
    """How a clause is said: by whom (phrases, nearest the event first), how sure, and why it is no claim, if so.

    `path` names each embedding word on the way up, for `doctor`. `described` marks the author's own description of an
    actor, which no source covers; `settled` one that only dates what is said (`two days after A was killed`), which
    none covers either.
    """

    sources: tuple[Phrase, ...] = ()
    certainty: Certainty = Certainty.STATED
    unreal: str = ""
    path: tuple[str, ...] = ()
    described: bool = False
    settled: bool = False


def of(clause: Clause, clauses: Sequence[Clause], sentence: Sentence) -> Stance:
    """The stance of a clause among the clauses of its sentence."""
    return _Climb(clauses, sentence).stance(clause)


def _to_come(current: Clause, adverbs: set[str], heads: set[str]) -> str:
    """What is not so of a clause that hangs on `be`: `was to join`, `was to have joined`, `is likely to join`."""
    if "to" not in current.helpers:
        return ""
    if current.perfect:
        return "" if adverbs | heads else "not done"
    due = lexicon.verbs().ahead
    if current.lemma.split(" ")[0] in lexicon.verbs().states:
        told = bool(adverbs & due)
    else:
        told = bool(adverbs & (due | {"likely", "certain", "sure"})) or not adverbs | heads
    return "not done yet" if told and not current.finite else ""


@dataclass(frozen=True, slots=True)
class _Climb:
    clauses: Sequence[Clause]
    sentence: Sentence

    def stance(self, clause: Clause) -> Stance:
        view = self._hypothesis(clause, Stance((), *self._own(clause)))
        view = self._own_verb(clause, self._asides(clause, view))
        current, seen, aside, voiced = clause, {clause.index}, False, False
        while current.parent >= 0 and current.parent not in seen and not view.unreal:
            parent = self.clauses[current.parent]
            if current.embedding.startswith("described"):
                return self._attributive(view, clause, current)
            seen.add(parent.index)
            path = hinges.between(current, parent, self.sentence)
            if hinges.is_relative(current, self.sentence) and not hinges.says_in_cleft(current, parent):
                return self._relative(view, current)
            if not hinges.is_medium(parent, path):
                view = self._under_nouns(view, path.nouns)
            how = hinges.hangs(current, parent, path)
            if voiced and current.embedding == "xcomp" and not verb_class(parent):
                current = parent
                continue
            voiced_before, voiced = (
                voiced,
                how == "content" and bool(hinges.kind_of_saying(current, parent, path.nouns)),
            )
            if how == "content" and not aside:
                view = self._content(view, current, parent, path.nouns)
            elif how == "content":
                view = self._aside(view, clause, parent) if not view.settled else view
            elif how:
                view = replace(view, unreal=how)
            else:
                aside = True
                view = replace(
                    self._beside(view, clause, parent),
                    settled=view.settled or hinges.settled(current, parent, self.sentence),
                )
                if current.lemma == "cite" and voiced_before and verb_class(parent) == "say":
                    view = replace(view, sources=(*view.sources, *speakers_of(parent)))
            view = view if aside else self._asides(parent, view)
            current = parent
        if current.embedding.startswith("described"):
            return self._attributive(view, clause, current)
        return view if view.unreal else self._main_noun(view, current)

    def _own(self, clause: Clause) -> tuple[Certainty, str]:
        """What a clause's own words make of it, with those before what it says that somebody is or has."""
        certainty, unreal = own_certainty(clause)
        unreal = self._supposed(clause) or unreal
        if clause.form == "verb" and clause.lemma in ("be", "become", "remain") and clause.get("subj"):
            if len(clause.get("attr")) == 1:
                certainty = weaker(certainty, by_words(hinges.words_before(clause.get("attr")[0], self.sentence)))
                certainty = weaker(certainty, falsity.barely(clause, self.sentence))
            if any({"no", "longer"} <= set(p.adjectives) for p in clause.get("attr")):
                unreal = "no longer so"
            elif any(p.negated for p in clause.get("attr")) and not any(
                c.parent == clause.index and c.finite for c in self.clauses
            ):
                certainty = Certainty.DENIED
        if clause.form == "verb" and clause.lemma in ("have", "maintain", "keep") and len(clause.get("obj")) == 1:
            certainty = weaker(certainty, by_words(hinges.words_before(clause.get("obj")[0], self.sentence)))
        return certainty, unreal

    def _supposed(self, clause: Clause) -> str:
        """`Had X joined Y, …`, `Should X join Y, …`; and an infinitive alone, a headline's or that of an attempt."""
        if clause.form != "verb":
            return ""
        first = [k for k in self.sentence.kids(clause.token) if k.dep != "punct"][:1]
        if first and first[0].dep in ("aux", "auxpass") and first[0].text in ("Had", "Should", "Were"):
            return "a condition"
        if clause.lemma == "be" and self.sentence.tokens[clause.token].text == "Were":
            return "a condition"  # `Were he alive, …`.
        alone = clause.parent < 0 and not clause.finite and set(clause.helpers) == {"to"}
        return "not done yet" if alone else ""

    def _own_verb(self, clause: Clause, view: Stance) -> Stance:
        """`was reported dead`, `is presumed dead`: the verb that a frame reads is itself one of saying."""
        if clause.form != "verb":
            return view
        kind = verb_class(clause)
        namers = lexicon.nouns().namers
        identified = clause.lemma == "name" and any(p.head in namers for p in clause.get("subj"))
        if (clause.lemma in lexicon.verbs().portraying or identified) and clause.get("as", "oprd"):
            if mistaken(clause):
                return replace(view, certainty=Certainty.DENIED)
            level = by_words([w for p in clause.get("as", "oprd") for w in hinges.words_before(p, self.sentence)])
            sources = (*view.sources, *speakers_of(clause))
            return replace(view, certainty=weaker(view.certainty, level), sources=sources)
        if clause.lemma in ANNOUNCING and any(o.pronoun for p in clause.get("obj") for o in p.mod("poss")):
            return replace(view, sources=(*view.sources, *speakers_of(clause)))  # `announced its formation`.
        if not set(clause.adverbs) & {"dead", "alive", "captured", "missing"}:
            return view
        level = level_of(kind, clause, not clause.get("subj") if clause.passive else False)
        speakers = speakers_of(clause) if kind else ()
        return replace(view, certainty=weaker(view.certainty, level), sources=(*view.sources, *speakers))

    def _hypothesis(self, clause: Clause, view: Stance) -> Stance:
        """`If X was killed, Y leads`: what hangs on a condition is no fact; `if confirmed` only casts doubt."""
        verbs = lexicon.verbs()
        for child in self.clauses:
            if child.parent != clause.index or child.embedding != "advcl":
                continue
            if not set(child.marks) & {"if", "unless"} and not self._supposed(child):
                continue
            if child.lemma in verbs.verify or {"true", "accurate", "correct"} & set(child.adverbs):
                view = replace(view, certainty=weaker(view.certainty, Certainty.DOUBTED))
                if view.unreal == "not yet so" and "would" in clause.helpers:
                    view = replace(view, unreal="")
            else:
                view = replace(view, unreal=view.unreal or "hangs on a condition")
        return view

    def _asides(self, clause: Clause, view: Stance) -> Stance:
        """With those whose saying stands beside the clause."""
        sources, level = asides.beside(clause, self.clauses)
        both = tuple(dict.fromkeys((*view.sources, *sources)))
        return replace(view, sources=both, certainty=weaker(view.certainty, level))

    def _relative(self, view: Stance, current: Clause) -> Stance:
        """A relative or participle is the author's own description; one of purpose is no fact."""
        hook = hinges.hook(current, self.sentence)
        over = self.clauses[current.parent] if current.parent >= 0 else None
        longed_for = over is not None and over.lemma.split(" ")[0] in lexicon.verbs().unreal | {"long", "yearn", "look"}
        if longed_for and self.sentence.tokens[hook.head].lemma in ("day", "moment", "time") and not past(current):
            return replace(view, unreal="longed for")  # `dreams of the day when A frees B`.
        if "to" in current.helpers and not current.finite and not current.perfect and hook.dep in ("acl", "relcl"):
            head = self.sentence.tokens[hook.head]
            ordinal = any(
                k.lemma in ("first", "last", "second", "third", "only", "latest", "late")
                for k in self.sentence.kids(head.i)
            )
            if not ordinal and head.lemma not in ("first", "last", "one"):
                return replace(view, unreal="not done yet")
            if current.parent >= 0 and set(self.clauses[current.parent].helpers) & {"would", "will", "could", "might"}:
                return replace(view, unreal="not done yet")  # `would be the third to leave`.
        return replace(view, described=True)

    def _under_nouns(self, view: Stance, nouns: Sequence[Token]) -> Stance:
        """What the nouns on the way up make of it: `unconfirmed reports of`, `a plan for`, `no evidence that`."""
        verbs = lexicon.verbs()
        for noun in nouns:
            lemma = noun.lemma
            kids = self.sentence.kids(noun.i)
            words = [k.text.lower() for k in kids if k.dep in ("amod", "det", "advmod", "neg", "nmod", "compound")]
            none = "no" in words or "little" in words or "neither" in words
            if lemma in verbs.plan and not (lemma in verbs.guess and not none):
                return replace(view, unreal=f"a {lemma}")
            if (none and lemma == "truth") or lemma in verbs.falsehood:
                view = replace(view, certainty=Certainty.DENIED, sources=())
            elif none and lemma in verbs.proof | verbs.guess | verbs.hearsay:
                if lemma == "doubt":
                    continue
                if lemma not in verbs.proof:
                    return replace(view, unreal=f"no {lemma}")
                view = replace(view, certainty=weaker(view.certainty, Certainty.DOUBTED))
            elif hinges.embeds(noun):
                view = self._told_by_noun(view, noun, words)
            if view.certainty is not Certainty.DENIED or lemma in verbs.falsehood:
                view = replace(view, path=(*view.path, lemma)) if hinges.embeds(noun) else view
        return view

    def _told_by_noun(self, view: Stance, noun: Token, words: Sequence[str]) -> Stance:
        verbs = lexicon.verbs()
        levels = (
            (verbs.guess, Certainty.POSSIBLE),
            (verbs.belief, Certainty.LIKELY),
            (verbs.hearsay, Certainty.REPORTED),
        )
        level = next((c for lemmas, c in levels if noun.lemma in lemmas), Certainty.STATED)
        if set(words) & {"false", "baseless", "untrue", "fabricated", "bogus", "fake"}:
            level = Certainty.DENIED
        owner = owner_of(noun, self.sentence)
        certainty = weaker(view.certainty, weaker(level, by_words(words)))
        return replace(view, certainty=certainty, sources=(*view.sources, *owner))

    def _content(self, view: Stance, current: Clause, parent: Clause, nouns: Sequence[Token]) -> Stance:
        """The clause is what its parent says, thinks, wants, denies or does."""
        verbs = lexicon.verbs()
        view = replace(view, path=(*view.path, f"{parent.lemma} > {current.embedding}"))
        head = parent.lemma.split(" ")[0]
        own, unreal = self._force(parent)
        bare = (
            current.form == "verb"
            and current.embedding in ("xcomp", "ccomp")
            and "to" in current.helpers
            and not current.finite
        )
        if current.form == "noun" and blame.tie(current, parent):
            return replace(view, certainty=weaker(view.certainty, own), unreal=unreal)
        if falsity.called_false(current, parent):
            return replace(
                view,
                certainty=Certainty.DENIED,
                sources=speakers_of(parent),
                unreal=unreal or ("not called so" if own is Certainty.DENIED else ""),
            )
        if falsity.found_untrue(parent, nouns, own, self.clauses):
            return replace(view, certainty=Certainty.DENIED, sources=(), unreal=unreal)
        if own is Certainty.DENIED and {"why", "how"} & set(current.adverbs) and current.finite:
            return view  # `did not say why the brigade had left`: it had.
        kind = hinges.kind_of_saying(current, parent, nouns)
        chosen = head in verbs.appointing and (parent.passive or bool(parent.get("obj")))
        wanted = (parent.lemma in verbs.unreal or head in verbs.unreal) and not chosen
        told = any(hinges.embeds(n) for n in nouns)
        if told and parent.lemma.replace(" ", "-") in verbs.retracting:
            return replace(view, unreal="taken back")
        if bare and wanted and not (parent.passive and kind):
            return replace(view, unreal=f"{parent.lemma}: not done yet")
        if bare and parent.passive and head in AWAITED:
            return replace(view, unreal=f"{parent.lemma}: not done yet")
        if head in verbs.evading and current.embedding != "subj":
            others = current.form == "noun" and current.get("of", "on", "against")
            return view if others else replace(view, unreal="escaped")
        aimed = bare and head in STOPPING - {"cease"}  # `quit the Front to join the Army`: he did.
        if (parent.lemma in verbs.negative or head in verbs.negative) and kind != "deny" and not aimed:
            if current.embedding == "xcomp" or current.embedding.startswith("pcomp"):
                ended = current.embedding == "xcomp" and (head == "cease" or (head in STOPPING and not bare))
                return self._not_done(view, own, unreal, ended)
            if current.form == "noun":
                return replace(view, unreal="not done")
        gerund = current.embedding == "xcomp" and not bare and not parent.passive
        if kind and not (gerund and wanted and kind == "think"):
            return self._said(view, parent, kind, (own, unreal), told)
        if wanted and (current.form == "noun" or current.embedding in ("ccomp", "xcomp", "pcomp of", "pcomp about")):
            return replace(view, unreal=f"{parent.lemma}: not done yet")
        if told and own is Certainty.DENIED and head in verbs.accepting:
            return replace(view, unreal=f"not {parent.lemma}")
        given = _givers(parent, nouns) if told and own is not Certainty.DENIED else ()
        view = replace(view, sources=(*view.sources, *given))
        return self._predicated(view, current, parent, (own, unreal))

    def _not_done(self, view: Stance, own: Certainty, unreal: str, ended: bool) -> Stance:
        """`refused to join` is a not joining; `did not refuse to join` and `will refuse to` say nothing.

        What has `ended` was so until then: `stopped paying the Front`.
        """
        if ended:
            return replace(view, unreal=unreal or ("" if own is Certainty.DENIED else "no longer so"))
        if unreal or own is Certainty.DENIED:
            return replace(view, unreal=unreal or "not refused")
        return replace(view, certainty=Certainty.DENIED)

    def _force(self, clause: Clause) -> tuple[Certainty, str]:
        """A clause's own certainty with what its governors do to it: `declined to confirm` is a not confirming."""
        own, unreal = own_certainty(clause)
        verbs = lexicon.verbs()
        if clause.parent < 0 or clause.embedding != "xcomp" or unreal:
            return own, unreal
        above = self.clauses[clause.parent]
        if above.lemma in verbs.negative or {"unable", "impossible", "reluctant", "unwilling"} & set(above.adverbs):
            return Certainty.DENIED, ""
        if "yet" in above.adverbs and above.lemma in ("have", "be"):
            return Certainty.DENIED, ""
        if above.lemma == "be" and set(above.adverbs) & verbs.ahead and own_certainty(above)[0] is not Certainty.DENIED:
            return own, ""
        awaited = above.passive and above.lemma in AWAITED
        if "to" in clause.helpers and above.lemma in verbs.unreal and (awaited or not above.passive):
            return own, f"{above.lemma}: not done yet"
        if falsity.a_mistake(above):
            return Certainty.DENIED, ""
        return weaker(own, own_certainty(above)[0]), own_certainty(above)[1]

    def _said(self, view: Stance, parent: Clause, kind: str, force: tuple[Certainty, str], told: bool) -> Stance:
        """The clause is the content of a verb of saying, thinking or denying."""
        verbs = lexicon.verbs()
        own, unreal = force
        head = parent.lemma.split(" ")[0]
        if unreal == "not yet so" and head in verbs.verify and "yet" in parent.adverbs:
            own, unreal = Certainty.DENIED, ""
        if unreal and not ("would" in parent.helpers and kind == "say" and parent.perfect):
            return replace(view, unreal=f"{parent.lemma}: {unreal}")
        speakers, level = voices(parent, kind, self.clauses, self.sentence)
        if own is Certainty.DENIED:
            first = self.clauses[parent.sibling] if parent.sibling >= 0 else parent
            if kind == "deny" and first.lemma in verbs.verify:
                return replace(view, certainty=Certainty.DOUBTED)
            if head in verbs.verify and kind in ("say", "think"):
                return replace(view, certainty=weaker(view.certainty, Certainty.DOUBTED))
            if head in verbs.factive:
                return view
            if kind != "think":
                return replace(view, unreal=f"not {parent.lemma}")
            return replace(view, certainty=Certainty.DENIED, sources=(*view.sources, *speakers))
        if kind in ("deny", "acquit"):
            twice = view.certainty is Certainty.DENIED and not told
            certainty = Certainty.STATED if twice else Certainty.DENIED
            return replace(view, certainty=certainty, sources=speakers if kind == "deny" else view.sources)
        level = weaker(level, own)
        if told and head in verbs.verify and view.certainty is Certainty.REPORTED:
            return replace(view, certainty=level, sources=speakers)
        return replace(view, certainty=weaker(view.certainty, level), sources=(*view.sources, *speakers))

    def _predicated(self, view: Stance, current: Clause, parent: Clause, force: tuple[Certainty, str]) -> Stance:
        """Other verbs, and what adjectives say: `is likely to have`, `it is not true that`, `the report is false`."""
        verbs = lexicon.verbs()
        own, unreal = force
        adverbs = set(parent.adverbs)
        negated = own is Certainty.DENIED
        heads = {p.head for p in parent.get("attr", "oprd", "as")}
        view = self._told_by_subject(view, current, parent)
        if parent.lemma == "be" or parent.form == "is" or heads or _has_it(parent):
            if adverbs & verbs.untrue or heads & (verbs.falsehood | lexicon.verbs().nonsense):
                return replace(view, unreal="not false") if negated else replace(view, certainty=Certainty.DENIED)
            if adverbs & {"true", "case", "accurate", "correct"} or heads & {"case"}:
                return replace(view, certainty=Certainty.DENIED) if negated else view
            if adverbs & verbs.dubious:
                return (
                    replace(view, unreal="not unlikely")
                    if negated
                    else replace(view, certainty=weaker(view.certainty, Certainty.DOUBTED))
                )
            if adverbs & {"unclear", "unknown", "uncertain"} or (
                negated and adverbs & {"clear", "certain", "known", "sure"}
            ):
                return replace(view, unreal="not known")
        if current.form == "noun":
            conditional = set(parent.helpers) & {"would", "could", "might"}
            aimed = current.embedding == "subj" and _is_a_wish(parent)
            aimed = aimed or (negated and parent.lemma.split(" ")[0] in verbs.resulting)
            why = "a condition, an aim, or what did not come of it" if aimed else unreal
            return replace(view, unreal=why) if aimed or conditional else view
        bare = "to" in current.helpers and not current.finite
        if parent.lemma == "be" and (to_come := _to_come(current, adverbs, heads)):
            return replace(view, unreal=to_come)
        if "yet" in adverbs and bare and parent.lemma in ("have", "be"):
            return replace(view, unreal="not yet so")
        if bare and parent.lemma == "have" and not current.perfect:
            return view if parent.get("obj") else replace(view, unreal="had to")
        if parent.lemma == "ought":
            return replace(view, unreal="ought to")
        if adverbs & {"close", "near"} and current.embedding.startswith("pcomp"):
            return replace(view, unreal="not done")
        if unreal:
            return replace(view, unreal=unreal)
        if parent.lemma in verbs.factive and current.embedding == "ccomp":
            return view
        if negated and current.embedding == "ccomp":
            return replace(view, unreal=f"not {parent.lemma}")
        return replace(view, certainty=weaker(view.certainty, own))

    def _told_by_subject(self, view: Stance, current: Clause, parent: Clause) -> Stance:
        """`Speculation is rife that A left`, `Rumours spread that B has`: the subject is the noun that says it."""
        known = parent.lemma in ("come", "reach", "arrive", "break")  # `When word came that X had left`.
        if current.embedding != "ccomp" or "that" not in current.marks or known:
            return view
        for subject in parent.get("subj"):
            if subject.mention < 0 and 0 <= subject.token < len(self.sentence.tokens):
                noun = self.sentence.tokens[subject.token]
                view = self._told_by_noun(view, noun, subject.adjectives) if hinges.embeds(noun) else view
        return view

    def _beside(self, view: Stance, clause: Clause, parent: Clause) -> Stance:
        """The clause stands beside its parent (after, when, while): a fact of its own, unless both lie ahead."""
        unreal = own_certainty(parent)[1]
        awaited = (
            bool({"once", "until", "till", "when"} & {*clause.marks, *clause.adverbs}) and "would" in parent.helpers
        )
        if unreal and unreal != "no longer so" and clause.form == "verb" and (awaited or not past(clause)):
            return replace(view, unreal=unreal)
        return view

    def _aside(self, view: Stance, clause: Clause, parent: Clause) -> Stance:
        """What embeds the clause that ours stands beside: its speaker speaks of ours too; a denial leaves ours open."""
        kind = verb_class(parent)
        own, unreal = self._force(parent)
        if kind in ("deny", "doubt"):
            return replace(view, unreal="beside what is denied")
        wanted = parent.lemma.split(" ")[0] in lexicon.verbs().unreal and kind != "say"
        if (unreal or wanted) and clause.form == "verb" and not past(clause):
            return replace(view, unreal=unreal or "beside what is wanted")
        if kind and own is not Certainty.DENIED and not unreal:
            speakers, level = voices(parent, kind, self.clauses, self.sentence)
            return replace(view, certainty=weaker(view.certainty, level), sources=(*view.sources, *speakers))
        return view

    def _attributive(self, view: Stance, clause: Clause, current: Clause) -> Stance:
        """An apposition or title: the author's own word, unless an adjective of it says otherwise, or what it is
        apposed to is itself only believed (`the man believed to be its leader, A`)."""
        words = [w for p in clause.get("attr") for w in hinges.words_before(p, self.sentence)]
        told = [hinges.called_so(p, self.sentence) for p in clause.get("attr")]
        if any(ahead for _, ahead in told):
            return replace(view, unreal="not one yet")
        denied = (view.certainty is Certainty.DENIED and clause.negated) or any(said_not for said_not, _ in told)
        base: Certainty = Certainty.DENIED if denied else Certainty.STATED
        if current.embedding in ("described attr", "described oprd") and current.parent >= 0:
            over = self.stance(self.clauses[current.parent]).certainty
            base = weaker(base, over) if over is not Certainty.DENIED else base
        return replace(view, sources=(), certainty=weaker(base, by_words(words)), described=True)

    def _main_noun(self, view: Stance, current: Clause) -> Stance:
        """A noun with no verb above it: what the nouns over it make of it (`Rumours of the death of X`)."""
        if current.form == "noun" and current.parent < 0:
            token, above = self.sentence.tokens[current.token], []
            for _ in range(20):
                if token.head == token.i:
                    break
                token = self.sentence.tokens[token.head]
                above.append(token)
            return self._under_nouns(view, above)
        return view


def _givers(parent: Clause, nouns: Sequence[Token]) -> tuple[Phrase, ...]:
    """Who says so where a noun tells it: `A broke the news that …`, `word that … came from B`."""
    if parent.lemma == "come":
        return parent.get("from")
    given = parent.lemma in GIVING and not parent.passive
    told = {n.i for n in nouns}
    return tuple(p for p in speakers_of(parent) if given and p.token not in told and (p.mention >= 0 or not p.plural))


def _has_it(clause: Clause) -> bool:
    """`Word has it that …`."""
    return clause.lemma == "have" and any(p.pronoun == "it" for p in clause.get("obj"))


def _is_a_wish(clause: Clause) -> bool:
    """`is a condition`, `is the army's priority`, `is a matter of time`: what is said of an event yet to come."""
    said = clause.get("attr") if clause.lemma == "be" else ()
    return any(p.head in lexicon.verbs().plan or any(o.head == "time" for o in p.mod("of")) for p in said)
