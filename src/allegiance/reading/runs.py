"""Runs of words that may be names: capitalised words, joined by the small words that stand inside names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from allegiance import names
from allegiance.model import Kind
from allegiance.reading import lexicon
from allegiance.reading.vocabulary import is_english

WORD = re.compile(r"(?:[A-Z]\.){2,}|[A-Z]\.(?=\s*[A-Z])|[^\W_]+(?:['\-/&.][^\W_]+)*")


NUMBER = re.compile(r"\d{1,4}(?:st|nd|rd|th)$|\d{1,3}$|[IVX]{1,4}$")


ORDINAL = re.compile(r"\d{1,4}(?:st|nd|rd|th)$")


CODED = re.compile(r"\d{1,4}/[A-Z]{2,}")
"""A unit's number and letters: `172/PWY Military Resort Command`."""


INNER = frozenset(
    "al el ul bin ibn bint van von de del della di dela da dos das do du la le les los las des ng sa "
    "ud e i y ould ag wa tul der den ur na ya za od va ve û kwa fi pour para por contre et "
    "abu abd dia".split()
)
"""Small words inside names, up to three of them in a row: `Sánchez de la Torre`, `Alliance pour le Congo`."""


CAP_PREFIX = re.compile(
    r"^(?:(?:wal|wa-al|wa-l|bil|lil|al|el|ul|ud|us|ur|an|ad|as|ash|ar|at|az|d|l|n|o|ag)['\-][A-Z]"
    r"|(?:n|h|g|t|m|b|d|bh)-?[A-ZÁÉÍÓÚ][a-záéíóú])",
    re.UNICODE,
)
"""A capital behind a small article, or behind the letter that Irish sets before it (`na nGael`)."""


OWNERS = frozenset(
    "people peasant worker women woman youth farmer soldier student nation god lord citizen miner men teacher martyr "
    "hunter herder spokesperson spokesman fisherman fishermen veteran patriot hero exile mother trader prisoner".split()
)
"""Whose group it is: `People's Command` is one name, `Army's 41st Brigade` two. Singular, for an `s` is taken off."""


ABBREVIATIONS = frozenset(
    "gen lt ltc col maj capt brig sgt cpl pvt adm cdr cmdr comm insp supt mr mrs ms dr st no vs jr sr prof hon "
    "rev fr gov sen rep pres".split()
)


CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september "
    "october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri".split()
)


COUNTED = frozenset("division brigade battalion regiment garrison".split())
"""Nouns that a plain number may count with words between: `23 Armoured Brigade`."""
BESIDE = COUNTED | frozenset(
    "corps command region zone wing squadron company platoon battery sector flotilla area".split()
)
"""Nouns that it may count where it stands next to them: `2 Corps`."""


ADJECTIVE = re.compile(
    r"-(?:led|based|backed|built|majority|born|controlled|held|linked|aligned|speaking|style|affiliated|allied|designated|"
    r"trained|funded|run|inspired|sponsored|dominated|educated|made|area|era|wide|wing|bound|owned|occupied|day|year|old|"
    r"minded|rich|ruled|supported|friendly)$"
)


TIED = re.compile(
    r"-(?:backed|supported|funded|financed|sponsored|trained|armed|equipped|controlled|run|owned|designated|led|held|"
    r"affiliated|allied|aligned|linked|listed|inspired|dominated|outlawed|proscribed|banned)(?![\w-])"
)
"""What ties a name before a hyphen to what follows: `Iran-backed` speaks of Iran."""


LOWER_HEADS = frozenset(
    "network clan cartel cell commando tribe gang jamaat militia brigade battalion regiment".split()
)
"""Lower-case nouns that end a name all the same: `Haqqani network`, `Rufaa cell`."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at a place in the document.

    `name` is the words without titles; `rank` the titles before it; `office` a public office written before it together
    with `office_of`, the body it belongs to (`US President Donald Trump`: president, US). `votes` say how strongly each
    kind is suggested here, `before` what of it the words before the name suggest. `country` marks a country's name,
    which may stand for its state.
    """

    start: int
    end: int
    text: str
    name: str
    rank: str = ""
    office: str = ""
    office_of: str = ""
    votes: tuple[tuple[Kind, float], ...] = ()
    before: tuple[tuple[Kind, float], ...] = ()
    country: str = ""
    demonym: bool = False
    register: str = ""
    known: Kind = Kind.UNKNOWN
    nick: str = ""
    weak: bool = False
    chain: int = -1
    kind: Kind = Kind.UNKNOWN

    @property
    def masked(self) -> bool:
        """Whether one plain token takes its place before the parse: a bare adjective of nationality stays as it is."""
        return not self.demonym


