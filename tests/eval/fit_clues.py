#!/usr/bin/env python3
"""fit_clues.py NAME_CLUES --data DIR [--keep PAGE] [--pull N] [--rounds N]: the weights of clues.tsv, from marked news.

A name of a document is one case: x[clue, kind] is how often the clue spoke for the kind, over the
square root of the places it stands at, and once at the least, as the program reckons it; the answer is
the kind that its places are marked with, or "other".  A log-linear model over the kinds,

    P(kind) ~ exp(scale * sum of weight[clue] * x[clue, kind] + bias[kind]),

is fitted by gradient ascent, each weight pulled towards the one on the page (--pull: how hard, in cases)
so that a clue that hardly ever speaks stays as it was set by hand, and none changes its sign.  Prints the
old and the new weights; --keep writes the page.  No package is needed.

Fit on one part of a corpus, and keep the page only where another part gains: evaluate.py tells.
"""
import argparse
import collections
import json
import math
import pathlib
import subprocess
import tempfile

from name_classes import AS_PRINTED, MARKED, trimmed

PAGE = pathlib.Path(__file__).resolve().parent.parent.parent / "extractors/vocabulary/clues.tsv"
KINDS = ["person", "organization", "place", "product", "event", "group"]
KIND_OF = {"PER": "person", "ORG": "organization", "LOC": "place"}
SCALE = 0.5  # a hand-set weight of 2 is one natural logarithm of the odds


def rows_of(page):
    for line in page.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, kind, weight, _ = line.split("\t")
            yield name, kind, float(weight)


def cases_of(binary, path):
    kinds = next((table for start, table in MARKED.items() if path.name.startswith(start)), AS_PRINTED)
    documents = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    marked, texts = {}, {}
    for document in documents:
        texts[document["id"]] = text = document["text"]
        for mention in document["mentions"]:
            kind = kinds.get(mention["type"], "other")
            place = trimmed(text, (mention["start"], mention["end"]))
            marked[document["id"], *place] = KIND_OF.get(kind, kind) if kind else "skip"
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as given:
        given.writelines(json.dumps({"id": d["id"], "text": d["text"]}) + "\n" for d in documents)
        given.flush()
        run = subprocess.run([binary, given.name], stdout=subprocess.PIPE, check=True)
    for line in run.stdout.decode("utf-8").splitlines():
        name = json.loads(line)
        votes = collections.Counter(
            marked.get((name["id"], *trimmed(texts[name["id"]], tuple(place))), "none") for place in name["places"])
        answer, times = votes.most_common(1)[0]
        if answer in ("skip", "none") or "clues" not in name:
            continue
        share = 1 / math.sqrt(len(name["places"]))
        x = [(clue, kind, max(1.0, times_said * share)) for clue, kind, times_said in name["clues"]]
        yield x, answer, math.sqrt(times)


def fit(cases, page, pull, rounds):
    set_by_hand = {name: weight for name, _, weight in page}
    weights = dict(set_by_hand)
    bias = {kind: 0.0 for kind in KINDS}
    bias["product"] = bias["event"] = bias["group"] = -1.0
    step = {name: 0.0 for name in weights}
    seen = collections.Counter()
    for x, _, weight in cases:
        for clue, _, value in x:
            seen[clue] += weight * value
    for _ in range(rounds):
        gradient, of_bias, log_likelihood = collections.Counter(), collections.Counter(), 0.0
        for x, answer, weight in cases:
            scores = dict(bias)
            for clue, kind, value in x:
                if kind in scores:
                    scores[kind] += SCALE * weights[clue] * value
            top = max(scores.values())
            total = sum(math.exp(score - top) for score in scores.values())
            chances = {kind: math.exp(score - top) / total for kind, score in scores.items()}
            # Marked as something else: one of the kinds that this corpus does not part.
            right = [answer] if answer in chances else ["product", "event", "group"]
            sum_right = sum(chances[kind] for kind in right)
            log_likelihood += weight * math.log(max(sum_right, 1e-12))
            slope = {kind: weight * ((chance / sum_right if kind in right else 0.0) - chance)
                     for kind, chance in chances.items()}
            for kind, value in slope.items():
                of_bias[kind] += value
            for clue, kind, value in x:
                gradient[clue] += SCALE * value * slope.get(kind, 0.0)
        for name in weights:
            slope = gradient[name] - pull * SCALE * (weights[name] - set_by_hand[name])
            step[name] = 0.8 * step[name] + 2.0 * slope / (pull + 0.25 * seen[name] + 1)
            moved = weights[name] + step[name]
            weights[name] = moved if moved * set_by_hand[name] > 0 else set_by_hand[name] * 0.1
        for kind in bias:
            bias[kind] += 0.5 * of_bias[kind] / len(cases)
    print(f"mean log likelihood {log_likelihood / sum(w for _, _, w in cases):.4f}; bias "
          + ", ".join(f"{kind} {value:.2f}" for kind, value in bias.items()))
    return weights, seen


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("binary")
    options.add_argument("--data", required=True)
    options.add_argument("--keep")
    options.add_argument("--pull", type=float, default=40)
    options.add_argument("--rounds", type=int, default=60)
    options.add_argument("--corpora", default="conll03,onto5,worldwide,finer")
    given = options.parse_args()
    cases = []
    for path in sorted(pathlib.Path(given.data).glob("entities/*.jsonl")):
        if path.name.startswith(tuple(given.corpora.split(","))):
            cases += cases_of(given.binary, path)
    page = list(rows_of(PAGE))
    weights, seen = fit(cases, page, given.pull, given.rounds)
    for name, kind, weight in page:
        print(f"{name:28} {kind:13} {weight:6.2f} -> {weights[name]:6.2f}   said {seen[name]:7.0f}")
    if given.keep:
        out = []
        for line in PAGE.read_text(encoding="utf-8").splitlines():
            cells = line.split("\t")
            if len(cells) == 4 and not line.startswith("#"):
                cells[2] = f"{weights[cells[0]]:.1f}".removesuffix(".0")
            out.append("\t".join(cells))
        pathlib.Path(given.keep).write_text("\n".join(out) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
