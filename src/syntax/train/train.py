"""Trains the syntax model: python train.py TREEBANKS OUT --raw ARTICLES.jsonl.xz"""

import argparse
import pickle
import time
from collections import Counter
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

import export
import lemmas
import lists
import names
from data import FIELDS, Features, fnv, normalize, read_conllu, repeatable, straighten
from headlines import augment
from net import Net


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
    return rows, gold


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
    length = max(len(rows) for rows, _ in items)
    rows = np.zeros((len(items), length, FIELDS), np.int64)
    gold = np.full((len(items), length, 5), -1, np.int64)
    mask = np.zeros((len(items), length), bool)
    for i, (r, g) in enumerate(items):
        rows[i, : len(r)], gold[i, : len(r)], mask[i, : len(r)] = r, g, True
    return torch.from_numpy(rows), torch.from_numpy(gold), torch.from_numpy(mask)


def loss_of(net, rows, gold, mask, parse):
    """Arc and label loss, half the tag losses, and the name loss."""
    h = net.encode(rows, mask)
    entropy = lambda scores, y: F.cross_entropy(scores, y, ignore_index=-1)
    loss = entropy(net.names(h[mask]), gold[..., 4][mask])
    if parse:
        heads, known = gold[..., 2], mask & (gold[..., 3] >= 0)
        scores, with_root = net.arcs(h, mask)
        loss = loss + entropy(scores[mask], heads[mask])
        loss = loss + entropy(net.labels(with_root, h, heads, known), gold[..., 3][known])
        loss = loss + 0.5 * entropy(net.upos(h[mask]), gold[..., 0][mask])
        loss = loss + 0.5 * entropy(net.xpos(h[mask]), gold[..., 1][mask])
    return loss


@torch.no_grad()
def score(net, items):
    """UPOS, XPOS, UAS and LAS with gold words, heads taken greedily (a tree costs or gains little)."""
    net.eval()
    right = np.zeros(4)
    total = 0
    for start in range(0, len(items), 64):
        rows, gold, mask = pad(items[start : start + 64])
        h = net.encode(rows, mask)
        scores, with_root = net.arcs(h, mask)
        heads = scores.argmax(-1)
        labels = net.labels(with_root, h, heads, mask).argmax(-1)
        g = gold[mask]
        head_right = heads[mask] == g[:, 2]
        right += [x.sum().item() for x in (net.upos(h[mask]).argmax(-1) == g[:, 0], net.xpos(h[mask]).argmax(-1) == g[:, 1], head_right, head_right & (labels == g[:, 3]))]
        total += len(g)
    net.train()
    return "UPOS %.2f XPOS %.2f UAS %.2f LAS %.2f" % tuple(100 * right / total)


def main():
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("treebanks", type=Path, help="folder with *-train.conllu and *-dev.conllu")
    args.add_argument("out", type=Path, help="folder for model.bin and lemmas.tsv")
    args.add_argument("--raw", type=Path, help="articles (JSONL with `text`) to label with silver names")
    args.add_argument("--lists", type=Path, default=Path(__file__).parents[2] / "data" / "en", help="folder of the lists of names")
    args.add_argument("--epochs", type=float, default=20)
    args.add_argument("--rate", type=float, default=1.7e-3, help="highest learning rate")
    args.add_argument("--start", type=Path, help="a model.bin of the same treebanks and articles to go on from")
    args.add_argument("--seed", type=int, default=1)
    args.add_argument("--threads", type=int, default=2)
    args.add_argument("--cache", type=Path, help="keeps the teacher's labels between runs")
    args = args.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    rng = repeatable(args.seed)

    train = [s for path in sorted(args.treebanks.glob("*-train.conllu")) for s in read_conllu(path)]
    dev = {path.stem: list(read_conllu(path)) for path in sorted(args.treebanks.glob("*-dev.conllu"))}
    inv = Inventory(train)
    known = lists.Lists(args.lists)
    if args.cache and args.cache.exists():
        labelled, silver, table, keys = pickle.loads(args.cache.read_bytes())
    else:
        names.label_treebank(train)
        labelled = [[w.name for w in s] for s in train]
        silver = names.label_raw(args.raw) if args.raw else []
        seen = {w.form for s in train + silver for w in s} | known.words()
        seen = inv.common | {normalize(straighten(w)) for w in seen}
        table, keys = names.vectors(seen)
        if args.cache:
            args.cache.write_bytes(pickle.dumps((labelled, silver, table, keys)))
    for sentence, tags in zip(train, labelled):
        for word, tag in zip(sentence, tags):
            word.name = tag
    lists.correct(train + silver, known)
    lists.gold(train)
    args.out.mkdir(parents=True, exist_ok=True)
    lemmas.write(train, args.out / "lemmas.tsv")

    features = Features(inv.words, keys)
    coded_dev = {k: [encode(s, features, inv) for s in v] for k, v in dev.items()}
    if args.start:
        table = export.word_vectors(args.start)
    net = Net(len(inv.words), table, len(inv.upos), len(inv.xpos), len(inv.labels), len(inv.names))
    if args.start:
        export.read(net, args.start)
        print(" | ".join(f"{k} {score(net, v)}" for k, v in coded_dev.items()), flush=True)
    sparse = [t.weight for t in net.tables()]
    ids = {id(p) for p in sparse}
    dense = [p for p in net.parameters() if id(p) not in ids]
    rate = args.rate
    optimizers = [torch.optim.SparseAdam(sparse, lr=rate, betas=(0.9, 0.98)), torch.optim.AdamW(dense, lr=rate, betas=(0.9, 0.98), weight_decay=0.01)]
    print(f"{len(train)} sentences, {len(silver)} silver, {len(inv.words)} words, {len(keys)} vector keys, {len(inv.labels)} labels, {len(inv.xpos)} tags", flush=True)

    began, step, tokens, epoch = time.time(), 0, 0, 0
    while epoch < args.epochs:
        running = 0.0
        coded = [encode(augment(lists.vary(s, known, rng), known, rng), features, inv) for s in train]
        share = rng.sample(silver, min(len(silver), len(train)))
        share = [encode(lists.retitle(lists.vary(s, known, rng), rng), features, inv) for s in share]
        plan = [(coded, b, True) for b in batches([len(r) for r, _ in coded], 800, rng)]
        plan += [(share, b, False) for b in batches([len(r) for r, _ in share], 1600, rng)]
        rng.shuffle(plan)
        for n, (source, batch, parse) in enumerate(plan):
            done = (epoch + n / len(plan)) / args.epochs
            step += 1
            for o in optimizers:
                for group in o.param_groups:
                    group["lr"] = rate * min(1, step / 80) * (max(0.0, 1 - done) * 0.98 + 0.02)
                o.zero_grad(set_to_none=True)
            rows, gold, mask = pad([source[i] for i in batch])
            loss = loss_of(net, rows, gold, mask, parse)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(dense, 2.0)
            for o in optimizers:
                o.step()
            tokens += int(mask.sum())
            running += float(loss.detach()) if parse else 0
        epoch += 1
        print(f"epoch {epoch} {time.time() - began:.0f} s {tokens / (time.time() - began):.0f} tokens/s loss {running / len(plan):.3f} " + " | ".join(f"{k} {score(net, v)}" for k, v in coded_dev.items() if epoch % 2 == 0 or epoch == args.epochs), flush=True)
        export.write(net.eval(), inv, keys, args.out / "model.bin")
        net.train()


if __name__ == "__main__":
    main()
