"""What happens where spaCy is not installed, and that nobody pays for it who does not use it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from rashomon import errors
from rashomon.reading.with_spacy import SpacyReader


def test_importing_does_not_import_spacy() -> None:
    code = "import sys, rashomon, rashomon.reading.with_spacy; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_error_names_the_pipeline_and_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(errors.BadSetting) as raised:
        SpacyReader("en_core_web_sm")
    assert "'en_core_web_sm'" in raised.value.what
    assert raised.value.place == "reader"
    assert "pip install 'rashomon[spacy]'" in raised.value.remedy
