"""Credits: the forms that count, the mentions that do not, and exact spans."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.sources import load_outlets
from rashomon.sources.credits import credits

AGENCIES = load_outlets().agencies


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ISTANBUL (AP) — The bridge is closed.", [("Associated Press", "ISTANBUL (AP)")]),
        ("LIMA, Peru, June 2 (Reuters) - The bridge is closed.", [("Reuters", "LIMA, Peru, June 2 (Reuters)")]),
        ("LIMA, June 2 (Xinhua) -- It rained.", [("Xinhua", "LIMA, June 2 (Xinhua)")]),
        ("MOSCOW, June 2. /TASS/. The bridge is closed.", [("TASS", "MOSCOW, June 2. /TASS/")]),
        ("LIMA (AFP/Reuters) - It rained.", [("AFP", "LIMA (AFP/Reuters)"), ("Reuters", "LIMA (AFP/Reuters)")]),
        ("(Reuters) - The bridge is closed.", [("Reuters", "(Reuters)")]),
        ("AFP - The bridge is closed.", [("AFP", "AFP")]),
        ("It rained, he said. (ANI)", [("ANI", "(ANI)")]),
        ("It rained, he said. -IANS", [("IANS", "-IANS")]),
        ("It rained.\n(With PTI inputs)", [("PTI", "(With PTI inputs)")]),
        ("It rained.\nWith inputs from Reuters and ANI.", [("ANI", ""), ("Reuters", "")]),
        ("Additional reporting by Agence France-Presse", [("AFP", "Additional reporting by Agence France-Presse")]),
        ("Associated Press writer Jane Doe in Oslo contributed to this report.", [("Associated Press", "")]),
        ("Copyright 2025 The Associated Press. All rights reserved.", [("Associated Press", "")]),
        ("© 2025 AFP", [("AFP", "© 2025 AFP")]),
        ("Source: Anadolu Agency", [("Anadolu Agency", "Source: Anadolu Agency")]),
        ("Bridge closed\nBy Jane Doe, Associated Press\nIt rained.", [("Associated Press", "")]),
        ("This story was published by Reuters.", [("Reuters", "This story was published by Reuters")]),
        ("It rained.\n(Reporting by Jane Doe; Editing by John Roe)", [("Reuters", "")]),
        ("It rained. (Additional reporting by Jane Doe in Lima, Editing by John Roe)", [("Reuters", "")]),
        ("МОСКВА, 2 июня. /ТАСС/. Дождь.", [("TASS", "МОСКВА, 2 июня. /ТАСС/")]),
        ("ROM (dpa) - Es regnet.", [("dpa", "ROM (dpa)")]),
        ("Источник: Рейтер", [("Reuters", "Источник: Рейтер")]),
        ("Quelle: Agence France-Presse", [("AFP", "Quelle: Agence France-Presse")]),
        ("新华社", [("Xinhua", "新华社")]),
        ("From Bloomberg:\n“It rained.”", []),
        ("(Reporting by Jane Doe)", []),
        ("The mayor told Reuters that the bridge is closed.", []),
        ("The mayor told the Associated Press (AP) that it rained.", []),
        ("The bridge in May. (AP Photo/Jane Doe)", []),
        ("Photo: AFP", []),
        ("The app is new, and a map of the bridge was shown.", []),
        ("The AP said it rained, according to AFP.", []),
        ("", []),
    ],
)
def test_forms(text: str, expected: list[tuple[str, str]]) -> None:
    found = credits(text, None, AGENCIES)
    assert sorted(credit.agency for credit in found) == sorted(agency for agency, _ in expected)
    assert {quote for _, quote in expected if quote} <= {credit.quote for credit in found}
    assert all(text[credit.span.start : credit.span.end] == credit.quote != "" for credit in found)


@pytest.mark.parametrize(
    ("byline", "agency"),
    [
        ("Reuters", "Reuters"),
        ("Jane Doe, Associated Press", "Associated Press"),
        ("By Jane Doe | AFP", "AFP"),
        ("The Associated Press", "Associated Press"),
        ("Jane Doe of the valley", None),
        ("", None),
    ],
)
def test_bylines(byline: str, agency: str | None) -> None:
    text = "Bridge closed\n\nIt rained."
    found = credits(text, byline, AGENCIES, body=15)
    assert [credit.agency for credit in found] == ([agency] if agency else [])
    assert all(credit.quote == text[credit.span.start : credit.span.end] for credit in found)


PIECES = st.sampled_from(
    ["(AP)", "Reuters", " - ", "\n", "With ", "inputs from ", "PTI", "©", "/", "contributed to this report", "Oslo "]
)


@given(st.lists(PIECES | st.text(max_size=5), max_size=30).map("".join), st.none() | st.text(max_size=20))
def test_spans_are_exact_in_any_text(text: str, byline: str | None) -> None:
    for credit in credits(text, byline, AGENCIES):
        assert text[credit.span.start : credit.span.end] == credit.quote
