"""Trains the syntax model: python train.py TREEBANKS OUT --raw ARTICLES.jsonl.xz"""

import argparse
import pickle
import time
from pathlib import Path

import torch

import card
import export
import lemmas
import lists
import names
import teacher
from data import Features, normalize, read_conllu, repeatable, straighten
from headlines import augment
from learning import Inventory, batches, encode, loss_of, pad, pad_likely, score
from net import Net


def arguments():
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("treebanks", type=Path, help="folder with *-train.conllu and *-dev.conllu")
    args.add_argument("out", type=Path, help="folder for model.bin and lemmas.tsv")
    args.add_argument("--raw", type=Path, required=True, help="articles (JSONL with `text`) for the teachers to label")
    args.add_argument("--lists", type=Path, default=Path(__file__).parents[2] / "data" / "en", help="folder of the lists of names")
    args.add_argument("--teacher", type=float, default=2.3, help="epochs of the teacher")
    args.add_argument("--epochs", type=int, default=20)
    args.add_argument("--rate", type=float, default=1.7e-3, help="highest learning rate")
    args.add_argument("--sentences", type=int, default=18_000, help="articles' sentences that the teacher of trees labels")
    args.add_argument("--silver", type=float, default=1.0, help="silver sentences for each sentence of the treebanks")
    args.add_argument("--drop", type=float, default=0.25, help="share of numbers left out while learning; falls to half of it over the second half of the epochs")
    args.add_argument("--unknown", type=float, default=0.15, help="share of words taken for unknown while learning; falls like --drop")
    args.add_argument("--start", type=Path, help="a model.bin of the same treebanks and articles to go on from")
    args.add_argument("--seed", type=int, default=1)
    args.add_argument("--threads", type=int, default=2)
    args.add_argument("--cache", type=Path, help="folder that keeps what the teachers said between runs")
    return args.parse_args()


def kept(folder, name, make):
    """What `make` returns, kept in the folder."""
    path = folder and folder / name
    if path and path.exists():
        return pickle.loads(path.read_bytes())
    made = make()
    if path:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pickle.dumps(made))
    return made


def name_silver(train, raw, known, inv):
    """Names of the treebanks, raw sentences with names, word vectors and their keys."""
    names.label_treebank(train)
    labelled = [[w.name for w in s] for s in train]
    silver = names.label_raw(raw)
    seen = {w.form for s in train + silver for w in s} | known.words()
    return labelled, silver, *names.vectors(inv.common | {normalize(straighten(w)) for w in seen})


def learn(net, train, silver, dev, known, encoded, inv, args, rng, after):
    """Trains the network on treebanks and on a share of the silver trees, anew drawn for every epoch."""
    sparse = [t.weight for t in net.tables()]
    ids = {id(p) for p in sparse}
    dense = [p for p in net.parameters() if id(p) not in ids]
    optimizers = [torch.optim.SparseAdam(sparse, lr=args.rate, betas=(0.9, 0.98)), torch.optim.AdamW(dense, lr=args.rate, betas=(0.9, 0.98), weight_decay=0.01)]
    began, step, tokens = time.time(), 0, 0
    for epoch in range(args.epochs):
        running = 0.0
        share = rng.sample(silver, min(len(silver), int(len(train) * args.silver)))
        coded = [encoded(augment(lists.vary(s, known, rng), known, rng)) for s in train + share]
        plan = batches([len(item[0]) for item in coded], 1000, rng)
        for n, batch in enumerate(plan):
            done = (epoch + n / len(plan)) / args.epochs
            noise = 1 - max(0.0, done - 0.5)
            net.drop, net.unknown = args.drop * noise, args.unknown * noise
            step += 1
            for o in optimizers:
                for group in o.param_groups:
                    group["lr"] = args.rate * min(1, step / 80) * (max(0.0, 1 - done) * 0.98 + 0.02)
                o.zero_grad(set_to_none=True)
            items = [coded[i] for i in batch]
            rows, gold, mask = pad(items)
            loss = loss_of(net, net.encode(rows, mask), gold, mask, True, pad_likely(items, rows.shape[1]))
            loss.backward()
            torch.nn.utils.clip_grad_norm_(dense, 2.0)
            for o in optimizers:
                o.step()
            tokens += int(mask.sum())
            running += float(loss.detach())
        shown = " | ".join(f"{k} {score(net, v, inv)}" for k, v in dev.items())
        print(f"epoch {epoch + 1} {time.time() - began:.0f} s {tokens / (time.time() - began):.0f} tokens/s loss {running / len(plan):.3f} {shown}", flush=True)
        after(net)


def main():
    args = arguments()
    began = time.time()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    rng = repeatable(args.seed)
    train = [s for path in sorted(args.treebanks.glob("*-train.conllu")) for s in read_conllu(path)]
    dev = {path.stem: list(read_conllu(path)) for path in sorted(args.treebanks.glob("*-dev.conllu"))}
    inv = Inventory(train)
    known = lists.Lists(args.lists)
    labelled, silver, table, keys = kept(args.cache, "names.pickle", lambda: name_silver(train, args.raw, known, inv))
    for sentence, tags in zip(train, labelled):
        for word, tag in zip(sentence, tags):
            word.name = tag
    lists.correct(train + silver, known)
    lists.gold(train)
    rng.shuffle(silver)
    silver = silver[: args.sentences]
    args.out.mkdir(parents=True, exist_ok=True)
    lemmas.write(train, args.out / "lemmas.tsv")
    features = Features(inv.words, keys)

    def taught():
        wise = teacher.teach(train, silver, dev, inv, features, table, known, repeatable(args.seed), args.teacher)
        return teacher.label(wise, silver, inv, features)

    said = kept(args.cache, "trees.pickle", taught)
    silver = teacher.adopt(silver, said, inv, *lemmas.learn(lemmas.pairs(train)))
    lists.correct(silver, known)
    print(f"{len(train)} sentences, {len(silver)} silver, {len(inv.words)} words, {len(keys)} vector keys, {len(inv.labels)} labels, {len(inv.xpos)} tags", flush=True)

    encoded = lambda sentence: encode(sentence, features, inv)
    coded_dev = {k: [encoded(s) for s in v] for k, v in dev.items()}
    net = Net(len(inv.words), export.word_vectors(args.start) if args.start else table, len(inv.upos), len(inv.xpos), len(inv.labels), len(inv.names), drop=args.drop, unknown=args.unknown)
    if args.start:
        export.read(net, args.start)
        print(" | ".join(f"{k} {score(net, v, inv)}" for k, v in coded_dev.items()), flush=True)

    def write(net):
        export.write(net.eval(), inv, keys, args.out / "model.bin")
        net.train()

    torch.manual_seed(args.seed)
    learn(net, train, silver, coded_dev, known, encoded, inv, args, rng, write)
    write(net)
    corpora = {path.stem: sum(1 for _ in read_conllu(path)) for path in sorted(args.treebanks.glob("*-train.conllu"))}
    corpora[args.raw.name] = len(silver)
    card.write(args, corpora, {part: score(net, items, inv) for part, items in coded_dev.items()}, began)


if __name__ == "__main__":
    main()
