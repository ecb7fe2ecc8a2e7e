"""Sentences as numbers, batches, the losses and the scores: what training the teacher and the model share."""

from collections import Counter

import numpy as np
import torch
import torch.nn.functional as F

import names
from data import FIELDS, fnv, normalize, straighten

KEPT = 4  # heads of a word that a teacher passes on

class Inventory:
    """The closed sets the model predicts, and the words it knows by heart."""

    def __init__(self, train):
        count = Counter(normalize(straighten(w.form)) for s in train for w in s)
        self.common = {w for w, n in count.items() if n >= 2}
        self.words = {key: row for row, key in enumerate(sorted({fnv("", w) for w in self.common}), start=1)}
        self.upos = sorted({w.upos for s in train for w in s})
        self.xpos = sorted({w.xpos for s in train for w in s})
        self.labels = sorted({w.dep for s in train for w in s})
        self.names = names.TAGS


def encode(sentence, features, inv):
    """Rows of features and gold indices (-1 where unknown) of one sentence."""
    index = lambda items: {x: i for i, x in enumerate(items)}
    if not hasattr(inv, "maps"):
        inv.maps = [index(inv.upos), index(inv.xpos), index(inv.labels), index(inv.names)]
    upos, xpos, labels, tags = inv.maps
    rows = np.array([features(w.form) for w in sentence], dtype=np.int64)
    gold = np.array([[upos.get(w.upos, -1), xpos.get(w.xpos, -1), w.head + 1, labels.get(w.dep, -1), tags.get(w.name, -1)] for w in sentence], dtype=np.int64)
    likely = None
    if all(w.likely is not None for w in sentence):
        likely = np.stack([w.likely for w in sentence])
    return rows, gold, likely


def batches(lengths, size, rng):
    """Indices of sentences of like length, about `size` padded tokens a batch, in random order."""
    order = sorted(range(len(lengths)), key=lambda i: lengths[i] + rng.random() * 3)
    out, batch, widest = [], [], 0
    for i in order:
        widest = max(widest, lengths[i])
        if batch and widest * (len(batch) + 1) > size:
            out.append(batch)
            batch, widest = [], lengths[i]
        batch.append(i)
    out.append(batch)
    rng.shuffle(out)
    return out


def pad(items):
    length = max(len(item[0]) for item in items)
    rows = np.zeros((len(items), length, FIELDS), np.int64)
    gold = np.full((len(items), length, 5), -1, np.int64)
    mask = np.zeros((len(items), length), bool)
    for i, (r, g, _) in enumerate(items):
        rows[i, : len(r)], gold[i, : len(r)], mask[i, : len(r)] = r, g, True
    return torch.from_numpy(rows), torch.from_numpy(gold), torch.from_numpy(mask)


def pad_likely(items, length):
    """Likely heads and their chances; what a treebank says is certain."""
    heads = np.zeros((len(items), length, KEPT), np.int64)
    chances = np.zeros((len(items), length, KEPT), np.float32)
    for i, (rows, gold, likely) in enumerate(items):
        if likely is None:
            heads[i, : len(rows), 0], chances[i, : len(rows), 0] = gold[:, 2], 1
        else:
            heads[i, : len(rows)], chances[i, : len(rows)] = likely[:, 0], likely[:, 1]
    return torch.from_numpy(heads), torch.from_numpy(chances)


def loss_of(net, h, gold, mask, parse, likely=None):
    """Arc and label loss, half the tag losses, and the name loss."""
    entropy = lambda scores, y: F.cross_entropy(scores, y, ignore_index=-1)
    loss = entropy(net.names(h[mask]), gold[..., 4][mask])
    if parse:
        heads, known = gold[..., 2], mask & (gold[..., 3] >= 0)
        scores, with_root = net.arcs(h, mask)
        if likely is None:
            loss = loss + entropy(scores[mask], heads[mask])
        else:
            among = torch.gather(F.log_softmax(scores, -1), 2, likely[0])
            loss = loss - (among * likely[1]).sum(-1)[mask].mean()
        loss = loss + entropy(net.labels(with_root, h, heads, known), gold[..., 3][known])
        loss = loss + 0.5 * entropy(net.upos(h[mask]), gold[..., 0][mask])
        loss = loss + 0.5 * entropy(net.xpos(h[mask]), gold[..., 1][mask])
    return loss


@torch.no_grad()
def score(net, items, inv, outside=lambda part: 0):
    """UPOS, XPOS, UAS, LAS and F1 of arguments with gold words, heads taken greedily (a tree costs or gains little)."""
    net.eval()
    right, arguments = np.zeros(4), np.zeros(2)
    core, verb = torch.tensor([inv.labels.index(x) for x in ("nsubj", "nsubj:pass", "obj")]), inv.upos.index("VERB")
    total = 0
    for start in range(0, len(items), 64):
        part = range(start, min(start + 64, len(items)))
        rows, gold, mask = pad([items[i] for i in part])
        h = net.encode(rows, mask, outside(part))
        scores, with_root = net.arcs(h, mask)
        heads = scores.argmax(-1)
        labels = net.labels(with_root, h, heads, mask).argmax(-1)
        tags = net.upos(h).argmax(-1)
        g = gold[mask]
        both = (heads[mask] == g[:, 2]) & (labels == g[:, 3])
        right += [x.sum().item() for x in (tags[mask] == g[:, 0], net.xpos(h[mask]).argmax(-1) == g[:, 1], heads[mask] == g[:, 2], both)]
        total += len(g)
        of_verb = lambda tag, head: (torch.gather(F.pad(tag, (1, 0), value=-1), 1, head.clamp(min=0)) == verb)[mask]
        here, there = torch.isin(g[:, 3], core) & of_verb(gold[..., 0], gold[..., 2]), torch.isin(labels, core) & of_verb(tags, heads)
        arguments += [2 * (here & there & both).sum().item(), here.sum().item() + there.sum().item()]
    net.train()
    return "UPOS %.2f XPOS %.2f UAS %.2f LAS %.2f arguments %.2f" % (*(100 * right / total), 100 * arguments[0] / arguments[1])
