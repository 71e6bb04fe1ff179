"""Trains the reader from the corpora.  One command; a stopped training goes on where it stopped.

    python -m reader.train --data ../shared/corpora --work .training/reader

Each step reads one batch of each task and takes one step of AdamW over the sum of the losses; the
weights that are kept are their exponential moving average.
"""

from __future__ import annotations

import argparse
import collections
import json
import math
import random
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from rashomon.reading.pieces import Pieces, encode
from reader import data, losses, measure, vectors
from reader.batches import buckets
from reader.network import Network, Sizes, begin
from reader.teacher import Teacher, tokenizer, weights

SEED = 20261122
NEWS = 60_000
WEIGHTS = {
    "arcs": 1.0,
    "labels": 1.0,
    "upos": 0.5,
    "xpos": 0.5,
    "lemmas": 0.5,
    "entities": 2.0,
    "roles": 0.12,
    "links": 0.5,
    "vectors": 5.0,
}
BODY_RATE, HEAD_RATE = 2e-4, 1.5e-3
AVERAGE = 0.998

Words = tuple[data.Sentence, Pieces]
Read = tuple[data.Paragraph, list[Pieces], Tensor]
Seen = tuple[Pieces, tuple[int, int], Tensor, Tensor]


class Corpora:
    """All the training data, encoded, and a part of each development half to watch the training."""

    def __init__(self, folder: Path, work: Path) -> None:
        tokens, teacher = tokenizer(), Teacher()
        names = folder / "names"
        banks = {
            name: data.treebank(folder / "syntax", name, names / f"uner_{name}.iob2.gz" if "ewt" in name else None)
            for name in ("ewt_train", "gum_free_train", "ewt_dev", "gum_free_dev")
        }
        self.sizes = sizes(banks["ewt_train"] + banks["gum_free_train"])
        encoded = {n: list(zip(b, encode([s.written for s in b], tokens), strict=True)) for n, b in banks.items()}
        self.trees: list[Words] = encoded["ewt_train"] + 2 * encoded["gum_free_train"]
        self.dev_trees = {"ewt": encoded["ewt_dev"], "gum": encoded["gum_free_dev"]}
        read = list(data.polnear(folder / "attribution" / "polnear_train.jsonl.gz"))
        flat = [s for p in read for s in p.written]
        known = torch.from_numpy(vectors.plain(flat, teacher, work / "polnear.npy")).float()
        self.paragraphs: list[Read] = []
        at = 0
        pieces = encode(flat, tokens)
        for p in read:
            end = at + len(p.written)
            self.paragraphs.append((p, pieces[at:end], known[at:end]))
            at = end
        units = list(data.units(folder / "attribution" / "polnear_dev_sentences.jsonl.gz"))
        self.units = [(u, encode(u.written, tokens)) for u in units]
        texts = data.news_sentences(folder / "stories" / "articles_8k.jsonl.gz", NEWS, 7)
        found = vectors.news(texts, teacher, work / "news.npz", 7)
        seen = zip(
            encode(found.written, tokens),
            found.spans,
            torch.from_numpy(found.vectors).float(),
            torch.from_numpy(found.span_vectors).float(),
            strict=True,
        )
        held: list[Seen] = [s for s in seen if len(s[0].ids) < 150]
        self.news, self.dev_news = held[:-500], held[-500:]


def sizes(trees: Sequence[data.Sentence]) -> Sizes:
    """The tags of the training data; lemma edits that are seen at least three times."""

    def of(name: str, least: int = 1) -> list[str]:
        counted = collections.Counter(t for s in trees for t in getattr(s, name))
        return sorted(t for t, n in counted.items() if n >= least)

    kinds = ("PER", "LOC", "ORG")
    return Sizes(
        upos=of("upos"),
        xpos=of("xpos"),
        lemmas=of("lemmas", 3),
        labels=of("labels"),
        entities=["O", *(f"{b}-{k}" for k in kinds for b in "BI")],
        roles=["O", *(f"{b}-{k}" for k in data.ROLES for b in "BI")],
    )


