"""Normal forms of names: what is forgiven when two names are held side by side, and which words are titles.

Everything here is pure: strings in, strings out. A *key* is the form under which a name is looked up; two names with
one key are spelt the same for our purposes, which is no reason yet to think that they name one actor (see `actors`).

What is forgiven follows the codebook: case, accents, punctuation, articles, honorifics and ranks.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from anyascii import anyascii


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


HONORIFICS = _set("""
    mullah mulla molla mullo mulah maulana moulana mawlana mowlana maulvi molvi moulvi mawlawi mawlavi maulawi mowlavi
    mufti qari sheikh shaykh sheik shaikh cheikh cheick sheekh haji hajji hajj hadj hadji hajjee alhaji alhajj elhadj
    sayyid sayyed syed sayed seyyed seyed ustad ustaz ustadh ostad imam ayatollah hojatoleslam allama emir amir caliph
    mr mrs ms miss dr prof professor doctor sir dame madam hon rev reverend father fr bishop archbishop msgr monsignor
    cardinal pastor rabbi comrade camarade companero compañero camarada tovarishch ka don doña dona sister brother
    engineer engr ustadz ustaaz honorable honourable kyai kiai sant mwami malam mallam datu dato padre mwalimu mzee
    barrister advocate shri smt kumander bapak pak heval abbé
    señor señora monsieur madame maître herr frau senhor bay hoca hodja
    الشيخ شيخ شیخ ملا مولانا مولوی مولوي مفتی مفتي قاری قاري حاجی حاجي
""")
"""Words of respect, learning or religion that stand before a name."""

RANKS = _set("""
    gen general lt lieutenant ltc ltg ltcol col colonel maj major capt captain brig brigadier sgt sergeant cpl corporal
    pvt private adm admiral cdr cmdr commander commodore commandant comandante subcomandante subcommander marshal
    superintendent inspector constable supt cmdt général capitaine capitán capitan coronel teniente sargento caporal
    adjudant almirante insp kapten mgen bgen ltgen vadm radm ssp dsp dgp sp csp acp asp subedar havildar naik jemadar
    risaldar pcol pbgen pmaj pmgen pltgen pcpt plt psms pssg pcpl cpt bg mg ltjg avm brigjen mayjen letjen letkol irjen
    kombes kolonel kompol mayor-general генерал полковник майор капитан ret retd
""")
"""Military and police ranks, with their common abbreviations, in the languages that reports most often keep."""

OFFICES = _set("""
    president premier minister governor mayor senator councilor councillor congressman congresswoman representative
    chancellor ambassador secretary chairman chairwoman chairperson chair spokesman spokeswoman spokesperson
    judge justice prosecutor king queen prince princess pope leader chief warlord président presidente ministre
    gouverneur gobernador alcalde deputy
""")
"""Public offices that stand before a name as a title does."""

MODIFIERS = _set("""
    vice deputy prime chief regional acting interim foreign defence defense interior staff rear first second provincial
    district senior junior lance naib field grand attorney former ex late supreme police army naval air warrant
    caretaker
""")
"""Words that belong to a title when a title follows: `Vice Governor`, `Staff Colonel`, `Chief Superintendent`."""

TITLES = HONORIFICS | RANKS | OFFICES
"""Every word that may stand before a name and be no part of it."""

STANDING = _set("""
    mullah mulla molla mullo mulah sheikh shaykh sheik shaikh cheikh cheick sheekh haji hajji hajj hadj hadji alhaji
    qari maulana mawlana maulvi mawlawi mufti sayyid sayyed syed sayed seyyed ustad ustadh ustaz imam emir amir ka don
    malam mallam datu kumander dona doña comandante subcomandante king queen prince princess pope ملا شيخ شیخ
""")
"""Titles that stay when one word is left: a single name such as `Omar` never stands without its `Mullah`."""

_OF_A_FATHER = _set("ag ould weld wuld uld walet mint")
_GIVEN_TOO = _set("elhadj hadj alhaji cheikh cheick sheikh")
"""Words of respect that are given names too, and are one before words for `son of` and `daughter of`."""

BLESSINGS = _set("""
    hafizahullah hafidhahullah hafidahullah hafizullahu rahimahullah taqabbalahullah alayhi sahib saheb
    sahab hafizahu hafidhahu qc kc
""")
"""Words of blessing or respect that follow a name."""

PARTICLES = _set("""
    al el ul ad ar as ash at an az bin ben ibn bint abu abou abd abdul abdel van von der den de del della di da do dos
    das du la le los las ould oulad ag ap ait aït bu ou y e i o