def _peoples(text: str) -> bool:
    """Whether a word is two nationalities in one: `Syrian-Turkish`."""
    parts = text.lower().split("-")
    return len(parts) == 2 and all(part in lexicon.countries() for part in parts)


@dataclass(slots=True)
class Word:
    """A word of a paragraph: `cap` where it is written as a name, `initial` where a sentence begins with it."""

    start: int
    end: int
    text: str
    cap: bool
    initial: bool


def words_of(clean: str) -> list[Word]:
    """The words of a clean text, possessive endings off."""
    found: list[Word] = []
    for match in WORD.finditer(clean):
        text = match.group()
        end = match.end()
        if text.endswith("'s"):
            text, end = text[:-2], end - 2
        start = match.start()
        gap = clean[found[-1].end if found else 0 : start]
        if gap == " " and found and text.islower() and text.isalpha():
            found.append(Word(start, end, text, False, False))  # No name and no beginning, as most words are.
            continue
        prefixed = bool(PREFIXED.match(text))
        if prefixed:
            text, start = text.partition("-")[2], start + text.index("-") + 1
        first = text[0]
        cap = first.isupper() or bool(CAP_PREFIX.match(text)) or bool(ORDINAL.match(text) or CODED.match(text))
        cap = cap and not CONTRACTED.fullmatch(text)
        tied = TIED.search(text) if cap else None
        if tied:
            text, end = text[: tied.start()], end - len(tied.group())
        elif (
            cap and (ADJECTIVE.search(text) or HYPHENED.match(clean, end)) and not TIED.match(clean, end)
        ) or _peoples(text):
            cap = False
        gap = clean[found[-1].end if found else 0 : start]
        initial = (not prefixed and not found) or (gap != " " and bool(BREAK.search(gap)))
        if initial and gap.endswith(' "') and not re.search(r"[.!?:;,]", gap) and QUOTED_NAME.match(clean, start):
            initial = False
        if initial and found and gap.strip() == "." and _abbreviates(found[-1]):
            initial = False
        if initial and found and NAMED.fullmatch(gap) and found[-1].text.lower() in CALLERS | names.TITLES:
            initial = False
        found.append(Word(start, end, text, cap, initial))
    return found


PREFIXED = re.compile(r"(?:[Ee]x|[Tt]hen)-(?=[A-Z])")
HYPHENED = re.compile(r"-[a-z]{3,}")
BREAK = re.compile(r"[.!?:;\u2026\"]|^\s*-\s*[\"']?$")
"""What stands before a sentence's first word."""
NAMED = re.compile(r"\.?,? [\"']")
CALLERS = frozenset("as called named alias aka nicknamed dubbed guerre name styled christened codenamed".split())
"""Words that a quoted name follows: what it begins with is no sentence's first word."""


QUOTED_NAME = re.compile(r"[A-Z][\w'-]* (?:of|for)(?: the| an?)?(?: [A-Z][\w'-]*){1,4}\"")
"""A name in quotation marks, which begins no sentence: `the "Men of the Fortress"`."""


CONTRACTED = re.compile(r"\w+'(?:ve|ll|m|re|d|t)")
"""Two words in one, no name: `I've`, `They're`."""


def _abbreviates(word: Word) -> bool:
    return word.text.lower() in ABBREVIATIONS


def _joins(clean: str, left: Word, right: Word) -> bool:
    """Whether nothing but a blank (or the dot of an abbreviated rank) stands between two words."""
    gap = clean[left.end : right.start]
    if gap in ("'s ", "' ") and left.text.lower().rstrip("s") in OWNERS and right.cap:
        return True
    if len(gap) > 4 and not gap.strip(" ") and left.text.lower() in names.TITLES and right.cap:
        return True  # `Chief (Mrs.) Salma Haddu`, whose gloss was blanked.
    return gap == " " or (gap in (". ", ".-") and _abbreviates(left)) or gap in ("-", "/")


def runs_of(clean: str, words: list[Word]) -> list[tuple[int, int]]:
    """Ranges of words that form names: capitalised words and the small words between them."""
    runs: list[tuple[int, int]] = []
    at = 0
    while at < len(words):
        if not _starts(words, at):
            at += 1
            continue
        end = at + 1
        while end < len(words) and _joins(clean, words[end - 1], words[end]):
            word = words[end]
            if _is_month(words, end):
                break
            if words[end - 1].text.endswith(".") and word.text.lower() in lexicon.openers():
                break
            past = _past_small(clean, words, at, end)
            if word.cap or NUMBER.match(word.text):
                end += 1
            elif word.text in LOWER_HEADS and end - at <= 3 and _headless(words[at:end]):
                end += 1
                break
            elif past > end:
                end = past
            elif _is_foreign(words, at, end):
                end += 1
            else:
                break
        runs.append((at, end))
        at = end
    return runs


