"""Prints the ids of two tied actors, one a line; nothing where no two are tied."""
import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    edges = json.load(file)["edges"]
for edge in [e for e in edges if e["source"] != e["target"]][:1]:
    print(edge["source"], edge["target"], sep="\n")
