"""Readers by name: what `--reader` and RASHOMON_READER take."""

from __future__ import annotations

from functools import cache

from rashomon.errors import BadSetting
from rashomon.ports import Reader

TRAINED, NONE, SPACY = "trained", "none", "spacy:"


@cache
def reader(name: str) -> Reader | None:
    """The reader of a name, made once: ``trained`` (the shipped one), ``none``, or ``spacy:`` and a pipeline's name.

    Raises BadSetting for any other name, for a pipeline that is not installed, and without spaCy.
    """
    if name == NONE:
        return None
    if name == TRAINED:
        from rashomon.reading.trained import TrainedReader

        return TrainedReader()
    if name.startswith(SPACY) and len(name) > len(SPACY):
        from rashomon.reading.with_spacy import SpacyReader

        return SpacyReader(name.removeprefix(SPACY))
    raise BadSetting(
        f"there is no reader {name!r}", place="reader", remedy="Use trained, none, or spacy: and a pipeline's name."
    )
