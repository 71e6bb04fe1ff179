"""The trained weights: two small networks, the tags' names and the word pieces, read once."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from rashomon.reading.roles import Crf

FOLDER = files("rashomon.reading") / "weights"


@dataclass(frozen=True, slots=True)
class Weights:
    """What a reading needs: ``sentence`` and ``paragraph`` are the networks, the rest names their numbers.

    ``sentence`` takes one sentence's pieces and gives its words' tags, arc scores, states and vectors;
    ``paragraph`` takes the states of a paragraph's words and gives role scores and link sides.
    """

    version: str
    sentence: onnxruntime.InferenceSession
    paragraph: onnxruntime.InferenceSession
    tokenizer: Tokenizer
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    lemmas: tuple[str, ...]
    labels: tuple[str, ...]
    entities: tuple[str, ...]
    roles: tuple[str, ...]
    role_chain: Crf
    entity_chain: Crf
    none: tuple[float, float]


def _tags(folder: Traversable) -> dict[str, Any]:
    held: dict[str, Any] = json.loads((folder / "tags.json").read_text(encoding="utf-8"))
    return held


def version(folder: Traversable = FOLDER) -> str:
    """The version of a folder's weights, without loading them."""
    return str(_tags(folder)["version"])


@cache
def load(folder: Traversable = FOLDER) -> Weights:
    """The weights of a folder, by default those that are shipped with the package; loaded once in a process."""
    held = _tags(folder)
    names = {name: tuple(held[name]) for name in ("upos", "xpos", "lemmas", "labels", "entities", "roles")}
    return Weights(
        version=held["version"],
        sentence=_session(folder / "sentence.onnx"),
        paragraph=_session(folder / "paragraph.onnx"),
        tokenizer=Tokenizer.from_str((folder / "tokenizer.json").read_text(encoding="utf-8")),
        role_chain=_chain(held["chains"]["roles"]),
        entity_chain=_chain(held["chains"]["entities"]),
        none=(float(held["none"][0]), float(held["none"][1])),
        **names,
    )


def _chain(held: dict[str, Any]) -> Crf:
    return Crf(*(np.array(held[part], np.float32) for part in ("first", "steps", "last")))


def _session(file: Traversable) -> onnxruntime.InferenceSession:
    """A network that runs on one thread: sentences are read side by side, each by itself."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.x64quantprecision", "1")  # without VNNI the products saturate otherwise
    with as_file(file) as path:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
