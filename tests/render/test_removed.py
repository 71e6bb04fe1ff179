"""The list of what was left out of the reports."""

from __future__ import annotations

from rashomon.render.removed import lines
from tests.render.sample import sample


def test_each_report_has_its_line_and_what_was_removed_below() -> None:
    shown = list(lines(sample().reports))
    assert sum(not line.startswith("  ") for line in shown) == len(sample().reports)
    assert shown[0] == "Northlight Agency, saved/northlight-r1.html: nothing removed"
    at = next(n for n, line in enumerate(shown) if line.endswith("2 pieces removed"))
    assert shown[at + 1 : at + 3] == [
        '  a call to follow or share: “Follow us <img src=x onerror="window.pwned=5">”',
        "  who took a picture: “(Photo: Ione Marsh/Northlight)”",
    ]
