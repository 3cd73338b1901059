"""What the scripts beside this one share: their arguments, and the documents as newsfacts annotates them."""
import json
import subprocess
import sys


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
