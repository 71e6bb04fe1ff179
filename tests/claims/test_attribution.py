"""Who said it: each sentence of a text beside its speaker, cue and medium."""

from __future__ import annotations

import pytest

from rashomon import langs
from rashomon.claims.speakers import attributions
from rashomon.model import Attribution
from rashomon.text import sentences

LEXICON = langs.load()
Said = tuple[str, str, str | None] | None


def said(text: str) -> list[Attribution | None]:
    return list(attributions(text, sentences(text, LEXICON), LEXICON))


def plain(text: str) -> list[Said]:
    return [(a.speaker, a.cue or "", a.via) if a else None for a in said(text)]


def speakers(text: str) -> list[str | None]:
    return [a.speaker if a else None for a in said(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police said the ferry sank.", ("Police", "said", None)),
        ("The ferry sank, police said.", ("police", "said", None)),
        ("The toll, officials say, is 12.", ("officials", "say", None)),
        ("“It sank,” Lise Hanning said.", ("Lise Hanning", "said", None)),
        ("“It sank,” said Lise Hanning.", ("Lise Hanning", "said", None)),
        ("“Where is it?” asked Lise Hanning.", ("Lise Hanning", "asked", None)),
        ("“It sank,” said Odo Brint, the mayor.", ("Odo Brint", "said", None)),
        ("Odo Brint, head of the harbour, said it sank.", ("Odo Brint", "said", None)),
        ("Lise Hanning, 42, said it sank.", ("Lise Hanning", "said", None)),
        ("The company, which owns the ferry, said it was safe.", ("company", "said", None)),
        ("According to the coast guard, it sank.", ("coast guard", "According to", None)),
        ("It sank, according to the coast guard.", ("coast guard", "according to", None)),
        ("The ferry company later confirmed the news.", ("ferry company", "confirmed", None)),
        ("The port authority denied that it had sunk.", ("port authority", "denied", None)),
        ("A spokesman for the ferry company said it sank.", ("spokesman for the ferry company", "said", None)),
        ("Brint and Hanning said it sank.", ("Brint and Hanning", "said", None)),
        ("After the fall, Odo Brint said it sank.", ("Odo Brint", "said", None)),
        ("Nine fell off the quay at Collmoor, mayor Odo Brint said.", ("mayor Odo Brint", "said", None)),
        ("In the old town of Collmoor, police said it sank.", ("police", "said", None)),
        ("On Friday, police said it sank.", ("police", "said", None)),
        ("In Collmoor, police said it sank.", ("police", "said", None)),
    ],
)
def test_speaker_and_cue(text: str, expected: Said) -> None:
    assert plain(text) == [expected]


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("Odo Brint told AFP that it sank.", "Odo Brint", "AFP"),
        ("“It sank,” Odo Brint told the Marsh Courier.", "Odo Brint", "the Marsh Courier"),
        ("“It sank,” Odo Brint told the Marsh Courier on Tuesday.", "Odo Brint", "the Marsh Courier"),
        ("“It sank,” a passenger told Marsh Radio by phone.", "passenger", "Marsh Radio"),
        ("Odo Brint said it sank.", "Odo Brint", None),
        pytest.param(
            "Odo Brint told reporters it sank.",
            "Odo Brint",
            "reporters",
            marks=pytest.mark.xfail(reason="without “that” the medium runs on into what was said"),
        ),
    ],
)
def test_medium(text: str, speaker: str, via: str | None) -> None:
    (found,) = said(text)
    assert found is not None
    assert (found.speaker, found.via) == (speaker, via)


@pytest.mark.parametrize(
    "text",
    [
        "The tide rose on Tuesday.",
        "The ferry is said to be old.",
        "It was reported that the ferry sank.",
        "Odo Brint is believed to be at sea.",
        "The ship was called the Marsh Lark by sailors.",
        "The mayor is to say it.",
        "The wind said no.",
        "“Odo Brint said so.”",
    ],
)
def test_nobody_speaks(text: str) -> None:
    assert said(text) == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Odo Brint spoke in Collmoor. He said it sank.", [None, "Odo Brint"]),
        ("Lise Hanning fell. “It hurt,” she said.", [None, "Lise Hanning"]),
        ("Mayor Odo Brint spoke. Brint said it sank.", [None, "Odo Brint"]),
        ("Odo Brint came. Mr. Brint said it sank.", [None, "Odo Brint"]),
        ("The coast guard said it sank. It added that it was old.", ["coast guard", "coast guard"]),
        ("The coast guard said it sank. They added that it was old.", ["coast guard", "coast guard"]),
        ("She said it sank.", ["She"]),
    ],
)
def test_pronouns_and_short_names(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“It sank,” said Odo Brint. “Then it was dark.” Rain fell.",
            ["Odo Brint", "Odo Brint", None],
        ),
        (
            "Odo Brint said: “It sank. It was an old boat.” The rest is silence.",
            ["Odo Brint", "Odo Brint", None],
        ),
        (
            "“It sank,” said Odo Brint. “Then it was dark.\n“It was cold.”",
            ["Odo Brint", "Odo Brint", "Odo Brint"],
        ),
        (
            "Odo Brint said: “It sank. It was an old boat.”\nThe rain fell.\n“It was cold.”",
            ["Odo Brint", "Odo Brint", None, None],
        ),
        pytest.param(
            "“It sank. It was loud,” said Odo Brint.",
            ["Odo Brint", "Odo Brint"],
            marks=pytest.mark.xfail(reason="a speaker named after the quotation is not carried back to its start"),
        ),
    ],
)
def test_a_quotation_goes_on(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "direct"),
    [
        ("“We heard a crack and then the lights went out,” said Lise Hanning.", True),
        ('"We heard a crack and then the lights went out," said Lise Hanning.', True),
        ("Lise Hanning said they heard a “crack” and then the lights went out.", False),
        ("Police said the ferry sank.", False),
        pytest.param(
            "“It sank,” said Odo Brint.",
            True,
            marks=pytest.mark.xfail(reason="the share of the sentence counts, so a short quotation is not direct"),
        ),
    ],
)
def test_direct(text: str, direct: bool) -> None:
    (found,) = said(text)
    assert found is not None
    assert found.direct is direct


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(text, expected, marks=pytest.mark.xfail(reason=reason))
        for text, expected, reason in [
            ("Police and the coast guard said it sank.", ["Police and the coast guard"], "“and” joins only names"),
            ("Odo Brint came. According to him, it sank.", [None, "Odo Brint"], "“him” is no known pronoun"),
            ("Said Odo Brint: “It sank.”", ["Odo Brint"], "an inverted cue at the start of a sentence is not read"),
            (
                "The ferry company spoke. “It sank,” it said.",
                [None, "ferry company"],
                "a body that has not spoken yet is not remembered",
            ),
            (
                "Odo Brint said the tide was low. The coast guard disagrees. It said more boats were needed.",
                ["Odo Brint", None, "coast guard"],
                "“it” falls back to a person",
            ),
        ]
    ],
)
def test_known_misses(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected
