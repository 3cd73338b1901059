#!/usr/bin/env python3
"""span_classes.py BINARY GOLD.jsonl... [--wrong N]: which cases of a recognizer's test suite ask for the spans of a newspaper.

A suite made for an assistant marks other spans than TIMEX3 does: "from 3 to 5 pm" as one, "before
Friday" with its preposition.  Each case is put in the first class whose form its gold spans have;
what is left asks for what news asks for.  The form of the marked words decides, and the word before
them: no case is listed.  Prints the number of cases in each class, and the F1 of spans, strict and
relaxed, over the cases that are left; with --wrong, up to N of them that are not right.

GOLD has a line a case: {"text", "dct", "timexes": [{"start", "end"}]}, in code points.
"""
import json
import re

from suites import annotated, arguments

MONTHS = "january february march april june july august september october november december".split()
SHORT = "jan feb mar apr jun jul aug sept sep oct nov dec".split()
LONG_MONTHS = "jan mar may jul aug oct dec"
UNITS = r"(?:second|minute|hour|day|night|week|weekend|month|quarter|year|decade|morning|afternoon|evening)s?"
NAMES = "|".join(MONTHS + SHORT) + r"|may"
PLACE = r"(?:\d|" + "|".join(MONTHS + SHORT) + r"|may\b|mon|tues|wed|thurs|fri|sat|sun|to(?:day|morrow|night)|now|next|this|last|the|end|noon|midnight)"
SHORTHAND = r"\d+ish\b|noonish|ampm|[ap] \. m|\boclock\b|w/c|\b(?:tmrw?|tmw|2day|2nite|tonite|eo[dwmy]|cy ?\d+|w[eo]y?|hrs?|mins?|secs?|yrs?|wks?|\d+(?::\d\d)?[ap]|\d+[ymwd])\b"


def clock_without_half(words):
    """Tuesday at 5, friday 23 at 4: nothing says it is an hour."""
    return re.search(r"(?:at|around) (?:\d{1,2}|[a-z]+ [a-z]+-[a-z]+)$", words) is not None


def impossible(words):
    for day, month in re.findall(r"\b(\d\d)(?:st|nd|rd|th)? (?:of )?([a-z]{3})", words) + [
        (day, month) for month, day in re.findall(r"\b([a-z]{3})[a-z]*\.? (\d\d)\b", words)]:
        if month in SHORT or month == "may":
            if int(day) > (29 if month == "feb" else 31 if month in LONG_MONTHS else 30):
                return True
    return False


# name of the class, and whether the marked `words` have its form: as printed, and what stands `before` them.
CLASSES = [
    ("range as one span", lambda w, b: re.search(r"\b(?:from|between)\b.+(?:\b(?:to|and|through|until|till|thru)\b|[-–—~])", w)
        or re.search(r".(?: ?[–—~] ?| - | (?:to|through|thru|until|till) )" + PLACE, w)
        or re.search(r"\b(?:" + NAMES + r")\b\.?(?: ?\d+)?-(?:" + NAMES + r")\b", w) or re.search(r"^(?:\d+|[a-z]+) to [a-z]+", w)
        or re.search(r"/\d{4}-", w) or re.search(r"\d(?:st|nd|rd|th|[ap]\.?m\.?)?-\d+(?:[ :]|[ap]m|$)(?!\d*-)", w) and not re.search(r"\d{4}-\d|\d-\d+-\d", w)),
    ("bound word inside", lambda w, b: re.match(r"(?:anytime |any time )?(?:before|after|since|until|till|by|prior to|starting|beginning (?:on|from)|ending|as (?:early|late|soon)|no (?:later|earlier|more|less)|not (?:later|earlier)|(?:later|earlier|sooner|greater|less|more|equal)(?: or equal)? (?:than|to)|on or|in or|at or|[<>=])", w)
        or re.search(r" (?:before|after|by|until) (?=\d|noon|midnight)|greater than|later than", w)
        or re.search(r"(?:\b(?:or|and) (?:later|after|before|earlier|above|greater|more)|\bonwards?)$", w)),
    ("preposition inside", lambda w, b: re.match(r"(?:in|on|at|for|within|during|over|of|from|around|about)\b(?! (?:a|an)? ?(?:half|quarter))", w)
        and not re.match(r"(?:around|about|over) (?:a |an |\d|[a-z]+ " + UNITS + ")", w)),
    ("article left out", lambda w, b: re.search(r"\b(?:the|a|an)$", b.rstrip()) is not None),
    ("two expressions in one", lambda w, b: re.search(r"\b" + UNITS + r"\b.* (?:after|before|from|since|prior to) (?!now\b|that\b|then\b).", w)
        or re.search(UNITS + r" (?:starting|beginning)\b", w)
        or re.search(r"\b(?:next|this|last) week (?:on )?(?:mon|tue|wed|thu|fri|sat|sun)|day of (?:next|last|this) week", w)
        or re.search(r"^[a-z]+day,? (?:\d+|[a-z]+) " + UNITS, w)
        or re.search(r"\bfor (?:\d|a |an |[a-z]+ )", w) or re.search(r"\b(?:of|on) .*\b(?:of|on)\b", w) or w.count(",") > 2),
    ("chat shorthand", lambda w, b: re.search(SHORTHAND, w) or re.search(r"\d[.]?\d*(?:" + UNITS + ")", w)
        or re.search(r"[a-z]{3}\d", w)),
    ("unit without a date", lambda w, b: re.fullmatch(r"(?:the |a |an |this |every)?(?:day|week|month|year|weekend|night|morning|noon|lunch\w*|dinner\w*|breakfast|everyday|business hours?)(?: of)?", w)
        or re.match(r"(?:the )?(?:week|day|month) \d+$", w) or re.match(r"(?:the )?(?:remaining|rest) (?:of )?(?:the )?" + UNITS + "$", w)),
    ("bare number", lambda w, b: clock_without_half(w) or re.fullmatch(r"(?:the )?[\d.:/-]+(?:st|nd|rd|th)?", w) and not re.fullmatch(r"\d{4}|\d{1,2}:\d\d|\d+[./-]\d+[./-]\d+", w)),
    ("month in lower case", None),
    ("adjective", lambda w, b: re.fullmatch(r"(?:bi-?|semi-?)?(?:annual|daily|weekly|monthly|yearly|quarterly|everyday)", w)),
    ("impossible day", lambda w, b: impossible(w)),
]


