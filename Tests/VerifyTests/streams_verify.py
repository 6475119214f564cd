#!/usr/bin/env python3
"""Holds `rung verify` against what is expected of the streams in a directory.

    streams_verify.py RUNG DIR [NAME...]

DIR is what streams.py or snapshots.py has made. Of a right case nothing is found above a note; of a fault each expected finding is there at
both places: a line that holds the expected fragment of what was delivered, and a note at the line of the spec. Nothing else is found but what
may follow from it.
"""

import json
import subprocess
import sys
from pathlib import Path


def line(case, place):
    number = place["span"]["start"]["line"]
    lines = (case / place["file"]).read_text(encoding="utf-8", errors="replace").split("\n")
    return lines[number - 1] if number <= len(lines) else ""


def faults(rung, case):
    expected = json.loads((case / "expected.json").read_text())
    run = subprocess.run([rung, "verify", *expected["arguments"], "--format", "json"], cwd=case, capture_output=True, text=True)
    try:
        found = json.loads(run.stdout)["diagnostics"]
    except (ValueError, KeyError):
        return [f"no JSON: {run.stderr.strip()}"]
    found = [f for f in found if f["severity"] != "note"]
    wanted = {f["rule"] for f in expected["findings"]}
    wrong = [f"not expected: {f['id']}: {f['message']}" for f in found if f["id"] not in wanted and f["id"] not in expected.get("also", [])]
    for want in expected["findings"]:
        own = [f for f in found if f["id"] == want["rule"]]
        if not own:
            wrong.append(f"missing: {want['rule']}")
            continue
        fragments = [want["delivered"], *want.get("or", [])]
        if want["delivered"] and not any(part in line(case, f) for f in own for part in fragments):
            wrong.append(f"{want['rule']} is not at {fragments}, but at {[line(case, f).strip() for f in own]}")
        places = [n for f in own for n in f["notes"] if n.get("file")]
        if want["spec"] and not any(want["spec"] in line(case, n) for n in places):
            wrong.append(f"{want['rule']} has no note at `{want['spec']}`, but at {[line(case, n).strip() for n in places]}")
    errors = any(f["severity"] == "error" for f in found)
    if run.returncode != (1 if errors else 0):
        wrong.append(f"exit code {run.returncode}")
    return wrong


def main():
    rung, folder, *names = sys.argv[1:]
    cases = sorted(p.parent for p in Path(folder).glob("*/expected.json") if not names or p.parent.name in names)
    failed = 0
    for case in cases:
        wrong = faults(str(Path(rung).resolve()), case)
        failed += bool(wrong)
        for text in wrong:
            print(f"{case.name}: {text}")
    print(f"{len(cases) - failed} of {len(cases)} as expected")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