def _headless(run: Sequence[Word]) -> bool:
    """Whether a name lacks the noun that says what it is: `Haqqani [network]`, not `Hezbollah`, `ISIS` or `Malian`."""
    text = " ".join(w.text for w in run)
    plain = text.lower() not in lexicon.no_names() and run[-1].text.lower() not in lexicon.countries()
    return plain and not names.has_group_word(text) and not names.is_acronym(run[-1].text)


def _past_small(clean: str, words: Sequence[Word], start: int, at: int) -> int:
    """Past the capitalised word that one to three small words lead to, or `at` where they lead to none."""
    end = at
    while end < len(words) and end - at < 3 and words[end].text.lower() in INNER and not words[end].cap:
        end += 1
        if end >= len(words) or not _joins(clean, words[end - 1], words[end]):
            return at
    named = end > at and end < len(words) and words[end].cap and words[end].text.lower() not in CALENDAR
    headed = names.has_group_word(" ".join(w.text for w in words[start:at]))
    foreign = end > at and end < len(words) and _romance(words[end]) and headed
    return end + 1 if named or foreign else at


def _romance(word: Word) -> bool:
    """Whether a word stands small inside the names of bodies in French, Spanish, Portuguese or Italian."""
    return re.sub(r"^[ldn]'", "", word.text) in lexicon.naming().romance


def _is_foreign(words: Sequence[Word], start: int, at: int) -> bool:
    """Whether a small word goes on in a body's name: `Forces [patriotiques]`, `Front de libération [nationale]`."""
    word, before = words[at], words[at - 1]
    if not _romance(word):
        return False
    if _romance(before) and not before.cap:
        return True
    headed = names.has_group_word(" ".join(w.text for w in words[start:at]))
    return headed and not is_english(word.text)


def opens(words: Sequence[Word], at: int) -> bool:
    """Whether a sentence's first word stands with a capital for no other reason: not `US`, nor a rank before a name."""
    word = words[at]
    lower = word.text.lower()
    if _people_of(words, at):
        return True
    if lower in lexicon.nouns().seats and [w.text for w in words[at + 1 : at + 2]] == ["of"]:
        return True  # `Command of the Third Brigade has gone to Peter`.
    if lower not in lexicon.openers() or (word.text.isupper() and len(word.text) > 1):
        return False
    nxt = words[at + 1] if at + 1 < len(words) and words[at + 1].cap else None
    if nxt is None:
        return True
    if lower in names.RANKS | names.HONORIFICS:
        return False
    things = lower in _NUMBERS and nxt.text.endswith("s") and is_english(nxt.text.lower())  # `Two Rivers Front`
    leads = lower in lexicon.naming().leading or things
    return _counts(words, at) or not (leads and _body_ahead(words, at + 1))


NAMED_SO = frozenset(
    "brothers sons daughters sisters boys girls guards rangers marines students partisans comrades women youths "
    "mothers kings princes lions knights heirs companions servants soldiers children fathers".split()
)
"""Plurals of people that bodies call themselves by: `Sons of Kirkuk`."""


def _people_of(words: Sequence[Word], at: int) -> bool:
    """`Operatives of the Front`: people of a body, whose noun has a capital for standing first."""
    lower = words[at].text.lower()
    if (
        at + 1 >= len(words)
        or words[at + 1].text not in ("of", "from")
        or lower in NAMED_SO
        or words[at].text.isupper()
    ):
        return False
    nouns = lexicon.nouns()
    known = nouns.members | nouns.persons | nouns.posts
    one = lower[:-3] + "man" if lower.endswith("men") else lower[:-3] + "y" if lower.endswith("ies") else lower[:-1]
    return lower.endswith(("s", "men")) and one in known


_NUMBERS = frozenset("one two three four five six seven eight nine ten hundred thousand".split())


def _counts(words: Sequence[Word], at: int) -> bool:
    """Whether a number counts people behind a name, and is no part of it: `[Three] Hill Guard commanders`."""
    if words[at].text.lower() not in _NUMBERS:
        return False
    behind = next((word.text for word in words[at + 1 : at + 8] if not word.cap), "")
    nouns = lexicon.nouns()
    people = nouns.persons | nouns.groups | nouns.members
    return behind in ("men", "women", "people") or (behind.endswith("s") and behind.removesuffix("s") in people)


def _body_ahead(words: Sequence[Word], at: int) -> bool:
    """Whether a run of capitals that begins here holds a group's word and no title: `[New] People's Army`."""
    run: list[str] = []
    while at < len(words) and words[at].cap and len(run) < 6:
        run.append(words[at].text)
        at += 1
    return names.has_group_word(" ".join(run)) and not any(w.lower().rstrip(".") in names.TITLES for w in run)


