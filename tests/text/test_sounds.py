"""Words that sound alike, and their plain letters."""

from __future__ import annotations

import pytest

from rashomon.text.sounds import plain, sound


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Şanlıurfa", "sanliurfa"),
        ("Poltavs’ka  Oblast’", "poltavska oblast"),
        ("Łódź", "lodz"),
        ("Saint-Étienne", "saint etienne"),
        ("N'Djamena", "ndjamena"),
        ("Straße 5", "strasse 5"),
        ("U.S.", "u s"),
        ("", ""),
    ],
)
def test_plain(text: str, expected: str) -> None:
    assert plain(text) == expected


@pytest.mark.parametrize(
    ("a", "b", "alike"),
    [
        ("Orlenskyy", "Orlenskiy", True),
        ("Akhmed", "Ahmed", True),
        ("Josef", "Joseph", True),
        ("Maks", "Max", True),
        ("Vinnytsia", "Vinnytsya", True),
        ("Qasim", "Kasim", True),
        ("Çeşme", "Cesme", True),
        ("Hansen", "Hanson", False),
        ("Holm", "Helm", False),
    ],
)
def test_sound(a: str, b: str, alike: bool) -> None:
    assert (sound(a) == sound(b)) is alike
