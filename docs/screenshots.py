"""Pictures of every page over the packaged example, and of a map: run `make screenshots`, and look at each of them.

All of them go to `build/screenshots/`: light and dark, wide and as narrow as a small telephone. The few that the README
and the pages of the documentation show go to `docs/screenshots/`, with few colours so that they stay small. A browser
of this machine is used (or the one that $ALLEGIANCE_BROWSER names); none is fetched.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser

from web.pages import example_reports
from web.serving import addresses, installed_browser, opened_browser, served_ledger

ROOT = Path(__file__).parents[1]
ALL = ROOT / "build" / "screenshots"
SHOWN = Path(__file__).parent / "screenshots"
PLACES = ROOT / "tests" / "web" / "places.jsonl"
"""A few reports of places of the world."""
LARGEST = 150 * 1024
"""Bytes that a picture which is shown may have."""
COLOURS = 255
_DRAWN = "#plot canvas, #plot .bk-Figure"


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture: of which page, in which theme, how wide, and how high at most (pixels; 0 for the whole page)."""

    page: str
    theme: str
    width: int
    height: int = 0

    @property
    def name(self) -> str:
        """The name of its file."""
        return f"{self.page}-{self.theme}-{self.width}.png"


CHOSEN = (
    Shot("group", "light", 1200, 860),
    Shot("document", "dark", 1200, 860),
    Shot("network", "light", 1200, 1080),
    Shot("map", "light", 1200, 980),
    Shot("lineage", "dark", 1200, 640),
)
"""Those that the README and the pages show."""


def every(pages: list[str]) -> list[Shot]:
    """Each page in both themes, wide and narrow."""
    return [Shot(page, theme, width) for page in pages for theme in ("light", "dark") for width in (1200, 320)]


def take(browser: Browser, here: str, address: str, shot: Shot, target: Path) -> None:
    """Take one picture."""
    context = browser.new_context(
        viewport={"width": shot.width, "height": shot.height or 800},
        color_scheme="dark" if shot.theme == "dark" else "light",
        device_scale_factor=1,
    )
    page = context.new_page()
    page.goto(here + address)
    if page.locator("#plot").count():
        page.locator(_DRAWN).first.wait_for()
        page.wait_for_timeout(600)
    page.screenshot(path=target, full_page=not shot.height)
    context.close()


def show(browser: Browser, here: str, address: str, shot: Shot) -> None:
    """Take one that is shown, and store it small."""
    target = SHOWN / f"{shot.page}-{shot.theme}.png"
    take(browser, here, address, shot, target)
    with Image.open(target) as picture:
        rare_too = Image.Quantize.MAXCOVERAGE  # The colours of few dots are those that matter.
        small = picture.convert("RGB").quantize(COLOURS, rare_too, dither=Image.Dither.NONE)
    small.save(target, optimize=True)
    if target.stat().st_size > LARGEST:
        sys.exit(f"{target} is larger than {LARGEST} bytes")


def read(reports: Path, ledger: Path) -> None:
    """Read reports into a new ledger."""
    command = [sys.executable, "-m", "allegiance", "read", str(reports), "--ledger", str(ledger)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def pictures(browser: Browser, ledger: Path, only: frozenset[str], world: bool) -> None:
    """Take those of one ledger: of every page, or of the map of `world`."""
    with served_ledger(ledger) as (here, opened):
        at = {"map": "/map"} if world else {name: to for name, to in addresses(opened).items() if name != "map"}
        for shot in every([name for name in at if name in only or not only]):
            take(browser, here, at[shot.page], shot, ALL / shot.name)
            print(ALL / shot.name)
        for shot in CHOSEN:
            if shot.page in at and (shot.page in only or not only):
                show(browser, here, at[shot.page], shot)


def main() -> None:
    """Take them all, or only those of the pages that are named."""
    if not installed_browser():
        sys.exit("no Chromium is installed here (or named by $ALLEGIANCE_BROWSER)")
    for folder in (ALL, SHOWN):
        folder.mkdir(parents=True, exist_ok=True)
    only = frozenset(sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder, opened_browser() as browser:
        example, world = Path(folder) / "example.db", Path(folder) / "world.db"
        # The country of the packaged example is invented, and so on no map.
        read(example_reports(), example)
        read(PLACES, world)
        pictures(browser, example, only, world=False)
        pictures(browser, world, only, world=True)


if __name__ == "__main__":
    main()
