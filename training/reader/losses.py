"""The losses of a step of training: syntax and names, attribution, and imitation of the original's vectors."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional as F

from rashomon.reading.pieces import Pieces
from reader.batches import Batch, pad
from reader.data import Paragraph, Sentence
from reader.network import WIDTH, Network, Sizes

NONE = -100  # what cross_entropy passes over


class Numbers:
    """The tags of a task as numbers."""

    def __init__(self, sizes: Sizes) -> None:
        self.maps = {
            name: {tag: i for i, tag in enumerate(getattr(sizes, name))}
            for name in ("upos", "xpos", "lemmas", "labels", "entities", "roles")
        }

    def row(self, name: str, tags: Sequence[str] | None, width: int) -> list[int]:
        """Tags as numbers, padded to ``width``; unknown ones are passed over by the loss."""
        held = self.maps[name]
        found = [held.get(t, NONE) for t in tags] if tags else []
        return found[:width] + [NONE] * (width - len(found))

    def table(self, name: str, rows: Sequence[Sequence[str] | None], width: int) -> Tensor:
        """The rows of a batch."""
        return torch.tensor([self.row(name, r, width) for r in rows])


def run_tower(net: Network, batch: Batch) -> tuple[Tensor, Tensor]:
    """Last and mixed states of the words, (S, W, D) each."""
    last, mixed = net.tower(batch.ids, batch.shapes, batch.present)
    pool = batch.pool.to(last.dtype)
    return pool @ last, pool @ mixed


def syntax(net: Network, numbers: Numbers, part: Sequence[tuple[Sentence, Pieces]]) -> dict[str, Tensor]:
    """The losses of parts of speech, lemmas, heads, labels and entities."""
    batch = pad([e for _, e in part])
    _, mixed = run_tower(net, batch)
    width = mixed.shape[1]
    x = net.syntax.states(mixed, batch.words)
    arcs, x = net.syntax.parse(x)
    heads = torch.full((len(part), width), NONE)
    for row, (s, _) in enumerate(part):
        heads[row, : len(s.heads)] = torch.tensor(s.heads)
    seen = torch.cat([batch.words[:, :1], batch.words], 1)
    arcs = arcs.float()[:, 1:] + ((1.0 - seen) * -1e4).unsqueeze(1)
    labels = net.syntax.label_scores(x, F.pad(heads.clamp(min=0), (1, 0)))[:, 1:]
    losses = {"arcs": _cross(arcs, heads)}
    wanted = {
        "labels": (labels, [s.labels for s, _ in part]),
        "upos": (net.syntax.upos(x[:, 1:]), [s.upos for s, _ in part]),
        "xpos": (net.syntax.xpos(x[:, 1:]), [s.xpos for s, _ in part]),
        "lemmas": (net.syntax.lemma(x[:, 1:]), [s.lemmas for s, _ in part]),
    }
    for name, (scores, gold) in wanted.items():
        table = numbers.table(name, gold, width)
        if (table != NONE).any():
            losses[name] = _cross(scores.float(), table)
    named = [row for row, (s, _) in enumerate(part) if s.entities is not None]
    if named:
        lengths = torch.tensor([len(part[row][0].forms) for row in named])
        tags = numbers.table("entities", [part[row][0].entities for row in named], width).clamp(min=0)
        with torch.autocast("cpu", enabled=False):
            nll = net.syntax.names.loss(net.syntax.entity(x[named, 1:].float()), tags, lengths)
        losses["entities"] = nll / lengths.sum()
    return losses


def _cross(scores: Tensor, gold: Tensor) -> Tensor:
    return F.cross_entropy(scores.reshape(-1, scores.shape[-1]), gold.reshape(-1), ignore_index=NONE)


def word_states(net: Network, sentences: Sequence[Pieces], budget: int = 900) -> tuple[list[Tensor], list[Tensor]]:
    """For each sentence the states of its words for attribution (W, 2 D) and its unnormalised mean state (D).

    Sentences of about one length are run together, at most ``budget`` padded pieces at once.
    """
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i].ids))
    states: list[Tensor] = [torch.empty(0)] * len(sentences)
    means: list[Tensor] = [torch.empty(0)] * len(sentences)
    at = 0
    while at < len(order):
        end = at + 1
        while end < len(order) and len(sentences[order[end]].ids) * (end + 1 - at) <= budget:
            end += 1
        part = order[at:end]
        batch = pad([sentences[i] for i in part])
        last, mixed = run_tower(net, batch)
        x = net.syntax.states(mixed, batch.words)[:, 1:]
        both = torch.cat([mixed, x], -1)
        for row, i in enumerate(part):
            n = sentences[i].words
            states[i] = both[row, :n]
            means[i] = last[row, :n].mean(0)
        at = end
    return states, means


def attribution(
    net: Network, numbers: Numbers, part: Sequence[tuple[Paragraph, list[Pieces], Tensor]]
) -> dict[str, Tensor]:
    """The losses of roles, links and vectors of a batch of paragraphs with the original's vectors."""
    states, means = word_states(net, [e for _, es, _ in part for e in es])
    joined, at = [], 0
    for _, es, _ in part:
        joined.append(torch.cat(states[at : at + len(es)]))
        at += len(es)
    lengths = torch.tensor([len(j) for j in joined])
    padded = torch.nn.utils.rnn.pad_sequence(joined, batch_first=True)
    present = (torch.arange(padded.shape[1])[None] < lengths[:, None]).float()
    scores, cues, sources, contents = (x.float() for x in net.attribution(padded, present))
    with torch.autocast("cpu", enabled=False):
        tags = numbers.table("roles", [p.tags for p, _, _ in part], int(lengths.max())).clamp(min=0)
        crf = net.attribution.chain.loss(scores, tags, lengths) / len(part)
        wanted = torch.cat([v for _, _, v in part])
        losses = {"roles": crf, "vectors": imitation(net, torch.stack(means).float(), wanted)}
        links = link_losses(net, part, cues, sources, contents)
        if links is not None:
            losses["links"] = links
    return losses


