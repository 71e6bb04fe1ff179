"""Readers by name."""

from __future__ import annotations

import pytest

from rashomon.errors import BadSetting
from rashomon.reading import choose
from rashomon.reading.trained import TrainedReader


def test_the_shipped_reader_is_made_once() -> None:
    made = choose.reader("trained")
    assert isinstance(made, TrainedReader)
    assert choose.reader("trained") is made


def test_no_reader() -> None:
    assert choose.reader("none") is None


@pytest.mark.parametrize("name", ["", "spacy", "spacy:", "Trained", "spacy:no_such_pipeline"])
def test_an_unknown_reader_is_named(name: str) -> None:
    with pytest.raises(BadSetting) as error:
        choose.reader(name)
    assert error.value.place == "reader"
    assert error.value.remedy
