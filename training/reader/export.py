"""Writes a trained network as the files that the package ships: two ONNX graphs, the tags and the word pieces.

    python -m reader.export --work .training/reader --to src/rashomon/reading/weights

``--work training/kept`` exports the weights that are committed.

The graphs take one sentence, or one paragraph, at a time; nothing is padded.  Most matrices
are kept in 8 bits (a scale for each column), their inputs are scaled while running.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

from reader.network import Chain, Network, Sizes
from reader.teacher import folder, weights

PIECES = "tower.pieces.weight"
LIMIT = 30_000_000  # bytes of all files
OPSET = 17
WHOLE = ("/arcs/", "/layers.0/down/", "/layers.1/down/")
"""Nodes of the sentence graph that stay in 32 bits: matrices of three dimensions, and the two whose inputs range
widest (content F1 65.85 instead of 65.45, at 7 % of the speed)."""
ROLE_CHAIN = 0.85
"""What the chain over roles is multiplied by: on the first half of polnear_dev content F1 stays (65.1), on the second
it rises from 66.7 to 67.1."""


class Table(nn.Module):
    """An embedding in 8 bits with a scale a row and one a column, since a few columns have far larger numbers."""

    def __init__(self, table: nn.Embedding) -> None:
        super().__init__()
        columns = table.weight.detach().pow(2).mean(0).sqrt().clamp(min=1e-9)
        weight = table.weight.detach() / columns
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-9) / 127
        self.register_buffer("rows", torch.round(weight / scale).to(torch.int8))
        self.register_buffer("scale", scale)
        self.register_buffer("columns", columns)

    def forward(self, ids: Tensor) -> Tensor:
        """Ids (P,) to rows (P, D)."""
        rows, scale = self.get_buffer("rows"), self.get_buffer("scale")
        return rows[ids].float() * scale[ids] * self.get_buffer("columns")


def one_root(arcs: Tensor) -> Tensor:
    """Arc scores (1 + W, 1 + W) with the root as head of one word alone, the one that wants it most; none its own."""
    size = arcs.shape[0]
    arcs = arcs - 1e4 * torch.eye(size)
    wish = arcs[1:, 0] - arcs[1:, 1:].amax(-1)
    first = (torch.arange(1, size) == wish.argmax() + 1).float()
    column = torch.cat([torch.zeros(1), first * 1e4 - (1 - first) * 1e4])
    return torch.cat([column.unsqueeze(1), arcs[:, 1:]], 1)


class SentenceGraph(nn.Module):
    """One sentence's pieces (P,), shapes (P,) and pooling (W, P) to what its words are."""

    def __init__(self, net: Network, small: bool) -> None:
        super().__init__()
        self.net = net
        self.table, self.places = (Table(t) if small else t for t in (net.tower.pieces, net.tower.positions))
        self.register_buffer("is_root", torch.tensor([float(label == "root") for label in net.sizes.labels]))
        weight = net.syntax.labels.weight.detach()
        self.register_buffer("labels", weight.permute(1, 0, 2).reshape(weight.shape[1], -1).contiguous())

    def forward(self, pieces: Tensor, shapes: Tensor, pool: Tensor) -> tuple[Tensor, ...]:
        """Numbers of tags (W,), scores of names (W, tags) and arcs (1 + W, 1 + W), states and vectors (W, D)."""
        tower, syntax, said = self.net.tower, self.net.syntax, self.net.attribution
        place = torch.arange(pieces.shape[0])
        x = tower.norm(self.table(pieces) + self.places(place) + tower.shapes(shapes)).unsqueeze(0)
        states = []
        for layer in tower.layers:
            x = layer(x, None)
            states.append(x)
        weights = torch.softmax(tower.mix, 0)
        mixed = pool @ sum(w * s for w, s in zip(weights, states[-3:], strict=True)).squeeze(0)
        rows = tower.vector(pool @ x.squeeze(0))
        y = syntax.layer(torch.cat([syntax.root.unsqueeze(0), mixed], 0).unsqueeze(0), None)
        arcs = one_root(syntax.parse(y)[0][0])
        heads = arcs[1:].argmax(-1)
        scores = self.label_scores(y[0, 1:], y[0][heads])
        scores = scores - 1e4 * (heads > 0).float().unsqueeze(1) * self.get_buffer("is_root")
        labels = scores.argmax(-1)
        words = y[0, 1:]
        tags = [head(words).argmax(-1) for head in (syntax.upos, syntax.xpos, syntax.lemma)]
        return (*tags, syntax.entity(words), labels, arcs, said.inward(torch.cat([mixed, words], -1)), rows)

    def label_scores(self, words: Tensor, heads: Tensor) -> Tensor:
        """`network.Syntax.label_scores` of words (W, D) and their heads (W, D) as one matrix product: (W, labels)."""
        syntax = self.net.syntax
        one = torch.ones(words.shape[0], 1)
        dep = torch.cat([functional.gelu(syntax.label_dep(words)), one], -1)
        head = torch.cat([functional.gelu(syntax.label_head(heads)), one], -1)
        left = (dep @ self.get_buffer("labels")).view(words.shape[0], -1, head.shape[1])
        return (left @ head.unsqueeze(-1)).squeeze(-1)


class ParagraphGraph(nn.Module):
    """The states of a paragraph's words (L, D) to role scores and link sides."""

    def __init__(self, net: Network, small: bool) -> None:
        super().__init__()
        self.said = net.attribution
        self.places = Table(self.said.places) if small else self.said.places

    def forward(self, states: Tensor) -> tuple[Tensor, ...]:
        """Role scores (L, roles) and the sides of cues, sources and contents (L, 128)."""
        x = self.said.norm(states + self.places(torch.arange(states.shape[0]))).unsqueeze(0)
        for layer in self.said.layers:
            x = layer(x, None)
        return tuple(head(x)[0] for head in (self.said.roles, self.said.cue, self.said.source, self.said.content))