def begins_unit(words: Sequence[Word], at: int) -> bool:
    """Whether a plain number begins a unit's name: `[7] Division`, `[23] Armoured Brigade`; not `12 Army trucks`."""
    if not (words[at].text.isdigit() and len(words[at].text) < 4):
        return False
    for k in range(at + 1, min(at + 4, len(words))):
        word = words[k]
        if not word.cap or word.start != words[k - 1].end + 1:
            return False
        lower = word.text.lower()
        if lower in COUNTED or (k == at + 1 and lower in BESIDE):
            return True
    return False


def _is_month(words: Sequence[Word], at: int) -> bool:
    """Whether a word is of the calendar; behind a rank and before a name, it is a man's: `Capt. [Jun] Ramoso`."""
    if words[at].text.lower() not in CALENDAR:
        return False
    before = words[at - 1] if at else None
    after = words[at + 1].text if at + 1 < len(words) else ""
    two = [w for w in words[at + 1 : at + 3] if w.cap and w.text.lower() not in CALENDAR]
    if _is_given(words, at) and not names.has_group_word(" ".join(w.text for w in two)):
        return False
    if words[at].text == "Jan" and len(two) == 2 and names.has_group_word(two[1].text):
        return False  # `Jan Mukti Sena`: the people's, and no month.
    if words[at].text == "Jan" and before is not None and before.cap and before.end + 1 == words[at].start:
        plain = before.text.lower() not in CALENDAR and before.text.lower() not in lexicon.openers()
        if plain and not after[:1].isdigit():
            return False  # `Fayez Jan was killed`: a name's last word.
    ranked = at > 0 and words[at - 1].cap and words[at - 1].text.lower() in names.RANKS | names.HONORIFICS
    named = at + 1 < len(words) and words[at + 1].cap and words[at + 1].text.lower() not in CALENDAR
    return not (ranked and named and words[at + 1].start == words[at].end + 1)


GIVEN = frozenset("jun june april august may".split())
"""Months that people are called by."""
OF_TIME = frozenset(
    "in on by of since until till from to through throughout during between before after this last next early late "
    "mid mid- that every each for around about as the".split()
)
"""What stands before a month."""


def _is_given(words: Sequence[Word], at: int) -> bool:
    """Whether a month's name begins a person's: `[Jun] Abella was held`, and neither `in May Baro` nor `May God`."""
    word, before = words[at], words[at - 1] if at else None
    if word.text.lower() not in GIVEN or at + 1 >= len(words):
        return False
    after = words[at + 1]
    if not after.cap or after.start != word.end + 1 or after.text.lower() in names.RANKS | names.HONORIFICS | CALENDAR:
        return False
    if before is None or word.initial:
        return word.text != "May"
    if before.text in ("and", "or") and at > 1:
        before = words[at - 2]
    told = before.text.lower()
    return told not in OF_TIME | CALENDAR and not told[:1].isdigit()


CREEDS = frozenset(
    "loyalist republican unionist islamist jihadist marxist communist socialist salafist separatist nationalist "
    "leftist royalist anarchist fascist secessionist takfiri".split()
)
"""What one believes in, which alone names no body."""


FIGHTING_AS = frozenset(
    "rebel insurgent guerrilla guerilla militant militia gang bandit cartel mob mafia paramilitary vigilante faction "
    "insurgency guerrillas terrorist terror opposition".split()
)
TITLED_SO = frozenset(
    "commander commanders leader leaders chief chiefs boss bosses fighter fighters spokesman spokeswoman spokesperson "
    "general colonel captain warlord kingpin leadership sources officials officers positions forces groups".split()
)
"""What stands behind these at the head of a sentence, where they name no body: `Rebel commander A said`."""


def _starts(words: list[Word], at: int) -> bool:
    word = words[at]
    lower = word.text.lower()
    if not word.cap:
        return begins_unit(words, at)
    if _is_month(words, at) or lower == "i":
        return False
    if word.initial and opens(words, at):
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    if word.initial and lower.removeprefix("ex-") in FIGHTING_AS and after is not None and after.text in TITLED_SO:
        return False
    if lower in CREEDS and not (after is not None and after.cap and after.start == word.end + 1):
        return False  # `Loyalist leader Peter`.
    if ORDINAL.match(word.text):
        return at + 1 < len(words) and words[at + 1].cap and words[at + 1].text.lower() not in CALENDAR
    return not (lower in lexicon.openers() and lower in {"the", "a", "an", "in", "on", "of", "and", "for"})