""")
"""Small words inside names, often in lower case; none is a name by itself."""

KUNYAS = _set("abu abou aboe abo abi aba umm oum um ummu أبو ابو أم ام")
"""The first word of a kunya: `father of`, `mother of`."""

ABDS = _set("abd abdul abdal abdel abdoul abdi abdu abdur abdus")
"""Servant-of words that make one name with the word after them: `Abd al-Rahman` is one name."""

GROUP_WORDS = _set("""
    mai-mai maï-maï maimai cult confraternity self-defence self-defense
    front fronts army armies movement movements brigade brigades battalion battalions regiment regiments division
    company companies platoon squad unit units wing faction council councils party union league command committee
    force forces militia militias guard guards organisation organization emirate caliphate state network cartel gang
    bloc block column columns legion legions corps volunteers alliance coalition government ministry department
    directorate police agency administration authority bureau office commission apparatus service services assembly
    congress parliament senate group groups team contingent federation confederation tribunal court secretariat junta
    regime resistance rebels insurgency insurgents mujahideen mujahidin mujahedin mujahidun fedayeen fidayeen patrol
    patrols vanguard vanguards unity liberation defenders protectors supporters soldiers partisans patriots fighters
    rangers scouts commandos navy gendarmerie foundation society association institute centre center trust jamaat
    jamaah jamaa jamaatu jemaah jamiat jamia jaysh jaish jeish jund junud harakat haraka harkat harakah hizb hizbul
    hezb hezbe hezbollah hizballah hizbullah liwa liwaa katibat katiba khatiba kataib kataeb katibah ansar ansarul
    ansaru lashkar laskar lashkari tehreek tehrik tahrik tanzim tandhim sipah asaib saraya sariyat sariya sarayat
    wilayat wilaya wilayah vilayat jabhat jabhet jabha hayat haiat majlis faylaq firqat firqa usbat usud fatah dawlat
    dawla dawlah emarat imarat imarah islami khilafat khilafah rayat rijal quwat muqawama shura muttahida millat
    ittihad ittehad anjuman frente ejército ejercito fuerzas fuerza bloque milícia milicia milicias columna columnas
    movimiento movimento partido unión comité comando autodefensas guerrilla guardia alianza coordinadora exército
    brigada batallón cártel consejo organización organizacion clan comisión união força forças aliança frentes armée
    mouvement rassemblement parti milice fédération conseil bataillon coordination groupe ligue sena dal senai vahini
    parishad samiti morcha sangh sangathan sangam manch mukti fauj dalam janata tigers viduthalai puligal iyakkam
    eelam barisan gerakan tentara pasukan bangsa hukbo hukbong kilusan partidong bagong ordusu ordu partisi örgütü
    cephesi birlikleri hareketi tugayı tümeni partiya yekîneyên hêzên garda ushtria vojska vojske odred divizija
    armija armiya batalyon dvizhenie soyuz fronti tabur polk армия фронт движение батальон бригада союз партия полк
    отряд bewegung partei bund armee brigate fronte esercito jeshi chama umoja harakati tatmadaw tat جيش جبهة حركة
    resistência résistance resistencia nuclei brigate zelle nucleo célula liga falange falanges comandos cuadrilla banda
    vigilante vigilantes boys tribe tribes sons daughters lions wolves eagles falcons hawks panthers cobras scorpions
    jackals vipers leopards dragons knights warriors hunters raiders detachment detachments constabulary carabinieri
    inspectorate taskforce cumann óglaigh fianna ahrar suqur nusur sawt fursan abna ahl ahlu muhajirin muhajireen
    mouvements ejércitos coordinación coordinadora agrupación agrupacion asociación confederación federación junta
    كتائب كتيبة لواء حزب جماعة تنظيم الدولة ولاية أنصار سرايا تحریک لشکر سپاه
""")
"""Words that make a capitalised name a group's, in the languages in which groups most often name themselves."""

_PERSON_WORDS_TOO = _set("""
    ansar dal guard wing sena clan hayat fatah millat islami front trust court rayat tat company service office state
    hizb jund unity junta usud command
""")
_FUNCTION = _set("""
    of the and for in on to at by with a an de des du la le les l d del los las el y e et en pour dos das do da au aux
    und der die van i o ul al un une its from
""")
_SMALL = _set("a an at as de do i o e y")
_GENERATIONS = {"jnr": "jr", "junior": "jr", "snr": "sr", "senior": "sr", "2nd": "ii", "3rd": "iii"}

