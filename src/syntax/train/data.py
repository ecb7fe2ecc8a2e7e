"""Treebanks, features and augmentation. The Rust side computes the same features in features.rs."""

import random

FIELDS = 8  # look-ups summed for a word: word, first letter, 3-prefix, suffixes 2 3 4, shape, vector
PREFIX_ROWS, SUFFIX_ROWS, SHAPE_ROWS = 3000, 5000, 600

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "−": "-", "‑": "-", "‐": "-"})


class Word:
    """A word with its annotation; `head` counts from 0, the root has -1.

    `likely` are the heads a teacher thinks possible, with their chances, where the sentence is as the teacher saw it.
    """

    __slots__ = ("form", "lemma", "upos", "xpos", "head", "dep", "name", "misc", "likely")

    def __init__(self, form, lemma, upos, xpos, head, dep, misc):
        self.form, self.lemma, self.upos, self.xpos = form, lemma, upos, xpos
        self.head, self.dep, self.misc, self.name, self.likely = head, dep, misc, None, None

    def copy(self):
        other = Word(self.form, self.lemma, self.upos, self.xpos, self.head, self.dep, self.misc)
        other.name, other.likely = self.name, self.likely
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
        word.likely = None
        out.append(word)
    return out


def leaves(sentence):
    heads = {w.head for w in sentence}
    return [i for i in range(len(sentence)) if i not in heads]


def repeatable(seed):
    return random.Random(seed)
