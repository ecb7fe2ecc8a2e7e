"""Compares what each program read with the graph: actors, ties, certainties, statuses, sentences."""
import csv
import glob
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
import zipfile

import networkx as nx
import rdflib
import stix2

SPACE = re.compile("[\t\n\v\f\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
counts = {}
# What opens each format.
PROGRAMS = {
    "node-link": "networkx", "gexf": "networkx", "graphml": "networkx", "cytoscape": "networkx, headless cytoscape.js",
    "graphology-gexf": "graphology-gexf", "graphology-graphml": "graphology-graphml",
    "ftm": "ftm validate, input against output", "stix": "stix2.parse", "jsonld": "rdflib, SPARQL", "csv": "Python's csv",
    "neo4j": "LadybugDB COPY and a path query", "cypher": "LadybugDB statements and a path query",
    "parquet": "DuckDB, with joins; pyarrow",
    "mermaid": "mermaid in Chromium", "mermaid-path": "mermaid in Chromium, with sentences",
    "dot": "Graphviz dot, read as JSON and drawn", "svg": "Chromium: words on words, words cut, scripts",
}


def fold(text):
    text = SPACE.sub(" ", text)
    return SPACE.sub(" ", "".join(c for c in text if unicodedata.category(c) != "Cc")).strip(" ")


def same(got, expected, what):
    """Compares; `what` begins with the file, without its extension, and the format by which comparisons are counted."""
    form = what.split()[1].rstrip(":")
    counts[form] = counts.get(form, 0) + 1
    if got != expected:
        for part, other in zip(got, expected) if isinstance(got, list) else []:
            if part != other:
                sys.exit(f"{what}:\n  read     {part}\n  expected {other}")
        sys.exit(f"{what}:\n  read     {got}\n  expected {expected}")


def ties_of(graph):
    """Returns every tie: source, target, relation, certainty, sources, claims, statuses, sentences."""
    claims = {claim["id"]: claim for claim in graph["claims"]}
    ties = []
    for edge in graph["edges"]:
        said = [claims[id] for id in edge["claims"]]
        ties.append([edge["source"], edge["target"], edge["relation"], edge["certainty"], edge["sources"],
                     edge["count"], [c["status"] for c in said], [fold(c["evidence"]) for c in said]])
    return sorted(ties)


def flat(source, target, data):
    return [source, target, data["relation"], data["certainty"], int(data["sources"]), int(data["claims"]),
            data["statuses"].split("\n"), [fold(e) for e in data["evidence"].split("\n")]]


def read_networkx(base, graph, ties):
    back = nx.node_link_graph(graph, edges="edges")
    same((back.number_of_nodes(), back.number_of_edges()), (len(graph["nodes"]), len(ties)), f"{base} node-link")
    for name, read in [("gexf", nx.read_gexf), ("graphml", lambda f: nx.read_graphml(f, force_multigraph=True))]:
        back = read(f"{base}.{name}")
        same(back.number_of_nodes(), len(graph["nodes"]), f"{base} {name} actors")
        same(sorted(flat(s, t, d) for s, t, d in back.edges(data=True)), ties, f"{base} {name}")
    dated = [t for t in graph["edges"] if t["first"]]
    spells = [d for _, _, d in nx.read_gexf(f"{base}.gexf").edges(data=True) if d.get("spells")]
    same(len(spells), len(dated), f"{base} gexf spells")
    with open(f"{base}.cytoscape", encoding="utf-8") as file:
        back = nx.cytoscape_graph(json.load(file))
    same((back.number_of_nodes(), back.number_of_edges()), (len(graph["nodes"]), len(ties)), f"{base} cytoscape")


def read_node(base, graph, ties):
    if not os.path.exists(f"{base}.node-back"):
        return
    with open(f"{base}.node-back", encoding="utf-8") as file:
        found = json.load(file)
    for name, read in found.items():
        same(read["actors"], len(graph["nodes"]), f"{base} {name} actors")
        got = sorted([*tie[:7], [fold(e) for e in tie[7]]] for tie in read["ties"])
        same(got, ties, f"{base} {name}")


def read_browser(base, graph, ties):
    if not os.path.exists(f"{base}.browser-back"):
        return
    with open(f"{base}.browser-back", encoding="utf-8") as file:
        found = json.load(file)
    tied = {end for tie in ties for end in tie[:2]}
    chart = found["mermaid"]
    same((chart["nodes"], chart["edges"], chart["scripts"]), (len(tied), len(ties), 0), f"{base} mermaid")
    said = sorted(label.split(" · ")[1] for label in chart["labels"] if " · " in label)
    same(said, sorted(tie[3] for tie in ties if tie[3] != "stated"), f"{base} mermaid certainties")
    picture = found["svg"]
    same((picture["overlaps"], picture["cut"]), ([], []), f"{base} svg: words on words, words cut")
    same((picture["scripts"], picture["alerts"]), (0, 0), f"{base} svg: scripts")


def read_ftm(base, graph, ties):
    def entities(file):
        with open(file, encoding="utf-8") as lines:
            found = [json.loads(line) for line in lines]
        return {e["id"]: (e["schema"], {k: sorted(v) for k, v in e["properties"].items()}) for e in found}

    put, got = entities(f"{base}.ftm"), entities(f"{base}.ftm-back")
    for id, entity in put.items():
        same(got.get(id), entity, f"{base} ftm {id}")
    same(len(got), len(put), f"{base} ftm entities")
    links = [properties for schema, properties in got.values() if schema == "UnknownLink"]
    same(sorted((l["role"][0], l["status"][0], len(l["recordId"])) for l in links),
         sorted((t[2], t[3], t[5]) for t in ties), f"{base} ftm ties")
    for link in links:
        same(bool(link["summary"] and link["proof"]), True, f"{base} ftm evidence")


def read_stix(base, graph, ties):
    with open(f"{base}.stix", encoding="utf-8") as file:
        bundle = stix2.parse(file.read(), allow_custom=False)
    got = []
    for tie in (o for o in bundle.objects if o.type == "relationship"):
        labels = dict(label.split(":", 1) for label in tie.labels)
        said = [r.description for r in tie.external_references]
        statuses = [re.match(r"\[(\w+)", s)[1] for s in said]
        got.append([tie.relationship_type, labels["certainty"], int(labels["sources"]), int(labels["claims"]), statuses])
    same(sorted(got), sorted([t[2].replace("_", "-"), *t[3:7]] for t in ties), f"{base} stix")
    actors = [o for o in bundle.objects if o.type in ("identity", "location")]
    same(len(actors), len(graph["nodes"]), f"{base} stix actors")


def read_jsonld(base, graph, ties):
    store = rdflib.Graph().parse(f"{base}.jsonld", format="json-ld")
    prefixes = "PREFIX w: <urn:whom:term:> PREFIX prov: <http://www.w3.org/ns/prov#> " \
               "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> "
    rows = store.query(prefixes + "SELECT ?c ?status ?text ?doc WHERE { ?c a rdf:Statement; w:status ?status; "
                                  "prov:value ?text; prov:wasDerivedFrom ?doc; rdf:subject ?s; rdf:object ?o }")
    same(sorted((str(r.status), fold(str(r.text))) for r in rows),
         sorted((c["status"], fold(c["evidence"])) for c in graph["claims"]), f"{base} jsonld claims")
    rows = store.query(prefixes + "SELECT ?certainty ?sources WHERE { ?t a w:Tie; w:certainty ?certainty; "
                                  "w:sources ?sources }")
    same(sorted((str(r.certainty), int(r.sources)) for r in rows), sorted((t[3], t[4]) for t in ties),
         f"{base} jsonld ties")


def read_csv(base, graph, ties):
    with open(f"{base}.csv", encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    undo = lambda cell: cell[1:] if cell.startswith("'") and cell[1:2] in "=+-@" else cell
    same(sorted((r["relation"], r["status"], undo(r["evidence"])) for r in rows),
         sorted((c["relation"], c["status"], fold(c["evidence"])) for c in graph["claims"]), f"{base} csv")
    formulas = [cell for row in rows for cell in row.values() if cell[:1] in ("=", "+", "-", "@")]
    same(formulas, [], f"{base} csv formulas")


def read_path(base, graph, ties):
    """The chart of the paths between two actors, which has the first sentence of every tie."""
    if not os.path.exists(f"{base}.browser-back") or not os.path.exists(f"{base}.path"):
        return
    with open(f"{base}.browser-back", encoding="utf-8") as file:
        chart = json.load(file)["path"]
    with open(f"{base}.path", encoding="utf-8") as file:
        hops = [tie for path in json.load(file)["paths"] for tie in path["ties"]]
    ends = lambda tie: (tie["from"]["id"], tie["to"]["id"])[::1 if tie["forward"] else -1]
    walked = {(ends(tie)[0], tie["relation"], ends(tie)[1]) for tie in hops}
    told = [label.replace("\u00a0", " ").split(" · “", 1) for label in chart["labels"]]
    claims = {claim["id"]: claim for claim in graph["claims"]}
    edges = {(e["source"], e["relation"], e["target"]): e for e in graph["edges"]}
    expected = []
    for key in walked:
        edge = edges[key]
        words = edge["relation"].replace("_", " ")
        words += f" ×{edge['sources']}" if edge["sources"] > 1 else ""
        words += f" · {edge['certainty']}" if edge["certainty"] != "stated" else ""
        expected.append((words, letters(claims[edge["claims"][0]]["evidence"])))
    got = [(words, letters(said.rsplit("”", 1)[0])) for words, said in told]
    same(sorted(got), sorted(expected), f"{base} mermaid-path ties and sentences")
    same(chart["scripts"], 0, f"{base} mermaid-path scripts")


def letters(text):
    """Returns what no drawing program drops or turns: letters and digits."""
    return "".join(c for c in text if c.isalnum())


def read_dot(base, graph, ties):
    if not os.path.exists(f"{base}.dot-back"):
        return
    with open(f"{base}.dot-back", encoding="utf-8") as file:
        # Graphviz writes the control characters of hostile names as they are.
        drawn = json.load(file, strict=False)
    actors = {o["_gvid"]: o for o in drawn["objects"] if re.fullmatch(r"n\d+", o["name"])}
    edges = [e for e in drawn.get("edges", []) if e["tail"] in actors and e["head"] in actors]
    tied = {end for tie in ties for end in tie[:2]}
    same(len(actors), len(graph["nodes"]) if len(actors) > len(tied) else len(tied), f"{base} dot actors")
    claims = {claim["id"]: claim for claim in graph["claims"]}
    known = {(e["source"], letters(e["relation"]), e["target"]): e for e in graph["edges"]}
    actor = lambda at: graph["nodes"][int(actors[at]["name"][1:])]["id"]
    got = []
    for edge in edges:
        label, tooltip = (edge[name].replace("\\n", "\n") for name in ("label", "tooltip"))
        count = re.search(r"×(\d+)", label)
        relation = letters(re.split("[\n×·]", label)[0])
        tie = [actor(edge["tail"]), actor(edge["head"]), relation]
        got.append([*tie, tooltip.split("\n")[0], int(count[1]) if count else 1])
        # The first four sentences stand in the tooltip.
        said = [letters(claims[id]["evidence"]) for id in known[tie[0], tie[2], tie[1]]["claims"][:4]]
        same([sentence in letters(tooltip) for sentence in said], [True] * len(said), f"{base} dot sentences of {tie}")
    same(sorted(got), sorted([t[0], t[1], letters(t[2]), t[3], t[4]] for t in ties), f"{base} dot ties")
    with open(f"{base}.dot-plain", encoding="utf-8") as file:
        edges = [line for line in file if line.startswith("edge ") and "legend" not in line]
    same(len(edges), len(ties), f"{base} dot drawn")


if __name__ == "__main__":
    graphs = sorted(glob.glob(f"{sys.argv[1]}/*.json"))
    for path in graphs:
        base = path[:-5]
        with open(path, encoding="utf-8") as file:
            graph = json.load(file)
        ties = ties_of(graph)
        for read in (read_networkx, read_node, read_browser, read_path, read_ftm, read_stix, read_jsonld, read_csv, read_dot):
            read(base, graph, ties)
    # LadybugDB leaves the process in ways of its own, so it has one for itself.
    folder = os.path.dirname(os.path.abspath(__file__))
    for path in graphs:
        subprocess.run([sys.executable, f"{folder}/property_graph.py", path], check=True)
        counts["neo4j"] = counts.get("neo4j", 0) + 1
        counts["cypher"] = counts.get("cypher", 0) + 1
        subprocess.run([sys.executable, f"{folder}/tables.py", path], check=True)
        counts["parquet"] = counts.get("parquet", 0) + 1
    named = [os.path.basename(path)[:-5] for path in graphs]
    print(f"{len(graphs)} graphs: {', '.join(named)}")
    for form, program in PROGRAMS.items():
        held = f"{counts[form]} comparisons hold" if form in counts else "NOT OPENED: the program is not to be had here"
        print(f"  {form:18} {program:46} {held}")
    stray = counts.keys() - PROGRAMS.keys()
    sys.exit(f"counted under no format: {sorted(stray)}" if stray else 0)
