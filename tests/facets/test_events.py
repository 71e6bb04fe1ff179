"""Whether two invented claims tell of one event, and in what they are at odds."""

from __future__ import annotations

from functools import cache

import pytest

from rashomon import langs
from rashomon.claims import claims
from rashomon.facets.events import at_odds, same_event
from rashomon.model import Claim, Passage, Report
from rashomon.reading.trained import TrainedReader
from rashomon.text import sentences

LEXICON = langs.load("en")


@cache
def reader() -> TrainedReader:
    return TrainedReader(threads=2)


@cache
def claim(text: str) -> tuple[Claim, Report]:
    """The first claim of a text that tells an event, in a report whose id is the text."""
    report = Report(text, "r.txt", text)
    passage = Passage(text, sentences(text, LEXICON))
    found = claims(report, LEXICON, reader().read([passage])[0])
    return next(one for one in found if one.event), report


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("Rebels attacked the harbour.", "The harbour was attacked by rebels.", 1.0, 1.0),
        ("Rebels attacked the harbour.", "Rebels carried out a raid on the harbour.", 0.8, 0.9),
        ("The mayor was killed in Orm.", "The death of the mayor was announced.", 0.8, 0.9),
        ("The mayor was convicted.", "The mayor was acquitted.", 0.5, 0.7),
        ("Rebels attacked the harbour.", "Soldiers attacked the airfield.", 0.5, 0.5),
        ("Rebels attacked the harbour.", "The mayor visited the museum.", 0.0, 0.0),
    ],
)
def test_same_event(one: str, other: str, least: float, most: float) -> None:
    a, b = claim(one)[0], claim(other)[0]
    found = same_event(a, b, LEXICON)
    assert least <= found.score <= most
    assert same_event(b, a, LEXICON).score == found.score
    assert bool(found.reasons) == bool(found.score)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The army shelled the village.", "The army did not shell the village.", ("polarity", "conflict")),
        ("The army shelled the village.", "The minister denied that the army had shelled the village.",
         ("polarity", "conflict")),
        ("The ministers will meet the rebels.", "The ministers met the rebels.", ("modality", "update")),
        ("The mayor was convicted of fraud.", "The mayor was acquitted of fraud.", ("opposites", "conflict")),
        ("The driver was arrested in Orm.", "The driver was released in Orm.", ("opposites", "update")),
        ("Soldiers attacked the rebels.", "The rebels attacked soldiers.", ("roles", "conflict")),
        ("Rebels attacked the harbour.", "Pirates attacked the harbour.", ("actor", "conflict")),
        # nothing to be at odds about
        ("The army shelled the village.", "The village was shelled by the army.", None),
        ("The army may shell the village.", "The army did not shell the village.", None),
        ("If the army shells the village, we will leave.", "The army did not shell the village.", None),
        ("The army shelled the village.", "The navy did not shell the port.", None),
    ],
)  # fmt: skip
def test_at_odds(one: str, other: str, expected: tuple[str, str] | None) -> None:
    (a, first), (b, second) = claim(one), claim(other)
    reports = {report.id: report for report in (first, second)}
    found, turned = at_odds(a, b, reports, LEXICON), at_odds(b, a, reports, LEXICON)
    assert (found and (found.kind, found.relation)) == expected
    assert (turned and (turned.kind, turned.relation)) == expected
    assert found is None or found.reason.endswith(".")


def test_a_claim_without_an_event_is_of_no_event() -> None:
    plain = claims(Report("r", "r.txt", "Rebels attacked the harbour."), LEXICON)[0]
    assert same_event(plain, plain, LEXICON).score == 0
    assert at_odds(plain, plain, {}, LEXICON) is None