def link_losses(
    net: Network,
    part: Sequence[tuple[Paragraph, list[Pieces], Tensor]],
    cues: Tensor,
    sources: Tensor,
    contents: Tensor,
) -> Tensor | None:
    """Each cue chooses its source among the paragraph's, each content its cue; both may choose none."""
    found = []
    for row, (paragraph, _, _) in enumerate(part):
        links = paragraph.links
        all_cues = [c for _, cs, _ in links for c in cs[:1]]
        all_sources = [s for ss, _, _ in links for s in ss]
        if not all_cues:
            continue
        if all_sources:
            scores = cues[row, all_cues] @ sources[row, all_sources].T / 11.3
            scores = torch.cat([net.attribution.no_source.expand(len(all_cues), 1), scores], 1)
            gold = [1 + all_sources.index(ss[0]) if ss else 0 for ss, cs, _ in links for _ in cs[:1]]
            found.append(F.cross_entropy(scores, torch.tensor(gold)))
        all_contents = [(c, cs[0] if cs else None) for _, cs, xs in links for c in xs]
        if all_contents:
            scores = contents[row, [c for c, _ in all_contents]] @ cues[row, all_cues].T / 11.3
            scores = torch.cat([net.attribution.no_cue.expand(len(all_contents), 1), scores], 1)
            gold = [1 + all_cues.index(c) if c is not None else 0 for _, c in all_contents]
            found.append(F.cross_entropy(scores, torch.tensor(gold)))
    return torch.stack(found).mean() if found else None


def imitation(net: Network, means: Tensor, wanted: Tensor) -> Tensor:
    """One minus the cosine between our vectors and the original's, and the difference of their similarities."""
    ours = F.normalize(net.tower.vector(means), dim=-1)
    near = 1 - (ours * wanted).sum(-1).mean()
    return near + 4 * F.mse_loss(ours @ ours.T, wanted @ wanted.T)


def news(net: Network, part: Sequence[tuple[Pieces, tuple[int, int], Tensor, Tensor]]) -> dict[str, Tensor]:
    """Imitation on sentences and on one span of each."""
    batch = pad([e for e, *_ in part])
    last, _ = run_tower(net, batch)
    last = last.float()
    weights = torch.zeros(2 * len(part), last.shape[1])
    for row, (encoded, (first, end), _, _) in enumerate(part):
        weights[2 * row, : encoded.words] = 1 / encoded.words
        weights[2 * row + 1, first:end] = 1 / (end - first)
    wanted = torch.stack([v for _, _, whole, span in part for v in (whole, span)])
    with torch.autocast("cpu", enabled=False):
        means = (weights.view(len(part), 2, -1) @ last).view(-1, WIDTH)
        return {"vectors": imitation(net, means, wanted)}