_QUOTES = str.maketrans(dict.fromkeys("’‘ʼʹʻʾʿ`´′‛ʽ＇", "'"))
_POSSESSIVE = re.compile(r"'s?(?=$|[\s,;:.)\]\"”])")
_ARTICLE = re.compile(r"^(?:the|an?(?!\s+\w\b))\s+(?=\S)")
_SUN_ARTICLE = re.compile(r"\b(?:ad|ar|as|ash|at|an|az|adh|ath|us|ur|ud)-(?=\w)")
_AL = re.compile(r"\b(?:al|el|ul)\b[-\s]*(?=\w)")
_WORD = re.compile(r"[a-z0-9]+")
_STRAY = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_ARABIC = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ۀ": "ه", "ہ": "ه"}
)


def _plain(name: str) -> str:
    """Case and accents folded, quotes made one, Latin letters made ASCII; other scripts stay themselves."""
    text = name.translate(_QUOTES)
    if text.isascii():
        return text.lower()
    text = _STRAY.sub("", unicodedata.normalize("NFKD", text.casefold()))
    text = unicodedata.normalize("NFC", text).translate(_ARABIC)
    if text.isascii():
        return text
    return "".join(c if c.isascii() or not _latin(c) else anyascii(c).lower() for c in text)


def _latin(char: str) -> bool:
    return char < "\u0250" or "\u1e00" <= char <= "\u1eff" or (not char.isalnum() and not _is_mark(char))


def _is_mark(char: str) -> bool:
    return unicodedata.category(char).startswith("M")


def _tokens(text: str) -> list[str]:
    """The words of a plain text: runs of letters, digits and the marks that other scripts write vowels with."""
    if text.isascii():
        return _WORD.findall(text)
    spaced = "".join(c if c.isalnum() or _is_mark(c) else " " for c in text)
    return [w[2:] if w.startswith("ال") and len(w) > 4 else w for w in spaced.split()]


def words(name: str) -> list[str]:
    """The words of a name with case, accents and apostrophes folded, and possessive endings off; nothing is left out.

    `Qa'ida's Men` → `qaida`, `men`. What `key` leaves out (articles, titles) is here still.
    """
    return _tokens(_POSSESSIVE.sub("", _plain(name)).replace("'", ""))


def _join_initials(words: list[str]) -> list[str]:
    """`p k venkoba` → `pk venkoba`, so that `P. K.`, `P.K.` and `PK` are one, and `U.S.` is `us`."""
    out: list[str] = []
    run = False
    for word in words:
        single = len(word) == 1 and word.isalpha()
        if single and run:
            out[-1] += word
        else:
            out.append(word)
        run = single
    return out


@lru_cache(maxsize=1 << 17)
def key(name: str) -> str:
    """The form under which `name` is looked up: `The Tehreek-e-Taliban's` → `tehreek e taliban`.

    Folds case, accents, punctuation, hyphens and apostrophes; drops a possessive, leading articles, `al-` and its
    kin, leading titles, and blessings that follow, unless nothing would be left. Names in other scripts keep their
    letters (see `fold`). The key of a key is itself. Empty only where the name holds no letter or digit.
    """
    before, now = name, _key_once(name)
    while now != before:
        before, now = now, _key_once(now)
    return now


def _key_once(name: str) -> str:
    text = _POSSESSIVE.sub("", _plain(name).strip()).replace("'", "")
    bare = _ARTICLE.sub("", text)
    if "al" in bare or "el" in bare or "ul" in bare or "-" in bare:
        bare = _AL.sub("", _SUN_ARTICLE.sub("", bare))
    words = _join_initials(_tokens(bare) or _tokens(text) or _tokens(name.casefold()))
    if len(words) > 1 and not _is_group(words):
        words = _without_titles(words)
    return " ".join(words)


def _without_titles(words: list[str]) -> list[str]:
    end = len(words)
    while end > 1 and words[end - 1] in BLESSINGS:
        end -= 1
    start = _titles_end(words[:end], _KEY_TITLES)
    rest = words[start:end]
    if rest[0] == "of" or _EMPTY_REST.issuperset(rest):
        rest = words[:end]
    if len(rest) > 1 and rest[-1] in _GENERATIONS:
        rest[-1] = _GENERATIONS[rest[-1]]
    return rest


