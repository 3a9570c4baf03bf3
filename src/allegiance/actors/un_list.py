"""Register records from the UN Security Council's consolidated list, in its XML form.

Taken are the list's armed groups, each with its permanent reference as the source; its persons, companies and charities
where everything is asked for, and of persons nothing but their names.

The list gathers under one reference what reporting keeps apart (a body and its successor, four groups of
one name): such names become weak, so that they are found but join nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from pydantic import ValidationError

from allegiance.actors.countries import code_of
from allegiance.actors.records import Name, Parent, Record
from allegiance.errors import AllegianceError
from allegiance.names import is_acronym, key, script

MAX_ENTRY = 1_000_000
"""Characters of one entry of the list; a longer one is refused."""

MAX_DEPTH = 50
"""Elements that stand in each other; the list has six."""

_LISTS = frozenset({"Al-Qaida", "Taliban", "DRC", "CAR", "Haiti", "Libya", "Somalia", "Yemen"})
_NO_ARMED_GROUP = re.compile(
    r"TRUST|FOUNDATION|HARAMA|COMPAN|COMPAG|EXCHANGE|\bLTD|TRADING|AIRLINE|RELIEF|HUMANITARIAN|SOCIETY|TAIBAH|FURQAN"
    r"|HAWALA|COMMITTEE|TA'AWUN|SELSELAT|INVESTMENT|\bNGO\b|TAMEER|KHIDAMAT|COMMERCIAL"
)


def _lines(text: str) -> frozenset[str]:
    return frozenset(key(part) for line in text.splitlines() for part in line.split(";") if part.strip())


_SMALL = _lines("of;the;and;for;in;de;du;la;le;les;et;pour;en;al;ul;e;i;wa;fi;an") | {"al", "ul"}
_ACRONYMS = frozenset({"ADF", "M23", "ISIL", "ISIS", "ISISK", "TTP", "G9", "NALU", "LRA", "IS"})

GENERIC = _lines("""
    The Base;The Youth;Youth Wing;The Veiled;Les Enturbannés;The Sentinels;Les Sentinelles;Living Together;Al-Jihad
    New Jihad;Jihad Group;Al-Hadith;Al-Hadid;Al-Faran;Libyan Society;Jamiyat;The International Brigade;Ajnad
    International Battalion;Soldiers of God;Soldiers of Islam;Supporters of Islamic Law;Supporters of God;AAS;MIT;ASL
    Partisans of God;Western Education is a Sin;The Asian Tigers;Army of Mohammed;Al-Tawhid;G-People;Islamic Army
    Al Harakat Al Islamiyya;Kazakh Jama’at;Devotees of Islam;Kurdish Taliban;al-Djihad al-Islami;Jamaat Mojahedin
    Jund al Islam;Ansar al-Sharia;Ansar al-Shari’ah;Ansar al-Charia;Soldiers of the Caliphate;Jund al-Khilafa
    Jund al-Khilafah;Jund al Khalifa;The Victory Front;Islamic Salvation Foundation;Jamiat al-Jihad al-Islami
    Jama’at al-Jihad;أنصار الشريعة;نصار الشريعة;Katibat Ansar al Charia;كتيبة أنصار الشريعة;Army of the Pure
