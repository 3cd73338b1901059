#!/usr/bin/env python3
"""stories.py BINARY [FILE...] [--part dev|held] [--wrong N]: are the articles on one event one story?

Ingests marked articles and lays the stories of the store against the mark, beside a baseline made in the same
run: tf-idf, cosine, single link. The default is ECB+, whose topics are two events of one sort each - two earthquakes
in one province, two offers to one player - told by the mark `story`.

Neither side sees more than the texts: an article is called by a number, and the mark and the
name it has in the corpus stay here. An article that is in no story is a story of its own.

    pairs    F1 of the pairs of articles that are in one story
    B-cubed  F1 of precision and recall averaged over articles (Bagga and Baldwin 1998): large stories weigh less

The baseline has its threshold fixed beforehand, and also the one that is best in hindsight for each measure, which
nobody has who does not know the answer. --part takes a part of the topics: two thirds for reading, one for scoring.
"""
import collections
import json
import math
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile

from suites import event_arguments, event_corpora

THRESHOLD = 0.25  # of the baseline


def stories_of(binary, articles):
    """For each article the number of its story in the store, or one of its own."""
    with tempfile.TemporaryDirectory() as scratch:
        store = pathlib.Path(scratch, "stories.db")
        given = "".join(json.dumps({"id": str(number), "text": article["text"]}) + "\n"
                        for number, article in enumerate(articles))
        run = subprocess.run([binary, "ingest", "-", "--db", store], input=given.encode(),
                             stderr=subprocess.PIPE, check=False)
        if run.returncode:
            sys.exit(f"{binary} ingest ended with {run.returncode}\n{run.stderr.decode()}")
        rows = sqlite3.connect(store).execute("SELECT name, coalesce(story, -document) FROM documents")
        found = {int(name): story for name, story in rows}
    return [found.get(number, f"not stored {number}") for number in range(len(articles))]


def similarities(articles):
    """(cosine, a, b) of the pairs that share a word, the most alike first."""
    counts = [collections.Counter(re.findall(r"\w+", article["text"].lower())) for article in articles]
    documents_with = collections.Counter(word for count in counts for word in count)
    postings = collections.defaultdict(list)
    for number, count in enumerate(counts):
        weights = {word: (1 + math.log(times)) * math.log(len(articles) / documents_with[word])
                   for word, times in count.items()}
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        for word, weight in weights.items():
            if weight:
                postings[word].append((number, weight / length))
    cosines = collections.Counter()
    for posting in postings.values():
        for i, (a, one) in enumerate(posting):
            for b, other in posting[i + 1:]:
                cosines[a, b] += one * other
    return sorted(((cosine, a, b) for (a, b), cosine in cosines.items()), reverse=True)


def single_link(pairs, size, threshold):
    parent = list(range(size))

    def root(at):
        while parent[at] != at:
            parent[at] = at = parent[parent[at]]
        return at

    for cosine, a, b in pairs:
        if cosine < threshold:
            break
        parent[root(a)] = root(b)
    return [root(number) for number in range(size)]


def f1(precision, recall):
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def scores(found, marked):
    """{measure: (precision, recall, F1)}"""
    both, of_found, of_marked = (collections.Counter(keys) for keys in (zip(found, marked), found, marked))

    def pairs(counter):
        return sum(size * (size - 1) // 2 for size in counter.values())

    precision = pairs(both) / pairs(of_found) if pairs(of_found) else 1.0
    recall = pairs(both) / pairs(of_marked) if pairs(of_marked) else 1.0
    size = len(marked)
    exact = sum(n * n / of_found[f] for (f, _), n in both.items()) / size
    whole = sum(n * n / of_marked[m] for (_, m), n in both.items()) / size
    return {"pairs": (precision, recall, f1(precision, recall)), "B-cubed": (exact, whole, f1(exact, whole))}


def report(name, found, marked):
    all_scores = scores(found, marked)
    figures = "  ".join(f"{measure:>7} P {100 * p:5.1f} R {100 * r:5.1f} F1 {100 * f:5.1f}"
                        for measure, (p, r, f) in all_scores.items())
    sizes = collections.Counter(found)
    print(f"{name:32}{figures}   {sum(n > 1 for n in sizes.values()):4} stories, the largest {max(sizes.values())}")


def show_wrong(articles, found, marked, most):
    """Stories with articles of several events, and events told in several stories."""
    groups = collections.defaultdict(list)
    for article, story, mark in zip(articles, found, marked):
        groups[story].append((mark, article))
    mixed = [group for group in groups.values() if len({mark for mark, _ in group}) > 1]
    for group in sorted(mixed, key=len, reverse=True)[:most]:
        print("\none story:", dict(collections.Counter(mark for mark, _ in group)))
    split = collections.defaultdict(collections.Counter)
    for story, mark in zip(found, marked):
        split[mark][story] += 1
    for mark, parts in sorted(split.items(), key=lambda item: -len(item[1]))[:most]:
        if len(parts) > 1:
            print(f"\none event: {mark} in parts of {sorted(parts.values(), reverse=True)}")
            for article, story in zip(articles, found):
                if article["story"] == mark and parts[story] == 1:
                    print("   alone:", article["id"], article["text"][:110].replace("\n", " / "))


def main():
    options = event_arguments(__doc__)
    for name, articles in event_corpora(options):
        marked = [article["story"] for article in articles]
        print(f"{name}: {len(articles)} articles on {len(set(marked))} events")
        found = stories_of(options.binary, articles)
        report("newsfacts", found, marked)
        pairs = similarities(articles)
        report(f"tf-idf, single link at {THRESHOLD}", single_link(pairs, len(articles), THRESHOLD), marked)
        tried = {t / 100: single_link(pairs, len(articles), t / 100) for t in range(5, 80)}
        for measure in ("pairs", "B-cubed"):
            best = max(tried, key=lambda t: scores(tried[t], marked)[measure][2])
            report(f"  at {best}, best for {measure}", tried[best], marked)
        if options.wrong:
            show_wrong(articles, found, marked, options.wrong)


if __name__ == "__main__":
    main()
