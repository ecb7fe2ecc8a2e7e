"""Compares `whom path` with NetworkX on random multigraphs, filters included.

All simple paths up to a length must be the same set of ties in the order of their costs, and
the k best must have the k least costs. usage: oracle.py WHOM GRAPHS
"""

import json
import math
import os
import random
import subprocess
import sys
import tempfile

import networkx as nx

WHOM, GRAPHS = sys.argv[1], int(sys.argv[2])
SYMMETRIC = {"meets", "trades"}
SAYING = {"reports", "praises"}
RELATIONS = ["supplies", "trains", "attacks", *sorted(SYMMETRIC), *sorted(SAYING)]
DATES = ["2024-01-01", "2024-02-01", "2024-03-01", None]


def draw(rnd):
    """Returns claims as (document, source, relation, target, status, date)."""
    names = [f"N{i}" for i in range(rnd.randint(3, 7))]
    claims = []
    for _ in range(rnd.randint(10, 30)):
        source, target = rnd.choice(names), rnd.choice(names)
        relation = rnd.choice(RELATIONS)
        for _ in range(rnd.choice([1, 1, 2, 3])):
            status = rnd.choice(["actual", "actual", "possible", "denied"])
            claims.append((rnd.randrange(4), source, relation, target, status, rnd.choice(DATES)))
    return names, claims


def write(path, names, claims):
    with open(path, "w") as f:
        for document in range(4):
            actors = [{"name": n, "kind": "country", "id": f"country/{n}"} for n in names]
            own = [
                {"id": f"{document}.{at}", "source": s, "relation": r, "target": t, "status": st, "date": d}
                for at, (doc, s, r, t, st, d) in enumerate(claims)
                if doc == document
            ]
            print(json.dumps({"document": f"d{document}", "fingerprint": f"f{document}", "actors": actors, "claims": own}), file=f)


class Options:
    """Options of one question, and what they leave of the claims."""

    def __init__(self, rnd, names, start, goal):
        self.hops = rnd.randint(2, 6)
        self.direction = rnd.choice(["any", "any", "out", "in"])
        self.speech = rnd.random() < 0.7
        self.denied = rnd.random() < 0.3
        self.in_order = rnd.random() < 0.2
        self.weight = rnd.choice(["hops", "evidence"])
        self.without = rnd.choice([None] * 10 + RELATIONS)
        others = [n for n in names if n not in (start, goal)]
        self.avoid = rnd.choice([None] * 8 + others)
        self.via = rnd.choice([None] * 12 + [n for n in others if n != self.avoid])
        self.since = rnd.choice([None] * 5 + ["2024-02-01"])
        self.min_sources = rnd.choice([1, 1, 1, 1, 2])

    def arguments(self):
        given = ["--max-hops", str(self.hops), "--direction", self.direction, "--weight", self.weight]
        given += [] if self.speech else ["--no-speech"]
        given += ["--include-denied"] if self.denied else []
        given += ["--in-order"] if self.in_order else []
        given += ["--relation", "!" + self.without] if self.without else []
        given += ["--avoid", self.avoid] if self.avoid else []
        given += ["--via", self.via] if self.via else []
        given += ["--since", self.since] if self.since else []
        return given + ["--min-sources", str(self.min_sources)]

    def ties(self, claims):
        """Returns the ties that may be walked, with status, date and sources of their claims."""
        ties = {}
        for document, source, relation, target, status, date in claims:
            if relation == self.without or self.avoid in (source, target):
                continue
            if self.since and (date is None or date < self.since):
                continue
            if relation in SYMMETRIC and target < source:
                source, target = target, source
            ties.setdefault((source, relation, target), []).append((status, date, document))
        walked = {}
        for tie, about in ties.items():
            sources = len({document for _, _, document in about})
            denied = all(status == "denied" for status, _, _ in about)
            if sources < self.min_sources or (denied and not self.denied):
                continue
            if tie[1] in SAYING and not self.speech:
                continue
            dates = [d for status, d, _ in about if d and (self.denied or status != "denied")]
            walked[tie] = (sources, dates)
        return walked

    def cost(self, path, ties):
        def single(tie):
            base = 1 if self.weight == "hops" else 1 / math.log(1 + ties[tie][0])
            return base * (2 if tie[1] in SAYING else 1)

        return sum(single(tie) for tie in path)

    def in_dates(self, path, ties):
        since = ""
        for tie in path:
            later = [date for date in ties[tie][1] if date >= since]
            if not later:
                return False
            since = min(later)
        return True


def expected(options, claims, start, goal):
    ties = options.ties(claims)
    graph = nx.MultiGraph() if options.direction == "any" else nx.MultiDiGraph()
    graph.add_nodes_from([start, goal])
    for tie in ties:
        source, relation, target = tie
        forward, back = (source, target), (target, source)
        if options.direction == "any":
            ways = [forward]
        elif relation in SYMMETRIC:
            ways = [forward, back]
        else:
            ways = [forward if options.direction == "out" else back]
        for one, other in set(ways):
            graph.add_edge(one, other, key=tie)
    paths = []
    for edges in nx.all_simple_edge_paths(graph, start, goal, cutoff=options.hops):
        path = tuple(key for _, _, key in edges)
        passed = {end for one, other, _ in edges for end in (one, other)}
        if options.via and options.via not in passed:
            continue
        if not options.in_order or options.in_dates(path, ties):
            paths.append((options.cost(path, ties), path))
    return sorted(paths)


def asked(graph, start, goal, arguments):
    run = subprocess.run(
        [WHOM, "path", start, goal, "-g", graph, "-f", "jsonl", *arguments], capture_output=True, text=True
    )
    assert run.returncode in (0, 1), (run.returncode, run.stderr)
    paths = []
    for line in run.stdout.splitlines():
        path = json.loads(line)
        ties = []
        for tie in path["ties"]:
            ends = tie["from"]["name"], tie["to"]["name"]
            source, target = ends if tie["forward"] else ends[::-1]
            ties.append((source, tie["relation"], target))
        paths.append((path["cost"], tuple(ties)))
    return paths, run.stderr


def main():
    questions = found = 0
    with tempfile.TemporaryDirectory() as folder:
        graph = os.path.join(folder, "g.jsonl")
        for seed in range(GRAPHS):
            rnd = random.Random(seed)
            names, claims = draw(rnd)
            write(graph, names, claims)
            used = sorted({name for claim in claims for name in (claim[1], claim[3])})
            if len(used) < 2:
                used = names
            for _ in range(3):
                start, goal = rnd.sample(used, 2)
                options = Options(rnd, used, start, goal)
                want = expected(options, claims, start, goal)
                told = f"seed {seed}: {start} {goal} {options.arguments()}"
                got, notes = asked(graph, start, goal, [*options.arguments(), "--all"])
                costs = [cost for cost, _ in got]
                assert "cut short" not in notes, told
                assert sorted(path for _, path in got) == sorted(path for _, path in want), f"{told}\n{got}\n{want}"
                assert all(abs(a - b[0]) < 1e-4 for a, b in zip(costs, want)), f"{told}\n{got}\n{want}"
                k = rnd.randint(1, 8)
                best, _ = asked(graph, start, goal, [*options.arguments(), "-n", str(k)])
                assert best == got[:k], f"{told} -n {k}\n{best}\n{got}"
                questions += 1
                found += len(want)
    assert found > 10 * GRAPHS, f"{found} paths are too few to prove anything"
    print(f"{questions} questions on {GRAPHS} random multigraphs: {found} simple paths, the same as NetworkX's")


main()
