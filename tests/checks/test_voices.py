"""Whether two speakers are one, as far as names and offices tell."""

from __future__ import annotations

import pytest

from rashomon import langs
from rashomon.checks.voices import same, voice
from rashomon.claims.cast import Person

PEOPLE = (
    Person("Odo Brint", "harbour master", None, 0),
    Person("Tilda Marrow", "company spokeswoman", "female", 50),
    Person("Lise Hanning", "Norland transport minister", None, 90),
    Person("Per Oskar", "Estonian transport minister", None, 120),
)


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("Odo Brint", "Brint", True),
        ("harbour master Odo Brint", "the harbour master", True),
        ("Odo Brint", "Tilda Marrow", False),
        ("Odo Brynt", "Odo Brint", True),
        ("a company spokesman", "Tilda Marrow", True),
        ("a company spokesman", "Odo Brint", False),
        ("Norland's transport minister", "Lise Hanning", True),
        ("Norland's transport minister", "Per Oskar", False),
        ("Norlandic officials", "Norland", True),
        ("the transport ministry", "the defence ministry", False),
        ("regional police", "police", True),
        ("she", "Odo Brint", None),
    ],
)
def test_same(a: str, b: str, one: bool | None) -> None:
    lexicon = langs.load("en")
    everybody = [voice(person.name, PEOPLE, lexicon) for person in PEOPLE]
    assert same(voice(a, PEOPLE, lexicon), voice(b, PEOPLE, lexicon), everybody) is one
    assert same(voice(b, PEOPLE, lexicon), voice(a, PEOPLE, lexicon), everybody) is one
