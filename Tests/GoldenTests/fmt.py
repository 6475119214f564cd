"""Reads YAML texts before and after with ruamel.yaml, by YAML 1.2 and by 1.1, and holds both trees against each other: keys in any
order, quantities in any spelling. Their comments are counted by ruamel.yaml's scanner.

Reads a file: {"cases": [{"name", "before", "after"}]}. Prints the cases that differ; ends with 1 when there are any.
"""

import json
import re
import sys
from collections import Counter
from fractions import Fraction

try:
    from ruamel.yaml import YAML
except ImportError as error:
    sys.exit(f"{error}: install it with `pip install ruamel.yaml` into an environment whose python RUNG_PYTHON names.")

BITS = {"bps": 1, "b/s": 1, "bit": 1, "bits": 1, "k": 1000, "kbps": 1000, "kb/s": 1000, "kbit": 1000, "kbit/s": 1000, "K": 1000,
        "M": 10**6, "Mbps": 10**6, "Mb/s": 10**6, "Mbit": 10**6, "Mbit/s": 10**6, "G": 10**9, "Gbps": 10**9, "Hz": 1, "kHz": 1000}
TIMES = {"ms": Fraction(1, 1000), "s": 1, "m": 60, "min": 60, "h": 3600, "d": 86400}


def quantity(text):
    """A number for a text that is one quantity; the text otherwise."""
    found = re.fullmatch(r"(\d+(?:\.\d+)?) ?([A-Za-z/]+)", text)
    if found and found[2] in BITS:
        return Fraction(found[1]) * BITS[found[2]]
    size = re.fullmatch(r"(\d+) ?[xX×] ?(\d+)", text)
    if size:
        return (int(size[1]), int(size[2]))
    iso = re.fullmatch(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?", text)
    if iso and text != "PT":
        return sum(Fraction(part or 0) * unit for part, unit in zip(iso.groups(), (3600, 60, 1)))
    parts = re.findall(r"(\d+(?:\.\d+)?) ?(ms|min|s|m|h|d)", text)
    if parts and re.fullmatch(r"(?:\d+(?:\.\d+)? ?(?:ms|min|s|m|h|d) ?)+", text):
        return sum(Fraction(number) * TIMES[unit] for number, unit in parts)
    return text


def same(left, right):
    # In Python True equals 1.
    if type(left) is not type(right):
        return False
    if isinstance(left, dict):
        return set(left) == set(right) and all(same(left[key], right[key]) for key in left)
    if isinstance(left, list):
        return len(left) == len(right) and all(map(same, left, right))
    return left == right or isinstance(left, str) and quantity(left) == quantity(right)


def read(text, version):
    yaml = YAML(typ="safe", pure=True)
    yaml.version = version
    return list(yaml.load_all(text))


def comments(text):
    return Counter(re.findall(r"# c\d+\b", text))


failures = 0
with open(sys.argv[1], encoding="utf-8") as file:
    cases = json.load(file)["cases"]
for case in cases:
    problem = None
    try:
        for version in ((1, 2), (1, 1)):
            try:
                before = read(case["before"], version)
            except Exception:
                # What this reader does not take is not to be compared by it.
                continue
            after = read(case["after"], version)
            if not same(before, after):
                problem = f"{version}: {before!r}\nis now {after!r}"
        if comments(case["before"]) != comments(case["after"]):
            problem = "other comments"
    except Exception as error:
        problem = str(error)
    if problem:
        failures += 1
        print(f"{case['name']}: {problem}\n{case['before']}\n--- after\n{case['after']}")
sys.exit(1 if failures else 0)
