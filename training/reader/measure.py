"""The scores of a network in torch, for watching a training; `evaluation/` measures the exported reader."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch.nn import functional as F

from rashomon.reading.pieces import Pieces
from rashomon.reading.roles import Crf, best_path, spans
from reader.batches import pad
from reader.data import Paragraph, Sentence
from reader.losses import run_tower, word_states
from reader.network import Chain, Network
from reader.scores import f1


def chain(held: Chain) -> Crf:
    """A trained chain as the reader uses it."""
    return Crf(*(part.detach().numpy() for part in (held.first, held.steps, held.last)))


@torch.no_grad()
def attribution(net: Network, paragraphs: Sequence[tuple[Paragraph, list[Pieces]]]) -> dict[str, float]:
    """Exact F1 by role."""
    net.eval()
    head = net.attribution
    edges = chain(head.chain)
    pairs = []
    order = sorted(paragraphs, key=lambda p: len(p[0].tags))
    for at in range(0, len(order), 16):
        part = order[at : at + 16]
        with torch.autocast("cpu", torch.bfloat16):
            states, _ = word_states(net, [e for _, es in part for e in es])
            rows, place = [], 0
            for _, es in part:
                rows.append(torch.cat(states[place : place + len(es)])[: net.sizes.positions])
                place += len(es)
            padded = torch.nn.utils.rnn.pad_sequence(rows, batch_first=True)
            lengths = torch.tensor([len(r) for r in rows])
            present = (torch.arange(padded.shape[1])[None] < lengths[:, None]).float()
            scores = head(padded, present)[0].float().numpy()
        for row, (paragraph, _) in enumerate(part):
            tags = [net.sizes.roles[t] for t in best_path(scores[row, : lengths[row]], edges)]
            pairs.append((set(spans(paragraph.tags)), set(spans(tags))))
    return {role: round(100 * f1(pairs, role), 2) for role in ("source", "cue", "content")}


@torch.no_grad()
def treebank(net: Network, part: Sequence[tuple[Sentence, Pieces]]) -> dict[str, float]:
    """Accuracies of tags, lemmas and (greedy) parse, and F1 of entities."""
    net.eval()
    sizes = net.sizes
    edges = chain(net.syntax.names)
    right = dict.fromkeys(("upos", "xpos", "lemmas", "uas", "las"), 0)
    total, pairs = 0, []
    order = sorted(part, key=lambda x: len(x[1].ids))
    for at in range(0, len(order), 32):
        chunk = order[at : at + 32]
        batch = pad([e for _, e in chunk])
        with torch.autocast("cpu", torch.bfloat16):
            _, mixed = run_tower(net, batch)
            arcs, x = net.syntax.parse(net.syntax.states(mixed, batch.words))
            seen = torch.cat([batch.words[:, :1], batch.words], 1)
            heads = (arcs.float() + ((1.0 - seen) * -1e4).unsqueeze(1)).argmax(-1)
            labels = net.syntax.label_scores(x, heads)[:, 1:].argmax(-1)
            tags = {n: getattr(net.syntax, n)(x[:, 1:]).argmax(-1) for n in ("upos", "xpos", "lemma")}
            names = net.syntax.entity(x[:, 1:]).float().numpy()
        for row, (s, _) in enumerate(chunk):
            for i in range(len(s.forms)):
                total += 1
                head = int(heads[row, i + 1]) == s.heads[i]
                label = sizes.labels[int(labels[row, i])].split(":")[0] == s.labels[i].split(":")[0]
                right["uas"] += head
                right["las"] += head and label
                right["upos"] += sizes.upos[int(tags["upos"][row, i])] == s.upos[i]
                right["xpos"] += sizes.xpos[int(tags["xpos"][row, i])] == s.xpos[i]
                right["lemmas"] += sizes.lemmas[int(tags["lemma"][row, i])] == s.lemmas[i]
            if s.entities is not None:
                ours = [sizes.entities[t] for t in best_path(names[row, : len(s.forms)], edges)]
                pairs.append((set(spans(s.entities)), set(spans(ours))))
    found = {name: round(100 * n / total, 2) for name, n in right.items()}
    if pairs:
        found["entities"] = round(100 * f1(pairs, None), 2)
    return found


@torch.no_grad()
def vectors(
    net: Network, part: Sequence[tuple[Pieces, tuple[int, int], torch.Tensor, torch.Tensor]]
) -> dict[str, float]:
    """Mean cosine with the original's vectors, of sentences and spans."""
    net.eval()
    whole, pieces = [], []
    for at in range(0, len(part), 32):
        chunk = part[at : at + 32]
        with torch.autocast("cpu", torch.bfloat16):
            last, _ = run_tower(net, pad([e for e, *_ in chunk]))
        for row, (encoded, (first, end), v, sv) in enumerate(chunk):
            for span, wanted, out in (((0, encoded.words), v, whole), ((first, end), sv, pieces)):
                mean = last[row, span[0] : span[1]].float().mean(0)
                out.append(float(F.cosine_similarity(net.tower.vector(mean), wanted, dim=0)))
    return {"sentence": round(float(np.mean(whole)), 4), "span": round(float(np.mean(pieces)), 4)}
