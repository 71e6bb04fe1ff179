"""The reader's network: one small encoder, and on it the heads of every task.

A tower of transformer layers, begun from layers of all-MiniLM-L6-v2, sees one sentence at a time
in word pieces.  From its states come the vectors of sentences and spans.  One more layer over whole
words gives parts of speech, lemmas, entities and a biaffine parse (Dozat and Manning 2017,
https://arxiv.org/abs/1611.01734).  Over all words of a paragraph runs one more layer for attribution.
Linear chains (Lafferty et al. 2001, conditional random fields) turn scores into names and roles, and
two bilinear forms link cues with their sources and contents.

Shapes: S sentences of at most P pieces, N words in all, D = 384.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from rashomon.reading.words import SHAPES

WIDTH, HEADS, INNER = 384, 12, 1536


@dataclass(slots=True)
class Sizes:
    """The sizes of a network, saved with its weights."""

    upos: list[str]
    xpos: list[str]
    lemmas: list[str]
    labels: list[str]
    entities: list[str]
    roles: list[str]
    layers: list[int] = field(default_factory=lambda: [0, 1, 3, 5])
    pieces: int = 30522
    positions: int = 512
    arc: int = 256
    label: int = 96
    paragraph: int = 1


class Layer(nn.Module):
    """A BERT layer (post-norm), written out so that it exports to few plain operators."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """States (S, P, D) and an additive mask (S, 1, 1, P; None: all are there) to states (S, P, D)."""
        s, p = x.shape[0], x.shape[1]
        q, k, v = self.qkv(x).view(s, p, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(-1, -2) * (WIDTH // HEADS) ** -0.5
        weights = torch.softmax(scores if mask is None else scores + mask.to(q.dtype), -1)
        mixed = weights.to(v.dtype) @ v
        mixed = mixed.transpose(1, 2).reshape(s, p, WIDTH)
        x = self.norm1(x + self.out(mixed))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Biaffine(nn.Module):
    """Scores of pairs: (S, W, D1) and (S, W, D2) to (S, outputs, W, W)."""

    def __init__(self, width: int, outputs: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(outputs, width + 1, width + 1))

    def forward(self, a: Tensor, b: Tensor) -> Tensor:
        """``a`` are the dependants, ``b`` the heads."""
        a = torch.cat([a, torch.ones_like(a[..., :1])], -1)
        b = torch.cat([b, torch.ones_like(b[..., :1])], -1)
        return (a.unsqueeze(1) @ self.weight) @ b.unsqueeze(1).transpose(-1, -2)


class Chain(nn.Module):
    """A linear chain over tags: scores of the first tag, of each step (from, to), and of the last tag."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.first = nn.Parameter(torch.zeros(count))
        self.steps = nn.Parameter(torch.zeros(count, count))
        self.last = nn.Parameter(torch.zeros(count))

    def loss(self, scores: Tensor, tags: Tensor, lengths: Tensor) -> Tensor:
        """The negative log-likelihood of the gold tags (B, L) under scores (B, L, tags), summed over the batch."""
        present = torch.arange(scores.shape[1])[None] < lengths[:, None]
        gold = scores.gather(2, tags.unsqueeze(2)).squeeze(2).mul(present).sum(1) + self.first[tags[:, 0]]
        gold = gold + (self.steps[tags[:, :-1], tags[:, 1:]] * present[:, 1:]).sum(1)
        gold = gold + self.last[tags.gather(1, (lengths - 1)[:, None]).squeeze(1)]
        alpha = self.first + scores[:, 0]
        for i in range(1, scores.shape[1]):
            step = torch.logsumexp(alpha.unsqueeze(2) + self.steps, 1) + scores[:, i]
            alpha = torch.where(present[:, i : i + 1], step, alpha)
        return (torch.logsumexp(alpha + self.last, 1) - gold).sum()


