"""What a reading of one document carries along: the layers ahead of the frames, and the state of going through them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from allegiance.reading import attribution, lending, settle, stance
from allegiance.reading.aliases import Alias
from allegiance.reading.chains import Chains
from allegiance.reading.clause import Clause
from allegiance.reading.discourse import Discourse
from allegiance.reading.draft import Draft
from allegiance.reading.identifying import Told
from allegiance.reading.layout import Paragraph
from allegiance.reading.learned.proposing import Answered
from allegiance.reading.match import Miss
from allegiance.reading.parse import Masked, Sentence
from allegiance.reading.records import Record
from allegiance.reading.runs import Mention
from allegiance.reading.timing import Clock, Dated
from allegiance.reading.voices import Voices


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
    apart: tuple[tuple[int, int, Masked], ...] = ()
    """Speakers who are set apart, each as the start of the attribution, the paragraph and the words to parse."""
    records: tuple[Record, ...] = ()

    def around(self, paragraph: int) -> str:
        """The words of a paragraph and of the one before it."""
        return "\n".join(p.clean for p in self.paragraphs[max(0, paragraph - 1) : paragraph + 1])


@dataclass(frozen=True, slots=True)
class Step:
    """What became of one sentence, for `doctor trace`.

    `network` tells what the network answered, `notes` what the text left open, in words.
    """

    text: str
    clauses: tuple[Clause, ...]
    stances: tuple[stance.Stance, ...]
    dated: tuple[Dated, ...]
    misses: tuple[tuple[int, Miss], ...]
    drafts: tuple[Draft, ...]
    network: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tail:
    """Who is said, beside a sentence, to say it, with what verb; only of what ends `behind` a place, where not -1.

    Nor of what stands behind `until`, where not -1: `…, according to the army, but villagers say …`.
    """

    name: str
    verb: str
    behind: int = -1
    until: int = -1

    def reaches(self, start: int) -> bool:
        """Whether it covers what begins at a place of its sentence."""
        return self.until < 0 or start < self.until


@dataclass(slots=True)
class State:
    """How far the reading of a document has come."""

    layers: Layers
    discourse: Discourse
    clock: Clock
    posts: settle.Posts
    drafts: list[Draft] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    number: int = 0
    tails: list[Tail] = field(default_factory=list)
    entry: str = ""
    event: lending.Event = field(default_factory=lending.Event)
    here: str = ""
    there: str = ""
    authors: frozenset[str] = frozenset()
    answerer: str = ""
    nameless: list[Told] = field(default_factory=list)
    going_on: dict[int, str] = field(default_factory=dict)
    apart: dict[int, list[Sentence]] = field(default_factory=dict)
    answers: Mapping[str, int] = field(default_factory=dict)
    voices: Voices = field(default_factory=Voices)
    answered: Answered | None = None
    """What the network answered of the sentence that is being read; None where it has no say."""
