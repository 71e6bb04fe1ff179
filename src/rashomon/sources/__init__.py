"""Files, folders, addresses and lists -> pages with their reports."""

from __future__ import annotations

from rashomon.sources.outlets import Agency, OutletTable, load_outlets
from rashomon.sources.pages import Progress, read

__all__ = ["Agency", "OutletTable", "Progress", "load_outlets", "read"]
