#!/usr/bin/env python3
"""Reads articles on a Spark cluster and merges them into one graph.

usage: read.py ARTICLES.jsonl GRAPH.json [--partitions N] [--whom PROGRAM] [--master URL] [--ties TIES.parquet]

`whom read - -f jsonl` is a filter of lines, so each partition is piped through it as it is; `whom merge` is the last
reduce. Merging is a union of sets: the graph has the same bytes for any number of partitions and for one machine without
Spark (`whom read --keep-duplicates`: a run sees only its own copies of a text, so all are kept; the graph counts exact copies once
as a source anyway). With --ties, Spark itself folds the claims into ties (reduceByKey) and writes them as Parquet.
The program must be found under the same name on every worker.
"""
import argparse
import hashlib
import json
import subprocess
import sys

from pyspark.sql import SparkSession


def claims(line):
    """The claims of one reading as (key of the tie, (claims, documents, claims that deny))."""
    reading = json.loads(line)
    names = {actor["name"]: actor.get("id", actor["name"]) for actor in reading["actors"]}
    for claim in reading["claims"]:
        key = (names[claim["source"]], claim["relation"], names[claim["target"]])
        yield key, (1, frozenset([reading["document"]]), int(claim["status"] == "denied"))


def fold(a, b):
    return a[0] + b[0], a[1] | b[1], a[2] + b[2]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles")
    parser.add_argument("graph")
    parser.add_argument("--partitions", type=int, default=0, help="0 leaves it to Spark")
    parser.add_argument("--whom", default="whom")
    parser.add_argument("--master", default="local[2]")
    parser.add_argument("--ties")
    given = parser.parse_args()

    spark = SparkSession.builder.master(given.master).appName("whom").getOrCreate()
    lines = spark.sparkContext.textFile(given.articles)
    if given.partitions:
        lines = lines.repartition(given.partitions)
    # A partition without lines is no error here. Exit code 4 says that some documents could not be read and the rest
    # were; their lines are named on the worker's stderr.
    command = (
        "sh -c 'lines=$(mktemp); trap \"rm -f $lines\" EXIT; cat > $lines; [ -s $lines ] || exit 0; "
        f"{given.whom} read - -f jsonl -j 1 --quiet --keep-duplicates < $lines; code=$?; [ $code = 0 ] || [ $code = 4 ]'"
    )
    readings = lines.pipe(command, checkCode=True).cache()

    merge = subprocess.Popen([given.whom, "merge", "-", "-o", given.graph], stdin=subprocess.PIPE, text=True)
    for reading in readings.toLocalIterator():
        merge.stdin.write(reading + "\n")
    merge.stdin.close()
    if merge.wait():
        sys.exit("whom merge failed")
    if given.ties:
        rows = readings.flatMap(claims).reduceByKey(fold).map(
            lambda tie: (*tie[0], tie[1][0], len(tie[1][1]), tie[1][2])
        )
        schema = "src string, relation string, dst string, claims long, documents long, denied long"
        spark.createDataFrame(rows, schema).write.mode("overwrite").parquet(given.ties)
    with open(given.graph, "rb") as graph:
        print(hashlib.sha256(graph.read()).hexdigest(), lines.getNumPartitions(), "partitions")
    spark.stop()


if __name__ == "__main__":
    main()
