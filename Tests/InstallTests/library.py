"""Compares the package `rung` with the program: `library.py ROOT PROGRAM STACK`.

STACK is what threads get, in KB: 512 is enough for a release; code that was not optimized takes several times as much. What nobody means
to send is sent by calls.c.
"""

import json
import os
import pathlib
import re
import resource
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import requests
import rung

root, program, stack = sys.argv[1:]
os.chdir(root)
threading.stack_size(int(stack) * 1024)
specs = requests.goldens()
bodies = sorted(str(path) for path in pathlib.Path("Tests/Bodies").rglob("*.json"))
assert len(specs) > 20 and len(bodies) > 20


def printed(*arguments: str, text: bytes = b"") -> bytes:
    return subprocess.run([program, *arguments], input=text, capture_output=True).stdout


# The same document, byte for byte: every golden, and every example of a rule.
def same(path: str) -> None:
    text = pathlib.Path(path).read_bytes()
    expected = printed("check", "--no-config", "--format", "json", path).decode().strip()
    answer = rung.call(requests.request("check", input=rung._input(path, text), files=requests.beside(path))).decode()
    assert answer.startswith('{"version":1,"findings":' + expected), f"{path}\n{answer[:2000]}\n{expected[:2000]}"


examples = sorted(set(re.findall(r"^```\w*\n(.*?)^```$", printed("rules", "--format", "markdown").decode(), re.M | re.S)))
assert len(examples) > 200
# All of them with RUNG_DEPTH=all.
examples = examples[:: 1 if os.environ.get("RUNG_DEPTH") == "all" else 6]


def same_example(text: str) -> None:
    expected = printed("check", "--no-config", "--format", "json", "-", text=text.encode()).decode().strip()
    answer = rung.call(requests.request("check", input={"name": "<stdin>", "text": text})).decode()
    assert answer.startswith('{"version":1,"findings":' + expected), f"{text}\n{answer[:2000]}\n{expected[:2000]}"


with ThreadPoolExecutor(8) as pool:
    list(pool.map(same, specs))
    list(pool.map(same_example, examples))
print(f"{len(specs)} goldens and {len(examples)} examples: the same as the program")

# Every operation on every text, in threads with small stacks: an answer, never an end.
compiled = 0
for path in specs:
    text = pathlib.Path(path).read_text()
    files = requests.beside(path)
    result = rung.compile(text, name=path, files=files)
    assert (result.bodies is None) or result.report.ok
    if result.bodies is not None:
        compiled += 1
        shown = printed("compile", "--no-config", "--format", "json", path)
        assert not shown or json.loads(shown) == result.bodies, path
    for answer in (rung.plan(text, name=path, files=files), rung.matrix(text, name=path, files=files), rung.diff(text, text, files=files)):
        assert answer.report.document["version"] == 1
    assert "<table>" in rung.inspect(text, name=path, files=files)._repr_html_()
assert compiled > 10
for path in bodies:
    text = pathlib.Path(path).read_bytes()
    for provider in ("tenbyte", "mkio", "qencode", "livekit"):
        rung.check(text, name=path, as_request=provider)
        rung.import_bodies([(path, text)], provider)
        rung.convert([(path, text)], provider, "mkio" if provider != "mkio" else "tenbyte")
assert rung.explain("spec/unit-missing")["id"] == "spec/unit-missing"

made = rung.design("1920x1080@50", targets={"tenbyte"}, fps="25", rungs=3, max_bitrate="5M")
assert made.report.ok and made.spec and len(made.document["renditions"]) == 3 and rung.check(made.spec).ok
none = rung.design("1920x1080@50", fps="29", halve_low_rungs=False)
assert none.spec is None and none.document["obstacles"]

