"""Learns the lemma table: endings to replace for each tag, and the forms where that goes wrong."""

from collections import Counter, defaultdict

from data import straighten

LONGEST = 5
INFLECTED = {"JJR", "JJS", "NNS", "NNPS", "RBR", "RBS", "VBD", "VBG", "VBN", "VBP", "VBZ"}


def script(form, lemma):
    """Returns how many letters to cut from the end and what to add."""
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return len(form) - same, lemma[same:]


def pairs(train):
    """Counts (tag, form, lemma); forms are lowercase except for proper nouns."""
    count = Counter()
    for sentence in train:
        for w in sentence:
            form, lemma = straighten(w.form), straighten(w.lemma)
            if w.xpos not in ("NNP", "NNPS"):
                form, lemma = form.lower(), lemma.lower()
            if lemma and lemma != "_" and "Typo=Yes" not in w.misc and w.xpos not in ("GW", "XX", "ADD", "FW", "LS", "CD", "NNP"):
                count[w.xpos, form, lemma] += 1
    return count


def regular(verb):
    """Yields the tags and regular forms of a verb: evidence for endings that the treebanks lack."""
    vowels = "aeiou"
    if verb.endswith("e"):
        past, going = verb + "d", (verb if verb.endswith(("ee", "oe", "ye")) else verb[:-2] + "y" if verb.endswith("ie") else verb[:-1]) + "ing"
    elif verb.endswith("y") and verb[-2] not in vowels:
        past, going = verb[:-1] + "ied", verb + "ing"
    else:
        short = sum(c in vowels for c in verb) == 1 and verb[-1] not in vowels + "wxyh" and verb[-2] in vowels
        twice = verb[-1] if short else ""
        past, going = verb + twice + "ed", verb + twice + "ing"
    yield from (("VBD", past), ("VBN", past), ("VBG", going))
    if verb.endswith("y") and verb[-2] not in vowels:
        yield "VBZ", verb[:-1] + "ies"
    else:
        yield "VBZ", verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def learn(count):
    """Returns {tag: {ending: script}} and {(tag, form): lemma}."""
    best = {}
    for (tag, form, lemma), n in count.items():
        if n > best.get((tag, form), (0, ""))[0]:
            best[tag, form] = (n, lemma)
    votes = defaultdict(lambda: defaultdict(Counter))
    evidence = {key: lemma for key, (_, lemma) in best.items()}
    for verb in sorted({lemma for (tag, _), (n, lemma) in best.items() if tag in ("VB", "VBD", "VBN", "VBG") and n > 1}):
        if len(verb) > 2 and verb.isascii() and verb.isalpha():
            for key in regular(verb):
                evidence.setdefault(key, verb)
    for (tag, form), lemma in evidence.items():
        edit = script(form, lemma)
        if tag not in INFLECTED:
            continue
        for length in range(min(LONGEST, len(form)) + 1):
            if edit[0] <= max(length, 4):
                votes[tag][form[len(form) - length :]][edit] += 1
    rules = {}
    for tag in sorted(votes):
        kept = rules[tag] = {}
        for ending in sorted(votes[tag], key=lambda e: (len(e), e)):
            edit, n = votes[tag][ending].most_common(1)[0]
            if ending and (n < 2 or n < 3 and len(ending) < 4 or apply(kept, ending) == edit):
                continue
            kept[ending] = edit
    exceptions = {}
    for (tag, form), (n, lemma) in sorted(best.items()):
        cut, add = apply(rules.get(tag, {}), form)
        if form[: len(form) - cut] + add != lemma and (n >= 2 or tag in INFLECTED):
            exceptions[tag, form] = lemma
    return rules, exceptions


def apply(rules, form):
    for length in range(min(LONGEST, len(form)), -1, -1):
        edit = rules.get(form[len(form) - length :])
        if edit is not None and edit[0] <= len(form):
            return edit
    return 0, ""


def write(train, path):
    rules, exceptions = learn(pairs(train))
    with open(path, "w", encoding="utf-8") as out:
        out.write("# Lemmas learnt from UD English EWT and GUM (CC BY-SA 4.0) by src/syntax/train/lemmas.py.\n")
        out.write("# tag, form, lemma; or tag, *ending, letters to cut, letters to add (longest ending first).\n")
        for tag, kept in rules.items():
            for ending, (cut, add) in kept.items():
                out.write(f"{tag}\t*{ending}\t{cut}\t{add}\n")
        for (tag, form), lemma in exceptions.items():
            out.write(f"{tag}\t{form}\t{lemma}\n")
