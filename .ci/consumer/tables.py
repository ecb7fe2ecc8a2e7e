"""Opens the Parquet tables of a graph with DuckDB and pyarrow, and compares them with the graph."""
import datetime
import json
import sys

import duckdb
import pyarrow.parquet

path = sys.argv[1]
folder = path[:-5] + ".parquet"
with open(path, encoding="utf-8") as file:
    graph = json.load(file)
nodes, edges, claims = (graph[name] for name in ("nodes", "edges", "claims"))
database = duckdb.connect()
for name in ("actors", "ties", "claims"):
    database.execute(f"CREATE VIEW {name} AS FROM '{folder}/{name}.parquet'")


def ask(query):
    return sorted(database.execute(query).fetchall(), key=repr)


def same(query, expected):
    got, expected = ask(query), sorted(expected, key=repr)
    assert got == expected, f"{folder}: {query}\n{got}\n{expected}"


def day(text):
    return text and datetime.date.fromisoformat(text)


same("SELECT id, name, kind, country, wikidata, aliases, documents FROM actors",
     [(n["id"], n["name"], n["kind"], n["country"], n["wikidata"], n["aliases"], n["documents"]) for n in nodes])
same("SELECT src, dst, relation, certainty, is_symmetric, claims, sources, first, last FROM ties",
     [(e["source"], e["target"], e["relation"], e["certainty"], e["symmetric"], e["count"], e["sources"],
       day(e["first"]), day(e["last"])) for e in edges])
same("SELECT id, relation, item, status, date, evidence, frame, document, len(attributed_to), evidence_start, evidence_end FROM claims",
     [(c["id"], c["relation"], c["item"], c["status"], day(c["date"]), c["evidence"], c["frame"], c["document"],
       len(c["attributed_to"]), *c["spans"]["sentence"]) for c in claims])
places = {d["id"]: d for d in graph["documents"]}
same("SELECT id, document_name, title, outlet, url, published FROM claims",
     [(c["id"], d["name"], d["title"], d["outlet"], d["url"], day(d["date"])) for c in claims for d in [places[c["document"]]]])
# What GraphFrames asks for: the ends of every edge are vertices. And the keys of the tables meet.
same("SELECT src FROM ties WHERE src NOT IN (SELECT id FROM actors) OR dst NOT IN (SELECT id FROM actors)", [])
same("SELECT t.src, t.relation, t.dst, count(*) FROM ties t JOIN claims c ON c.tie = t.id GROUP BY ALL",
     [(e["source"], e["relation"], e["target"], e["count"]) for e in edges])
same("SELECT t.relation, list_sort(list(DISTINCT c.document)) FROM ties t JOIN claims c ON c.tie = t.id GROUP BY t.id, t.relation",
     ask("SELECT relation, list_sort(documents) FROM ties"))
same("SELECT count(*) FROM (SELECT unnest(attributed_to) AS speaker FROM claims) JOIN actors ON id = speaker",
     [(sum(len(c["attributed_to"]) for c in claims),)])
# Another reader sees the same rows, with the same types.
for name, rows in (("actors", nodes), ("ties", edges), ("claims", claims)):
    table = pyarrow.parquet.read_table(f"{folder}/{name}.parquet")
    got = sorted((tuple(row.values()) for row in table.to_pylist()), key=repr)
    assert len(got) == len(rows) and got == ask(f"FROM {name}"), f"{folder}: {name} in pyarrow"
    types = {field.name: str(field.type) for field in table.schema}
    for column, type in {"aliases": "list<element: string not null>", "first": "date32[day]", "sources": "int64", "is_symmetric": "bool"}.items():
        assert types.get(column, type) == type, f"{folder}: {column} is {types[column]}"
