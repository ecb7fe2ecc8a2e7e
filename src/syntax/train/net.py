"""The network: summed look-ups, a convolution, a bidirectional GRU, and heads for tags, tree and names."""

from collections import namedtuple

import torch
import torch.nn as nn
import torch.nn.functional as F

from data import PREFIX_ROWS, SHAPE_ROWS, SUFFIX_ROWS

Sizes = namedtuple("Sizes", "width hidden arc label name")
SHIPPED = Sizes(width=128, hidden=128, arc=64, label=96, name=64)  # as parser.rs and network.rs read them
BUCKETS = 23  # signed distance classes, the last is the root


def buckets(length):
    """Distance class of each (dependent, head) pair; column 0 is the root."""
    d = torch.arange(-1, length)[None] - torch.arange(length)[:, None]
    a = d.abs()
    b = torch.where(a <= 5, a, torch.where(a <= 7, 6, torch.where(a <= 10, 7, torch.where(a <= 15, 8, torch.where(a <= 22, 9, 10)))))
    b = torch.where(d < 0, b, b + 11)
    b[:, 0] = 22
    return b


class Net(nn.Module):
    def __init__(self, words, vectors, upos, xpos, labels, names, sizes=SHIPPED, drop=0.25, unknown=0.15):
        super().__init__()
        width, hidden, arc, label_width, name_width = sizes
        self.drop, self.unknown = drop, unknown
        self.word = nn.Embedding(words + 1, width, sparse=True)
        self.prefix = nn.Embedding(PREFIX_ROWS, width, sparse=True)
        self.suffix = nn.Embedding(SUFFIX_ROWS, width, sparse=True)
        self.shape = nn.Embedding(SHAPE_ROWS, width, sparse=True)
        for table in self.tables():
            nn.init.normal_(table.weight, 0, 0.3)
        self.register_buffer("vectors", torch.from_numpy(vectors))
        self.project = nn.Linear(vectors.shape[1], width, bias=False)
        self.norm = nn.LayerNorm(width)
        self.conv = nn.Linear(3 * width, width)
        self.conv_norm = nn.LayerNorm(width)
        self.gru = nn.GRU(width, hidden, bidirectional=True, batch_first=True)
        out = 2 * hidden
        self.upos, self.xpos = nn.Linear(out, upos), nn.Linear(out, xpos)
        self.name_hidden, self.name = nn.Linear(out, name_width), nn.Linear(name_width, names)
        self.arc_head, self.arc_dep = nn.Linear(out, arc), nn.Linear(out, arc)
        self.label_head, self.label_dep = nn.Linear(out, label_width), nn.Linear(out, label_width)
        self.root = nn.Parameter(torch.randn(out) * 0.1)
        self.bilinear = nn.Parameter(torch.randn(arc, arc) / arc)
        self.head_bias, self.distance = nn.Linear(arc, 1), nn.Linear(arc, BUCKETS)
        self.label = nn.Linear(label_width, labels)

    def tables(self):
        return [self.word, self.prefix, self.suffix, self.shape]

    def encode(self, rows, mask, outside=0):
        """A row for each word; `outside` is what another encoder says of the words."""
        drop = lambda x: F.dropout(x, self.drop, self.training)
        word = rows[..., 0]
        if self.training:
            word = torch.where(torch.rand(word.shape) < self.unknown, torch.zeros_like(word), word)
        h = self.word(word) + self.prefix(rows[..., 1]) + self.prefix(rows[..., 2]) + self.shape(rows[..., 6])
        h = h + self.suffix(rows[..., 3]) + self.suffix(rows[..., 4]) + self.suffix(rows[..., 5])
        h = h + self.project(self.vectors[rows[..., 7]]) + outside
        keep = mask.unsqueeze(-1).float()
        h = drop(self.norm(h)) * keep
        around = torch.cat([F.pad(h, (0, 0, 1, 0))[:, :-1], h, F.pad(h, (0, 0, 0, 1))[:, 1:]], -1)
        h = (h + drop(self.conv_norm(F.relu(self.conv(around))))) * keep
        packed = nn.utils.rnn.pack_padded_sequence(h, mask.sum(1), batch_first=True, enforce_sorted=False)
        h, _ = nn.utils.rnn.pad_packed_sequence(self.gru(packed)[0], batch_first=True, total_length=rows.shape[1])
        return drop(h)

    def arcs(self, h, mask):
        """Scores of every head (column 0 is the root) for every dependent."""
        batch, length, _ = h.shape
        drop = lambda x: F.dropout(F.leaky_relu(x, 0.1), self.drop, self.training)
        with_root = torch.cat([self.root.expand(batch, 1, -1), h], 1)
        head, dep = drop(self.arc_head(with_root)), drop(self.arc_dep(h))
        scores = dep @ self.bilinear @ head.transpose(1, 2) + self.head_bias(head).transpose(1, 2)
        near = buckets(length).unsqueeze(0).expand(batch, -1, -1)
        scores = scores + torch.gather(self.distance(dep), 2, near)
        real = torch.cat([torch.ones(batch, 1, dtype=torch.bool), mask], 1)
        self_loop = torch.eye(length + 1, dtype=torch.bool)[1:]
        return scores.masked_fill(~real[:, None, :] | self_loop[None], -1e4), with_root

    def labels(self, with_root, h, heads, mask):
        """Label scores of the tokens under `mask`; heads count from 0 = root."""
        a, b = self.label_head(with_root), self.label_dep(h)
        picked = torch.gather(a, 1, heads.clamp(min=0).unsqueeze(-1).expand(-1, -1, a.shape[-1]))[mask]
        return self.label(F.dropout(F.relu(picked + b[mask]), self.drop, self.training))

    def names(self, h):
        return self.name(F.relu(self.name_hidden(h)))
