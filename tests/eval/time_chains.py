#!/usr/bin/env python3
"""time_chains.py BINARY [FILE...] [--part dev|held] [--wrong N]: can two expressions of one time be one?

The mark of ECB+ puts the expressions of one day, hour or length of time into one chain, in whatever article they
stand: "Saturday", "today" and "at 8.40am". Every two of a chain that stand in two articles are a pair, and what
newsfacts reads of both is laid side by side:

    compatible   both are read, and some time answers both: "Sunday" and 2009-01-18, "2013" and 2013-07-21
      told       of these, those where both tell it: a day, a weekday, an hour, a length
      open       and those where one tells nothing that could differ: "today", and no day is known; "for hours"
    conflict     both are read, and no time answers both
    unlike       both are read, but one as a day and one as a length
    unread       one of them is not read as a time at all

A chain of n articles has n * n / 2 pairs, so the long chains weigh most; the last line counts each chain once.
What fits is told here from the values alone, and by no code of newsfacts: days by their first and last, weekdays and
months of no known year by their TIMEX3, hours with half an hour's grace, lengths by half of the coarser unit.
"""
import collections
import datetime
import itertools
import re

from suites import annotated, event_arguments, event_corpora

GRACE = 30  # minutes
SECONDS = {"Y": 365.25 * 86400, "M": 365.25 / 12 * 86400, "W": 7 * 86400, "D": 86400, "TH": 3600, "TM": 60, "TS": 1}
DAYPARTS = {"MO": (0, 12), "AF": (12, 19), "EV": (16, 24), "NI": (17, 30), "DT": (5, 20), "MI": (11, 14)}  # hours


def length(value):
    """(seconds, of the finest unit) of P3D, P1Y6M; None where no number is told."""
    total, finest, clock = 0.0, None, ""
    for part in re.findall(r"T|[0-9.]+[YMWDHS]|X+[YMWDHS]", value[1:]):
        if part == "T":
            clock = "T"
        elif part[0] == "X":
            return None
        else:
            finest = SECONDS[clock + part[-1]]
            total += float(part[:-1]) * finest
    return (total, finest) if finest else None


def lengths_fit(x, y):
    one, other = length(x["value"]), length(y["value"])
    if not one or not other:
        return "open"
    slack = max(one[1], other[1]) / 2 if one[1] != other[1] else 0
    return "told" if abs(one[0] - other[0]) <= slack else "conflict"


def weekday(mention):
    if mention["first"]:
        first = datetime.date.fromisoformat(mention["first"])
        return first.isoweekday() if mention["first"] == mention["last"] else None
    found = re.match(r"XXXX-WXX-([1-7])", mention["value"])
    return int(found[1]) if found else None


def hours(mention):
    """The hours of the day that are told, first and last; None for none."""
    clock = mention["value"].partition("T")[2]
    if found := re.match(r"([0-9]{2})(?::([0-9]{2}))?", clock):
        at = int(found[1]) + int(found[2] or 0) / 60
        return at, at + (0 if found[2] else 1)
    return DAYPARTS.get(clock[:2])


def zone(mention):
    return mention.get("zone", "")


def days_fit(x, y):
    """told, open or conflict, of two days, months, years."""
    if x["first"] and x["last"] and y["first"] and y["last"]:
        return "told" if x["first"] <= y["last"] and y["first"] <= x["last"] else "conflict"
    one, other = weekday(x), weekday(y)
    if one and other:
        return "told" if one == other else "conflict"
    x, y = (mention["value"].partition("T")[0] for mention in (x, y))
    if "W" in x + y or not re.search("[0-9]", x) or not re.search("[0-9]", y):
        return "open"
    return "told" if all(a == b or "X" in a + b for a, b in zip(x, y)) else "conflict"


def clocks_fit(x, y):
    one, other = hours(x), hours(y)
    if not one or not other or zone(x) != zone(y):
        return "open"
    return "told" if one[0] <= other[1] + GRACE / 60 and other[0] <= one[1] + GRACE / 60 else "conflict"


def fit(x, y):
    """How two mentions of one time go together; None stands for one that was not read."""
    if not x or not y:
        return "unread"
    lasts = [mention["kind"] == "duration" for mention in (x, y)]
    if all(lasts):
        return lengths_fit(x, y)
    if any(lasts):
        return "unlike"
    verdicts = {days_fit(x, y), clocks_fit(x, y)}
    return next(verdict for verdict in ("conflict", "told", "open") if verdict in verdicts)


def read_as(mark, mentions):
    """What newsfacts reads where the mark stands: the expression that covers most of it."""
    def shared(mention):
        return min(mark["end"], mention["raw_end"]) - max(mark["start"], mention["raw_start"])
    times = [m for m in mentions if m["kind"] in ("date", "time", "duration", "set") and shared(m) > 0]
    return max(times, key=shared, default=None)


def pairs_of(articles, found):
    """(chain, verdict, both articles' ids, both marks' words, both values)"""
    chains = collections.defaultdict(list)
    for article in articles:
        for mark in article["mentions"]:
            if mark["type"].startswith("TIME") and mark["chain"]:
                mention = read_as(mark, found[article["id"]].get("mentions", []))
                chains[article["topic"], mark["chain"]].append((article["id"], mark["text"], mention))
    for (_, chain), marks in chains.items():
        for one, other in itertools.combinations(marks, 2):
            if one[0] != other[0]:
                yield chain, fit(one[2], other[2]), one, other


def report(pairs):
    counts = collections.Counter(verdict for _, verdict, _, _ in pairs)
    total = sum(counts.values())

    def share(*verdicts):
        return 100 * sum(counts[verdict] for verdict in verdicts) / total
    print(f"compatible {share('told', 'open'):5.1f} %   (told {share('told'):.1f}, open {share('open'):.1f})")
    for verdict in ("conflict", "unlike", "unread"):
        print(f"{verdict:10} {share(verdict):5.1f} %   ({counts[verdict]})")
    chains = collections.defaultdict(list)
    for chain, verdict, _, _ in pairs:
        chains[chain].append(verdict in ("told", "open"))
    print(f"each chain once: compatible {100 * sum(sum(c) / len(c) for c in chains.values()) / len(chains):.1f} %")


def main():
    options = event_arguments(__doc__)
    for name, articles in event_corpora(options):
        given = [{"id": article["id"], "text": article["text"]} for article in articles]
        pairs = list(pairs_of(articles, annotated(options.binary, given)))
        print(f"{name}: {len(pairs)} pairs of {len({pair[0] for pair in pairs})} chains")
        report(pairs)
        wrong = [pair for pair in pairs if pair[1] not in ("told", "open")]
        for chain, verdict, one, other in wrong[:options.wrong]:
            both = "  <>  ".join(f"{text!r} {mention['value'] if mention else '-'} ({name})"
                                 for name, text, mention in (one, other))
            print(f"{verdict:9}{both}")


if __name__ == "__main__":
    main()
