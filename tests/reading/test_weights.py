"""The files that are shipped: their size, and that they belong together."""

from __future__ import annotations

import hashlib
import json
from typing import Any, get_args

import pytest

from rashomon.model import EntityKind
from rashomon.reading import lemmas, weights
from rashomon.reading.roles import ROLES

LIMIT = 30_000_000
NAMES = {"sentence.onnx", "paragraph.onnx", "tags.json", "tokenizer.json"}
UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X"


@pytest.fixture(scope="module")
def held() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((weights.FOLDER / "tags.json").read_text(encoding="utf-8"))
    return found


def test_the_files() -> None:
    found = {file.name: len(file.read_bytes()) for file in weights.FOLDER.iterdir()}
    assert set(found) == NAMES
    assert sum(found.values()) <= LIMIT


def test_the_version_is_the_hash_of_all_that_was_trained(held: dict[str, Any]) -> None:
    digest = hashlib.sha256()
    for name in ("sentence.onnx", "paragraph.onnx"):
        digest.update((weights.FOLDER / name).read_bytes())
    digest.update(json.dumps({name: value for name, value in held.items() if name != "version"}).encode())
    assert held["version"] == f"reader-1-{digest.hexdigest()[:8]}"
    assert weights.load().version == held["version"]


@pytest.mark.parametrize("name", ["upos", "xpos", "lemmas", "labels", "entities", "roles"])
def test_tags_have_names_and_each_once(held: dict[str, Any], name: str) -> None:
    assert held[name]
    assert all(isinstance(tag, str) and tag for tag in held[name])
    assert len(set(held[name])) == len(held[name])
    assert getattr(weights.load(), name) == tuple(held[name])


def test_the_tags_are_those_of_their_schemes(held: dict[str, Any]) -> None:
    assert set(held["upos"]) <= set(UPOS.split())
    assert held["roles"] == ["O", *(f"{begin}-{role}" for role in ROLES for begin in "BI")]
    assert sorted(held["entities"]) == sorted(["O", *(f"{b}-{kind}" for kind in get_args(EntityKind) for b in "BI")])
    assert {"root", "nsubj", "obj", "punct"} <= set(held["labels"])


def test_every_lemma_edit_can_be_applied(held: dict[str, Any]) -> None:
    assert all(lemmas.apply(edit, form) for edit in held["lemmas"] for form in ("boats", "Orm", "a", "N’T"))


def test_each_chain_has_a_score_for_every_tag() -> None:
    found = weights.load()
    for chain, tags in ((found.role_chain, found.roles), (found.entity_chain, found.entities)):
        size = len(tags)
        assert (chain.first.shape, chain.steps.shape, chain.last.shape) == ((size,), (size, size), (size,))
    assert len(found.none) == 2


def test_the_networks_take_and_give_what_the_reader_expects() -> None:
    held = weights.load()
    names = [
        [[value.name for value in values] for values in (network.get_inputs(), network.get_outputs())]
        for network in (held.sentence, held.paragraph)
    ]
    assert names == [
        [["pieces", "shapes", "pool"], "upos xpos lemmas entities labels arcs states rows".split()],
        [["states"], ["roles", "cues", "sources", "contents"]],
    ]


def test_the_pieces_are_neither_cut_nor_padded() -> None:
    tokenizer = weights.load().tokenizer
    assert tokenizer.padding is None
    assert tokenizer.truncation is None
    assert tokenizer.get_vocab_size() == 30_522


def test_the_files_are_read_once() -> None:
    assert weights.load() is weights.load()


def test_products_of_eight_bits_are_exact_on_every_processor() -> None:
    for network in (weights.load().sentence, weights.load().paragraph):
        assert network.get_session_options().get_session_config_entry("session.x64quantprecision") == "1"
