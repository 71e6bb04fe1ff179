"""The sentences of summaries that lost full stops and quotation marks."""

from __future__ import annotations

import pytest

from rashomon import langs
from rashomon.checks.statements import statements


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It sank. It was loud.", ["It sank.", "It was loud."]),
        (
            "The talks have failed.“We must swim now,” he said.",
            ["The talks have failed.", "“We must swim now,” he said."],
        ),
        (
            "The port has closed again.Crews left the harbour.",
            ["The port has closed again.", "Crews left the harbour."],
        ),
        (
            "She warned of “the tide that nobody saw” The port also says it will dig a new channel.",
            ["She warned of “the tide that nobody saw”", "The port also says it will dig a new channel."],
        ),
        (
            "He spoke of “only a few wet shoes””Our work will go on,” the mayor says.",
            ["He spoke of “only a few wet shoes”", "“Our work will go on,” the mayor says."],
        ),
        (
            "She added: “This is a sign to Tellin’  ’We have to see it,” Brint says.",
            ["She added: “This is a sign to Tellin”", "“We have to see it,” Brint says."],
        ),
        (
            "The ferry stopped in Collmoor. boats were far away.",
            ["The ferry stopped in Collmoor.", "boats were far away."],
        ),
        ("He called it “a wet day” Brint said.", ["He called it “a wet day” Brint said."]),
        ("The U.S. Navy came. The workers’ boats left.", ["The U.S. Navy came.", "The workers’ boats left."]),
    ],
)
def test_parts(text: str, parts: list[str]) -> None:
    read = statements(text, langs.load("en"))
    assert [read.text[slice(*span)] for span in read.spans] == parts
    assert len(read.text) == len(text)