""")
"""Names on the list that are too common, or borne by too many, to tell one group."""

_APART = {
    "QDe.115": "Islamic State of Iraq;ISI;Islamic State in Iraq and the Levant;al-Zarqawi network;Jama'at Al-Tawhid"
    " Wa'al-Jihad;the Monotheism and Jihad Group;JTJ",
    "QDe.155": "Liwa Shuhada al-Yarmouk;Harakat al-Muthanna al-Islamia",
    "QDe.137": "Hay’at Tahrir al-Sham;HTS;هيئة تحرير الشام;Hay’et Tahrir al-Sham;Hayat Tahrir al-Sham;Assembly for the"
    " Liberation of Syria;Assembly for the Liberation of the Levant;Liberation of al-Sham Commission;Liberation of the"
    " Levant Organisation Tahrir al-Sham;Tahrir al-Sham Hay’at;The Front for the Liberation of al Sham;Front for the"
    " Liberation of the Levant",
    "QDe.118": "Falah-i-Insaniat Foundation;FIF;Jamaat-ud-Dawa;JUD;Jama'at al-Dawa;Jamaat ud-Daawa;Jamaat ul-Dawah;"
    "Jamaat-ul-Dawa;Jama'at-i-Dawat;Jamaiat-ud-Dawa;Jama'at-ud-Da'awah;Jama'at-ud-Da'awa;Jamaati-ud-Dawa",
    "QDe.152": "Ahrar-ul-Hind",
    "CDe.001": "NALU",
    "QDe.143": "Al-Qayrawan Media Foundation",
    "QDe.150": "Mujahidin Indonesia Barat;MIB;Mujahidin of Western Indonesia",
    "QDe.132": "Tehrik-e-Taliban;Tehreek-e-Taliban",
    "QDe.001": "Al Harakat Al Islamiyya",
    "QDe.168": "Jama`at al-Tawhid wal-Jihad",
    "QDe.098": "Ansar al-Sunna;Ansar al-Sunna Army;Jaish Ansar al-Sunna",
}
"""Names that the list gives to one reference, and reporting to bodies before, after or beside it."""


_PARENTS = (("islamic state ", "isil"), ("qaida in ", "un-QDe.004"), ("organization of qaida in ", "un-QDe.004"))
"""A body whose name on the list begins so belongs to that one: it is named as its part in a place."""


@dataclass(slots=True)
class _Entities:
    """Expat's handler: keeps one ENTITY element at a time, and refuses a document type, hence entity declarations."""

    tags: frozenset[str]
    done: list[Element] = field(default_factory=list)
    builder: TreeBuilder | None = None
    size: int = 0
    depth: int = 0
    generated: str = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise AllegianceError("elements of the list stand in each other too deeply to be one")
        if tag == "CONSOLIDATED_LIST":
            self.generated = attributes.get("dateGenerated", "")[:10]
        if tag in self.tags:
            self.builder, self.size = TreeBuilder(), 0
        if self.builder:
            self._grow(len(tag))
            self.builder.start(tag, attributes)

    def end(self, tag: str) -> None:
        self.depth -= 1
        if self.builder:
            self.builder.end(tag)
        if self.builder and tag in self.tags:
            self.done.append(self.builder.close())
            self.builder = None

    def data(self, text: str) -> None:
        if self.builder:
            self._grow(len(text))
            self.builder.data(text)

    def doctype(self, *_: object) -> None:
        raise AllegianceError("the list declares a document type, which a UN list has not", hint="fetch it anew")

    def _grow(self, by: int) -> None:
        self.size += by
        if self.size > MAX_ENTRY:
            raise AllegianceError("an entry of the list is too long to be one")


def read_un_list(path: Path, *, everything: bool = False) -> Iterator[Record]:
    """The armed groups of the UN list in this file, or all its entries, one at a time, in its order.

    Raises AllegianceError where the file is no well-formed XML or declares entities, OSError where it cannot be read.
    """
    seen = _Entities(frozenset({"ENTITY", "INDIVIDUAL"} if everything else {"ENTITY"}))
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = seen.start
    parser.EndElementHandler = seen.end
    parser.CharacterDataHandler = seen.data
    parser.StartDoctypeDeclHandler = seen.doctype
    fed = 0
    with path.open("rb") as file:
        while True:
            chunk = file.read(1 << 16)
            fed += len(chunk)
            try:
                parser.Parse(chunk, not chunk)
                if fed - parser.CurrentByteIndex > MAX_ENTRY:
                    raise AllegianceError("a tag of the list is too long to be one")
            except expat.ExpatError as error:
                raise AllegianceError(f"{path}:{error.lineno}: is no XML: {error}") from error
            except AllegianceError as error:
                raise AllegianceError(f"{path}:{parser.CurrentLineNumber}: {error}", hint=error.hint) from error
            for entry in seen.done:
                try:
                    record = _record(entry, seen.generated, everything=everything)
                except ValidationError as error:
                    told = error.errors(include_url=False, include_input=False)[0]
                    said = (
                        f"the entry {_text(entry, 'REFERENCE_NUMBER')[:40]!r} is none: {told['loc'][0]}: {told['msg']}"
                    )
                    raise AllegianceError(f"{path}:{parser.CurrentLineNumber}: {said}") from error
                if record:
                    yield record
            seen.done.clear()
            if not chunk:
                return


