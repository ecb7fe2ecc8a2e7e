"""Rewrites treebank sentences, tree and all, in the way headlines are written."""

from data import Word, leaves, without

SMALL = {"a", "an", "the", "of", "in", "on", "to", "for", "and", "or", "at", "by", "as", "with", "from", "but", "over", "after"}
SPEAKERS = ["police", "officials", "report", "minister", "army", "sources", "ministry", "study", "court", "lawyer", "mayor", "governor", "spokesman", "military", "expert", "union", "ministers", "analysts", "witnesses", "president"]
IRREGULAR = {"be": ("is", "are"), "have": ("has", "have"), "do": ("does", "do"), "go": ("goes", "go")}


def headline(sentence, lists, rng):
    """No articles, no `be` of passives, no full stop; the present tense, `to` for `will`, a comma for `and`."""
    out = without(sentence, spare(sentence, rng))
    bare = set(leaves(out))
    for i, w in enumerate(out):
        if w.dep == "cc" and w.form.lower() == "and" and i in bare and out[w.head].upos in ("NOUN", "PROPN") and rng.random() < 0.6:
            w.form, w.lemma, w.upos, w.xpos, w.dep = ",", ",", "PUNCT", ",", "punct"
        elif w.lemma == "will" and w.xpos == "MD" and w.dep == "aux" and i in bare and out[w.head].xpos == "VB" and rng.random() < 0.7:
            w.form, w.lemma, w.upos, w.xpos, w.dep = "to", "to", "PART", "TO", "mark"
    if rng.random() < 0.75:
        present(out)
    chance = rng.random()
    if chance < 0.12:
        out = attributed_after(out, lists, rng)
    elif chance < 0.18:
        out = attributed_before(out, lists, rng)
    if rng.random() < 0.12:
        out = quoted(out, rng)
    return titled(out, rng)


def spare(sentence, rng):
    """The words a headline leaves out; only leaves, so the tree stays one."""
    drop = set()
    for i in leaves(sentence):
        w = sentence[i]
        if w.dep == "det" and w.form.lower() in ("a", "an", "the") and w.name in (None, "O") and rng.random() < 0.9:
            drop.add(i)
        elif w.dep.startswith("aux") and w.lemma == "be" and rng.random() < 0.8:
            beside = [s for j, s in enumerate(sentence) if s.head == w.head and j != i]
            if not any(s.dep.startswith("aux") or s.upos == "PRON" and "subj" in s.dep for s in beside):
                drop.add(i)
        elif w.dep == "punct" and i == len(sentence) - 1 and w.form == ".":
            drop.add(i)
    return drop


def present(sentence):
    """Puts past verbs that have a subject into the present."""
    for i, w in enumerate(sentence):
        subject = next((s for s in sentence if s.head == i and s.dep == "nsubj"), None)
        if w.xpos != "VBD" or subject is None or not w.lemma.isalpha() or any(s.head == i and s.dep == "aux" for s in sentence):
            continue
        at = sentence.index(subject)
        several = subject.xpos in ("NNS", "NNPS") or subject.form.lower() in ("they", "we", "you", "i")
        several = several or any(s.head == at and s.dep == "conj" for s in sentence)
        w.form = IRREGULAR.get(w.lemma, (third(w.lemma), w.lemma))[several]
        w.xpos = "VBP" if several else "VBZ"


def third(lemma):
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def speaker(lists, rng):
    """A speaker's words, the last of which is the head, with the tag of each."""
    chance = rng.random()
    if chance < 0.4 or lists is None:
        form = rng.choice(SPEAKERS)
        return [Word(form, form, "NOUN", "NNS" if form.endswith("s") else "NN", 0, "", "")]
    kind = rng.choice(["GPE", "ORG", "PERSON", "PERSON"])
    forms = lists.other(kind, 1 if kind != "ORG" else rng.choice([1, 2]), rng)
    words = [Word(f, f, "PROPN", "NNP", 0, "", "") for f in forms]
    for i, w in enumerate(words):
        w.name = ("U-" if len(words) == 1 else "B-" if i == 0 else "L-") + kind
    return words


