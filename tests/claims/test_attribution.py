"""Who said it: each sentence of a text beside its speaker, cue and medium."""

from __future__ import annotations

import pytest

from rashomon import langs
from rashomon.claims.speakers import attributions, tell
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
        ("Odo Brint came. According to him, it sank.", [None, "Odo Brint"]),
        ("Police and the coast guard said it sank.", ["Police and the coast guard"]),
        ("The ferry company spoke. “It sank,” it said.", [None, "ferry company"]),
        (
            "Odo Brint said the tide was low. The coast guard disagrees. It said more boats were needed.",
            ["Odo Brint", None, "coast guard"],
        ),
        ("Odo Brint, the harbour commissioner, came. The commissioner said it sank.", [None, "Odo Brint"]),
        ("The Home Secretary, Lise Hanning, fell. The home secretary said it hurt.", [None, "Lise Hanning"]),
        ("Lawyer Odo Brint came. The attorney said it sank.", [None, "Odo Brint"]),
        ("Mr Odo Brint and Mrs Lise Hanning met. Hanning fell. He said it sank.", [None, None, "Odo Brint"]),
        ("The Marsh Guard Service (MGS) came. MGS said it sank.", [None, "Marsh Guard Service (MGS)"]),
        ("The Marsh Guard Service (MGS) said it sank.", ["Marsh Guard Service (MGS)"]),
        ("The Collmoor Harbour Ministry met. The ministry said it sank.", [None, "Collmoor Harbour Ministry"]),
        ("The Quay Club issued a statement. The statement said it sank.", [None, "Quay Club"]),
        ("It sank, according to a statement by the Quay Club.", ["Quay Club"]),
        ("The land's harbour guard, the LHG, came. They said it sank.", [None, "harbour guard, LHG"]),
        ("Lise June came. Miss June said it sank.", [None, "Lise June"]),
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
        ("“It sank. It was loud,” said Odo Brint.", ["Odo Brint", "Odo Brint"]),
        ("''It sank. It was loud,'' said Odo Brint.", ["Odo Brint", "Odo Brint"]),
        ("“It sank.\n“It was loud,” said Odo Brint.", ["Odo Brint", "Odo Brint"]),
        ("The notice read:\nNo boats today.\nThe rain fell.", [None, None, None]),
        ("The statement read:\nNo boats today.\nThe rain fell.", ["statement", "statement", None]),
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
            ("Said Odo Brint: “It sank.”", ["Odo Brint"], "an inverted cue at the start of a sentence is not read"),
            (
                "Odo Brint came. The mayor fell, his aunt said.",
                [None, "Odo Brint's aunt"],
                "whose aunt it is is not told",
            ),
            (
                "Police said the ferry sank. It had turned twice before.",
                ["Police", "Police"],
                "reported speech that goes on without a verb is taken for the outlet's own voice",
            ),
        ]
    ],
)
def test_known_misses(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


def clauses_by(text: str) -> list[tuple[str, str]]:
    """The parts of the first sentence with a speaker of their own."""
    (told, *_) = tell(text, sentences(text, LEXICON), LEXICON)
    return [(text[slice(*span)], said.speaker) for span, said in told.parts]


@pytest.mark.parametrize(
    ("text", "whole", "parts"),
    [
        (
            "Police said it sank, which the ferry company denied.",
            "Police",
            [("which the ferry company denied.", "ferry company")],
        ),
        (
            "Police said it sank, but Odo Brint said it burned.",
            "Police",
            [("but Odo Brint said it burned.", "Odo Brint")],
        ),
        ("Odo Brint fell, saying the quay was wet.", "Odo Brint", []),
        ("Odo Brint did not come but said the quay was wet.", "Odo Brint", []),
        ("The ferry, described by sailors as slow, sank.", None, [("described by sailors as slow", "sailors")]),
        ("Odo Brint – who runs the quay – also insisted it was dry.", "Odo Brint", []),
        ("A man who lives nearby said it sank.", "man", []),
        ("The member states have a report on the claim of the ferry.", None, []),
    ],
)
def test_clauses_have_their_own_speakers(text: str, whole: str | None, parts: list[tuple[str, str]]) -> None:
    assert speakers(text) == [whole]
    assert clauses_by(text) == parts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Marsh Times reported, citing officials, that it sank.", ("officials", "The Marsh Times")),
        ("According to the Marsh Times, Odo Brint said it sank.", ("Odo Brint", "the Marsh Times")),
        ("Odo Brint said by telephone that it sank.", ("Odo Brint", None)),
    ],
)
def test_medium_is_kept_apart(text: str, expected: tuple[str, str | None]) -> None:
    (found,) = said(text)
    assert found is not None
    assert (found.speaker, found.via) == expected
