"""Kills runs at random and compares what comes of them with undisturbed ones; .ci/killed calls it.

The documents are one or two sentences each, cut from ../shared's development news (or from examples/ where that is
not there), with the names in them changed, made anew each time and never kept. The random numbers are always the same;
the moments of the kills are not, since a machine is never twice equally busy.
"""
import glob, json, os, random, re, signal, subprocess, sys, tempfile, time

whom, count, threads = os.path.abspath(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
KILLS, KILLS_INTO = 10, 20
NO_NAMES = set("January February March April May June July August September October November December Monday Tuesday Wednesday"
               " Thursday Friday Saturday Sunday The A An In On At But And He She It They I We".split())
MADE = [a + b for a in "Tarn Kell Vint Grey Oster Lum Hald Brek Mor Sund Fenn Ald".split()
        for b in "haven port by mark ness field ton burg wick dal".split()]
COUNTRIES = "Norway Latvia Estonia Ghana Togo Peru Chile Nepal Iceland Portugal Spain Kenya Japan Canada".split()


def sentences():
    folders = ["../shared/corpus/seeds", "../shared/corpus/news"]
    files = sorted(file for folder in folders for file in glob.glob(folder + "/*.txt")) or sorted(glob.glob("examples/*.txt"))
    for file in files:
        with open(file, encoding="utf-8") as text:
            for line in text:
                for sentence in re.split(r"(?<=[.!?]) +(?=[A-Z])", line.strip()):
                    if 5 < len(sentence.split()) < 50:
                        yield sentence


def write_news(path):
    """Writes the documents and returns the number of their words."""
    known, draw, words = list(sentences()), random.Random(7), 0
    with open(path, "w", encoding="utf-8") as out:
        for number in range(count):
            start = draw.randrange(len(known))
            names = {}

            def other(found):
                name = found.group()
                if name in NO_NAMES:
                    return name
                if name not in names:
                    names[name] = draw.choice(COUNTRIES if name in COUNTRIES else MADE + [name])
                return names[name]

            cut = known[start:start + draw.randint(1, 2)]
            text = " ".join(re.sub(r"(?<=[a-z,] )[A-Z][a-z]+", other, sentence) for sentence in cut)
            text += f" It was report number {number}."
            words += len(text.split())
            date = f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}"
            print(json.dumps({"id": f"n{number}", "date": date, "text": text}), file=out)
    return words


def so_far(pid):
    """Returns the bytes that a process has read and the most memory it had, in MiB; zeros where it has ended."""
    try:
        with open(f"/proc/{pid}/io") as io, open(f"/proc/{pid}/status") as status:
            read = int(io.readline().split()[1])
            return read, next((int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM")), 0)
    except OSError:
        return 0, 0


def size(path):
    return os.path.getsize(path) if os.path.exists(path) else 0


def start(*args):
    return subprocess.Popen([whom, "read", *args, "-j", threads, "--quiet"], stdin=subprocess.DEVNULL)


def undisturbed(folder):
    """Reads everything at once; prints the memory after each tenth, and fails where it grew by half since the first."""
    out = folder + "/whole.jsonl"
    run = start(folder + "/news.jsonl", "-o", out)
    marks = {}
    inputs = size(folder + "/news.jsonl")
    while run.poll() is None:
        time.sleep(0.05)
        read, most = so_far(run.pid)
        if most:
            marks[min(10, int(10 * read / inputs))] = most
    assert run.returncode == 0, f"exit code {run.returncode}"
    first, last = marks[min(mark for mark in marks if mark)], max(marks.values())
    print("most memory after each tenth of the input: " + ", ".join(f"{marks[at]:.0f}" for at in sorted(marks)) + " MiB")
    with open(out) as lines:
        assert sum(1 for _ in lines) == count, "documents are lost"
    if count >= 2000:
        assert last < 1.5 * first, "memory grows with the number of documents"
    return out


def killed(folder):
    """Reads with ten kills; each comes after a random share of what is left."""
    draw, out, part = random.Random(), folder + "/killed.jsonl", folder + "/.killed.jsonl.part"
    whole = size(folder + "/whole.jsonl")
    for left in range(KILLS, 0, -1):
        now = size(part)
        goal = now + draw.uniform(0, 2) * (whole - now) / (left + 1)
        run = start(folder + "/news.jsonl", "-o", out, "--resume")
        while run.poll() is None and size(part) <= min(goal, whole - 1):
            time.sleep(0.01)
        time.sleep(draw.uniform(0, 0.1))
        if run.poll() is not None:
            print("ended before it was killed")
            continue
        run.send_signal(signal.SIGKILL)
        run.wait()
        print(f"killed with {100 * size(part) / whole:.0f} % written")
    assert start(folder + "/news.jsonl", "-o", out, "--resume").wait() == 0
    return out


def same(one, other):
    with open(one, "rb") as a, open(other, "rb") as b:
        return a.read() == b.read()


def into(folder):
    """Kills `read --into` of a few new articles at random moments, most while the graph is written."""
    graph = folder + "/graph.json"
    subprocess.run([whom, "merge", folder + "/whole.jsonl", "-o", folder + "/old.json"], check=True)
    os.makedirs(folder + "/new")
    for number in range(3):
        with open(f"{folder}/new/{number}.txt", "w") as text:
            text.write(f"Latvia praised Norway. Minister number {number} met Ana Weiss in Kellhaven.")
    command = [whom, "read", folder + "/new", "--into", graph, "-j", threads]
    with open(folder + "/old.json", "rb") as old:
        before = old.read()

    def fresh():
        with open(graph, "wb") as out:
            out.write(before)

    fresh()
    began = time.time()
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    lasted = time.time() - began
    with open(graph, "rb") as new:
        after = new.read()
    assert after != before
    draw, seen = random.Random(), {"old": 0, "new": 0}
    for _ in range(KILLS_INTO):
        fresh()
        run = subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(lasted * draw.choice([draw.uniform(0, 1.1), draw.uniform(0.6, 1.1)]))
        run.kill()
        run.wait()
        with open(graph, "rb") as left:
            now = left.read()
        assert now in (before, after), "the file is broken or mixed"
        seen["old" if now == before else "new"] += 1
        for half in glob.glob(folder + "/.graph*"):
            seen["half written beside it"] = seen.get("half written beside it", 0) + 1
            os.remove(half)
    print(f"--into a graph of {len(before) / 2**20:.1f} MiB killed {KILLS_INTO} times within {lasted:.1f} s: {seen}")


with tempfile.TemporaryDirectory() as folder:
    words = write_news(folder + "/news.jsonl")
    print(f"{count} documents, {words} words, {threads} thread(s)")
    before = os.times()
    whole = undisturbed(folder)
    after = os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    print(f"undisturbed: {spent:.0f} CPU s, {words / max(spent, 0.01):.0f} words a CPU second")
    assert same(whole, killed(folder)), "the run that was killed differs"
    print(f"killed {KILLS} times and resumed: the same {size(whole) / 2**20:.1f} MiB, byte for byte")
    into(folder)