def graphs(net: Network, to: Path, small: bool) -> None:
    """Writes both graphs; ``small`` with matrices and the table of pieces in 8 bits."""
    net.eval()
    pieces, pool = torch.arange(101, 113), torch.zeros(9, 12)
    pool[torch.arange(9), torch.arange(1, 10)] = 1
    jobs = {
        "sentence": (
            SentenceGraph(net, small),
            (pieces, torch.ones(12, dtype=torch.long), pool),
            ["pieces", "shapes", "pool"],
            ["upos", "xpos", "lemmas", "entities", "labels", "arcs", "states", "rows"],
            {"pieces": {0: "p"}, "shapes": {0: "p"}, "pool": {0: "w", 1: "p"}},
        ),
        "paragraph": (
            ParagraphGraph(net, small),
            (torch.randn(9, 384),),
            ["states"],
            ["roles", "cues", "sources", "contents"],
            {"states": {0: "l"}},
        ),
    }
    for name, (module, example, inputs, outputs, axes) in jobs.items():
        with tempfile.TemporaryDirectory() as scratch:
            whole = Path(scratch) / f"{name}.onnx"
            torch.onnx.export(
                module,
                example,
                str(whole),
                input_names=inputs,
                output_names=outputs,
                dynamic_axes=axes,
                opset_version=OPSET,
                dynamo=False,
            )
            if small:
                quantize_dynamic(
                    whole,
                    to / f"{name}.onnx",
                    weight_type=QuantType.QInt8,
                    per_channel=True,
                    op_types_to_quantize=["MatMul", "Gemm"],
                    nodes_to_exclude=[n for n in names(whole) if name == "sentence" and n.startswith(WHOLE)],
                )
            else:
                (to / f"{name}.onnx").write_bytes(whole.read_bytes())


def names(path: Path) -> list[str]:
    """The names of a graph's nodes."""
    return [node.name for node in onnx.load(path).graph.node]


def tags(net: Network, to: Path) -> str:
    """Writes the names of tags, the chains' scores and the version, a hash of all of it; gives the version."""
    sizes, said = net.sizes, net.attribution
    digest = hashlib.sha256()
    for name in ("sentence.onnx", "paragraph.onnx"):
        digest.update((to / name).read_bytes())
    held = {
        "upos": sizes.upos,
        "xpos": sizes.xpos,
        "lemmas": sizes.lemmas,
        "labels": sizes.labels,
        "entities": sizes.entities,
        "roles": sizes.roles,
        "chains": {"roles": chain(said.chain, ROLE_CHAIN), "entities": chain(net.syntax.names)},
        "none": [round(float(said.no_source), 5), round(float(said.no_cue), 5)],
    }
    digest.update(json.dumps(held).encode())
    version = f"reader-1-{digest.hexdigest()[:8]}"
    text = json.dumps({"version": version, **held}, ensure_ascii=False)
    (to / "tags.json").write_text(text + "\n", encoding="utf-8")
    return version


def chain(held: Chain, scale: float = 1.0) -> dict[str, list[float]]:
    """The scores of a chain, scaled and rounded."""
    parts = ("first", "steps", "last")
    return {part: (scale * getattr(held, part).detach().double()).numpy().round(5).tolist() for part in parts}


def pieces(to: Path) -> None:
    """Writes the original's word pieces without its padding and truncation."""
    held = json.loads((folder() / "tokenizer.json").read_text(encoding="utf-8"))
    held["padding"] = held["truncation"] = None
    (to / "tokenizer.json").write_text(json.dumps(held, ensure_ascii=False) + "\n", encoding="utf-8")


def load(path: Path) -> Network:
    """The network of a training's ``weights.pt``; the original's word pieces are put back where they were left out."""
    state = torch.load(path)
    net = Network(Sizes(**state["sizes"]))
    held = {name: value.float() for name, value in state["net"].items()}
    held.setdefault(PIECES, weights()["embeddings.word_embeddings.weight"])
    net.load_state_dict(held)
    return net.eval()


def keep(source: Path, to: Path) -> None:
    """Writes a training's weights in 16 bits and without the original's word pieces, small enough to commit."""
    state = torch.load(source)
    state["net"] = {name: value.half() for name, value in state["net"].items() if name != PIECES}
    torch.save(state, to)


def main(arguments: Sequence[str] | None = None) -> None:
    """Writes the files and says how large they are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=Path(".training/reader"), help="folder with weights.pt")
    parser.add_argument("--to", type=Path, default=Path("src/rashomon/reading/weights"), help="folder for the files")
    parser.add_argument("--whole", action="store_true", help="32 bits, to measure what 8 bits cost")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="also write the weights small enough to commit")
    asked = parser.parse_args(arguments)
    asked.to.mkdir(parents=True, exist_ok=True)
    net = load(asked.work / "weights.pt")
    if asked.keep:
        keep(asked.work / "weights.pt", asked.keep)
    graphs(net, asked.to, small=not asked.whole)
    pieces(asked.to)
    version = tags(net, asked.to)
    size = sum(f.stat().st_size for f in asked.to.iterdir())
    print(f"{version}: {size / 1e6:.1f} MB in {asked.to}")
    if not asked.whole and size > LIMIT:
        raise SystemExit(f"The files hold {size:,} bytes, more than {LIMIT:,}.")


if __name__ == "__main__":
    sys.exit(main())
