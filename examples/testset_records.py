#!/usr/bin/env python3
"""Turns readings into the records that a scorer of public test sets takes.

usage: whom read SET.jsonl -f jsonl --events | testset_records.py SET.jsonl TASK > RECORDS.jsonl

SET.jsonl has an `id` and a `text` in each line. TASK is what to take from a reading:
  relations    its claims: source, relation, target; for a pronoun the nearest name of the actor beside it
  attribution  its attributions: source, cue, content
  factuality   its events, from -3 (denied) to 3 (actual)
"""
import json
import re
import sys

PRONOUN = re.compile(
    "i|me|my|we|us|our|he|him|his|she|her|it|its|they|them|their|who|whom|whose|which|that|this|these|those|"
    "himself|herself|itself|themselves",
    re.IGNORECASE,
)

# About what annotators of fact-uw-train give the words of each status on the mean; in somebody's mouth a little less.
DEGREE = {"actual": 2.8, "planned": 2.1, "possible": 1.5, "denied": -1.5}
SAID = 0.93


def span(text, ends):
    start, end = ends
    return {"text": text[start:end], "start": start, "end": end}


def named(reading, text, name, ends):
    """The words of an end; where they are a pronoun, also the nearest name of the actor that it stands for."""
    here = span(text, ends)
    if not PRONOUN.fullmatch(here["text"]):
        return here
    aliases = next(actor["aliases"] for actor in reading["actors"] if actor["name"] == name)
    names = [alias for alias in aliases if not PRONOUN.fullmatch(alias)]
    found = [hit.span() for alias in names for hit in re.finditer(rf"(?<!\w){re.escape(alias)}(?!\w)", text)]
    far = lambda at: (min(abs(at[0] - ends[1]), abs(ends[0] - at[1])), at[0] - at[1])
    return [here] + [span(text, at) for at in sorted(found, key=far)[:1]]


def relations(reading, text):
    for claim in reading["claims"]:
        yield {
            "source": named(reading, text, claim["source"], claim["spans"]["source"]),
            "relation": claim["relation"],
            "target": named(reading, text, claim["target"], claim["spans"]["target"]),
            "polarity": "denied" if claim["status"] == "denied" else "asserted",
        }


def attribution(reading, text):
    for said in reading["attributions"]:
        yield {
            "kind": "attribution",
            "source": span(text, said["source"]),
            "cue": span(text, said["cue"]) if said["cue"] else None,
            "content": [span(text, ends) for ends in said["content"]],
        }


def factuality(reading, text):
    for event in reading.get("events", []):
        degree = DEGREE[event["status"]] * (SAID if event["said"] else 1.0)
        yield {"kind": "factuality", **span(text, event["word"]), "label": degree}


def main():
    if len(sys.argv) != 3 or sys.argv[2] not in ("relations", "attribution", "factuality"):
        sys.exit(__doc__)
    take = {"relations": relations, "attribution": attribution, "factuality": factuality}[sys.argv[2]]
    with open(sys.argv[1], encoding="utf-8") as lines:
        texts = {each["id"]: each["text"] for each in map(json.loads, lines)}
    for reading in map(json.loads, sys.stdin):
        name = reading["document"]
        records = list(take(reading, texts[name]))
        print(json.dumps({"id": name, "records": records}, ensure_ascii=False))


if __name__ == "__main__":
    main()
