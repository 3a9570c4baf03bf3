"""The English reader: a document's text through every layer, to claims with their evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice

from allegiance import __version__
from allegiance.finder import Finder
from allegiance.model import Certainty, Document, Finding, Kind, digest
from allegiance.readers import checked
from allegiance.reading import (
    accusing,
    alternatives,
    attribution,
    becoming,
    blame,
    brackets,
    company,
    counted,
    deeds,
    degrees,
    echo,
    expanding,
    facts,
    frames,
    goings,
    headless,
    identifying,
    lending,
    lexicon,
    listed,
    made_up,
    partings,
    records,
    refine,
    remembering,
    rosters,
    settle,
    sources,
    speaking,
    stance,
    told_later,
    topics,
    turns,
    unsaid,
    vacancies,
)
from allegiance.reading.aliases import aliases
from allegiance.reading.chains import link
from allegiance.reading.clause import Clause
from allegiance.reading.clauses import ClauseBuilder
from allegiance.reading.dates import document_date
from allegiance.reading.dating import NOT_UNTIL, Dating
from allegiance.reading.discourse import Discourse
from allegiance.reading.draft import Draft
from allegiance.reading.forms import said_by_form
from allegiance.reading.fronting import fronted
from allegiance.reading.joining import cut, settle_places
from allegiance.reading.known import Known
from allegiance.reading.layout import paragraphs
from allegiance.reading.learned import proposing
from allegiance.reading.learned.candidates import Asked, candidates
from allegiance.reading.learned.drawing import Drawn, drawn
from allegiance.reading.learned.network import Matrix, Network, load_network
from allegiance.reading.learned.proposing import Answered
from allegiance.reading.match import Hit, Matcher, Miss
from allegiance.reading.mentions import drop_weak, find, split_known
from allegiance.reading.model import MODEL, Models, load_models
from allegiance.reading.parse import Masked, Sentence, mask, sentences
from allegiance.reading.passages import passages
from allegiance.reading.phrases import Phrase
from allegiance.reading.placing import Placing, dateline_place
from allegiance.reading.repairs import repaired
from allegiance.reading.state import Layers, State, Step
from allegiance.reading.timing import Clock, Dated, is_state
from allegiance.reading.votes import in_boxes

LONGEST = 300
"""Words of a sentence that is read: what is longer is a table, a list or an attack, and its grammar is no grammar."""


class EnglishReader:
    """Reads English reports. Holds the model, the frames and a register's names; keeps no state between documents."""

    languages = frozenset({"en"})

    def __init__(
        self, known: Finder | None = None, user_frames: Sequence[frames.Frame] = (), is_taught: bool = False
    ) -> None:
        """With `is_taught` the network reads beside the frames; else they read alone, and it is not loaded."""
        self.frames = tuple(frames.unique([*frames.packaged(), *user_frames]))
        self.rules = frames.fingerprint(self.frames) + lexicon.fingerprint()
        self.matcher = Matcher(self.frames)
        self.known = Known(known or Finder.of(()))
        self.is_taught = is_taught
        self.floors, self.viewed = proposing.FLOORS, proposing.VIEWED
        self.least, self.doer = proposing.UNLIKELY, proposing.DOER

    @cached_property
    def models(self) -> Models:
        """The language model, loaded when first asked for. Raises BadModel."""
        return load_models()

    @property
    def network(self) -> Network:
        """The network that reads beside the frames, loaded when first asked for. Raises BadModel."""
        return load_network()

    @cached_property
    def name(self) -> str:
        """Program, version, model and the digest of rules and register, as it stands in every reading."""
        taught = [self.network.digest, proposing.fingerprint()] if self.is_taught else []
        rules = digest([self.rules, self.known.names.digest, *taught])[:10]
        return f"allegiance-en {__version__} rules:{rules} model:{MODEL}:{self.models.digest[:10]}"

    def read(self, document: Document, published: str = "") -> tuple[list[Finding], list[str]]:
        """Claims found in the document, each checked against it, and notes on what could not be settled."""
        return self.read_all([(document, published)])[0]

    def read_all(self, work: Sequence[tuple[Document, str]]) -> list[tuple[list[Finding], list[str]]]:
        """What `read` gives for each document, in order; the model looks at all of them together, which is quicker."""
        out = []
        for (document, _), state in zip(work, self._run([(d.text, p) for d, p in work]), strict=True):
            found: dict[str, Finding] = {}
            for one in (settle.finding(d, document.id) for d in state.drafts):
                found.setdefault(one.claim.id, one)
            out.append((checked(document, found.values()), list(dict.fromkeys(state.discourse.notes))))
        return out

    def trace(self, text: str, published: str = "") -> tuple[Layers, list[Step], list[Finding]]:
        """Every layer's output on a text, for `doctor trace`."""
        state = next(iter(self._run([(text, published)], traced=True)))
        document = Document(text, "en")
        return state.layers, state.steps, [settle.finding(d, document.id) for d in state.drafts]

    def layers(self, text: str) -> Layers:
        """The layers ahead of the parse: paragraphs, mentions, chains and masks."""
        parts = turns.marked(paragraphs(text))
        entries = records.find(parts, text)
        parts = records.marked(parts, entries)
        cuts = [cut(part) for part in parts]
        placed = settle_places(parts, cuts)
        known = self.known.within(parts)
        each = (find(part, own, known, placed) for part, own in zip(parts, cuts, strict=True))
        each = (records.named(part, row, entries, text) for part, row in zip(parts, each, strict=True))
        found = in_boxes(parts, drop_weak(split_known([mention for row in each for mention in row])))
        said = [*aliases(parts, found, text), *records.aliases(entries, found, text)]
        chains, mentions = link(found, said)
        blanks = [*((a.blank.start, a.blank.end) for a in said), *records.blanks(entries)]
        masked: list[Masked] = []
        attributed: list[attribution.Attribution] = []
        for part in parts:
            inside = [(i, m) for i, m in enumerate(mentions) if part.start <= m.start < part.end]
            aside = attribution.find(part) if part.kind != "headline" else []
            attributed.extend(aside)
            given = headless.given(part, inside, mentions, entries, topics.headed(part, chains))
            masked.append(mask(part, inside, [*blanks, *((a.start, a.end) for a in aside)], given))
        apart = speaking.set_apart(parts, mentions, attributed)
        return Layers(
            text, tuple(parts), tuple(mentions), chains, tuple(said), tuple(masked), tuple(attributed), apart, entries
        )

    def _run(self, work: Sequence[tuple[str, str]], traced: bool = False) -> Iterator[State]:
        """Each text with its published date through every layer; the model sees the texts of all of them at once."""
        layers = [self.layers(text) for text, _ in work]
        cut = [_passages(each) for each in layers]
        masked = [
            text
            for each, rows in zip(layers, cut, strict=True)
            for text in (*(each.masked[i].text[a:b] for i, a, b in rows), *(own.text for _, _, own in each.apart))
        ]
        parsed = self.models.parse(masked)
        for (text, published), each, rows in zip(work, layers, cut, strict=True):
            clock = Clock(published or document_date(text))
            state = State(each, Discourse(text, each.chains, each.mentions), clock, settle.Posts())
            by: dict[int, list[Sentence]] = {}
            for (i, at, _), doc in zip(rows, islice(parsed, len(rows)), strict=True):
                by.setdefault(i, []).extend(
                    repaired(fronted(s, each.mentions), each.mentions, self.matcher.events)
                    for s in sentences(each.masked[i], doc, i, each.paragraphs[i].kind, at)
                )
            for (start, i, own), doc in zip(each.apart, islice(parsed, len(each.apart)), strict=True):
                state.apart[start] = [
                    repaired(s, each.mentions, self.matcher.events)
                    for s in sentences(own, doc, i, each.paragraphs[i].kind)
                ]
            yield self._through(state, by, traced)

    def _through(self, state: State, parsed: Mapping[int, Sequence[Sentence]], traced: bool) -> State:
        """One document's paragraphs through clauses, frames and stance, in order."""
        layers = state.layers
        said_by_form(state)
        for draft in state.drafts:
            state.posts.note(draft)
            remembering.note(state.discourse, draft)
        rosters.told(state)
        listed.told(state)
        state.here = next((dateline_place(p.dateline) for p in layers.paragraphs if p.dateline), "")
        state.discourse.we = topics.speaker_of_all(layers)
        state.authors, state.answers = topics.authors(layers), turns.answering(layers)
        state.discourse.seen.prominent.titled = topics.titled(layers)
        state.discourse.seen.leading.titled = topics.titled(layers)
        for index, found in parsed.items():
            part = layers.paragraphs[index]
            state.discourse.seen.topic = topics.topic_of(part, state)
            state.entry = topics.entry_date(part)
            whose = state.answers.get(part.voice, -1)
            state.answerer = state.discourse.chain(whose).name if whose >= 0 else ""
            rows = [s for s in found if len(s.tokens) <= LONGEST]
            drawn = [self._clauses(s, layers, index) for s in rows]
            state.discourse.ahead = topics.introduced(layers.mentions, drawn)
            speakers = sources.quoted_speakers(part, drawn)
            if part.clean.lstrip().startswith('"'):
                state.going_on = dict.fromkeys((q for q, _ in part.quotes), state.voices.recent(state.number))
            for sentence, clauses in zip(rows, drawn, strict=True):
                self._sentence(state, sentence, clauses, speakers, traced)
        state.drafts.extend(topics.issued(state))
        state.drafts = settle.over(listed.spelt_out(state.drafts, state))
        return state

    def _clauses(self, sentence: Sentence, layers: Layers, index: int) -> list[Clause]:
        folded = {f.anchor: f for f in layers.masked[index].folded}
        built = ClauseBuilder(sentence, layers.mentions, layers.text, folded, self.matcher.events).build()
        built = brackets.owned(built, sentence, layers.text)
        spelt = becoming.named(expanding.spelt_out(built, layers.mentions))
        return partings.told(
            company.completed(
                deeds.told(alternatives.withheld(blame.settled(spelt, sentence), sentence)), layers.mentions
            )
        )

    def _sentence(
        self,
        state: State,
        sentence: Sentence,
        clauses: list[Clause],
        speakers: Mapping[int, tuple[Phrase, ...]],
        traced: bool,
    ) -> None:
        layers, discourse = state.layers, state.discourse
        part = layers.paragraphs[sentence.paragraph]
        discourse.quoted = sources.by_name(part, layers.mentions, speakers)
        discourse.enter(sentence, clauses)
        discourse.fates.now = state.number
        clean = part.clean[sentence.start - part.start : sentence.end - part.start]
        dated = state.clock.dated(sentence, clauses, clean, sentence.start)
        misses: list[tuple[int, Miss]] = []
        fresh: list[Draft] = []
        taken: list[str] = []
        noted = len(discourse.notes)
        asks = clean.rstrip(" \"'").endswith("?")
        answer, told = turns.answered(layers.text, sentence.end) if asks else ("", sentence.end)
        named = turns.named_answer(layers, sentence.end) if asks and not answer else -1
        told_who: frozenset[int] = frozenset()
        if named >= 0:
            clauses[:], told_who = turns.who_is_named(clauses, named, layers)
        views = [stance.of(c, clauses, sentence) for c in clauses]
        state.voices.enter(clauses, discourse, state.number)
        state.tails = sources.tails(state, sentence)
        discourse.saying = sources.spoken(state, sentence, part, speakers)
        topics.describe_topic(state, sentence, clauses)
        clauses[:] = topics.with_topic(state, sentence, clauses)
        views = [*views, *(stance.of(c, clauses, sentence) for c in clauses[len(views) :])]
        views = made_up.judged(views, clauses, sentence, clean, layers.around(sentence.paragraph))
        order = sorted(range(len(clauses)), key=lambda i: (_turn(clauses[i], layers), i))
        judged = state.answered = self._asked(state, sentence, clauses) if self.is_taught and not asks else None
        for clause, view in ((clauses[i], views[i]) for i in order):
            asked = asks and (not view.described or facts.asked(clause, clauses))
            if asked and not answer and clause.index not in told_who:
                continue
            seen: list[Miss] = []
            for hit in self.matcher.match(clause, discourse, seen if traced else None):
                draft = self._draft(state, sentence, clauses, hit, view, dated, speakers)
                draft = facts.affirmed(draft, answer, told) if asked and answer and draft is not None else draft
                if draft is not None and judged is not None and proposing.is_unlikely(draft, judged, self.least):
                    taken.append(draft.frame)
                    continue
                if draft is not None and not (
                    draft.type == "succession" and facts.yet_to_be_named(clause, clauses, views)
                ):
                    draft = draft if judged is None else proposing.with_doer(draft, judged, clause, self.doer)
                    draft = settle.same_event(draft, state.drafts, _definite(clause))
                    fresh.extend(settle.complete(draft, state.posts, unsaid.of_change(draft, clause, discourse)))
                    for one in fresh[-2:]:
                        state.posts.note(one)
                        remembering.note(discourse, one)
            misses.extend((clause.index, m) for m in seen)
            discourse.leave_open(view.unreal, [draft.type for draft in fresh if draft.clause == clause.index])
        fresh.extend(self._proposed(state, sentence, clauses, views, dated, speakers, fresh))
        fresh.extend(self._of_speakers(state, sentence))
        fresh.extend(vacancies.succeeded(fresh, state.drafts, clauses, discourse, state.posts))
        fresh.extend(topics.based(state, clauses))
        if not asks:
            fresh = goings.told(state, sentence, clauses, views, dated, speakers, fresh)
        fresh.extend(self._identified(state, sentence, clauses, views))
        fresh = counted.dated(fresh, clauses, dated, state.drafts)
        dating = Dating(sentence, clauses, dated)
        fresh = lending.held_then(fresh, clauses, dating, layers.text)
        fresh = lending.lent(fresh, state.drafts, clauses, dated)
        fresh = lending.from_the_outset(fresh, state.drafts, layers.text)
        fresh = lending.served(fresh, state.drafts, layers.text)
        fresh = lending.going_on(fresh, clauses, dated, state.event, state.number, clean)
        fresh = lending.decreed(fresh, clauses, dating, state.clock.reference, layers.text)
        placing = Placing(sentence, clauses, discourse, state.here, state.there)
        state.event = lending.event_of(clauses, fresh, dating, placing, state.number)
        fresh = settle.together(fresh)
        bounds = (state.number, sentence.start, sentence.end)
        spoke = state.voices.recent(state.number)
        fresh.extend(accusing.accusations(clauses, views, discourse, [*state.drafts, *fresh], bounds, spoke))
        fresh.extend(echo.denials(clauses, views, discourse, [*state.drafts, *fresh], bounds))
        state.drafts = [*told_later.backwards(state.drafts, clauses, dated, placing, state.number), *fresh]
        state.voices.note(clauses, fresh, discourse, state.number, [t.name for t in state.tails if t.name])
        state.drafts, _ = echo.doubt(clean, state.drafts, state.number, fresh, sentence.start)
        remembering.belongings(fresh, clauses, discourse)
        discourse.seen.leave()
        state.there = _last_place(sentence, discourse) or state.there
        if traced:
            beside = tuple(proposing.described(judged, taken, self.floors)) if judged is not None else ()
            notes = tuple(discourse.notes[noted:])
            steps = (tuple(clauses), tuple(views), tuple(dated), tuple(misses), tuple(fresh), beside, notes)
            state.steps.append(Step(clean, *steps))
        state.number += 1

    def _identified(
        self, state: State, sentence: Sentence, clauses: Sequence[Clause], views: Sequence[stance.Stance]
    ) -> list[Draft]:
        """Posts and memberships of whom this sentence names and an earlier one described; deeds are told of him."""
        out: list[Draft] = []
        discourse = state.discourse
        for clause, name, words in identifying.of_names(clauses, views, discourse, state.nameless, state.number):
            state.drafts = identifying.retold(state.drafts, name, words, sentence.end, discourse)
            for hit in self.matcher.match(identifying.as_description(clause, name, words), discourse):
                if hit.frame.type in ("post", "membership"):
                    draft = self._draft(state, sentence, clauses, hit, views[clause.index], (), {})
                    if draft is not None:
                        out.append(replace(draft, start=min(draft.start, words.start), end=sentence.end, sources=()))
                        state.posts.note(out[-1])
                        remembering.note(discourse, out[-1])
        near = state.number - identifying.REACH
        fresh = identifying.described(clauses, state.number)
        state.nameless = [*(t for t in state.nameless if t.sentence >= near), *fresh]
        return out

    def shown(self, asked: Asked) -> Drawn | None:
        """What the network is shown of a sentence; None where there is nothing to ask."""
        return drawn(asked, self.network.pieces)

    def answers(self, asked: Asked) -> Matrix | None:
        """What the network answers of a sentence's candidates; None where nobody acts or nothing is to be asked."""
        shown = self.shown(asked) if any(one.acts for one in asked.given) else None
        return None if shown is None or self.network.is_silent(shown) else self.network.answers(shown, len(asked.given))

    def _asked(self, state: State, sentence: Sentence, clauses: Sequence[Clause]) -> Answered | None:
        """What the network says of a sentence; None where it has no say."""
        asked = Asked(sentence, candidates(sentence, clauses, state.discourse), clauses, state.discourse)
        answers = self.answers(asked)
        return None if answers is None else Answered(asked, answers)

    def _proposed(
        self, state: State, sentence: Sentence, clauses: Sequence[Clause], views: Sequence[stance.Stance],
        dated: Sequence[Dated], speakers: Mapping[int, tuple[Phrase, ...]], fresh: Sequence[Draft],
    ) -> list[Draft]:  # fmt: skip
        """What the network proposes that no frame caught, each judged on its way as every frame's claim is."""
        out: list[Draft] = []
        for proposal, hit in proposing.proposed(state.answered, self.floors, self.viewed):
            draft = self._draft(state, sentence, clauses, hit, views[hit.clause.index], dated, speakers)
            if draft is None or proposing.is_told(draft, proposal, [*fresh, *out], state.drafts):
                continue
            for one in settle.complete(proposing.explained(draft, proposal), state.posts):
                out.append(one)
                state.posts.note(one)
                remembering.note(state.discourse, one)
        return out

    def _of_speakers(self, state: State, sentence: Sentence) -> list[Draft]:
        """What is said of those whose word a sentence is and who are set apart from it: their posts and bodies."""
        out: list[Draft] = []
        beside = [a for a in state.layers.attributed if a.covers(sentence.start, sentence.end)]
        for own in (s for one in beside for s in state.apart.get(one.start, ())):
            clauses = self._clauses(own, state.layers, own.paragraph)
            for clause in (c for c in clauses if c.form in ("is", "title", "of", "verb")):
                view = replace(stance.of(clause, clauses, own), described=True)
                for hit in self.matcher.match(clause, state.discourse):
                    draft = None
                    if hit.frame.type in ("post", "membership"):
                        draft = self._draft(state, own, clauses, hit, view, (), {})
                    if draft is not None:
                        out.append(draft)
                        state.posts.note(draft)
                        remembering.note(state.discourse, draft)
        return out

    def _draft(
        self, state: State, sentence: Sentence, clauses: Sequence[Clause], hit: Hit, view: stance.Stance,
        dated: Sequence[Dated], speakers: Mapping[int, tuple[Phrase, ...]],
    ) -> Draft | None:  # fmt: skip
        clause, discourse = hit.clause, state.discourse
        time = Dating(sentence, clauses, dated).of(clause, hit.frame.type, [f.start for f in hit.fills])
        if not facts.is_fact(hit, view, sentence, time):
            return None
        certainty = view.certainty
        if time is not None and time.kind == NOT_UNTIL and certainty is Certainty.DENIED:
            certainty = Certainty.STATED
        if hit.frame.given("certainty"):
            certainty = degrees.weaker(certainty, Certainty(hit.frame.given("certainty")))
        for tail in (t for t in state.tails if sources.weighs(t, clause, view, discourse)):
            certainty = degrees.weaker(certainty, sources.LEVEL.get(tail.verb, Certainty.STATED))
        said_by = sources.own_words(sources.sources_of(state, clause, view, speakers), hit, state)
        if hit.frame.type in ("killing", "death") and certainty is not Certainty.DENIED:
            fallen = {f.name for f in hit.fills if f.role in ("victim", "person")}
            said_by = tuple(n for n in said_by if n not in fallen)
        described = clause.form in ("is", "title", "of", "owns") and view.described
        start, end = (clause.start, clause.end) if described else (sentence.start, sentence.end)
        for fill in hit.fills:
            if sentence.start <= fill.start < sentence.end:
                start, end = min(start, fill.start), max(end, fill.end)
        draft = Draft(
            hit.frame.id, hit.frame.type, hit.fills, start, end, state.number, clause.index, certainty, said_by,
            facts.phase_of(hit, view, time), time.edtf if time else "", time.reckoned_from if time else "",
            self._where(state, sentence, clauses, hit),
            "", described or view.described, time.rule if time else "",
            (("frame", hit.frame.id), ("clause", f"{clause.form} {clause.lemma}"),
             ("stance", " ; ".join(view.path) or ("said beside it" if said_by else "the author's own word"))),
        )  # fmt: skip
        if state.entry and time is None and not draft.described and not is_state(draft.type):
            draft = replace(draft, when=state.entry, date_rule="the date of its entry in a chronology")
        return refine.refine(facts.dated_state(draft, time), hit, discourse)

    @staticmethod
    def _where(state: State, sentence: Sentence, clauses: Sequence[Clause], hit: Hit) -> str:
        """Where it happened; of states, only where two fight."""
        if is_state(hit.frame.type) and hit.frame.type != "rivalry":
            return ""
        placing = Placing(sentence, clauses, state.discourse, state.here, state.there)
        return placing.of(hit.clause, hit.frame.type, [f.start for f in hit.fills])


