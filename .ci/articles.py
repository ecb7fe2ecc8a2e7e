"""Writes the example articles as JSON lines, the first of them twice: articles.py OUT."""
import json
import pathlib
import sys

articles = sorted(pathlib.Path("examples").glob("*.txt"))
with open(sys.argv[1], "w", encoding="utf-8") as out:
    for number, path in enumerate([*articles, articles[0]]):
        out.write(json.dumps({"id": f"{number:03} {path.name}", "text": path.read_text(encoding="utf-8")}) + "\n")
