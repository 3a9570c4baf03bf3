"""The English reader: a document's text through every layer, to claims with their evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from spacy.language import Language

from allegiance import __version__
from allegiance.model import TYPES, Certainty, Document, Finding, Kind, Phase, checked, digest
from allegiance.reading import attribution, blame, degrees, echo, frames, lexicon, refine, settle, stance
from allegiance.reading.chains import Alias, Chains, aliases, link
from allegiance.reading.clauses import Clause, ClauseBuilder
from allegiance.reading import dates
from allegiance.reading.dates import document_date
from allegiance.reading.dates_phrase import Relation
from allegiance.reading.discourse import Discourse
from allegiance.reading.draft import Draft
from allegiance.reading.layout import Paragraph, paragraphs
from allegiance.reading.match import Fill, Hit, Matcher, Miss
from allegiance.reading.mentions import Entity, Known, Mention, drop_weak, find, settle_places, split_known
from allegiance.reading.model import MODEL, Models, load_models
from allegiance.reading.parse import Masked, Sentence, mask, sentences
from allegiance.reading.phrases import Arg, Builder, Phrase
from allegiance.reading.speakers import Voices
from allegiance.reading.timing import Clock, Dated, is_state, when_of, where_of


@dataclass(frozen=True, slots=True)
class Layers:
    """What the layers ahead of the frames made of a text: for the reader, and for `doctor trace`."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    mentions: tuple[Mention, ...]
    chains: Chains
    aliases: tuple[Alias, ...]
    masked: tuple[Masked, ...]
    attributed: tuple[attribution.Attribution, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """What became of one sentence, for `doctor trace`."""

    text: str
    clauses: tuple[Clause, ...]
    stances: tuple[stance.Stance, ...]
    dated: tuple[Dated, ...]
    misses: tuple[tuple[int, Miss], ...]
    drafts: tuple[Draft, ...]


@dataclass(slots=True)
class _State:
    layers: Layers
    discourse: Discourse
    clock: Clock
    posts: settle.Posts
    drafts: list[Draft] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    number: int = 0
    tails: list[tuple[str, str]] = field(default_factory=list)
    entry: str = ""
    voices: Voices = field(default_factory=Voices)


class EnglishReader:
    """Reads English reports. Holds the language model, the frames and a register's names; keeps no state between documents."""

    languages = frozenset({"en"})

    def __init__(self, known: Iterable[tuple[str, Kind, str]] = (), user_frames: Sequence[frames.Frame] = ()) -> None:
        self.frames = tuple(frames.unique([*frames.packaged(), *user_frames]))
        self.rules = frames.fingerprint(self.frames)
        self.matcher = Matcher(self.frames)
        self.known = Known.of(known)

    @cached_property
    def models(self) -> Models:
        """The language model, loaded when first asked for. Raises BadModel."""
        return load_models()

    @cached_property
    def name(self) -> str:
        """Program, version, model and the digest of rules and register, as it stands in every reading."""
        told = [self.rules, sorted((key, kind.value, actor) for key, (kind, actor) in self.known.kinds.items())]
        rules = digest(told)[:10]
        return f"allegiance-en {__version__} rules:{rules} model:{MODEL}:{self.models.digest[:10]}"

    def read(self, document: Document, published: str = "") -> tuple[list[Finding], list[str]]:
        """Claims found in the document, each checked against it, and notes on what could not be settled."""
        state = self._run(document.text, published)
        found = [settle.finding(d, document.id) for d in state.drafts]
        unique: dict[str, Finding] = {}
        for one in found:
            unique.setdefault(one.claim.id, one)
        return checked(document, unique.values()), list(dict.fromkeys(state.discourse.notes))

    def trace(self, text: str, published: str = "") -> tuple[Layers, list[Step], list[Finding]]:
        """Every layer's output on a text, for `doctor trace`."""
        state = self._run(text, published, traced=True)
        document = Document(text, "en")
        return state.layers, state.steps, [settle.finding(d, document.id) for d in state.drafts]

    def layers(self, text: str) -> Layers:
        """The layers ahead of the parse: paragraphs, mentions, chains and masks."""
        parts = paragraphs(text)
        placed = settle_places(parts)
        found: list[Mention] = []
        for part, doc in zip(parts, self.models.entities.pipe([p.clean for p in parts]), strict=True):
            entities = [Entity(part.start + e.start_char, part.start + e.end_char, e.label_) for e in doc.ents]
            found.extend(find(part, entities, self.known, placed))
        found = drop_weak(split_known(found))
        said = aliases(parts, found, text)
        chains, mentions = link(found, said, text)
        blanks = [(a.blank.start, a.blank.end) for a in said]
        masked: list[Masked] = []
        attributed: list[attribution.Attribution] = []
        for part in parts:
            inside = [(i, m) for i, m in enumerate(mentions) if part.start <= m.start < part.end]
            aside = attribution.find(part) if part.kind != "headline" else []
            attributed.extend(aside)
            masked.append(mask(part, inside, [*blanks, *((a.start, a.end) for a in aside)]))
        return Layers(text, tuple(parts), tuple(mentions), chains, tuple(said), tuple(masked), tuple(attributed))

    def _run(self, text: str, published: str, traced: bool = False) -> _State:
        layers = self.layers(text)
        state = _State(
            layers, Discourse(text, layers.chains, layers.mentions), Clock(published or document_date(text)), settle.Posts()
        )
        self._said_by_form(state)
        state.discourse.we = _speaker_of_all(layers)
        todo = [i for i, p in enumerate(layers.paragraphs) if p.kind in ("body", "bullet")]
        if not todo:
            todo = list(range(len(layers.paragraphs)))
        docs = _pipe(self.models.grammar, [layers.masked[i].text for i in todo])
        for index, doc in zip(todo, docs, strict=True):
            part = layers.paragraphs[index]
            state.discourse.topic = self._topic(part, state)
            state.entry = _entry_date(part)
            rows = list(sentences(layers.masked[index], doc, index, part.kind))
            drawn = [self._clauses(s, layers, index) for s in rows]
            state.discourse.ahead = _introduced(layers.mentions, drawn)
            speakers = _speakers(part, rows, drawn)
            for sentence, clauses in zip(rows, drawn, strict=True):
                self._sentence(state, sentence, clauses, speakers, traced)
        state.drafts = settle.over(state.drafts)
        return state

    def _topic(self, part: Paragraph, state: _State) -> int:
        """The group that a section's heading names."""
        heads = [part.topic, *(p.clean.strip() for p in state.layers.paragraphs if p.kind == "headline")]
        for head in heads:
            chain = state.layers.chains.by_name(head) if head else None
            if chain is not None and chain.kind is not Kind.PERSON and (chain.count > 1 or head == part.topic):
                return chain.id
        return -1

    def _clauses(self, sentence: Sentence, layers: Layers, index: int) -> list[Clause]:
        folded = {f.anchor: f for f in layers.masked[index].folded}
        built = ClauseBuilder(sentence, layers.mentions, layers.text, folded, self.matcher.events).build()
        return blame.settled(built, sentence)

    def _sentence(
        self, state: _State, sentence: Sentence, clauses: list[Clause], speakers: Mapping[int, Phrase], traced: bool
    ) -> None:
        layers, discourse = state.layers, state.discourse
        part = layers.paragraphs[sentence.paragraph]
        discourse.enter(sentence, clauses)
        clean = part.clean[sentence.start - part.start : sentence.end - part.start]
        dated = state.clock.dated(sentence, clauses, clean, sentence.start)
        misses: list[tuple[int, Miss]] = []
        fresh: list[Draft] = []
        asks = clean.rstrip(" \"'").endswith("?")
        views = [stance.of(c, clauses, sentence) for c in clauses]
        state.tails = _tails(state, sentence)
        self._of_topic(state, sentence, clauses)
        clauses[:] = self._with_topic(state, sentence, clauses)
        views = [*views, *(stance.of(c, clauses, sentence) for c in clauses[len(views) :])]
        order = sorted(range(len(clauses)), key=lambda i: (clauses[i].form not in ("is", "title"), i))
        for clause, view in ((clauses[i], views[i]) for i in order):
            if asks and not view.described:
                continue
            seen: list[Miss] = []
            for hit in self.matcher.match(clause, discourse, seen if traced else None):
                draft = self._draft(state, sentence, clauses, hit, view, dated, speakers)
                if draft is not None:
                    draft = settle.same_event(draft, state.drafts, _definite(clause))
                    fresh.extend(settle.complete(draft, state.posts))
                    for one in fresh[-2:]:
                        state.posts.note(one)
                        _note_group(discourse, one)
            misses.extend((clause.index, m) for m in seen)
        fresh.extend(self._based(state, sentence, clauses))
        fresh = settle.together(fresh)
        bounds = (state.number, sentence.start, sentence.end)
        fresh.extend(echo.denials(clauses, views, discourse, [*state.drafts, *fresh], bounds))
        state.drafts.extend(fresh)
        state.voices.note(clauses, fresh, discourse, state.number)
        state.drafts, _ = echo.doubt(clean, state.drafts, state.number, fresh)
        for draft in fresh:
            person = draft.get("person")
            role = draft.name("role").split(" of ")[0].split()
            if draft.type in ("post", "appointment") and person is not None and person.chain >= 0 and role:
                discourse.entitle(role[-1], person.chain)
        discourse.leave()
        if traced:
            state.steps.append(Step(clean, tuple(clauses), tuple(views), tuple(dated), tuple(misses), tuple(fresh)))
        state.number += 1

    def _based(self, state: _State, sentence: Sentence, clauses: Sequence[Clause]) -> list[Draft]:
        """`Nokia, a Pakistan-based group`: where it is based."""
        out: list[Draft] = []
        for clause in clauses:
            for attr in clause.get("attr") if clause.form == "is" or clause.lemma == "be" else ():
                found = BASED.search(state.layers.text[attr.start : attr.end])
                subjects = [state.discourse.refer(p) for p in clause.get("subj")] if found else []
                for group in (s for s in subjects if s is not None and s.named and s.kind is Kind.GROUP):
                    if found is None:
                        continue
                    area = found.group(1)
                    fills = (Fill("group", group.name, group.mention, group.kind, group.start, group.end, group.chain),
                             Fill("area", area, area, Kind.PLACE, attr.start, attr.end))  # fmt: skip
                    start, end = min(attr.start, group.start), max(attr.end, group.end)
                    out.append(Draft("presence.based", "presence", fills, start, end, state.number, clause.index, phase=Phase.CURRENT, described=True))
        return out

    def _with_topic(self, state: _State, sentence: Sentence, clauses: Sequence[Clause]) -> list[Clause]:
        """`Absorbed the smaller Siemens in July.` under a heading: the heading's group did."""
        discourse = state.discourse
        heading = next((i for i, m in enumerate(state.layers.mentions) if m.chain == discourse.topic), -1) if discourse.topic >= 0 else -1
        if heading < 0:
            return list(clauses)
        name = state.layers.mentions[heading]
        subject = Phrase(-1, name.start, name.end, name.text, name.name.split()[-1].lower(), heading)
        out = []
        for clause in clauses:
            first = clause.form == "verb" and clause.parent < 0 and clause.token <= 1 and not clause.get("subj" if not clause.passive else "obj")
            if first and sentence.tokens[clause.token].tag in ("VBD", "VBZ", "VBN") and clause.lemma not in ("be", "have"):
                clause = replace(clause, args=(Arg("obj" if clause.passive else "subj", subject), *clause.args))
            out.append(clause)
        return out

    def _of_topic(self, state: _State, sentence: Sentence, clauses: list[Clause]) -> None:
        """`A local branch of Nokia.` under a heading: the heading's group is one."""
        discourse = state.discourse
        if discourse.topic < 0 or not discourse.fragment or any(c.form == "is" for c in clauses):
            return
        heading = next((i for i, m in enumerate(state.layers.mentions) if m.chain == discourse.topic), -1)
        root = next((t for t in sentence.tokens if t.head == t.i), None)
        if heading < 0 or root is None or root.mention >= 0 or root.pos not in ("NOUN", "PROPN"):
            return
        folded = {f.anchor: f for f in state.layers.masked[sentence.paragraph].folded}
        phrase = Builder(sentence, state.layers.mentions, state.layers.text, folded).phrase(root)
        name = state.layers.mentions[heading]
        subject = Phrase(-1, name.start, name.end, name.text, name.name.split()[-1].lower(), heading)
        args = (Arg("subj", subject), Arg("attr", phrase))
        clauses.append(Clause(len(clauses), "be", "is", root.i, phrase.start, phrase.end, args, embedding="described"))

    def _draft(
        self, state: _State, sentence: Sentence, clauses: Sequence[Clause], hit: Hit, view: stance.Stance,
        dated: Sequence[Dated], speakers: Mapping[int, Phrase],
    ) -> Draft | None:  # fmt: skip
        longer = bool(hit.frame.given("longer"))
        if view.unreal and not (longer and view.unreal == "no longer so"):
            return None
        if longer and view.unreal != "no longer so":
            return None
        clause, discourse = hit.clause, state.discourse
        time = when_of(clause, clauses, dated, is_state(hit.frame.type))
        if view.described and clause.form in ("is", "title", "of", "owns") and time is None:
            time = None
        certainty = view.certainty
        if hit.frame.given("certainty"):
            certainty = degrees.weaker(certainty, Certainty(hit.frame.given("certainty")))
        if state.tails and not view.described:
            level = _LEVEL.get(state.tails[-1][1], Certainty.STATED)
            certainty = degrees.weaker(certainty, level)
        sources = self._sources(state, clause, view, speakers)
        taken = [f.start for f in hit.fills if f.role == "area"]
        described = clause.form in ("is", "title", "of", "owns") and view.described
        start, end = (clause.start, clause.end) if described else (sentence.start, sentence.end)
        for fill in hit.fills:
            if sentence.start <= fill.start < sentence.end:
                start, end = min(start, fill.start), max(end, fill.end)
        draft = Draft(
            hit.frame.id, hit.frame.type, hit.fills, start, end, state.number, clause.index, certainty, sources,
            _phase(hit, view, time), time.edtf if time else "", time.reckoned_from if time else "",
            where_of(clause, discourse, taken) if not is_state(hit.frame.type) or hit.frame.type == "rivalry" else "",
            "", described or view.described, time.rule if time else "",
            (("frame", hit.frame.id), ("clause", f"{clause.form} {clause.lemma}"), ("stance", " ; ".join(view.path) or "the author's own word")),
        )  # fmt: skip
        if state.entry and time is None and not draft.described and not is_state(draft.type):
            draft = replace(draft, when=state.entry, date_rule="the date of its entry in a chronology")
        return refine.refine(_dated_state(draft, time), hit, discourse)

    def _sources(
        self, state: _State, clause: Clause, view: stance.Stance, speakers: Mapping[int, Phrase]
    ) -> tuple[str, ...]:
        phrases = view.sources
        quoted = _in_quote(state, clause)
        if not phrases and quoted >= 0 and quoted in speakers:
            phrases = (speakers[quoted],)
        tails = [name for name, _ in state.tails if not view.described and name]
        out = [*state.voices.names(phrases, clause, state.discourse, state.number), *tails]
        return tuple(dict.fromkeys(out))

    def _said_by_form(self, state: _State) -> None:
        """Claims that form alone makes: aliases in brackets and beside names, and offices before names."""
        layers = state.layers
        for alias in layers.aliases:
            mention = layers.mentions[alias.mention]
            chain = layers.chains.chains[mention.chain]
            part = _kind_of_part(layers.paragraphs, mention.start)
            if alias.kind == "foreign" or part == "headline":
                continue
            name = alias.other
            if alias.kind == "former":
                fills = (Fill("group", name, name, chain.kind, alias.evidence.start, alias.evidence.end),
                         Fill("name", chain.name, mention.text, chain.kind, mention.start, mention.end))  # fmt: skip
                if chain.kind is Kind.GROUP:
                    state.drafts.append(Draft("alias.former", "renaming", fills, alias.evidence.start, alias.evidence.end, -1, -1, described=True))
                continue
            first = mention.name if not mention.country else chain.name
            fills = (Fill("name", first, mention.text, chain.kind, mention.start, mention.end, chain.id),
                     Fill("other", name, name, chain.kind, alias.evidence.start, alias.evidence.end))  # fmt: skip
            state.drafts.append(Draft("alias.beside", "alias", fills, alias.evidence.start, alias.evidence.end, -1, -1, described=True))
        for index, mention in enumerate(layers.mentions):
            if mention.office and index and _kind_of_part(layers.paragraphs, mention.start) != "headline":
                body = layers.mentions[index - 1]
                if body.text == mention.office_of:
                    self._office(state, mention, body)

    def _office(self, state: _State, mention: Mention, body: Mention) -> None:
        chain, group = state.layers.chains.chains[mention.chain], state.layers.chains.chains[body.chain]
        if chain.kind is not Kind.PERSON or (group.kind is Kind.PLACE and not group.country) or group.kind is Kind.PERSON:
            return
        fills = (
            Fill("person", chain.name, mention.text, Kind.PERSON, mention.start, mention.end, chain.id, rank=mention.rank),
            Fill("group", group.name, body.text, Kind.GROUP, body.start, body.end, group.id),
            Fill("role", mention.office, mention.office, Kind.UNKNOWN, mention.start, mention.end),
        )
        former = any(w in mention.office.split() for w in ("former", "ex"))
        state.drafts.append(
            Draft("post.office", "post", fills, body.start, mention.end, -1, -1, phase=Phase.FORMER if former else Phase.CURRENT, described=True)
        )


_LEVEL: Mapping[str, Certainty] = {
    **dict.fromkeys(("claimed", "claims", "claim", "alleged", "alleges"), Certainty.REPORTED),
    **dict.fromkeys(("believe", "believes", "believed", "think", "thinks", "thought"), Certainty.LIKELY),
    "suspect": Certainty.POSSIBLE,
}
"""What a verb of attribution behind a sentence makes of it."""


def _tails(state: _State, sentence: Sentence) -> list[tuple[str, str]]:
    """Who is said, behind or inside a sentence, to say it, with the verb."""
    out: list[tuple[str, str]] = []
    for one in state.layers.attributed:
        if sentence.start <= one.start <= sentence.end + 3:
            for start, end in attribution.speakers(state.layers.text, one.who):
                name = state.discourse.speaker(start, end)
                if name:
                    out.append((name, one.verb))
    return out


def _introduced(mentions: Sequence[Mention], drawn: list[list[Clause]]) -> dict[int, int]:
    """`The group's emir for Bajaur has defected. Peter is the latest commander to …`: the emir is Peter.

    Gives the chain that each such description's start is named by in the sentence after it, and adds to that description's
    sentence a clause that says so.
    """
    out: dict[int, int] = {}
    for first, second in zip(drawn, drawn[1:], strict=False):
        names_him = next((c for c in second if c.form == "verb" and c.lemma == "be" and c.parent < 0), None)
        if names_him is None:
            continue
        persons = [p for p in names_him.get("subj") if p.mention >= 0 and mentions[p.mention].kind is Kind.PERSON]
        roles = [p for p in names_him.get("attr") if p.mention < 0 and p.definite and p.head in lexicon.nouns().persons]
        subjects = {p.token: p for c in first if c.form == "verb" and c.parent < 0 for p in c.get("subj", "obj")[:1]}
        described = [p for p in subjects.values() if p.mention < 0 and not p.plural and p.head in lexicon.nouns().posts and p.mod("poss")]
        if persons and roles and len(described) == 1:
            out[described[0].start] = mentions[persons[0].mention].chain
            args = (Arg("subj", persons[0]), Arg("attr", described[0]))
            phrase = described[0]
            first.append(Clause(len(first), "be", "is", phrase.token, phrase.start, phrase.end, args, embedding="described"))
    return out


def _definite(clause: Clause) -> frozenset[str]:
    """The heads of a clause's definite phrases."""
    return frozenset(a.phrase.head for a in clause.args if a.phrase.definite and a.phrase.mention < 0)


def _note_group(discourse: Discourse, draft: Draft) -> None:
    """Remember to whose group a person belongs: `his deputy` holds his post there."""
    person = draft.get("person") or draft.get("actor")
    to = draft.get("to")
    if draft.type == "pledge" and person is not None and to is not None and person.chain >= 0 and to.chain >= 0:
        discourse.pledged[person.chain] = discourse.named(to.chain, to.start, to.end, to.mention)
    group = draft.get("group") or (draft.get("to") if draft.type == "join" else None)
    if person is not None and group is not None and person.chain >= 0 and group.chain >= 0 and draft.certainty is not Certainty.DENIED:
        if group.kind is Kind.GROUP and person.kind is Kind.PERSON:
            if draft.type != "join" or person.chain not in discourse.group_of:
                discourse.group_of[person.chain] = group.chain


BASED = re.compile(r"\b([A-Z][\w]+(?: [A-Z]\w+)?)-based\b")


def _entry_date(part: Paragraph) -> str:
    """The date of a chronology's entry, in EDTF, or empty."""
    found = dates.find_dates(part.entry) if part.entry else []
    return dates.resolve(found[0]).edtf if len(found) == 1 else ""


WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b")


def _speaker_of_all(layers: Layers) -> int:
    """The group that says `we` throughout a text that is its own statement, or -1."""
    text = layers.text
    spoken = [m for m in WE.finditer(text) if not any(a <= m.start() < b for p in layers.paragraphs for a, b in p.quotes)]
    if len(spoken) < 4 or len(spoken) * 60 < len(text.split()):
        return -1
    parts = [p for p in layers.paragraphs if p.clean.strip()]
    ends = [p for p in (*parts[:2], *parts[-2:])]
    for mention in layers.mentions:
        chain = layers.chains.chains[mention.chain]
        if chain.kind is Kind.GROUP and chain.margin > 1 and any(p.start <= mention.start < p.end and len(p.clean) < 160 for p in ends):
            return chain.id
    return -1


def _kind_of_part(parts: Sequence[Paragraph], start: int) -> str:
    return next((p.kind for p in parts if p.start <= start < p.end), "")


def _pipe(nlp: Language, texts: Sequence[str]) -> Iterable[object]:
    return nlp.pipe(texts, batch_size=64)


def _in_quote(state: _State, clause: Clause) -> int:
    """The start of the quoted passage that a clause stands in, or -1."""
    for part in state.layers.paragraphs:
        if part.start <= clause.start < part.end:
            for begin, end in part.quotes:
                if begin <= clause.start and clause.end <= end + 1 and end - begin > 25:
                    return begin
    return -1


def _speakers(part: Paragraph, rows: Sequence[Sentence], drawn: Sequence[Sequence[Clause]]) -> dict[int, Phrase]:
    """For each quoted passage of a paragraph, who is said to say it: the verb of saying nearest outside it."""
    if not part.quotes:
        return {}
    say = [
        (c.start, c)
        for clauses in drawn
        for c in clauses
        if c.form == "verb" and degrees.verb_class(c) in ("say", "claim") and c.get("subj") and not any(a <= c.start and c.end <= b for a, b in part.quotes)
    ]
    out: dict[int, Phrase] = {}
    for begin, end in part.quotes:
        near = sorted(say, key=lambda row: min(abs(row[0] - begin), abs(row[0] - end)))
        if near and min(abs(near[0][0] - begin), abs(near[0][0] - end)) < 200:
            out[begin] = near[0][1].get("subj")[0]
    return out


def _phase(hit: Hit, view: stance.Stance, time: Dated | None) -> Phase:
    if not TYPES[hit.frame.type].state:
        return Phase.NONE
    clause = hit.clause
    if hit.former or (time is not None and time.relation is Relation.UNTIL):
        return Phase.FORMER
    if "ever" in clause.adverbs or (view.certainty is Certainty.DENIED and clause.perfect):
        return Phase.UNCLEAR
    if "had" in clause.helpers and clause.lemma not in ("be",):
        return Phase.FORMER
    return Phase.CURRENT


def _dated_state(draft: Draft, time: Dated | None) -> Draft:
    if time is None or not is_state(draft.type):
        return draft
    if draft.phase is Phase.CURRENT and time.relation is Relation.BETWEEN:
        return replace(draft, phase=Phase.FORMER)
    return draft