PASSING = frozenset({"pass", "devolve", "fall", "go", "revert", "take", "assume", "take over", "step in", "inherit"})
"""Verbs by which one comes into what another leaves."""


def _turn(clause: Clause, layers: Layers) -> int:
    """When a clause is looked at: who holds which post, whose deputy someone is, what happened, who came after whom.

    Last is what leans on the rest: in `led by A, with B as his deputy`, B is in the body that A is said to lead.
    """
    if clause.form not in ("is", "title", "of", "owns"):
        return 3 if clause.lemma in PASSING else 2
    listed = any(layers.text[max(0, attr.start - 3) : attr.start] == "as " for attr in clause.get("attr"))
    if listed and any(p.pronoun in ("his", "her") for attr in clause.get("attr") for p in attr.mod("poss")):
        return 3
    owners = [p for attr in clause.get("attr") for p in attr.mod("poss", "to", "of", "for")]
    return int(any(p.mention >= 0 and layers.mentions[p.mention].kind is Kind.PERSON for p in owners))


def _passages(layers: Layers) -> list[tuple[int, int, int]]:
    """The passages that are parsed, as paragraph and range in its masked text.

    They are those of the prose: headlines and headings are left out, unless there is nothing else.
    """
    prose = [i for i, p in enumerate(layers.paragraphs) if p.kind in ("body", "bullet")]
    todo = prose or range(len(layers.paragraphs))
    return [(i, a, b) for i in todo for a, b in passages(layers.masked[i].text)]


def _last_place(sentence: Sentence, discourse: Discourse) -> str:
    """The place that a sentence names last, or `""`: `there` in the next."""
    named = [discourse.mentions[t.mention] for t in sentence.tokens if t.mention >= 0]
    return next((m.text for m in reversed(named) if discourse.chain(m.chain).kind is Kind.PLACE), "")


def _definite(clause: Clause) -> frozenset[str]:
    """The heads of a clause's definite phrases."""
    return frozenset(a.phrase.head for a in clause.args if a.phrase.definite and a.phrase.mention < 0)