class Training:
    """A network with its optimiser and average, at some step of a plan."""

    def __init__(self, corpora: Corpora, steps: int, work: Path) -> None:
        self.corpora, self.steps, self.work = corpora, steps, work
        self.net = begin(corpora.sizes, weights())
        self.numbers = losses.Numbers(corpora.sizes)
        body = [p for p in self.net.tower.parameters() if p.requires_grad]
        names = {id(p) for p in self.net.tower.parameters()}
        heads = [p for p in self.net.parameters() if id(p) not in names]
        deep = [self.net.syntax.layer, *self.net.attribution.layers]
        layer = {id(p) for m in deep for p in m.parameters()}
        slow = body + [p for p in heads if id(p) in layer]
        fast = [p for p in heads if id(p) not in layer]
        groups = [{"params": slow, "lr": BODY_RATE}, {"params": fast, "lr": HEAD_RATE}]
        self.optimiser = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
        self.trained = slow + fast
        self.average = [p.detach().clone() for p in self.trained]
        self.step = 0
        self.seen: dict[str, float] = collections.defaultdict(float)

    def rate(self) -> float:
        """Linear warm-up over a twentieth of the steps, then linear decay."""
        warm = self.steps / 20
        return min((self.step + 1) / warm, max(0.02, (self.steps - self.step) / (self.steps - warm)))

    def save(self) -> None:
        """Writes the checkpoint, whole or not at all."""
        state = {
            "step": self.step,
            "net": self.net.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "average": self.average,
            "torch": torch.get_rng_state(),
        }
        fresh = self.work / "checkpoint.new"
        torch.save(state, fresh)
        fresh.replace(self.work / "checkpoint.pt")
        torch.save(
            {"sizes": asdict(self.corpora.sizes), "net": self.averaged(), "step": self.step}, self.work / "weights.pt"
        )

    def averaged(self) -> dict[str, Tensor]:
        """The network's state with the average in place of the last weights."""
        places = {id(p): a for p, a in zip(self.trained, self.average, strict=True)}
        held = dict(self.net.named_parameters())
        return {k: places.get(id(held.get(k)), v) for k, v in self.net.state_dict().items()}

    def resume(self) -> None:
        """Goes on from the checkpoint, if there is one."""
        path = self.work / "checkpoint.pt"
        if path.exists():
            state = torch.load(path)
            self.net.load_state_dict(state["net"])
            self.optimiser.load_state_dict(state["optimiser"])
            for mine, held in zip(self.average, state["average"], strict=True):
                mine.copy_(held)
            torch.set_rng_state(state["torch"])
            self.step = state["step"]

    def learn(self, trees: Sequence[Words], paragraphs: Sequence[Read], news: Sequence[Seen]) -> None:
        """One step over one batch of each task."""
        self.net.train()
        self.optimiser.zero_grad()
        for loss in (
            lambda: losses.syntax(self.net, self.numbers, trees),
            lambda: losses.attribution(self.net, self.numbers, paragraphs),
            lambda: losses.news(self.net, news),
        ):
            with torch.autocast("cpu", torch.bfloat16):
                parts = loss()
            total = sum(WEIGHTS[name] * value for name, value in parts.items())
            assert isinstance(total, Tensor)
            total.backward()  # type: ignore[no-untyped-call]
            for name, value in parts.items():
                self.seen[name] += float(value.detach())
        torch.nn.utils.clip_grad_norm_(self.trained, 2.0)
        scale = self.rate()
        for group, rate in zip(self.optimiser.param_groups, (BODY_RATE, HEAD_RATE), strict=True):
            group["lr"] = rate * scale
        self.optimiser.step()
        with torch.no_grad():
            keep = min(AVERAGE, (1 + self.step) / (10 + self.step))
            torch._foreach_lerp_(self.average, self.trained, 1 - keep)
        self.step += 1

    def scores(self, share: int) -> dict[str, Any]:
        """The averaged network's scores on every ``share``-th example of the development halves."""
        net = Network(self.corpora.sizes)
        net.load_state_dict(self.averaged())
        found: dict[str, Any] = {"attribution": measure.attribution(net, self.corpora.units[::share])}
        for name, bank in self.corpora.dev_trees.items():
            found[name] = measure.treebank(net, bank[::share])
        found["vectors"] = measure.vectors(net, self.corpora.dev_news)
        return found


def main(arguments: Sequence[str] | None = None) -> None:
    """Trains to the end of the plan, or until ``--minutes`` are over."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/corpora"), help="folder of the corpora")
    parser.add_argument("--work", type=Path, default=Path(".training/reader"), help="folder for checkpoints")
    parser.add_argument("--steps", type=int, default=4400, help="steps of the whole plan")
    parser.add_argument(
        "--minutes", type=float, default=math.inf, help="stop after so many minutes; run again to go on"
    )
    parser.add_argument(
        "--words",
        type=int,
        default=900,
        help="words of attribution a step; pieces of syntax as many, of news three eighths",
    )
    parser.add_argument("--check", type=int, default=1000, help="steps between scores")
    parser.add_argument("--threads", type=int, default=2)
    asked = parser.parse_args(arguments)
    torch.set_num_threads(asked.threads)
    torch.manual_seed(SEED)
    asked.work.mkdir(parents=True, exist_ok=True)
    training = Training(Corpora(asked.data, asked.work), asked.steps, asked.work)
    training.resume()
    rng = random.Random(SEED + training.step)
    corpora = training.corpora
    trees = buckets(corpora.trees, lambda x: len(x[1].ids), asked.words, rng)
    paragraphs = buckets(corpora.paragraphs, lambda x: len(x[0].tags), asked.words, rng)
    news = buckets(corpora.news, lambda x: len(x[0].ids), asked.words * 3 // 8, rng)
    began, first = time.monotonic(), training.step
    while training.step < asked.steps and time.monotonic() - began < asked.minutes * 60:
        training.learn(next(trees), next(paragraphs), next(news))
        if training.step % 100 == 0:
            each = (time.monotonic() - began) / (training.step - first)
            means = {k: round(v / 100, 3) for k, v in training.seen.items()}
            training.seen.clear()
            print(training.step, f"{each:.2f} s/step", json.dumps(means), flush=True)
        if training.step % asked.check == 0:
            training.save()
            print("scores", training.step, json.dumps(training.scores(6)), flush=True)
    training.save()
    print("scores", training.step, json.dumps(training.scores(1)), flush=True)


if __name__ == "__main__":
    sys.exit(main())
