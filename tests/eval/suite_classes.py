#!/usr/bin/env python3
"""suite_classes.py BINARY GOLD.jsonl... [--wrong N]: how many cases of a parser's own test suite make sense for news.

Other parsers' suites hold what their users type: prices cut from shops, speech, commands, lists for a locale.  Each case is
put into the first class below whose form it has; a form is told from the text and from what the suite expects, never from
what we answer, and no case is named.  What has none of these forms could stand in an article.  A case is right when each
expected value (and currency) of the suite's kinds is found, and no other of these kinds.
--wrong N shows that many wrong cases of those that make sense.
"""
import json
import re
from collections import Counter, defaultdict
from decimal import Decimal

from suites import annotated, arguments

KINDS = {"money": "MONEY", "percent": "PERCENT", "number": "CARDINAL", "quantity": "QUANTITY", "ordinal": "ORDINAL"}
TIME = r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?)\b"
COIN = r"(?:penn(?:y|ies)|nickels?|dimes?|quarters?)\b"


def printed(case):
    """The expected mentions as they stand in the text."""
    return [case["text"][m["start"]:m["end"]] for m in expected(case) if m.get("start") is not None]


def expected(case):
    return [m for m in case["mentions"] if m["type"] in KINDS.values()]


def any_printed(pattern):
    return lambda case, suite: any(re.search(pattern, words, re.I) for words in printed(case))


def anywhere(pattern, flags=0):
    return lambda case, suite: re.search(pattern, case["text"], flags) is not None


# name, reason, whether a case has the form
CLASSES = [
    ("told elsewhere", "the same words have another answer in the same suite: a locale or option decides",
     lambda case, suite: len(suite["answers"][case["text"]]) > 1),
    ("no currency in it", "a sum is expected where the text has digits alone: the shop's page had the sign",
     lambda case, suite: any(m["type"] == "MONEY" and not re.search(r"[^\d\s.,'’-]", case["text"][m["start"]:m["end"]])
                             for m in expected(case))),
    ("no value", "a unit or sign without a figure is expected",
     lambda case, suite: any(m.get("value") is None for m in expected(case))),
    ("broken text", "decimals taken apart or a currency torn from its sign by a tokenizer, all in small letters",
     anywhere(r"\d [.,/] \d|\b(?:us|c|a|hk|nz) \$|%uh|\d, \d\d\b")),
    ("other alphabet", "words in a script or language that is not English",
     anywhere(r"[^\x00-ɏḀ-⁯₠-₿℀-⅏−°²³]|\b(?:kr|Kč|zł|TL|lei|Pris|från|ab|partire|prix|preis|desde|geneh|genihat)\b")),
    ("coins and slang", "coins of one country by their nicknames", any_printed(COIN)),
    ("stretch of time", "a duration or an age, which is a kind of its own here", any_printed(TIME)),
    ("a letter for money", "a list of signs, each at the figure 1: single letters and short words that only a list tells",
     lambda case, suite: re.fullmatch(r"1 [^\d\s]{1,5}", case["text"]) is not None),
    ("one of several", "one price is expected where the text shows more",
     lambda case, suite: len(re.findall(r"[$€£]\s?\d|\b[A-Z]{3}\s?\d|\d\s?€", case["text"])) > len(expected(case)) > 0),
    ("the mean of a range", "\"44 to 50\" is expected as 47, which nobody wrote",
     lambda case, suite: any(re.search(r"\d\D*(?:to|-|–)\D*\d", words) and not isinstance(m["value"], list)
                             for m, words in zip(expected(case), printed(case)) if m["type"] != "MONEY")),
    ("feet and inches", "expected as feet with a fraction; here they are inches, exactly",
     any_printed(r"\d+ (?:ft|feet) (?:and )?\d+ in")),
    ("a year is a count", "a year or a decade is expected as a number",
     lambda case, suite: any(re.fullmatch(r"(?:19|20)\d\ds?", words) for words in printed(case))),
    ("not a number", "points and commas at random",
     anywhere(r"\.\.\d|\.\d+[.,]\d")),
    ("laboratory", "units of physics, powers of ten, errors of measurement",
     anywhere(r"\^|±|×10|\dx\d|e-?\d+\b|\beV\b|fb−|\b(?:am|pm|Js|Ga|gigaannum|kibibyte|cds)\b|\d['\"′″](?:\W|$)")),
    ("an accountant's minus", "a bracket is expected as a minus; in an article it holds a conversion",
     lambda case, suite: "(" in case["text"] and "-" not in case["text"]
     and any(isinstance(m["value"], (int, float)) and m["value"] < 0 for m in expected(case))),
    ("spoken", "cents, digits or points said without naming them",
     anywhere(r"(?:dollars?|euros?|pounds?|ringgit(?= and)|\d GBP|[$€£]\d+) (?:and )?(?:\d+\b|(?:one|two|three|ten|fourteen|twenty|thirty|forty|fifty)\b)(?!\s?(?:c|cents?|pence|sens?)\b)|\bpoint \d|\d and (?:fifty|\d+)\b",
              re.I)),
    ("what is measured", "the stuff belongs to the span: six pounds of meat", any_printed(r" of [a-z]+$")),
    ("other kind", "only kinds are expected that are no amounts here: \"the last\", the next",
     lambda case, suite: bool(case["mentions"]) and not expected(case)),
    ("command", "a search box or a calculator is spoken to",
     anywhere(r"^(?:convert|calculate|show|turn|rotate|give|i want|make|get)\b|\bto (?:celsius|fahrenheit|farenheit)\b", re.I)),
]


def number(text):
    return None if text is None else float(Decimal(text))


def found_in(document, kinds):
    for m in document.get("mentions", []):
        if KINDS.get(m["kind"]) in kinds:
            ends = {number(m.get("low")), number(m.get("high"))} - {None}
            if m.get("relation") != "vague":
                for end in ends:
                    yield m, end


def same(x, y):
    return abs(x - y) <= 1e-6 * max(1e-9, abs(x), abs(y))


def is_right(case, document, kinds):
    found = list(found_in(document, kinds))
    for m in expected(case):
        values = m["value"] if isinstance(m["value"], list) else [m["value"]]
        for value in values:
            hit = next((f for f in found if value is not None and same(f[1], value)
                        and (not m.get("currency") or f[0].get("currency") == m["currency"])), None)
            if hit is None:
                return False
            found.remove(hit)
    return not found


def main():
    binary, files, wrong = arguments(__doc__)
    for path in files:
        cases = [json.loads(line) for line in open(path, encoding="utf-8")]
        documents = annotated(binary, [{"id": case["id"], "text": case["text"]} for case in cases])
        kinds = {m["type"] for case in cases for m in expected(case)}
        suite = {"answers": defaultdict(set)}
        for case in cases:
            suite["answers"][case["text"]].add(json.dumps([(m["value"], m.get("currency")) for m in expected(case)]))
        total, right = Counter(), Counter()
        for case in cases:
            name = next((name for name, _, has in CLASSES if has(case, suite)), "makes sense for news")
            ok = is_right(case, documents[case["id"]], kinds)
            total[name] += 1
            right[name] += ok
            if not ok and name == "makes sense for news" and wrong > 0:
                wrong -= 1
                print("  ", repr(case["text"]), [(m["type"], m["value"], m.get("currency")) for m in expected(case)])
        print("==", path.split("/")[-1])
        for name, count in total.most_common():
            print(f"{name:22} {count:5} cases, {right[name]:5} right {100 * right[name] / count:6.1f} %")


if __name__ == "__main__":
    main()
