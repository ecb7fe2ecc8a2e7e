"""Writes treebanks with names, and the same words as the teacher of names reads them, to compare whom with it.

python compare_names.py GUM.conllu OUT   or   python compare_names.py CROSSRE.jsonl.xz OUT

OUT.gold.conllu holds the gold names and OUT.spacy.conllu the teacher's. Then, with one scorer for both:
whom eval --syntax OUT.gold.conllu; whom eval --syntax OUT.gold.conllu --trees OUT.spacy.conllu
"""

import json
import lzma
import sys
from pathlib import Path

from spacy.tokens import Doc

from data import Word, read_conllu
from names import KINDS, load

PLACES = {"person": "PERSON", "organisation": "ORG", "country": "GPE", "location": "GPE"}


def marked(path):
    """Sentences of a JSONL file whose entities are given by place; their trees are chains."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            sentence, at = [], 0
            for i, form in enumerate(line["text"].split(" ")):
                word = Word(form, form, "X", "_", i - 1, "root" if i == 0 else "dep", "_")
                for entity in line["meta"]["entities"]:
                    if entity["kind"] in PLACES and entity["start"] <= at < entity["end"]:
                        word.misc = "Name=" + ("B-" if at == entity["start"] else "I-") + PLACES[entity["kind"]]
                at += len(form) + 1
                if form:
                    sentence.append(word)
            yield sentence


def write(sentences, path):
    with open(path, "w", encoding="utf-8") as out:
        for sentence in sentences:
            for i, w in enumerate(sentence, start=1):
                print(i, w.form, w.lemma, w.upos, w.xpos, "_", w.head + 1, w.dep, "_", w.misc or "_", sep="\t", file=out)
            print(file=out)


def rename(source, names, path):
    """Copies a treebank with other names."""
    names = iter(names)
    with open(source, encoding="utf-8") as lines, open(path, "w", encoding="utf-8") as out:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if cells[0].isdigit():
                kept = [m for m in cells[9].split("|") if m == "SpaceAfter=No"]
                line = "\t".join(cells[:9] + ["|".join(["Name=" + next(names), *kept])]) + "\n"
            out.write(line)


def main():
    source, out = sys.argv[1:]
    gold = out + ".gold.conllu"
    if source.endswith(".xz"):
        write(marked(source), gold)
    else:
        Path(gold).write_bytes(Path(source).read_bytes())
    nlp = load("tok2vec", "ner")
    names = []
    for sentence in read_conllu(gold):
        for token in nlp(Doc(nlp.vocab, words=[w.form for w in sentence], spaces=["SpaceAfter=No" not in w.misc for w in sentence])):
            names.append(f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ in KINDS else "O")
    rename(gold, names, out + ".spacy.conllu")


if __name__ == "__main__":
    main()
