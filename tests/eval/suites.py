"""What the scripts beside this one share: their arguments, and the documents as newsfacts annotates them."""
import argparse
import hashlib
import json
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
EVAL = pathlib.Path(os.environ.get("NEWSFACTS_EVAL", HERE.parent.parent.parent / "shared/eval"))


def arguments(usage):
    """BINARY FILES... [--wrong N]: (binary, files, N); ends with the usage where there are no files."""
    files, wrong = sys.argv[2:], 0
    if "--wrong" in files:
        at = files.index("--wrong")
        wrong = int(files[at + 1])
        files = files[:at] + files[at + 2:]
    if not files:
        sys.exit(usage)
    return sys.argv[1], files, wrong


def annotated(binary, documents):
    """{id: document with its mentions} of documents with an id and a text."""
    given = "".join(json.dumps(document) + "\n" for document in documents)
    run = subprocess.run([binary, "annotate", "-"], input=given.encode(), stdout=subprocess.PIPE, check=False)
    if run.returncode not in (0, 3):  # 3: some documents are rejected, an empty one for instance
        sys.exit(f"{binary} annotate ended with {run.returncode}")
    return {document["id"]: document for document in map(json.loads, run.stdout.decode().splitlines())}


def event_arguments(usage):
    """BINARY [FILE...] [--part dev|held] [--wrong N], for corpora whose articles are marked by event."""
    parser = argparse.ArgumentParser(description=usage, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("files", nargs="*", default=[EVAL / "claims/ecbplus_devtopics.jsonl"])
    parser.add_argument("--part", choices=["dev", "held"])
    parser.add_argument("--wrong", type=int, default=0)
    return parser.parse_args()


def event_corpora(options):
    """(name, articles) of each file, of the part of its topics that is asked for: one third is held."""
    for file in options.files:
        with open(file, encoding="utf-8") as lines:
            articles = [json.loads(line) for line in lines]
        if options.part:
            articles = [article for article in articles if part_of(article.get("topic", article.get("story"))) == options.part]
        yield pathlib.Path(file).name, articles


def part_of(topic):
    return "held" if hashlib.sha256(topic.encode()).digest()[0] % 3 == 0 else "dev"
