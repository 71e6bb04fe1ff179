"""The contract of all readers, over three pipelines."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy")

import spacy

from rashomon.ports import Reader
from rashomon.reading.with_spacy import SpacyReader
from tests.reading.contract import Fresh, ReaderContract
from tests.reading_spacy import pipelines

MAKERS = {
    "only words": lambda: spacy.blank("en"),
    "names, syntax and attributions by rule": lambda: pipelines.made("test_syntax", "test_attribution"),
    "a network": pipelines.neural,
}


@pytest.fixture(scope="module", params=MAKERS)
def fresh(request: pytest.FixtureRequest) -> Fresh:
    nlp = MAKERS[request.param]()
    return lambda: SpacyReader(nlp)


@pytest.fixture(scope="module")
def reader(fresh: Fresh) -> Reader:
    return fresh()


class TestSpacyReader(ReaderContract):
    """The contract."""
