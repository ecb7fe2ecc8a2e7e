"""Times pictures of three graphs of 150 actors and 300 ties: ours and dot's, in turns; CPU seconds of whole processes."""
import os
import random
import resource
import statistics
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "consumer"))
import samples

ACTORS, TIES = 150, 300


def plain(earlier):
    """Returns readings in which every actor has ties to some that `earlier` draws from those before it."""
    chance = random.Random(ACTORS)
    names = [f"Person number {at}" for at in range(ACTORS)]
    actors = [{"id": f"person/{at:03}", "name": name, "kind": "person", "country": None, "aliases": [name]}
              for at, name in enumerate(names)]
    pairs = set()
    while len(pairs) < TIES:
        source = len(pairs) + 1 if len(pairs) + 1 < ACTORS else chance.randrange(1, ACTORS)
        pairs.add((source, earlier(chance, source)))
    claims = [samples.claim(at, names[source], "supplies", names[target])
              for at, (source, target) in enumerate(sorted(pairs))]
    return samples.reading("plain.txt", actors, claims, "Herald")


# Each with the share of dot's time that is too much. The last is a case that dot draws in a tenth of a second,
# where our start counts: it is held to a quarter.
GRAPHS = {
    "a few hubs, names and certainties as in news": (0.2, lambda: samples.story(ACTORS, TIES)),
    "a tree and as many ties again": (0.2, lambda: plain(lambda chance, source: chance.randrange(source))),
    "a chain of neighbours, dot's easiest":
        (0.25, lambda: plain(lambda chance, source: max(0, source - 1 - chance.randrange(10)))),
}


def seconds(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(whom, work, rounds):
    slow = []
    for name, (most, readings) in GRAPHS.items():
        with open(f"{work}/g.jsonl", "w", encoding="utf-8") as out:
            out.write(readings() + "\n")
        subprocess.run([whom, "merge", f"{work}/g.jsonl", "-o", f"{work}/g.json"], check=True)
        subprocess.run([whom, "export", "-g", f"{work}/g.json", "-o", f"{work}/g.dot"], check=True)
        pairs = [(seconds([whom, "export", "-g", f"{work}/g.json", "-o", f"{work}/g.svg"]),
                  seconds(["dot", "-Tsvg", f"{work}/g.dot", "-o", f"{work}/dot.svg"])) for _ in range(rounds)]
        ours, theirs, share = (statistics.median(v) for v in zip(*((a, b, a / b) for a, b in pairs)))
        print(f"{ACTORS} actors, {TIES} ties, {name}: whom {ours:.3f} s, dot {theirs:.3f} s, {share:.3f} of it "
              f"(median of {rounds}; {min(a / b for a, b in pairs):.3f} to {max(a / b for a, b in pairs):.3f})")
        if share >= most:
            slow.append(name)
    if slow:
        # A time is no test: the figure stands in the README.
        print(f"slower beside dot than it should be: {'; '.join(slow)}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