def class_of(case):
    for name, has in CLASSES:
        for timex in case["timexes"]:
            words, before = case["text"][timex["start"]:timex["end"]], case["text"][:timex["start"]].lower()
            if name == "month in lower case":
                if re.search(r"\b(?:" + "|".join(MONTHS + SHORT) + r")\b", words) and not re.search(r"\d", words):
                    return name
            elif has(words.lower(), before):
                return name
    return "sensible"


def found_in(binary, cases):
    given = [{"id": str(number), "text": case["text"], **({"published": case["dct"][:10]} if case.get("dct") else {})}
             for number, case in enumerate(cases)]
    return {int(name): [(m["raw_start"], m["raw_end"]) for m in document["mentions"]
                        if m["kind"] in ("date", "time", "duration", "set")]
            for name, document in annotated(binary, given).items()}


def score(binary, path, wrong):
    with open(path, encoding="utf-8") as lines:
        cases = [json.loads(line) for line in lines if line.strip()]
    by_class = {}
    for case in cases:
        by_class.setdefault(class_of(case), []).append(case)
    print("==", path.split("/")[-1])
    for name in [name for name, _ in CLASSES] + ["sensible"]:
        print(f"{len(by_class.get(name, [])):5}  {name}")
    sensible = by_class.get("sensible", [])
    found = found_in(binary, sensible)
    strict = relaxed = gold = system = 0
    for number, case in enumerate(sensible):
        marked, read = [(t["start"], t["end"]) for t in case["timexes"]], list(found.get(number, []))
        gold, system = gold + len(marked), system + len(read)
        strict += len(set(marked) & set(read))
        for start, end in sorted(marked, key=lambda span: span not in read):  # equal spans first
            near = next((r for r in sorted(read, key=lambda r: r != (start, end))
                         if min(end, r[1]) > max(start, r[0])), None)
            if near:
                relaxed += 1
                read.remove(near)
        if wrong > 0 and set(marked) != set(found.get(number, [])):
            wrong -= 1
            show = lambda spans: ", ".join(repr(case["text"][a:b]) for a, b in spans)
            print(f"  {case['text']}\n      marked {show(marked)}\n      read   {show(found.get(number, []))}")
    print(f"strict   F1 {200 * strict / (gold + system):6.2f}\nrelaxed  F1 {200 * relaxed / (gold + system):6.2f}")


def main():
    binary, files, wrong = arguments(__doc__)
    for path in files:
        score(binary, path, wrong)


if __name__ == "__main__":
    main()