_PLAIN_TITLES = frozenset(_plain(word) for word in TITLES)
_KEY_TITLES = _PLAIN_TITLES - _set("king queen prince princess pope")
_PLAIN_STANDING = frozenset(_plain(word) for word in STANDING)
_PLAIN_GROUP_WORDS = frozenset(_plain(word) for word in GROUP_WORDS)
_SURE_GROUP_WORDS = _PLAIN_GROUP_WORDS - _PERSON_WORDS_TOO
_EMPTY_REST = MODIFIERS | _PLAIN_TITLES | _PLAIN_GROUP_WORDS


def _is_group(words: list[str]) -> bool:
    return not _SURE_GROUP_WORDS.isdisjoint(words)


@lru_cache(maxsize=1 << 14)
def fold(name: str) -> str:
    """The key of the name in ASCII, whatever its script (`حافظ سعید` → `hafz syd`): to compare by, never to join by."""
    return key(anyascii(key(name)).replace("'", ""))


STAFFS = frozenset("intelligence security staff command assembly directorate secretariat headquarters people's".split())
"""What `General` stands before as no man's rank: `General Intelligence`, `the General Command`."""


@lru_cache(maxsize=1 << 16)
def strip_titles(name: str) -> tuple[str, str]:
    """The titles that stand before a name, as written, and the name without them and without blessings after it.

    `Lt. Col. Idris Baro` → (`Lt. Col.`, `Idris Baro`); `Mullah Omar` → (``, `Mullah Omar`), for a single name keeps the
    title that it always stands with; `Hafiz Saeed Khan` is a name throughout. A group's name is left alone.
    """
    parts = name.split()
    end = len(parts)
    while end > 1 and _plain(parts[end - 1]).strip(".,()") in BLESSINGS:
        end -= 1
    parts = parts[:end]
    plain = [_plain(part).strip('.,()"“”').replace(".", "") for part in parts]
    if len(parts) < 2 or _is_group([w for p in plain for w in _tokens(p)]):
        return "", " ".join(parts)
    start = _titles_end(plain, _PLAIN_TITLES)
    if start == len(parts) - 1 and plain[start - 1] in _PLAIN_STANDING:
        start -= 1
    rest = parts[start:]
    of_all = start > 0 and plain[start - 1] == "general" and plain[start] in STAFFS
    if of_all or not _starts_name(rest):
        return "", " ".join(parts)
    return " ".join(parts[:start]).rstrip(","), " ".join(rest)


def _titles_end(plain: list[str], titles: frozenset[str]) -> int:
    """How many leading words are titles: title words, and modifiers that a title word follows; never all of them."""
    end, at = 0, 0
    while at < len(plain) - 1:
        pieces = plain[at].split("-")
        if pieces[-1] in titles and all(p in titles or p in MODIFIERS for p in pieces):
            end = at + 1
        elif not all(p in MODIFIERS for p in pieces):
            break
        at += 1
    # `Elhadj Ag Wantala`, `Cheikh Ould Sidi`: without it no given name would be left.
    return end - 1 if end and is_given(plain[end - 1], plain[end]) else end


def has_father(words: Sequence[str]) -> bool:
    """Whether a word between others says whose son or daughter somebody is: `Rhissa Ag Imellan`, `Omar bin Hafiz`."""
    return any(_plain(word) in _OF_A_FATHER or _plain(word) in ("bin", "ibn", "bint") for word in words[1:-1])


def is_given(word: str, beside: str) -> bool:
    """Whether a word of respect is a given name, by the next: `Elhadj` before `Ag`, `Cheikh` before `Ould`."""
    return _plain(word) in _GIVEN_TOO and _plain(beside) in _OF_A_FATHER


def _starts_name(parts: list[str]) -> bool:
    """Whether these words begin as a name does: with no lower-case word, particles apart."""
    for part in parts:
        first, _, rest = part.lstrip("\"“‘'(").partition("-")
        if not first[:1].islower():
            return True
        if first not in PARTICLES or first in _SMALL:
            return False
        if rest:
            return not rest[:1].islower()
    return False


def _name_words(name: str) -> list[str]:
    return [w for w in _tokens(_plain(name).replace("'", "")) if w]


def _count_names(words: list[str]) -> int:
    """How many names these words hold: particles count nothing, `Abd al-Rahman` and `Abu Yusuf` one each."""
    flat = [w for word in words for w in _tokens(word.replace("'", ""))]
    return sum(1 for w in flat if w not in PARTICLES and w not in ABDS and w not in KUNYAS and w not in BLESSINGS)


