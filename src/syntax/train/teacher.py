"""The teacher: the same network, wider, over a pretrained transformer. It labels raw news with trees, tags and names."""

import math
import time

import numpy as np
import torch
import torch.nn as nn

import encoder
import lemmas
import lists
from headlines import augment
from learning import KEPT, batches, encode, loss_of, pad, score
from net import Net, Sizes

WIDE = Sizes(width=256, hidden=256, arc=256, label=192, name=128)


class Teacher(Net):
    def __init__(self, inv, table):
        super().__init__(len(inv.words), table, len(inv.upos), len(inv.xpos), len(inv.labels), len(inv.names), WIDE, drop=0.3)
        source = encoder.archive()
        self.pieces, self.encoder = encoder.Pieces(source), encoder.Encoder().load(source)
        self.bridge = nn.Linear(encoder.WIDTH, WIDE.width)

    def outside(self, forms):
        return self.bridge(self.encoder(*encoder.pad_pieces(forms, self.pieces)))


def forms(sentences):
    return [[w.form for w in s] for s in sentences]


def teach(train, silver, dev, inv, features, table, known, rng, epochs, rate=1.5e-3, slow=6e-5, named=1000):
    """Trains the teacher on the treebanks and on silver names; of 2.3 epochs the last sees three tenths of them."""
    net = Teacher(inv, table)
    sparse = [t.weight for t in net.tables()]
    ids = {id(p) for p in sparse}
    inner = [p for p in net.encoder.parameters() if p.requires_grad]
    ids |= {id(p) for p in net.encoder.parameters()}
    dense = [p for p in net.parameters() if id(p) not in ids]
    optimizers = [
        torch.optim.SparseAdam(sparse, lr=rate, betas=(0.9, 0.98)),
        torch.optim.AdamW(dense, lr=rate, betas=(0.9, 0.98), weight_decay=0.01, fused=True),
        torch.optim.AdamW(inner, lr=slow, betas=(0.9, 0.98), weight_decay=0.01, fused=True),
    ]
    peaks = [rate, rate, slow]
    began, step, rounds = time.time(), 0, math.ceil(epochs)
    for epoch in range(rounds):
        part = train if epochs - epoch >= 1 else rng.sample(train, int(len(train) * (epochs - epoch)))
        texts = [augment(lists.vary(s, known, rng), known, rng) for s in part]
        share = [lists.retitle(lists.vary(s, known, rng), rng) for s in rng.sample(silver, min(len(silver), named))]
        plan = [(texts, b, True) for b in batches([len(s) for s in texts], 1000, rng)]
        plan += [(share, b, False) for b in batches([len(s) for s in share], 1000, rng)]
        rng.shuffle(plan)
        running = 0.0
        for n, (source, batch, parse) in enumerate(plan):
            done = (epoch + n / len(plan)) / rounds
            step += 1
            for optimizer, peak in zip(optimizers, peaks):
                for group in optimizer.param_groups:
                    group["lr"] = peak * min(1, step / 120) * (max(0.0, 1 - done) * 0.98 + 0.02)
                optimizer.zero_grad(set_to_none=True)
            rows, gold, mask = pad([encode(source[i], features, inv) for i in batch])
            h = net.encode(rows, mask, net.outside(forms(source[i] for i in batch)))
            loss = loss_of(net, h, gold, mask, parse)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(dense + inner, 2.0)
            for optimizer in optimizers:
                optimizer.step()
            running += float(loss.detach())
        found = []
        for name, sentences in dev.items():
            coded = [encode(s, features, inv) for s in sentences]
            found.append(name + " " + score(net, coded, inv, lambda part: net.outside(forms(sentences[i] for i in part))))
        print(f"teacher {epoch + 1} {time.time() - began:.0f} s loss {running / len(plan):.3f} " + " | ".join(found), flush=True)
    return net.eval()


@torch.no_grad()
def label(net, sentences, inv, features, size=2400):
    """What the teacher says of each sentence: tags, likely heads with their chances, relations and names."""
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i]))
    said = [None] * len(sentences)
    began, at, words = time.time(), 0, 0
    while at < len(order):
        batch, widest = [], 0
        while at < len(order) and (not batch or max(widest, len(sentences[order[at]])) * (len(batch) + 1) <= size):
            widest = max(widest, len(sentences[order[at]]))
            batch.append(order[at])
            at += 1
        part = [sentences[i] for i in batch]
        rows, _, mask = pad([encode(s, features, inv) for s in part])
        h = net.encode(rows, mask, net.outside(forms(part)))
        scores, with_root = net.arcs(h, mask)
        chances, heads = torch.softmax(scores, -1).topk(min(KEPT, scores.shape[-1]), -1)
        relations = torch.stack([net.labels(with_root, h, heads[..., k], torch.ones_like(mask)).argmax(-1).view(mask.shape) for k in range(heads.shape[-1])], -1)
        tags = torch.stack([net.upos(h).argmax(-1), net.xpos(h).argmax(-1), net.names(h).argmax(-1)], -1)
        for k, i in enumerate(batch):
            n = len(sentences[i])
            said[i] = (tags[k, :n].numpy().astype(np.int16), heads[k, :n].numpy().astype(np.int16), chances[k, :n].numpy().astype(np.float16), relations[k, :n].numpy().astype(np.int16))
            words += n
    print(f"labelled {words} words in {time.time() - began:.0f} s", flush=True)
    return said


def adopt(sentences, said, inv, rules, exceptions):
    """Gives sentences the tags, names and trees that `label` returned; keeps those with a tree. Returns them."""
    kept = []
    for sentence, (tags, heads, chances, relations) in zip(sentences, said):
        if not is_tree(heads[:, 0]):
            continue
        # In a batch with longer sentences, words beyond the end have no chance but a place.
        chances = np.where(heads <= len(sentence), chances, 0).astype(np.float32)
        heads, chances = np.where(chances > 0, heads, 0), chances / chances.sum(1, keepdims=True)
        missing = KEPT - heads.shape[1]
        heads, chances = (np.pad(x, ((0, 0), (0, missing))) for x in (heads, chances))
        for i, word in enumerate(sentence):
            word.upos, word.xpos = inv.upos[tags[i, 0]], inv.xpos[tags[i, 1]]
            word.head, word.dep, word.name = int(heads[i, 0]) - 1, inv.labels[relations[i, 0]], inv.names[tags[i, 2]]
            word.likely = np.stack([heads[i], chances[i]])
            low = word.form if word.xpos.startswith("NNP") else word.form.lower()
            cut, add = lemmas.apply(rules.get(word.xpos, {}), low)
            word.lemma = exceptions.get((word.xpos, low), low[: len(low) - cut] + add)
        kept.append(sentence)
    return kept


def is_tree(heads):
    """One root, no circle; heads count from 1, 0 is the root."""
    if sum(int(h) == 0 for h in heads) != 1:
        return False
    for at in range(len(heads)):
        steps = 0
        while heads[at] != 0:
            at, steps = int(heads[at]) - 1, steps + 1
            if steps > len(heads):
                return False
    return True
