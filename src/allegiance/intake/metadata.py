"""The sidecar of a document, `report.meta.json` beside `report.txt`, and the same keys in a line of JSONL."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, ValidationError
from pydantic_core import from_json

from allegiance.errors import BadDate, Problem
from allegiance.intake.dates import publication_date
from allegiance.intake.extract import LONGEST_ADDRESS, Told, one_line, web_address
from allegiance.intake.files import read, shown
from allegiance.intake.formats import SIDECAR

_MOST_BYTES = 1024 * 1024
_LONGEST = 2_000
_CODES = {
    **{"eng": "en", "ara": "ar", "arb": "ar", "urd": "ur", "ben": "bn", "pus": "ps", "pbt": "ps", "fas": "fa"},
    **{"per": "fa", "prs": "fa", "fra": "fr", "fre": "fr", "som": "so", "spa": "es", "rus": "ru", "tur": "tr"},
    **{"deu": "de", "ger": "de", "por": "pt", "hau": "ha", "swa": "sw", "ind": "id", "msa": "ms", "may": "ms"},
}


def _absent_if_none(value: object) -> object:
    return "" if value is None else value


def _words(value: str) -> str:
    if len(value) > _LONGEST:
        raise ValueError(f"it is longer than {_LONGEST:,} characters")
    return one_line(value)


def _date(value: str) -> str:
    try:
        return publication_date(value)
    except BadDate as error:
        raise ValueError(f"{error}; {error.hint}" if error.hint else str(error)) from error


def _web(value: str) -> str:
    address = web_address(value)
    if value.strip() and not address:
        raise ValueError(f"it is no http or https address of at most {LONGEST_ADDRESS:,} characters")
    return address


def _code(value: str) -> str:
    language = re.split(r"[-_]", value.strip().lower(), maxsplit=1)[0]
    if language and not re.fullmatch(r"[a-z]{2,3}", language):
        raise ValueError("it is no language code such as en or ar")
    return _CODES.get(language, language)


Words = Annotated[str, BeforeValidator(_absent_if_none), AfterValidator(_words)]
Published = Annotated[str, BeforeValidator(_absent_if_none), AfterValidator(_date)]
Web = Annotated[str, BeforeValidator(_absent_if_none), AfterValidator(_web)]
Language = Annotated[str, BeforeValidator(_absent_if_none), AfterValidator(_code)]


class Sidecar(BaseModel):
    """The keys of a sidecar, all optional; others are ignored. `null` and `""` both leave a key untold."""

    model_config = ConfigDict(extra="ignore", strict=True)

    published: Published = ""
    publisher: Words = ""
    author: Words = ""
    url: Web = ""
    archive_url: Web = ""
    title: Words = ""
    language: Language = ""
    name: Words = ""

    def told(self) -> Told:
        """The same as a plain value."""
        return Told(**{key: getattr(self, key) for key in Sidecar.model_fields})


class DocumentLine(Sidecar):
    """A line of a `.jsonl` of documents: the keys of a sidecar, and the text."""

    text: str


Line = TypeVar("Line", bound=Sidecar)


def read_sidecar(path: str) -> tuple[Told, list[Problem]]:
    """What the sidecar of the file at `path` tells, and what is wrong with it; nothing at all where there is none.

    A key with a wrong value is told of and left out; a sidecar that is no JSON object is told of and left out whole.
    """
    beside = str(PurePath(path).with_suffix(SIDECAR))
    data = read(beside, _MOST_BYTES)
    if isinstance(data, Problem):
        return Told(), [] if data.code == "not-found" else [data]
    line, problems = check(Sidecar, data, shown(beside), "bad-metadata")
    return (line.told() if line else Told()), problems


def check(kind: type[Line], data: bytes, address: str, code: str) -> tuple[Line | None, list[Problem]]:
    """`data` as a `kind`, without the keys that are wrong; a Problem with `code` for each of those, or for the whole.

    None where `data` is no JSON object, or where a key that must be there is wrong or missing.
    """
    try:
        value: Any = from_json(data.removeprefix(b"\xef\xbb\xbf").rstrip())
    except ValueError as error:
        return None, [
            Problem(
                address, code, f"it is no JSON: {_place_in_line(str(error))}", "check its quotes, commas and encoding"
            )
        ]
    if not isinstance(value, dict):
        return None, [Problem(address, code, "it is no JSON object", 'write it as {"published": …, "publisher": …}')]
    problems: list[Problem] = []
    for key, message in _faults(kind, value).items():
        problems.append(Problem(address, code, f"{key}: {message}", _hint(kind, key)))
        value.pop(key, None)
    if any(kind.model_fields[key].is_required() and key not in value for key in kind.model_fields):
        return None, problems
    return kind.model_validate(value), problems


def _faults(kind: type[Sidecar], value: dict[str, Any]) -> dict[str, str]:
    try:
        kind.model_validate(value)
    except ValidationError as error:
        return {str(fault["loc"][0]): _plainly(fault["msg"]) for fault in error.errors(include_url=False)}
    return {}


def _place_in_line(message: str) -> str:
    """The parser's message; what stands in its first line, as all of a JSONL document does, is found by its column."""
    return message.replace(" at line 1 column ", " at character ")


def _plainly(message: str) -> str:
    return message.removeprefix("Value error, ")


def _hint(kind: type[Sidecar], key: str) -> str:
    return "the document needs it" if kind.model_fields[key].is_required() else "the document is taken without it"
