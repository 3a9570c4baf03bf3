"""What holds for all tests: none looks at the register, or writes into the cache, of whoever runs them."""

from __future__ import annotations

import os
from pathlib import Path

os.environ["ALLEGIANCE_CACHE"] = str(Path(__file__).parents[1] / ".pytest_cache" / "allegiance")
os.environ.pop("ALLEGIANCE_REGISTER", None)
