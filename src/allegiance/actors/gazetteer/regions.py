"""Regions on no official map, or on none of today, that reports name: read from `regions.yaml`, checked at the door."""

from __future__ import annotations

from importlib import resources
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError

from allegiance.actors.gazetteer.places import Level, Place
from allegiance.errors import AllegianceError
from allegiance.yamls import loaded

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]


class Region(BaseModel):
    """One region of the file.

    `members` are ids of places that it takes in, wholly or in part (`iso-AF`, `geonames:1168873`). `country` is the
    ISO 3166-1 code of the one country it lies in today, if it is one. `until` is when it ceased to be (EDTF), if it
    did. `latitude` and `longitude` are degrees of its middle, roughly, `radius` kilometres. `sources` say who draws it
    so.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[str, StringConstraints(pattern=r"^region:[a-z][a-z-]{1,40}$")]
    name: Text
    names: tuple[Text, ...] = ()
    country: Annotated[str, StringConstraints(pattern=r"^([A-Z]{2})?$")] = ""
    members: Annotated[tuple[str, ...], Field(min_length=1)]
    until: str = ""
    latitude: Annotated[float, Field(ge=-90, le=90)]
    longitude: Annotated[float, Field(ge=-180, le=180)]
    radius: Annotated[int, Field(gt=0, lt=5000)]
    sources: Annotated[tuple[Text, ...], Field(min_length=1)]

    @property
    def place(self) -> Place:
        """The region as a place."""
        within = (f"iso-{self.country}",) if self.country else ()
        return Place(
            self.id, Level.REGION, self.name, self.country, within, self.latitude, self.longitude, self.radius,
            members=self.members,
        )  # fmt: skip


def packaged_regions() -> list[tuple[Place, tuple[str, ...]]]:
    """Each packaged region with its other names. Raises AllegianceError where the file is broken."""
    data = resources.files(__package__).joinpath("regions.yaml").read_bytes()
    try:
        regions = TypeAdapter(list[Region]).validate_python(loaded(data))
    except (yaml.YAMLError, ValidationError) as error:
        raise AllegianceError(f"the packaged regions are broken: {error}") from error
    return [(region.place, region.names) for region in regions]
