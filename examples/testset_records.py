#!/usr/bin/env python3
"""Turns readings into the records that a scorer of public test sets takes.

usage: whom read SET.jsonl -f jsonl --events | testset_records.py SET.jsonl TASK > RECORDS.jsonl

SET.jsonl has an `id` and a `text` in each line. TASK is what to take from a reading:
  relations    its claims: source, relation, target, who says so
  attribution  its attributions: source, cue, content
  factuality   its events, from -3 (denied) to 3 (actual)
"""
import json
import sys

# About what annotators of fact-uw-train give the words of each status on the mean; in somebody's mouth a little less.
DEGREE = {"actual": 2.8, "planned": 2.1, "possible": 1.5, "denied": -1.5}
SAID = 0.93


def span(text, ends):
    start, end = ends
    return {"text": text[start:end], "start": start, "end": end}


def relations(reading, text):
    for claim in reading["claims"]:
        yield {
            "source": span(text, claim["spans"]["source"]),
            "relation": claim["relation"],
            "target": span(text, claim["spans"]["target"]),
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
