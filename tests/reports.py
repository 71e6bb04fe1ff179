"""Two reports of one invented event, written to a folder or made in memory, and other reports from a text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rashomon.model import Outlet, Report

FERRY = """Ferry runs aground off Collmoor

The ferry Marsh Lark ran aground off Collmoor on Tuesday with 112 passengers on board. \
Nine passengers were injured, harbour master Odo Brint said. \
"We heard a crack and then the lights went out," said passenger Lise Hanning. \
The ferry company has stopped all crossings until Friday.
"""

TIDE = """Passengers rescued after ferry hits sandbank

The Marsh Lark ferry ran aground near Collmoor on Tuesday. \
Fourteen passengers were injured, according to the coast guard. \
There were 112 passengers on board, the ferry company said. \
A replacement bus runs along the shore road. \
Harbour master Odo Brint said the tide had been unusually low.
"""

FRENCH = """Un ferry s'échoue au large de Collmoor

Le ferry Marsh Lark s'est échoué mardi au large de Collmoor avec plus de cent passagers à bord. Plusieurs
personnes ont été blessées, selon la capitainerie du port. La compagnie a suspendu toutes les traversées.
"""


def folder(place: Path, **more: str) -> Path:
    """The folder with ferry.txt, tide.txt and the files of ``more`` (name without ".txt" to text)."""
    place.mkdir(exist_ok=True)
    for name, text in {"ferry": FERRY, "tide": TIDE, **more}.items():
        (place / f"{name}.txt").write_text(text, encoding="utf-8")
    return place


def report(id: str, text: str, **more: Any) -> Report:
    """An English report of this text; ``more`` are other fields of Report."""
    return Report(**{"id": id, "input": f"{id}.txt", "text": text, "language": "en", **more})


def outlet(name: str, kind: Any = "newspaper") -> Outlet:
    """An outlet of which only the name and kind matter."""
    return Outlet(name=name, kind=kind)
