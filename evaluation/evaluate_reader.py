"""Measure the shipped reader on the development halves (``make eval-reader``).

    evaluate_reader.py --data DIR [--attribution FILE] [--json] [--weights FOLDER]

Exit status: 0 when every floor holds, 1 under a floor, 2 when data is not there.  The scorings:

* attribution: a span is right when its role, first and last word are those of the gold (exact
  match, micro F1 over all spans of a role), as in table 6 of CofeNet (https://arxiv.org/abs/2209.09432);
* syntax: LAS as CoNLL 2018's (https://universaldependencies.org/conll18/evaluation.html): head and
  universal part of the label, punctuation counted; once with the gold's words and once with our own,
  then as the F1 of words whose places, heads and labels are all right;
* names: exact F1 of PER, LOC and ORG together;
* vectors: retrieval of a report of the same story by its first sentence, and rank correlation with
  what three readers grouped, each as a share of what the original encoder reaches.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sys
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from reader import data
from reader.scores import f1

from rashomon.langs import load as language
from rashomon.model import Passage
from rashomon.model import Span as Place
from rashomon.reading import weights
from rashomon.reading.roles import RoleSpan, spans
from rashomon.reading.trained import TrainedReader
from rashomon.reading.vectors import vector
from rashomon.text import sentences

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors_reader.json"
ORIGINAL = HERE / "original_encoder.json"
Array = NDArray[np.float32]


def attribution(reader: TrainedReader, path: Path) -> dict[str, float]:
    """Exact F1 by role over a file of tokenised BIO paragraphs."""
    units = list(data.units(path))
    flat = reader.read_words([s for u in units for s in u.written])
    pairs, at = [], 0
    for unit in units:
        parts = [p for s in flat[at : at + len(unit.written)] for p in s]
        at += len(unit.written)
        pairs.append((set(spans(unit.tags)), set(reader.roles(parts))))
    return {role: round(100 * f1(pairs, role), 2) for role in data.ROLES}


def treebank(reader: TrainedReader, bank: Sequence[data.Sentence]) -> dict[str, float]:
    """Accuracies with the gold's sentences and words."""
    right = dict.fromkeys(("upos", "xpos", "lemma", "uas", "las"), 0)
    total, pairs = 0, []
    for gold, parts in zip(bank, reader.read_words([s.written for s in bank]), strict=True):
        at = 0
        names: set[RoleSpan] = set()
        for part in parts:
            for i, (lemma, upos, xpos, head, label) in enumerate(part.tags):
                wanted, place = gold.heads[at + i], head + at + 1 if head >= 0 else 0
                right["upos"] += upos == gold.upos[at + i]
                right["xpos"] += xpos == gold.xpos[at + i]
                right["lemma"] += lemma == gold.plain_lemmas[at + i]
                right["uas"] += place == wanted
                right["las"] += place == wanted and base(label) == base(gold.labels[at + i])
            names |= {RoleSpan(e.kind, e.first + at, e.end + at) for e in part.entities}
            at += len(part.tags)
        total += len(gold.forms)
        if gold.entities is not None:
            pairs.append((set(spans(gold.entities)), names))
    found = {name: round(100 * n / total, 2) for name, n in right.items()}
    return found | ({"names": round(100 * f1(pairs, None), 2)} if pairs else {})


def own_words(reader: TrainedReader, bank: Sequence[data.Sentence]) -> dict[str, float]:
    """LAS as F1 with the gold's sentences and our own words."""
    right = gold_total = our_total = 0
    readings = reader.read([Passage(s.text, (Place(0, len(s.text)),)) for s in bank])
    for gold, reading in zip(bank, readings, strict=True):
        places = gold.places()
        head = [(-1, -1) if h == 0 else places[h - 1] for h in gold.heads]
        wanted = {(p, h, base(label)) for p, h, label in zip(places, head, gold.labels, strict=True)}
        words = reading.sentences[0].words
        ours = {
            ((w.start, w.end), (words[w.head].start, words[w.head].end) if w.head >= 0 else (-1, -1), base(w.label))
            for w in words
        }
        right, gold_total, our_total = right + len(wanted & ours), gold_total + len(wanted), our_total + len(ours)
    return {"las": round(200 * right / (gold_total + our_total), 2)}


def base(label: str) -> str:
    """The universal part of a label."""
    return label.split(":")[0]


def first_sentences(path: Path) -> list[tuple[str, str]]:
    """(story, first sentence of at least six words) of each report of the stories with two or more."""
    found = []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            story = json.loads(line)
            for report in story["reports"]:
                text = report["text"] or ""
                first = next(
                    (
                        text[s.start : s.end]
                        for s in sentences(text[:4000], language("en"))
                        if text[s.start : s.end].count(" ") >= 5
                    ),
                    None,
                )
                if first:
                    found.append((story["story"], " ".join(first.split()[:60])))
    count = {s: sum(s == x for x, _ in found) for s, _ in found}
    return [(s, t) for s, t in found if count[s] > 1]


def answers(path: Path) -> list[list[tuple[str, tuple[str, ...]]]]:
    """For each question its answers with the group that each of three readers put them in."""
    found = []
    for question in json.loads(path.read_text(encoding="utf-8")):
        found.append(
            [
                (a["Answer"], tuple(a[f"cluster_{who}"] for who in ("Phil", "Lidiya", "Jason")))
                for a in question["answers"]
                if a["Answer"].strip()
            ]
        )
    return found


