"""Reads YAML texts with ruamel.yaml (YAML 1.2) and holds each against the JSON of the same tree.

Reads a file: {"cases": [{"name", "yaml", "json"}]}. Prints one line for each case that differs; ends with 1 when there
are any.
"""

import json
import sys

try:
    from ruamel.yaml import YAML
except ImportError as error:
    sys.exit(f"{error}: install it with `pip install ruamel.yaml` into an environment whose python RUNG_PYTHON names.")


def same(left, right):
    # In Python True equals 1.
    if type(left) is not type(right):
        return False
    if isinstance(left, dict):
        return list(left) == list(right) and all(same(left[key], right[key]) for key in left)
    if isinstance(left, list):
        return len(left) == len(right) and all(map(same, left, right))
    return left == right


failures = 0
with open(sys.argv[1], encoding="utf-8") as file:
    cases = json.load(file)["cases"]
for case in cases:
    try:
        found = YAML(typ="safe", pure=True).load(case["yaml"])
        problem = None if same(found, json.loads(case["json"])) else f"read as {found!r}"
    except Exception as error:
        problem = str(error)
    if problem:
        failures += 1
        print(f"{case['name']}: {problem}\n{case['yaml']}")
sys.exit(1 if failures else 0)
