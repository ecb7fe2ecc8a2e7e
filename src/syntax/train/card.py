"""The card of a trained model: what it learnt from, how, in which time, and how well it does."""

import hashlib
import shlex
import sys
import time
from pathlib import Path

HEAD = """\
# The card of model.bin and lemmas.tsv beside it, as train.py wrote it. Fill in licences and teachers before shipping.

name = "whom English syntax"
format = 1
size = {size}
sha256 = "{digest}"
seed = {seed}
minutes = {minutes:.0f} # of the wall clock, this run{resumed}; {cpu:.0f} of processor time
commands = [
  {command},
]
"""


def quoted(text):
    """A TOML string."""
    return '"' + str(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


def write(args, corpora, scores, began):
    """Writes OUT/model.toml. `corpora` are names with numbers of sentences; `scores` are what learning.score says of each part."""
    model = (args.out / "model.bin").read_bytes()
    text = HEAD.format(
        size=len(model),
        digest=hashlib.sha256(model).hexdigest(),
        seed=args.seed,
        minutes=(time.time() - began) / 60,
        cpu=time.process_time() / 60,
        resumed=" (weights from --start)" if args.start else " (--cache given)" if args.cache else " from nothing",
        command=quoted("python " + shlex.join([Path(sys.argv[0]).name, *sys.argv[1:]])),
    )
    for name, sentences in corpora.items():
        text += f"\n[[corpus]]\nname = {quoted(name)}\nsentences = {sentences}\n"
    text += "\n# Percent with given words; heads taken greedily. `whom eval --syntax` takes the best tree, and reads running text too.\n"
    for part, said in scores.items():
        words = said.split()
        text += f"\n[scores.{quoted(part)}]\n" + "".join(f"{k.lower()} = {v}\n" for k, v in zip(words[::2], words[1::2]))
    (args.out / "model.toml").write_text(text, encoding="utf-8")
