"""The lists of names beside the model (src/data/en): they correct the teacher and vary the training text."""

import re
from collections import defaultdict


LINKS = {"of", "and", "the", "for", "in", "to", "de", "al", "el", "bin", "von", "van", "-", "'s", "."}


def tokens(name):
    """Splits a name as the treebanks do: hyphens and possessives are words."""
    return [t for t in re.sub(r"(?<=\w)-(?=\w)", " - ", name).replace("'s ", " 's ").split() if t]


def rows(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.strip() and not line.startswith("#"):
                yield line.rstrip("\n").split("\t")


class Lists:
    def __init__(self, folder):
        self.kind = {}  # tuple of words -> kind of name
        self.samples = defaultdict(lambda: defaultdict(list))  # kind -> number of words -> names
        self.given, self.family = [], []
        for r in rows(folder / "countries.tsv"):
            for name in [r[1], *self.split(r, 4), *self.split(r, 6)]:
                self.add(name, "GPE", r[1] == name or name in self.split(r, 4))
            for name in self.split(r, 2) + self.split(r, 3):
                self.add(name, "NORP", True)
        for r in rows(folder / "places.tsv"):
            kind = "GPE" if r[2] else "LOC"
            for name in [r[1], *self.split(r, 3)]:
                self.add(name, kind, True)
        for r in rows(folder / "actors.tsv"):
            for name in [r[2], *self.split(r, 4)]:
                self.add(name, "ORG", True)
        for r in rows(folder / "leaders.tsv"):
            for name in [r[1], *self.split(r, 6)]:
                words = tokens(name)
                if len(words) > 1:
                    self.add(name, "PERSON", True)
                    if all(w[:1].isupper() for w in words) and len(words) == 2:
                        self.given.append(words[0])
                if words and words[-1][:1].isupper() and words[-1] not in ("II", "III", "Jr.", "Sr."):
                    self.family.append(words[-1])

    @staticmethod
    def split(row, column):
        return [x for x in (row[column].split("|") if len(row) > column else []) if x]

    def add(self, name, kind, sample):
        words = tuple(tokens(name.removeprefix("The ").removeprefix("the ")))
        # The teacher's "group" is right for people of a party.
        if name.startswith("?") or not name[:1].isupper() or name in ("Democrats", "Republicans"):
            return
        if 0 < len(words) <= 6:
            self.kind.setdefault(words, kind)
            if sample and self.kind[words] == kind:
                self.samples[kind][len(words)].append(words)

    def words(self):
        """Every word of a listed name."""
        return {w for name in self.kind for w in name} | set(self.given) | set(self.family)

    def person(self, count, rng):
        """An invented name of `count` words."""
        if count == 1:
            return (rng.choice(self.family),)
        return tuple(rng.choice(self.given) for _ in range(count - 1)) + (rng.choice(self.family),)

    def other(self, kind, count, rng):
        if kind == "PERSON":
            return self.person(count, rng) if count <= 3 else None
        pool = self.samples[kind].get(count)
        return rng.choice(pool) if pool else None


def spans(sentence):
    """The names of a sentence: (first, last, kind)."""
    first = 0
    for i, w in enumerate(sentence):
        if w.name and w.name[0] in "BU":
            first = i
        if w.name and w.name[0] in "LU":
            yield first, i, w.name[2:]


def mark(sentence, first, last, kind):
    for i in range(first, last + 1):
        sentence[i].name = ("U-" if first == last else "B-" if i == first else "L-" if i == last else "I-") + kind


def correct(sentences, lists):
    """Retypes and adds names that the lists know, then names whose kind the whole corpus agrees on."""
    for sentence in sentences:
        taken = {i: (a, b, k) for a, b, k in spans(sentence) for i in range(a, b + 1)}
        i = 0
        while i < len(sentence):
            for count in range(min(6, len(sentence) - i), 0, -1):
                kind = lists.kind.get(tuple(w.form for w in sentence[i : i + count]))
                if kind is None:
                    continue
                touched = {taken[j] for j in range(i, i + count) if j in taken}
                inside = all(a >= i and b < i + count for a, b, _ in touched)
                person = count == 1 and any(k == "PERSON" for _, _, k in touched) and kind == "GPE" and sentence[i].form in AMBIGUOUS
                alone = count > 1 or bordered(sentence, i)
                if inside and not person and (touched or alone):
                    mark(sentence, i, i + count - 1, kind)
                i += count - 1
                break
            i += 1
    votes = defaultdict(lambda: defaultdict(int))
    for sentence in sentences:
        for a, b, kind in spans(sentence):
            votes[tuple(w.form for w in sentence[a : b + 1])][kind] += 1
    for sentence in sentences:
        for a, b, kind in list(spans(sentence)):
            seen = votes[tuple(w.form for w in sentence[a : b + 1])]
            top = max(sorted(seen), key=seen.get)
            if top != kind and seen[top] >= 3 and seen[top] * 4 >= 3 * sum(seen.values()):
                mark(sentence, a, b, top)


AMBIGUOUS = {"Georgia", "Jordan", "Chad", "Washington", "Paris", "Israel", "Lincoln", "Jackson", "Victoria", "Sydney", "Kent", "Cuba", "Charlotte", "Sofia", "Florence"}


def bordered(sentence, i):
    """A single listed word counts as a name only away from other capitalized words."""
    around = [sentence[j].form for j in (i - 1, i + 1) if 0 <= j < len(sentence)]
    before_is_start = i == 1
    return not any(w[:1].isupper() and not (before_is_start and k == 0) for k, w in enumerate(around))


# What the teacher may have called a thing of each kind by mistake; the rest is another point of view.
WRONG = {
    "person": {"ORG", "GPE", "LOC", "FAC", "EVENT"},
    "organization": {"PERSON", "LOC", "FAC"},
    "place": {"PERSON", "ORG", "EVENT"},
    "event": {"GPE", "LOC", "FAC"},
}


def gold(sentences):
    """Takes the kinds of people, organizations, places and events from GUM's own annotation."""
    kinds = {"person": "PERSON", "organization": "ORG", "place": "GPE", "event": "EVENT"}
    for sentence in sentences:
        for first, last, kind, start in entities(sentence):
            head = first + start
            if kind not in kinds or head > last or sentence[head].upos != "PROPN":
                continue
            for a, b, silver in list(spans(sentence)):
                if a <= head <= b and first <= a and b <= last and silver in WRONG[kind]:
                    mark(sentence, a, b, kinds[kind])


def entities(sentence):
    """GUM's entities: first word, last word, kind, offset of the head."""
    open_ = []
    for i, w in enumerate(sentence):
        found = re.search(r"Entity=([^|]+)", w.misc)
        for part in re.findall(r"\([^()]+\)?|[^()]+\)", found.group(1)) if found else []:
            if part[0] == "(":
                fields = part.strip("()").split("-")
                open_.append((fields[0], i, fields))
                if part[-1] != ")":
                    continue
                name = fields[0]
            else:
                name = part.rstrip(")")
            for j in range(len(open_) - 1, -1, -1):
                if open_[j][0] == name:
                    _, first, fields = open_.pop(j)
                    span = re.match(r"\d+", fields[5]) if len(fields) > 5 else None
                    if len(fields) > 1 and span:
                        yield first, i, fields[1], int(span.group()) - 1
                    break


def vary(sentence, lists, rng, share=0.35):
    """Puts other names of the same kind and length into a share of the names."""
    out = None
    for a, b, kind in list(spans(sentence)):
        if rng.random() >= share or sentence[a].form.isupper() and len(sentence[a].form) > 1 and kind != "ORG":
            continue
        other = lists.other(kind, b - a + 1, rng)
        if other:
            out = out or [w.copy() for w in sentence]
            for word, form in zip(out[a : b + 1], other):
                word.form = form
    return out or sentence


def retitle(sentence, rng):
    """Gives a silver sentence the look of a headline, for a share of them."""
    if rng.random() > 0.1 or len(sentence) > 25:
        return sentence
    out = [w.copy() for w in sentence]
    for w in out:
        if w.form.isalpha() and w.form not in LINKS:
            w.form = w.form[:1].upper() + w.form[1:]
    return without_stop(out)


def without_stop(sentence):
    return sentence[:-1] if sentence[-1].form == "." and len(sentence) > 1 else sentence