def _record(entry: Element, generated: str, *, everything: bool) -> Record | None:
    reference, listed = _text(entry, "REFERENCE_NUMBER"), _text(entry, "FIRST_NAME")
    if not reference or not listed:
        return None
    if entry.tag == "INDIVIDUAL":
        return _person(entry, reference, generated)
    armed = _text(entry, "UN_LIST_TYPE") in _LISTS and not _NO_ARMED_GROUP.search(listed.upper())
    if not armed and not everything:
        return None
    names = list(_names(listed)) or [listed]
    former: list[str] = []
    quality: dict[str, str] = {}
    for alias in entry.iter("ENTITY_ALIAS"):
        into = former if _text(alias, "QUALITY") == "f.k.a." else names
        found = list(_names(_text(alias, "ALIAS_NAME")))
        into += found
        quality |= dict.fromkeys(found, _text(alias, "QUALITY"))
    names += _names(_text(entry, "NAME_ORIGINAL_SCRIPT"))
    full = [name for name in names if not is_acronym(name)]
    main = full[0] if full and is_acronym(names[0]) and len(names[0]) < 4 else names[0]
    apart = _lines(_APART.get(reference, "")) | GENERIC
    strong = [name for name in names if key(name) not in apart]
    countries = {_text(address, "COUNTRY") for address in entry.iter("ENTITY_ADDRESS")} - {""}
    parent = next((p for start, p in _PARENTS if key(main).startswith(start) and p != f"un-{reference}"), "")
    return Record(
        id=f"un-{reference}",
        kind="group",
        name=main,
        sort="armed group" if armed else "",
        names=_listed(_once(strong, [main]), quality),
        former_names=_listed(_once([n for n in former if key(n) not in apart], [main, *names]), quality),
        weak_names=_listed(_once([n for n in (*names, *former) if key(n) in apart], [main]), quality),
        parent=(Parent(id=parent),) if parent else (),
        countries=tuple(filter(None, (code_of(country) for country in sorted(countries)))),
        un=reference,
        sources=(_source(reference, generated),),
    )


def _source(reference: str, generated: str) -> str:
    return f"United Nations Security Council Consolidated List, {reference}, as of {generated}"


_PARTS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")


def _person(entry: Element, reference: str, generated: str) -> Record | None:
    """A listed person, by name alone: what else the list tells of him is not taken."""
    main = _cased(" ".join(part for tag in _PARTS if (part := _text(entry, tag))))
    names: dict[str, str] = {}
    weak: dict[str, str] = {}
    for alias in entry.iter("INDIVIDUAL_ALIAS"):
        quality = _text(alias, "QUALITY")
        for name in re.split(r"\s*;\s*", _text(alias, "ALIAS_NAME")):
            (weak if quality == "Low" else names).setdefault(_cased(name), quality)
    names |= dict.fromkeys(re.split(r"\s*[;،,]\s*", _text(entry, "NAME_ORIGINAL_SCRIPT")), "original script")
    return Record(
        id=f"un-{reference}",
        kind="person",
        name=main,
        names=_listed(_once(names, [main]), names),
        weak_names=_listed(_once(weak, [main, *names]), weak),
        un=reference,
        sources=(_source(reference, generated),),
    )


def _text(element: Element, tag: str) -> str:
    return " ".join((element.findtext(tag) or "").split())


def _listed(names: Iterable[str], quality: Mapping[str, str]) -> tuple[Name, ...]:
    return tuple(Name(name=name[:400], quality=quality.get(name, "")) for name in names)


def _once(names: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    """The names whose spelling is not there yet, ignoring case."""
    seen = {name.casefold() for name in known}
    return tuple(n for n in names if n and not (n.casefold() in seen or seen.add(n.casefold())))  # type: ignore[func-returns-value]


def _names(listed: str) -> Iterator[str]:
    """The names that one field of the list holds: an acronym or further names in brackets, a second after a stroke."""
    inside = re.findall(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)", listed)
    kept: list[str] = []
    outside = listed
    for part in inside:
        pieces = [re.sub(r"\([^()]*\)", "", p).strip() for p in re.split(r"[;,]", part)]
        foreign = script(listed.split("(")[0]) not in ("Latin", "")
        if foreign or len(pieces) > 2 or any(is_acronym(p) for p in pieces) or script(part) != "Latin":
            outside = outside.replace(f"({part})", " ")
            kept += [p for p in pieces if "original script" not in p and "sub-unit" not in p]
    if "sub-unit" in listed:
        return
    for name in re.split(r"\s;\s|\s/\s", outside):
        kept.insert(0, _cased(" ".join(name.split()).strip(" \"“”'")))
    yield from (name for name in kept if name)


def _cased(name: str) -> str:
    """A name that the list prints in capitals, as one writes it; acronyms stay."""
    letters = [c for c in name if c.isalpha()]
    if not name.isupper() or script(name) != "Latin" or (" " not in name and len(letters) <= 5):
        return name
    words = re.split(r"([\s\-–—/(]+)", name)
    return "".join(_cased_word(w, first=i == 0) for i, w in enumerate(words))


def _cased_word(word: str, *, first: bool) -> str:
    stem = re.sub(r"[’']S$", "", word)
    if stem in _ACRONYMS:
        return stem + word[len(stem) :].lower()
    lower = word.lower()
    if lower in _SMALL and not first:
        return lower
    return re.sub(r"^(l[’'])?(\w)", lambda m: ("" if not m[1] else m[1]) + m[2].upper(), lower)