bad = "rung: 1\nname: x\nladder: {renditions: [{name: a, resolution: 1280x720, bitrate: 1500}]}\n"
finding = next(each for each in rung.check(bad, targets=["tenbyte"]).findings if each.id == "spec/unit-missing")
assert (finding.start.line, finding.severity) == (3, "error") and "spec/unit-missing" in str(finding)
assert "<table>" in rung.check(bad)._repr_html_() and not rung.check(b"\xff\xfe").ok and not rung.check(b"a: \xff").ok
assert rung.check("rung: 1\nextends: b.yaml\n", name="a/x.yaml", files={"a/b.yaml": "base: true\nname: n\n"}).findings[0].id != "spec/extends-unreadable"

try:
    rung.check("", as_request="x")
    raise AssertionError("no RungError")
except rung.RungError as error:
    assert "there is no provider `x`" in str(error)


# What is no text says so, and what to do.
for misuse in (None, 5, pathlib.Path("a.yaml"), ["a.yaml"], [("a.yaml", None)]):
    try:
        rung.check(misuse)
        raise SystemExit(f"{misuse!r} was taken for a text")
    except TypeError as error:
        assert "str or bytes" in str(error) and "read a file first" in str(error), error


# Whatever gives words or texts is taken; a text of a base may be bytes.
extending = "rung: 1\nextends: b.yaml\n"
base = "base: true\nname: n\n"
expected = rung.check(extending, targets=["mkio", "tenbyte"], files={"b.yaml": base})
for targets in ({"mkio", "tenbyte"}, ("mkio", "tenbyte"), (each for each in ("mkio", "tenbyte"))):
    for files in ({"b.yaml": base}, {"b.yaml": base.encode()}):
        assert rung.check(extending, targets=["mkio", "tenbyte"], files=files) == expected
    assert rung.check(extending, targets=targets, files={"b.yaml": base}) == expected
assert len({expected, rung.check(extending, targets=["mkio", "tenbyte"], files={"b.yaml": base})}) == 1
assert hash(rung.compile(bad)) and hash(rung.inspect(bad)) and hash(expected.findings)
assert "is not among `files`" in str(rung.check(extending).findings)


def refused(what: str, call: Callable[..., object], *arguments: object, **members: object) -> None:
    try:
        call(*arguments, **members)
    except (rung.RungError, TypeError) as error:
        assert what in str(error), error
    else:
        raise SystemExit(f"nothing says: {what}")


one = rung.part([("a.yaml", bad)])
refused("`inputs` is empty", rung.check, [])
refused("holds no text", rung.merge, [])
refused("holds no text", rung.merge, [rung.part([]), rung.part([])])
refused("is there twice", rung.merge, [one, rung.part([]), one])
assert rung.merge([rung.part([]), one, rung.part([])]) == rung.check([("a.yaml", bad)])
refused("files is a mapping", rung.check, bad, files=["b.yaml"])
refused("the text of b.yaml is str or bytes, not int", rung.check, bad, files={"b.yaml": 1})
refused("`targets` is not a list", rung.check, bad, targets="mkio")
refused("`check` has no member `target`; members: operation, input, inputs, targets, packs, files, as", rung._ask, "check", target=["mkio"], input=rung._input("a", bad))
refused("at most 96000000", rung.check, b"x" * 96_000_001)

# What JSON would make six times as long.
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
assert not rung.check(b"\0" * 50_000_000).ok
grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
assert grown < 500, f"{grown:.0f} MB for a text of 50 MB"


# Eight threads: the same answers, and memory that stays.
def resident() -> int:
    return int(pathlib.Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


calls = int(os.environ.get("RUNG_CALLS", "400"))
sent = list(requests.same().values())
expected = [rung.call(request) for request in sent]


def work(start: int, count: int) -> None:
    for index in range(start, start + count):
        assert rung.call(sent[index % len(sent)]) == expected[index % len(sent)], "another answer in another thread"


def round_of(count: int) -> None:
    with ThreadPoolExecutor(8) as pool:
        for future in [pool.submit(work, thread, count) for thread in range(8)]:
            future.result()


# A thousand.
round_of(125)
before = resident()
round_of(calls)
grown = resident() / before - 1
assert grown < 0.05, f"memory grew by {grown:.1%}"
print(f"8 threads, {calls} calls each: same answers, memory {grown:+.1%}")