def saying(words, rng):
    """Words for a speaker and a verb of saying; returns them with the place of the verb."""
    last = len(words) - 1
    for i, w in enumerate(words):
        w.head, w.dep = (last, "compound") if i < last else (last + 1, "nsubj")
    several = words[-1].xpos == "NNS"
    form = "say" if several else "says"
    words.append(Word(form, "say", "VERB", "VBP" if several else "VBZ", 0, "", ""))
    for w in words:
        w.name = w.name or "O"
    return words, last + 1


def attributed_after(sentence, lists, rng):
    """"Rebels take town, army says" """
    root = next(i for i, w in enumerate(sentence) if w.head < 0)
    said, verb = saying(speaker(lists, rng), rng)
    start = len(sentence) + 1
    comma = Word(",", ",", "PUNCT", ",", start + verb, "punct", "")
    comma.name = "O"
    for i, w in enumerate(said):
        w.head = root if i == verb else w.head + start
    said[verb].dep = "parataxis"
    return sentence + [comma] + said


def attributed_before(sentence, lists, rng):
    """"Army says rebels take town" """
    said, verb = saying(speaker(lists, rng), rng)
    for w in sentence:
        if w.head < 0:
            w.dep, w.head = "ccomp", verb
        else:
            w.head += len(said)
    said[verb].head, said[verb].dep = -1, "root"
    first = sentence[0]
    if first.upos not in ("PROPN",) and first.form != "I":
        first.form = first.form[:1].lower() + first.form[1:]
    return said + sentence


def quoted(sentence, rng):
    """Puts single or double quotes around a phrase."""
    reach = [[i, i] for i in range(len(sentence))]
    size = [1] * len(sentence)
    for i in range(len(sentence)):
        at = sentence[i].head
        while at >= 0:
            reach[at] = [min(reach[at][0], i), max(reach[at][1], i)]
            size[at] += 1
            at = sentence[at].head
    phrases = [i for i, w in enumerate(sentence) if w.upos in ("NOUN", "ADJ", "VERB", "ADV") and w.head >= 0 and size[i] <= 5 and reach[i][1] - reach[i][0] + 1 == size[i] and w.name in (None, "O")]
    if not phrases:
        return sentence
    head = rng.choice(phrases)
    first, last = reach[head]
    mark = rng.choice(["'", "'", '"'])
    place = lambda i: i + (i >= first) + (i > last)
    out = [w.copy() for w in sentence]
    for w in out:
        w.head = place(w.head) if w.head >= 0 else -1
    before, after = (Word(mark, mark, "PUNCT", tag, place(head), "punct", "") for tag in ("``", "''"))
    before.name = after.name = "O"
    return out[:first] + [before] + out[first : last + 1] + [after] + out[last + 1 :]


def titled(sentence, rng):
    if rng.random() < 0.5:
        small = SMALL if rng.random() < 0.7 else set()
        for i, w in enumerate(sentence):
            if w.form.isalpha() and (i == 0 or w.form.lower() not in small):
                w.form = w.form[:1].upper() + w.form[1:]
    else:
        sentence[0].form = sentence[0].form[:1].upper() + sentence[0].form[1:]
    return sentence


DASHES = ["-", "--", "—", "–"]


def augment(sentence, lists, rng):
    """Returns the sentence or, for a share, a variant as news and the web print it."""
    chance = rng.random()
    if chance < 0.18 and 4 <= len(sentence) <= 24:
        return headline(sentence, lists, rng)
    if chance < 0.23 and sentence[-1].form == "." and len(sentence) - 1 in leaves(sentence):
        return without(sentence, {len(sentence) - 1})
    if chance < 0.24:
        out = [w.copy() for w in sentence]
        for w in out:
            w.form = w.form.upper()
        return out
    if chance < 0.32 and any(w.form in DASHES and w.xpos != "HYPH" for w in sentence):
        out = [w.copy() for w in sentence]
        for w in out:
            if w.form in DASHES and w.xpos != "HYPH":
                w.form = rng.choice(DASHES)
        return out
    return sentence