def retrieval(vectors: Array, stories: Sequence[str]) -> dict[str, float]:
    """How often the nearest other vector is of the same story, and the mean reciprocal rank of the first that is."""
    near = vectors @ vectors.T
    np.fill_diagonal(near, -2)
    names = np.array(stories)
    ranks = [int(np.flatnonzero(names[row.argsort()[::-1]] == own)[0]) for row, own in zip(near, names, strict=True)]
    return {"first": float(np.mean([r == 0 for r in ranks])), "mrr": float(np.mean([1 / (1 + r) for r in ranks]))}


def correlation(vectors: Array, groups: Sequence[tuple[str, ...]]) -> float:
    """Spearman's correlation of similarities with the share of readers who put two answers into one group."""
    pairs = list(combinations(range(len(groups)), 2))
    near = [float(vectors[a] @ vectors[b]) for a, b in pairs]
    together = [sum(x == y and x != "-1" for x, y in zip(groups[a], groups[b], strict=True)) / 3 for a, b in pairs]
    return float(np.corrcoef(ranks_of(near), ranks_of(together))[0, 1])


def ranks_of(values: Iterable[float]) -> Array:
    """Ranks with ties at their mean."""
    held = np.array(list(values))
    _, inverse, counts = np.unique(held, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    return np.asarray(((ends - counts + ends - 1) / 2)[inverse], np.float32)


def similarity(embed: Any, folder: Path) -> dict[str, float]:
    """Retrieval and correlation of any encoder: ``embed`` takes texts and gives unit vectors (texts, D)."""
    first = first_sentences(folder / "stories" / "wikinews_dev.jsonl.gz")
    found = retrieval(embed([t for _, t in first]), [s for s, _ in first])
    questions = answers(folder / "alignment" / "nanco_dev.json")
    rho = [correlation(embed([t for t, _ in q]), [g for _, g in q]) for q in questions]
    scores = {"wikinews_first": found["first"], "wikinews_mrr": found["mrr"], "nanco_spearman": float(np.mean(rho))}
    return {name: round(value, 4) for name, value in scores.items()}


def embedder(reader: TrainedReader) -> Any:
    """The reader as an encoder of texts."""

    def embed(texts: Sequence[str]) -> Array:
        readings = reader.read([Passage(t, (Place(0, len(t)),)) for t in texts])
        return np.stack([vector(r.sentences[0]) for r in readings])

    return embed


def data_hash(folder: Path) -> str:
    """SHA-256 over what the similarity figures are measured on."""
    total = hashlib.sha256()
    for name in ("stories/wikinews_dev.jsonl.gz", "alignment/nanco_dev.json"):
        total.update((folder / name).read_bytes())
    return total.hexdigest()


def measure(reader: TrainedReader, folder: Path) -> dict[str, Any]:
    """All figures."""
    found: dict[str, Any] = {
        "attribution": attribution(reader, folder / "attribution" / "polnear_dev_sentences.jsonl.gz")
    }
    for name in ("ewt_dev", "gum_free_dev"):
        names = folder / "names" / f"uner_{name}.iob2.gz" if "ewt" in name else None
        bank = data.treebank(folder / "syntax", name, names)
        found[name] = treebank(reader, bank)
        found[name]["las_own_words"] = own_words(reader, bank)["las"]
    found["vectors"] = similarity(embedder(reader), folder)
    held = json.loads(ORIGINAL.read_text(encoding="utf-8"))
    if held["data_sha256"] == data_hash(folder):
        found["vectors_share"] = {k: round(v / held["figures"][k], 4) for k, v in found["vectors"].items()}
    return found


def verdict(found: dict[str, Any]) -> int:
    """Prints each floor beside the figure; 1 when one does not hold."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    under = 0
    for group, rows in floors.items():
        for name, floor in rows.items():
            value = found.get(group, {}).get(name)
            holds = value is not None and value >= floor
            under += not holds
            print(f"{group + ' ' + name:32} floor {floor:<8} now {value}{'' if holds else '   UNDER THE FLOOR'}")
    return int(under > 0)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--attribution", type=Path, help="measure the attribution alone, on this file")
    parser.add_argument("--json", action="store_true", help="print one JSON object and nothing else")
    parser.add_argument("--weights", type=Path, help="other weights than the shipped ones")
    asked = parser.parse_args(arguments)
    wanted = asked.attribution or asked.data / "attribution" / "polnear_dev_sentences.jsonl.gz"
    if not wanted.is_file():
        print(f"{wanted}: no such file.  Name the data with DATA=folder or ATTRIBUTION=file.", file=sys.stderr)
        return 2
    reader = TrainedReader(kept=0, trained=weights.load(asked.weights) if asked.weights else None)
    if asked.attribution:
        found: dict[str, Any] = {"attribution": attribution(reader, asked.attribution)}
    else:
        found = measure(reader, asked.data)
    if asked.json:
        print(json.dumps(found))
        return 0
    print(f"{reader.version}\n" + "\n".join(f"{k:16} {v}" for k, v in found.items()))
    return 0 if asked.attribution or asked.weights else verdict(found)


if __name__ == "__main__":
    sys.exit(main())
