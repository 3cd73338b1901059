#!/usr/bin/env python3
"""name_classes.py BINARY [--data DIR] [--only CORPUS] [--errors N]: names by kind, and by whether our lists have them.

A mention is *listed* where its whole surface stands in one of the vocabularies of names - places,
firms, publications, nationalities, acronyms, first names - upper and lower case being one.  Both what
is marked and what is read are parted so, by their own surface; F1 is of exact span and kind.  The
drop from listed to unlisted names is what a reader of lists would lose on tomorrow's news.

--errors prints the errors of each class with the words around them: of another kind, cut otherwise,
missed, and found where nothing is marked.
"""
import argparse
import collections
import json
import os
import pathlib
import re
import sys

from suites import annotated

HERE = pathlib.Path(__file__).resolve().parent
VOCABULARY = HERE.parent.parent / "extractors/vocabulary"
LISTS = ["places", "known_names", "publications", "nationalities", "acronyms", "first_names"]
KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"}
SHOWN = ["PER", "ORG", "LOC"]
# How each corpus calls the kinds; None: may be marked or not.
MARKED = {
    "onto5": {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": None},
    "worldwide": {"Person": "PER", "Organization": "ORG", "Location": "LOC", "Facility": None},
    "wnut": {"person": "PER", "corporation": "ORG", "group": "ORG", "location": "LOC"},
}
AS_PRINTED = {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}


def listed():
    surfaces = set()
    for name in LISTS:
        for line in (VOCABULARY / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                surfaces.add(line.split("\t")[0].lower())
    return surfaces


def found_in(binary, documents):
    given = [{"id": d["id"], "text": d["text"]} for d in documents]
    return {name: [(m["raw_start"], m["raw_end"], KINDS[m["kind"]], m.get("rule", ""))
                   for m in document.get("mentions", []) if m["kind"] in KINDS]
            for name, document in annotated(binary, given).items()}


class Count:
    def __init__(self):
        self.right = self.read = self.marked = 0

    def f1(self):
        return 2 * self.right / (self.read + self.marked) if self.read + self.marked else 0.0

    def __str__(self):
        precision = self.right / self.read if self.read else 0
        recall = self.right / self.marked if self.marked else 0
        return f"{self.marked:6} {100 * precision:6.1f} {100 * recall:6.1f} {100 * self.f1():6.1f}"


def trimmed(text, mention):
    """Without the article, the possessive and the quotes, which corpora mark in some names and not in others."""
    start, end, *rest = mention
    if article := re.match(r"(?i)the\s+(?=\S)", text[start:end]):
        start += article.end()
    if (possessive := re.search(r"['’]s?$", text[start:end])) and len(possessive.group()) < end - start:
        end -= len(possessive.group())
    while end - start > 2 and text[start] in "\"“'‘":
        start += 1
    while end - start > 2 and text[end - 1] in "\"”'’":
        end -= 1
    return (start, end, *rest)


def overlap(a, b):
    return a[0] < b[1] and b[0] < a[1]


def score(documents, found, kinds, in_lists, errors):
    counts = collections.defaultdict(Count)
    for document in documents:
        text = document["text"]
        marked, free = set(), []
        for mention in document["mentions"]:
            kind = kinds.get(mention["type"], "")
            if kind is None:
                free.append((mention["start"], mention["end"]))
            elif kind:
                marked.add(trimmed(text, (mention["start"], mention["end"], kind)))
        rules = {m[:3]: m[3] for m in (trimmed(text, m) for m in found.get(document["id"], []))}
        read = {m for m in rules if m in marked or not any(overlap(m, place) for place in free)}

        def each(mention):
            where = "listed" if text[mention[0]:mention[1]].lower() in in_lists else "unlisted"
            return [counts[mention[2], where], counts[mention[2], "all"],
                    counts["all", where], counts["all", "all"]]

        for mention in marked:
            for count in each(mention):
                count.marked += 1
        for mention in read:
            for count in each(mention):
                count.read += 1
                count.right += mention in marked
        for mention in sorted(marked - read):
            near = [r for r in read if overlap(r, mention)]
            same = [r for r in near if r[:2] == mention[:2]]
            around = text[max(0, mention[0] - 50):mention[0]] + "[[" + text[mention[0]:mention[1]] + "]]" + text[mention[1]:mention[1] + 40]
            what = around.replace("\n", " / ")
            if same:
                errors[f"{mention[2]} read as {same[0][2]}"].append(f"{rules[same[0]]:26} {what}")
            elif near:
                errors[f"{mention[2]} cut otherwise"].append(f"{text[near[0][0]:near[0][1]]!r} {near[0][2]} {rules[near[0]]}: {what}")
            else:
                errors[f"{mention[2]} missed"].append(what)
        for mention in sorted(read):
            if not any(overlap(mention, m) for m in marked):
                around = text[max(0, mention[0] - 50):mention[0]] + "[[" + text[mention[0]:mention[1]] + "]]" + text[mention[1]:mention[1] + 40]
                errors[f"{mention[2]} found where none is"].append(f"{rules[mention]:26} {around}".replace("\n", " / "))
    return counts


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("binary")
    options.add_argument("--data", default=os.environ.get("NEWSFACTS_EVAL", HERE.parent.parent.parent / "shared/eval"))
    options.add_argument("--only", default="")
    options.add_argument("--errors", type=int, default=0)
    given = options.parse_args()
    in_lists = listed()
    print(f"{'':20} {'':5} {'':9} {'marked':>6} {'P':>6} {'R':>6} {'F1':>6}")
    for path in sorted(pathlib.Path(given.data).glob("entities/*.jsonl")):
        if not path.name.startswith(given.only):
            continue
        documents = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
        kinds = next((table for start, table in MARKED.items() if path.name.startswith(start)), AS_PRINTED)
        errors = collections.defaultdict(list)
        counts = score(documents, found_in(given.binary, documents), kinds, in_lists, errors)
        for kind in SHOWN + ["all"]:
            for where in ["listed", "unlisted", "all"]:
                print(f"{path.stem:20} {kind:5} {where:9} {counts[kind, where]}")
        print(f"{path.stem:20} drop from listed to unlisted: {100 * (counts['all', 'listed'].f1() - counts['all', 'unlisted'].f1()):.1f}")
        if given.errors:
            for what, lines in sorted(errors.items(), key=lambda item: -len(item[1])):
                print(f"## {what}: {len(lines)}")
                for line in lines[::max(1, len(lines) // given.errors)][:given.errors]:
                    print("   " + line)


if __name__ == "__main__":
    sys.exit(main())