@lru_cache(maxsize=1 << 15)
def is_kunya(name: str) -> bool:
    """Whether the name is a kunya and no more: `Abu Yusuf`, `Abou Abd al-Rahman`; not `Abu Yusuf al-Masri`."""
    words = _name_words(strip_titles(name)[1])
    return len(words) > 1 and words[0] in KUNYAS and _count_names(words) <= 1


def has_kunya(name: str) -> bool:
    """Whether the name begins with a kunya, whatever follows: `Abu Yusuf al-Masri`."""
    words = _name_words(strip_titles(name)[1])
    return len(words) > 1 and words[0] in KUNYAS


@lru_cache(maxsize=1 << 15)
def is_single_name(name: str) -> bool:
    """Whether one name is left when titles and particles are set aside: `al-Baghdadi`, `Mullah Omar`, `Bin Dhayf`."""
    words = _name_words(name)
    words = words[_titles_end(words, _PLAIN_TITLES) :]
    return _count_names(words) <= 1


@lru_cache(maxsize=1 << 15)
def has_group_word(name: str) -> bool:
    """Whether a word of the name says that it is a group's (`GROUP_WORDS`)."""
    return not _PLAIN_GROUP_WORDS.isdisjoint(_tokens(_plain(name).replace("'", "")))


def is_acronym(name: str) -> bool:
    """Whether the name is written as an acronym: `TTP`, `ISIL-K`, `U.S.`, `JuA`, `M23`; not `VIV ANSANM`."""
    bare = name.strip().removeprefix("the ").removeprefix("The ").replace(".", "")
    if not re.fullmatch(r"[^\W_]{1,7}(?:[-/][^\W_]{1,7}){0,2}", bare) or not bare[0].isupper():
        return False
    capitals = sum(c.isupper() for c in bare)
    letters = sum(c.isalpha() for c in bare)
    return (capitals >= 2 or letters < len(bare) - 1) and capitals * 3 >= letters * 2 and letters <= 8


def acronym_of(acronym: str, full: str) -> bool:
    """Whether `acronym` may stand for `full`, in this language or another.

    `FPRL` may stand for `Patriotic Front for the Renewal of Lwando`. True where the letters are the initials of the
    words in order, small words free and one other passed over; or, for three letters and more, the same initials in
    another order (the full name is a translation), or all but a third of them in order. Meant for two names that
    already stand side by side, as in `Full Name (FN)`.
    """
    letters = [c for c in _plain(acronym) if c.isalnum()]
    if not is_acronym(acronym) or len(letters) < 2:
        return False
    words = _tokens(re.sub(r"'s\b|'", " ", _plain(full)))
    content = [w for w in words if w not in _FUNCTION]
    if len(words) < 2 or len(letters) > len(words) + 2:
        return False
    if _spells(letters, words, content):
        return True
    initials = [w[0] for w in content]
    if len(letters) < 3 or not initials:
        return False
    if Counter(letters) == Counter(initials):
        return True
    shared = _common(letters, [w[0] for w in words])
    return (
        letters[0] == initials[0] and shared >= 2 and shared * 3 >= len(letters) * 2 and shared * 3 >= len(content) * 2
    )


def _spells(letters: list[str], words: list[str], content: list[str]) -> bool:
    initials = [w[0] for w in words]
    if _common(letters, initials) < len(letters):
        return False
    return len(letters) >= len(content) - 1


def _common(left: list[str], right: list[str]) -> int:
    """The length of the longest common subsequence."""
    row = [0] * (len(right) + 1)
    for a in left:
        before = 0
        for j, b in enumerate(right, 1):
            before, row[j] = row[j], before + 1 if a == b else max(row[j], row[j - 1])
    return row[-1]


_SCRIPTS = {"CJK": "Han", "HIRAGANA": "Kana", "KATAKANA": "Kana"}


@lru_cache(maxsize=1 << 14)
def script(name: str) -> str:
    """The script of most letters of the name: `Latin`, `Arabic`, `Cyrillic`, `Han` …, or nothing where it has none."""
    counts = Counter(_script_of(c) for c in name if c.isalpha())
    return min(counts, key=lambda s: (-counts[s], s)) if counts else ""


@lru_cache(maxsize=1 << 12)
def _script_of(char: str) -> str:
    first = unicodedata.name(char, "UNKNOWN").split()[0].split("-")[0]
    return _SCRIPTS.get(first, first.capitalize())
