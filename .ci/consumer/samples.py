"""Writes readings that try the formats: hostile names, and invented stories of 20, 60 and 150 actors."""
import json
import random
import sys

KINDS = {
    "country": "{}", "official": "{} foreign minister", "person": "Person of {}",
    "agency": "{} Ministry of Defence", "unit": "{} army", "armed_group": "{} Liberation Front",
    "intergovernmental": "League of {}", "organization": "{} Relief Association",
    "company": "{} Harbour Works", "media": "{} Herald", "group": "{} dock workers", "place": "Port {}",
}
STATES = "Norland Ostmark Kell Veria Sund Marrow Tolle Brask Iveria Quent Zerin Halden Orsk".split()
HOSTILE = [
    '"; n0 -> n1 [label="x', "back\\slash\\", "two\nlines", "<script>alert(1)</script>",
    "\u202eright to left", "bell\u0007nul\u0000", "]]> & ' \"", "=1+1,漢字🙂", "'}) DETACH DELETE n //",
    "semi;colon|bar `tick` #35; --> end", "ريح الشمال", "-- ==> x\tTab", "%%{init: {}}%%", "{\"a\":1}",
]


def claim(number, source, relation, target, status="actual", said_by=(), evidence=None, day=1):
    return {
        "id": f"c{number:05}", "source": source, "relation": relation, "target": target, "item": None,
        "status": status, "attributed_to": list(said_by), "date": f"2024-03-{day:02}" if day else None,
        "evidence": evidence or f"{source} {relation} {target}.", "frame": f"{relation}/en/1",
        "spans": {"sentence": [0, 1], "source": [0, 1], "target": [0, 1], "trigger": [number, number + 1],
                  "cue": None, "content": None},
    }


def reading(name, actors, claims, outlet):
    return json.dumps({"document": name, "title": f"Of {name}", "outlet": outlet, "date": "2024-03-01",
                       "url": "https://example.org/" + "".join(c for c in name if c.isascii() and c.isalnum()),
                       "fingerprint": f"f-{name}", "actors": actors, "claims": claims, "attributions": []})


def hostile():
    actors = [{"id": f"group/h{at}", "name": name, "kind": "group", "country": HOSTILE[0], "aliases": [name, "=x"]}
              for at, name in enumerate(HOSTILE)]
    claims = [claim(at, HOSTILE[at], "supplies", HOSTILE[(at + 1) % len(HOSTILE)],
                    ["actual", "denied", "planned", "possible"][at % 4], [HOSTILE[(at + 2) % len(HOSTILE)]],
                    " ".join(HOSTILE), at % 3) for at in range(len(HOSTILE))]
    claims.append(claim(90, HOSTILE[0], "trains", HOSTILE[0]))
    claims.append(claim(91, HOSTILE[0], "supplies", HOSTILE[1], "denied", [], HOSTILE[3]))
    claims.append(claim(92, HOSTILE[1], "meets", HOSTILE[0]))
    return reading("h <&> \" \n.txt", actors, claims, "=HYPERLINK(\"x\")")


def story(actors_wanted, ties_wanted):
    chance = random.Random(actors_wanted)
    actors = []
    for at in range(actors_wanted):
        kind = list(KINDS)[at % len(KINDS)]
        state = STATES[at // len(KINDS)]
        name = KINDS[kind].format(state)
        actors.append({"id": f"{kind}/{at}", "name": name, "kind": kind, "aliases": [name],
                       "country": None if kind == "country" else state})
    relations = "supplies trains accuses meets part_of attacks sanctions visits reports agrees".split()
    ties = {}
    while len(ties) < ties_wanted:
        spanning = len(ties) + 1
        source = spanning if spanning < actors_wanted else chance.randrange(actors_wanted)
        target = chance.randrange(source // 2 + 1)
        if source != target:
            ties[(source, target, chance.choice(relations))] = None
    claims = []
    for source, target, relation in ties:
        for _ in range(chance.choice([1, 1, 1, 2, 3])):
            status = chance.choice(["actual"] * 6 + ["planned", "possible", "denied"])
            said_by = chance.choice([[], [], [actors[chance.randrange(actors_wanted)]["name"]]])
            claims.append(claim(len(claims), actors[source]["name"], relation, actors[target]["name"], status,
                                said_by, None, 1 + chance.randrange(28)))
    documents = 5
    return "\n".join(reading(f"d{at}.txt", actors, claims[at::documents], f"{STATES[at]} Gazette")
                     for at in range(documents))


if __name__ == "__main__":
    folder = sys.argv[1]
    for name, lines in [("hostile", hostile()), ("story20", story(20, 30)), ("story60", story(60, 110)),
                        ("story150", story(150, 300))]:
        with open(f"{folder}/{name}.jsonl", "w", encoding="utf-8") as out:
            out.write(lines + "\n")
