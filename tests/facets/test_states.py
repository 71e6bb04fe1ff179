"""Whether a claim speaks of what is to come, is under way or is over."""

from __future__ import annotations

import pytest

from rashomon.claims.terms import terms
from rashomon.facets.states import same_turn, state
from rashomon.text import tokens
from tests.facets.made import LEXICON


@pytest.mark.parametrize(
    ("text", "shared", "expected"),
    [
        ("The owners will meet in Fenwick.", "", "planned"),
        ("The owners are to meet in Fenwick.", "", "planned"),
        ("The fair will take place in May.", "", "planned"),
        ("The owners will sell the ferry.", "sell the ferry", "planned"),
        ("The owners will sell the ferry.", "the ferry", None),
        ("The ferry is expected to leave the quay.", "leave", "planned"),
        ("The owners are meeting in Fenwick.", "", "now"),
        ("The fair is under way.", "", "now"),
        ("The owners met in Fenwick.", "", "past"),
        ("The fair took place in May.", "", "past"),
        ("The owners met and will sell the ferry.", "", None),
        ("The owners met and will sell the ferry.", "sell", "planned"),
        ("The owners like the ferry.", "", None),
        ("Will Brint came to Fenwick.", "came", None),
        ("", "", None),
    ],
)
def test_state(text: str, shared: str, expected: str | None) -> None:
    assert state(tokens(text), terms(tokens(shared), LEXICON), LEXICON) == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("The second round begins.", "The second round began.", True),
        ("The second round begins.", "The first round began.", False),
        ("The next fair opens.", "The last fair opened.", False),
        ("The fair opens.", "The first fair opened.", True),
        ("The fair opens.", "The fair opened.", True),
    ],
)
def test_same_turn(a: str, b: str, expected: bool) -> None:
    assert same_turn(tokens(a), tokens(b), LEXICON) is expected
