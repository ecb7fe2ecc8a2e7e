"""Treebanks, features and augmentation. The Rust side computes the same features in features.rs."""

import random

FIELDS = 8  # look-ups summed for a word: word, first letter, 3-prefix, suffixes 2 3 4, shape, vector
PREFIX_ROWS, SUFFIX_ROWS, SHAPE_ROWS = 3000, 5000, 600

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "−": "-", "‑": "-", "‐": "-"})


class Word:
    """A word with its annotation; `head` counts from 0, the root has -1."""

    __slots__ = ("form", "lemma", "upos", "xpos", "head", "dep", "name", "misc")

    def __init__(self, form, lemma, upos, xpos, head, dep, misc):
        self.form, self.lemma, self.upos, self.xpos = form, lemma, upos, xpos
        self.head, self.dep, self.misc, self.name = head, dep, misc, None

    def copy(self):
        other = Word(self.form, self.lemma, self.upos, self.xpos, self.head, self.dep, self.misc)
        other.name = self.name
        return other


def read_conllu(path):
    """Yields the sentences of a CoNLL-U file without multiword ranges and empty nodes."""
    sentence = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if not line:
                if sentence:
                    yield sentence
                sentence = []
            elif not line.startswith("#"):
                c = line.split("\t")
                if c[0].isdigit():
                    sentence.append(Word(c[1], c[2], c[3], c[4], int(c[6]) - 1, c[7], c[5] + "|" + c[9]))
    if sentence:
        yield sentence


def straighten(form):
    """Typographic quotes and dashes look like their plain forms to the model."""
    return form.translate(_STRAIGHT).replace("…", "...")


def normalize(form):
    return "".join("0" if "0" <= c <= "9" else c for c in form.lower())


def shape(form):
    out, last, run = [], "", 0
    for c in form:
        kind = "X" if c.isupper() else "x" if c.islower() else "d" if "0" <= c <= "9" else c
        run = run + 1 if kind == last else 0
        last = kind
        if run < 3:
            out.append(kind)
    return "".join(out)


def fnv(prefix, text):
    """FNV-1a over the UTF-8 bytes, 32 bits."""
    h = 0x811C9DC5
    for b in (prefix + text).encode():
        h = ((h ^ b) * 0x01000193) & 0xFFFFFFFF
    return h


class Features:
    """Maps a form to its eight rows. `words` and `vectors` map hashes of normalized forms to rows."""

    def __init__(self, words, vectors):
        self.words, self.vectors, self.cache = words, vectors, {}

    def __call__(self, form):
        rows = self.cache.get(form)
        if rows is None:
            plain = straighten(form)
            low = normalize(plain)
            key = fnv("", low)
            rows = self.cache[form] = (
                self.words.get(key, 0),
                fnv("1", plain[:1]) % PREFIX_ROWS,
                fnv("3", low[:3]) % PREFIX_ROWS,
                fnv("2", low[-2:]) % SUFFIX_ROWS,
                fnv("3", low[-3:]) % SUFFIX_ROWS,
                fnv("4", low[-4:]) % SUFFIX_ROWS,
                fnv("", shape(plain)) % SHAPE_ROWS,
                self.vectors.get(key, 0),
            )
        return rows


def without(sentence, drop):
    """Returns the sentence without the leaves `drop`."""
    keep = [i for i in range(len(sentence)) if i not in drop]
    place = {old: new for new, old in enumerate(keep)}
    out = []
    for i in keep:
        word = sentence[i].copy()
        word.head = place[word.head] if word.head >= 0 else -1
        out.append(word)
    return out


def leaves(sentence):
    heads = {w.head for w in sentence}
    return [i for i in range(len(sentence)) if i not in heads]


SMALL = {"a", "an", "the", "of", "in", "on", "to", "for", "and", "or", "at", "by", "as", "with", "from", "but"}


def headline(sentence, rng):
    """Rewrites a sentence as a headline: no articles, no `be` of passives, no full stop, title case."""
    drop = set()
    for i in leaves(sentence):
        w = sentence[i]
        low = w.form.lower()
        if w.dep == "det" and low in ("a", "an", "the") and rng.random() < 0.9:
            if w.name is None or w.name == "O":
                drop.add(i)
        elif w.dep.startswith("aux") and w.lemma == "be" and rng.random() < 0.8:
            drop.add(i)
        elif w.dep == "punct" and i == len(sentence) - 1 and w.form == ".":
            drop.add(i)
    out = without(sentence, drop)
    for i, w in enumerate(out):
        if w.dep == "cc" and w.form.lower() == "and" and out[w.head].upos in ("NOUN", "PROPN") and i in leaves(out) and rng.random() < 0.4:
            w.form, w.upos, w.xpos, w.dep = ",", "PUNCT", ",", "punct"
    if out and rng.random() < 0.65:
        small = SMALL if rng.random() < 0.7 else set()
        for i, w in enumerate(out):
            if w.form.isalpha() and (i == 0 or w.form.lower() not in small):
                w.form = w.form[:1].upper() + w.form[1:]
    elif out:
        out[0].form = out[0].form[:1].upper() + out[0].form[1:]
    return out


DASHES = ["-", "--", "—", "–"]


def augment(sentence, rng):
    """Returns the sentence or, for a share, a variant as news and the web print it."""
    chance = rng.random()
    if chance < 0.14 and 4 <= len(sentence) <= 22:
        return headline(sentence, rng)
    if chance < 0.20 and sentence[-1].form == "." and len(sentence) - 1 in leaves(sentence):
        return without(sentence, {len(sentence) - 1})
    if chance < 0.215:
        out = [w.copy() for w in sentence]
        for w in out:
            w.form = w.form.upper()
        return out
    if chance < 0.30 and any(w.form in DASHES and w.xpos != "HYPH" for w in sentence):
        out = [w.copy() for w in sentence]
        for w in out:
            if w.form in DASHES and w.xpos != "HYPH":
                w.form = rng.choice(DASHES)
        return out
    return sentence


def repeatable(seed):
    return random.Random(seed)
