"""Loads the tables for neo4j-admin and the Cypher statements into LadybugDB and compares."""
import csv
import io
import json
import os
import re
import sys
import tempfile
import zipfile

import ladybug

HEADER = re.compile(r"^(\w*:(ID|START_ID|END_ID)\(\w+\)|:TYPE|:LABEL|\w+(:(int|double|boolean|date|string\[\]))?)$")
COLUMNS = "id STRING, relation STRING, certainty STRING, symmetric BOOLEAN, sources INT64, claims INT64, first DATE, last DATE"
NODES = {
    "Actor": "id STRING PRIMARY KEY, name STRING, kind STRING, country STRING, wikidata STRING, aliases {list}, label STRING",
    "Claim": "id STRING PRIMARY KEY, relation STRING, status STRING, item STRING, date DATE, evidence STRING, frame STRING, "
             "reliability DOUBLE, place STRING, `when` STRING, quantity_of STRING, number DOUBLE, number_to DOUBLE, bound STRING, "
             "unit STRING, label STRING",
    "Document": "id STRING PRIMARY KEY, name STRING, title STRING, outlet STRING, date DATE, url STRING, label STRING",
}


def database(kinds, aliases):
    connection = ladybug.Connection(ladybug.Database(os.path.join(tempfile.mkdtemp(), "db")))
    for label, columns in NODES.items():
        connection.execute(f"CREATE NODE TABLE {label}({columns.format(list=aliases)})")
    for kind in kinds:
        connection.execute(f"CREATE REL TABLE {kind}(FROM Actor TO Actor, {COLUMNS})")
    for kind in ("SOURCE", "TARGET", "SAID_BY"):
        connection.execute(f"CREATE REL TABLE {kind}(FROM Claim TO Actor, rank INT64)")
    connection.execute("CREATE REL TABLE STANDS_IN(FROM Claim TO Document)")
    return connection


def rows(connection, query):
    result = connection.execute(query)
    found = []
    while result.has_next():
        found.append(result.get_next())
    return sorted(found)


def compare(connection, graph, kinds, name):
    edges = graph["edges"]
    ties = []
    for kind in kinds:
        ties += rows(connection, f"MATCH (a:Actor)-[r:{kind}]->(b:Actor) RETURN a.id, b.id, r.relation, r.certainty, r.sources, r.claims")
    expected = sorted([e["source"], e["target"], e["relation"], e["certainty"], e["sources"], e["count"]] for e in edges)
    assert sorted(ties) == expected, f"{name}: {sorted(ties)}\n{expected}"
    claims = rows(connection, "MATCH (c:Claim)-[:STANDS_IN]->(d:Document), (c)-[:SOURCE]->(a:Actor) RETURN c.id, c.status, c.relation")
    expected = sorted([c["id"], c["status"], c["relation"]] for c in graph["claims"])
    assert claims == expected, f"{name}: {claims}\n{expected}"
    squeeze = lambda text: "".join(c for c in text if c.isalnum())
    said = sorted(squeeze(r[0]) for r in rows(connection, "MATCH (c:Claim) RETURN c.evidence"))
    assert said == sorted(squeeze(c["evidence"]) for c in graph["claims"]), name
    # A path along ties, in any direction.
    edge = next((e for e in edges if e["source"] != e["target"]), None)
    if edge:
        quote = lambda text: "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
        path = rows(connection, f"MATCH p = (a:Actor)-[:{'|'.join(kinds)}* SHORTEST 1..3]-(b:Actor) WHERE a.id = "
                                f"{quote(edge['source'])} AND b.id = {quote(edge['target'])} RETURN length(p)")
        assert path and path[0][0] == 1, f"{name}: {path}"


def tables(base, graph, kinds):
    connection = database(kinds, "STRING")
    folder = tempfile.mkdtemp()
    with zipfile.ZipFile(f"{base}.neo4j") as packed:
        packed.extractall(folder)
    for name in ("actors", "claims", "documents", "ties", "claims_actors", "claims_documents"):
        with open(f"{folder}/{name}.csv", encoding="utf-8", newline="") as file:
            header = next(csv.reader(file))
        assert all(HEADER.match(cell) for cell in header), header
    for label, name in (("Actor", "actors"), ("Claim", "claims"), ("Document", "documents")):
        connection.execute(f"COPY {label} FROM '{folder}/{name}.csv' (HEADER=true, PARALLEL=false)")
    for name in ("ties", "claims_actors", "claims_documents"):
        with open(f"{folder}/{name}.csv", encoding="utf-8", newline="") as file:
            header, *records = csv.reader(file)
        by_kind = {}
        for record in records:
            by_kind.setdefault(record[2], []).append(record[:2] + record[3:])
        for kind, part in by_kind.items():
            with open(f"{folder}/{kind}.csv", "w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows([header[:2] + header[3:], *part])
            connection.execute(f"COPY {kind} FROM '{folder}/{kind}.csv' (HEADER=true, PARALLEL=false)")
    compare(connection, graph, kinds, f"{base} neo4j")


def statements(base, graph, kinds):
    connection = database(kinds, "STRING[]")
    with open(f"{base}.cypher", encoding="utf-8") as file:
        for line in file.read().split("\n"):
            # The schema of this database is declared above.
            if line and not line.startswith("CREATE CONSTRAINT"):
                connection.execute(line)
    compare(connection, graph, kinds, f"{base} cypher")


if __name__ == "__main__":
    path = sys.argv[1]
    with open(path, encoding="utf-8") as file:
        graph = json.load(file)
    kinds = sorted({e["relation"].upper() for e in graph["edges"]})
    tables(path[:-5], graph, kinds)
    statements(path[:-5], graph, kinds)
