"""Files, folders, addresses and lists -> pages with their reports."""

from __future__ import annotations

from rashomon.sources.outlets import Agency, OutletTable, load_outlets
from rashomon.sources.pages import read

__all__ = ["Agency", "OutletTable", "load_outlets", "read"]