class Tower(nn.Module):
    """Pieces of sentences to states of their words, and to vectors."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.pieces = nn.Embedding(sizes.pieces, WIDTH)
        self.positions = nn.Embedding(sizes.positions, WIDTH)
        self.shapes = nn.Embedding(SHAPES + 1, WIDTH)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in sizes.layers)
        self.mix = nn.Parameter(torch.tensor([0.0, 0.5, 1.0]))
        self.vector = nn.Linear(WIDTH, WIDTH)
        nn.init.eye_(self.vector.weight)
        nn.init.zeros_(self.vector.bias)

    def forward(self, pieces: Tensor, shapes: Tensor, present: Tensor) -> tuple[Tensor, Tensor]:
        """Piece ids, shapes and presence, all (S, P), to the last states and the mixed states, (S, P, D)."""
        place = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.pieces(pieces) + self.positions(place) + self.shapes(shapes)
        x = self.drop(self.norm(x))
        mask = ((1.0 - present.to(x.dtype)) * -1e4)[:, None, None, :]
        states = []
        for layer in self.layers:
            x = layer(x, mask)
            states.append(x)
        weights = torch.softmax(self.mix, 0)
        mixed = sum(w * s for w, s in zip(weights, states[-3:], strict=True))
        return x, mixed


class Syntax(nn.Module):
    """Mixed word states (S, W, D) to tags and a parse."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.drop = nn.Dropout(0.25)
        self.layer = Layer(0.2)
        self.upos = nn.Linear(WIDTH, len(sizes.upos))
        self.xpos = nn.Linear(WIDTH, len(sizes.xpos))
        self.lemma = nn.Linear(WIDTH, len(sizes.lemmas))
        self.entity = nn.Linear(WIDTH, len(sizes.entities))
        self.names = Chain(len(sizes.entities))
        self.arc_dep, self.arc_head = nn.Linear(WIDTH, sizes.arc), nn.Linear(WIDTH, sizes.arc)
        self.label_dep, self.label_head = nn.Linear(WIDTH, sizes.label), nn.Linear(WIDTH, sizes.label)
        self.arcs = Biaffine(sizes.arc, 1)
        self.labels = Biaffine(sizes.label, len(sizes.labels))
        self.root = nn.Parameter(torch.randn(WIDTH) * 0.02)

    def states(self, words: Tensor, present: Tensor) -> Tensor:
        """The states of the words with the root before them: (S, W, D) to (S, 1 + W, D)."""
        s = words.shape[0]
        x = torch.cat([self.root.to(words.dtype).expand(s, 1, WIDTH), words], 1)
        seen = torch.cat([present[:, :1], present], 1)
        mask = ((1.0 - seen.to(x.dtype)) * -1e4)[:, None, None, :]
        return self.layer(x, mask)

    def parse(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """States with root to arc scores (S, dependant, head), and to the label side's inputs."""
        x = self.drop(x)
        dep, head = self.drop(F.gelu(self.arc_dep(x))), self.drop(F.gelu(self.arc_head(x)))
        return self.arcs(dep, head).squeeze(1), x

    def label_scores(self, x: Tensor, heads: Tensor) -> Tensor:
        """Scores of labels (S, W, labels) given each word's head (S, W), counted with the root."""
        dep, head = self.drop(F.gelu(self.label_dep(x))), self.drop(F.gelu(self.label_head(x)))
        chosen = torch.gather(head, 1, heads.unsqueeze(-1).expand(-1, -1, head.shape[-1]))
        one = torch.ones_like(dep[..., :1])
        dep, chosen = torch.cat([dep, one], -1), torch.cat([chosen, one], -1)
        left = torch.einsum("swa,lab->swlb", dep, self.labels.weight)
        return (left * chosen.unsqueeze(2)).sum(-1)


class Attribution(nn.Module):
    """States of a paragraph's words (B, L, 2 D) to role scores and link scores."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.drop = nn.Dropout(0.3)
        self.inward = nn.Linear(2 * WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH)
        self.places = nn.Embedding(sizes.positions, WIDTH)
        nn.init.normal_(self.places.weight, std=0.02)
        self.layers = nn.ModuleList(Layer() for _ in range(sizes.paragraph))
        self.roles = nn.Linear(WIDTH, len(sizes.roles))
        self.chain = Chain(len(sizes.roles))
        self.cue = nn.Linear(WIDTH, 128)
        self.source = nn.Linear(WIDTH, 128)
        self.content = nn.Linear(WIDTH, 128)
        self.no_source = nn.Parameter(torch.zeros(1))
        self.no_cue = nn.Parameter(torch.zeros(1))

    def forward(self, words: Tensor, present: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Role scores (B, L, roles) and the link sides of cues, sources and contents (B, L, 128).

        ``words`` are at most 512 a paragraph; ``present`` (B, L) says which are there.
        """
        x = self.inward(self.drop(words)) + self.places(torch.arange(words.shape[1], device=words.device))
        x = self.norm(x)
        mask = ((1.0 - present.to(x.dtype)) * -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        x = self.drop(x)
        return self.roles(x), self.cue(x), self.source(x), self.content(x)


class Network(nn.Module):
    """All of it; ``sizes`` say what the numbers of tags and labels mean."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        self.tower = Tower(sizes)
        self.syntax = Syntax(sizes)
        self.attribution = Attribution(sizes)


def begin(sizes: Sizes, teacher: dict[str, Tensor]) -> Network:
    """A network whose tower starts from the named layers of the original encoder."""
    net = Network(sizes)
    tower = net.tower
    with torch.no_grad():
        tower.pieces.weight.copy_(teacher["embeddings.word_embeddings.weight"])
        kind = teacher["embeddings.token_type_embeddings.weight"][0]
        tower.positions.weight.copy_(teacher["embeddings.position_embeddings.weight"] + kind)
        tower.norm.weight.copy_(teacher["embeddings.LayerNorm.weight"])
        tower.norm.bias.copy_(teacher["embeddings.LayerNorm.bias"])
        for layer, number in zip(tower.layers, sizes.layers, strict=True):
            copy_layer(layer, teacher, number)
        copy_layer(net.syntax.layer, teacher, 5)
        for layer in net.attribution.layers:
            copy_layer(layer, teacher, 5)
    tower.pieces.weight.requires_grad = False
    return net


def copy_layer(layer: nn.Module, teacher: dict[str, Tensor], number: int) -> None:
    """Copies one layer of the original encoder."""
    name = f"encoder.layer.{number}."
    for part in ("weight", "bias"):
        sides = [teacher[f"{name}attention.self.{side}.{part}"] for side in ("query", "key", "value")]
        getattr(layer.qkv, part).copy_(torch.cat(sides))
        getattr(layer.out, part).copy_(teacher[f"{name}attention.output.dense.{part}"])
        getattr(layer.norm1, part).copy_(teacher[f"{name}attention.output.LayerNorm.{part}"])
        getattr(layer.up, part).copy_(teacher[f"{name}intermediate.dense.{part}"])
        getattr(layer.down, part).copy_(teacher[f"{name}output.dense.{part}"])
        getattr(layer.norm2, part).copy_(teacher[f"{name}output.LayerNorm.{part}"])
