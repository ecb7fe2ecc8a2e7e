"""Measures reading and collecting; .ci/sizing calls it: sizing.py WHOM FOLDER COUNTS…"""
import gzip
import json
import os
import subprocess
import sys
import time
import zlib

whom, work = os.path.abspath(sys.argv[1]), sys.argv[2]
counts = [int(count) for given in sys.argv[3:] for count in given.split()]
SYLLABLES = "ba do fe gu hi jo ka le mi nu pa ro se tu vi zo".split()
MIB = 1 << 20


def run(*args):
    """Runs whom and returns CPU seconds and the most memory in MiB."""
    child = subprocess.Popen([whom, *args], stderr=subprocess.DEVNULL)
    peak = 0
    # What wait4 says of memory counts this program's own before the child was another.
    while not (ended := os.wait4(child.pid, os.WNOHANG))[0]:
        with open(f"/proc/{child.pid}/status") as status:
            peak = next((int(line.split()[1]) for line in status if line.startswith("VmHWM")), peak)
        time.sleep(0.005)
    _, code, used = ended
    child.returncode = os.waitstatus_to_exitcode(code)
    assert child.returncode == 0, args
    return used.ru_utime + used.ru_stime, peak / 1024


def surname(copy):
    """A name that no other copy has."""
    letters = ""
    while copy or not letters:
        copy, digit = divmod(copy, len(SYLLABLES))
        letters += SYLLABLES[digit]
    return letters.capitalize()


def again(line, copy):
    """The reading of another article: its own text, claims, and half of the actors that are no countries."""
    reading, name = json.loads(line), surname(copy)
    changed = {}
    for actor in reading["actors"]:
        if actor["kind"] != "country" and zlib.crc32(actor["name"].encode()) % 2:
            changed[actor["name"]] = f"{actor['name']} {name}"
            actor["name"] = changed[actor["name"]]
            actor["id"] += "-" + name.lower()
            actor["aliases"] = [f"{alias} {name}" for alias in actor["aliases"]]
    reading["document"] += f" {copy}"
    reading["fingerprint"] += f"-{copy}"
    for claim in reading["claims"]:
        claim["id"] += f"-{copy}"
        for end in ("source", "target"):
            claim[end] = changed.get(claim[end], claim[end])
        claim["attributed_to"] = [changed.get(speaker, speaker) for speaker in claim["attributed_to"]]
    for attribution in reading["attributions"]:
        attribution["speaker"] = changed.get(attribution["speaker"], attribution["speaker"])
    return json.dumps(reading, ensure_ascii=False) + "\n"


with open(f"{work}/news.jsonl", encoding="utf-8") as file:
    articles = file.readlines()
words = sum(len(json.loads(line)["text"].split()) for line in articles)
print(f"reading: {len(articles)} articles of {words / len(articles):.0f} words on the mean, one thread")
for count in (10, 100, len(articles)):
    with open(f"{work}/part.jsonl", "w", encoding="utf-8") as file:
        file.writelines(articles[:count])
    cpu, peak = run("read", f"{work}/part.jsonl", "-f", "jsonl", "-j", "1", "-q", "--keep-duplicates", "-o", f"{work}/read.jsonl")
    size = os.path.getsize(f"{work}/read.jsonl")
    print(f"  {count:6} articles: {cpu:7.1f} CPU s ({1000 * cpu / count:.1f} a thousand), {peak:.0f} MiB, {size / count / 1024:.1f} KiB a reading")
with open(f"{work}/read.jsonl", "rb") as file:
    whole = file.read()
print(f"  readings packed by gzip: {len(gzip.compress(whole)) / len(articles) / 1024:.1f} KiB each")
readings = whole.decode().rstrip("\n").split("\n")

print("| articles | claims | actors | ties | readings | CPU of merge | most memory | graph.json | graph.parquet, CPU |")
print("|---|---|---|---|---|---|---|---|---|")
for count in counts:
    with open(f"{work}/many.jsonl", "w", encoding="utf-8") as file:
        for number in range(count):
            copy, at = divmod(number, len(readings))
            file.write(again(readings[at], copy) if copy else readings[at] + "\n")
    size = os.path.getsize(f"{work}/many.jsonl")
    cpu, peak = run("merge", f"{work}/many.jsonl", "-o", f"{work}/graph.json")
    os.remove(f"{work}/many.jsonl")
    more, _ = run("export", "-g", f"{work}/graph.json", "-o", f"{work}/graph.parquet")
    tables = sum(entry.stat().st_size for entry in os.scandir(f"{work}/graph.parquet"))
    lists, inside = {}, ""
    with open(f"{work}/graph.json", encoding="utf-8") as file:
        for line in file:
            if line.endswith(": [\n"):
                inside = line.split('"')[1]
            elif line.startswith("  {"):
                lists[inside] = lists.get(inside, 0) + 1
    graph = os.path.getsize(f"{work}/graph.json")
    print(f"| {count:,} | {lists['claims']:,} | {lists['nodes']:,} | {lists['edges']:,} | {size / MIB:,.1f} MiB | {cpu:.2f} s | {peak:,.0f} MiB "
          f"| {graph / MIB:,.1f} MiB | {tables / MIB:,.1f} MiB, {more:.2f} s |", flush=True)
