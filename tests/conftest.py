"""What holds for all tests: none looks at the register, or writes into the cache, of whoever runs them, or is timed."""

from __future__ import annotations

import os
from pathlib import Path

from hypothesis import settings

os.environ["ALLEGIANCE_CACHE"] = str(Path(__file__).parents[1] / ".pytest_cache" / "allegiance")
os.environ.pop("ALLEGIANCE_REGISTER", None)
# Where several tests run at once each is told how wide the terminal is; tables are as wide as in a pipe.
os.environ.pop("COLUMNS", None)

# A law holds or not, however busy the machine is.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
