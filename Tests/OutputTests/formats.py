"""Judges what `rung check` writes in its formats from outside, as their readers take it.

Takes a folder of sources, a folder of outputs (one file for each format, named by it), and the lowest severity in them. The JSON document
is the measure: its places are byte offsets, from which lines and columns of every other format are computed here anew. Prints one line for each fault; ends
with 1 when there are any.

What the readers demand is written down here in our own words, from:
  SARIF    the OASIS standard 2.1.0, and GitHub's "SARIF support for code scanning"
  hashes   github/codeql-action, src/fingerprints.ts, with its test data
  github   GitHub's "Workflow commands", and how actions/runner reads them
  gitlab   GitLab's "Code Quality report format"
  junit    Jenkins' junit-10.xsd
  rdjson   reviewdog's proto/rdf
"""

import collections
import gzip
import json
import os
import re
import sys
import urllib.parse
import xml.etree.ElementTree as ET

try:
    from jsonschema import Draft202012Validator
except ImportError as error:
    sys.exit(f"{error}: install it with `pip install jsonschema` into an environment whose python RUNG_PYTHON names.")

SOURCES, OUTPUTS, LEAST = sys.argv[1:4]
ORDER = ["note", "warning", "error"]
FAULTS = []


def fault(text):
    FAULTS.append(text)


# ---------------------------------------------------------------- hashes of lines


def line_hashes(text):
    """One for each line: a window of 100 UTF-16 units moves over the text, as the uploader does it."""
    coded = text.encode("utf-16-le", "surrogatepass")
    units = [coded[index] | coded[index + 1] << 8 for index in range(0, len(coded), 2)]
    size, mask = 100, (1 << 64) - 1
    first = pow(37, size, 1 << 64)
    window, lines = [0] * size, [-1] * size
    state = {"hash": 0, "index": 0, "line": 0, "start": True, "cr": False}
    seen, result = collections.Counter(), {}

    def put():
        value = format(state["hash"], "x")
        seen[value] += 1
        result[lines[state["index"]]] = f"{value}:{seen[value]}"
        lines[state["index"]] = -1

    def move(unit):
        old = window[state["index"]]
        window[state["index"]] = unit
        state["hash"] = (37 * state["hash"] + unit - first * old) & mask
        state["index"] = (state["index"] + 1) % size

    def take(unit):
        if unit in (0x20, 0x09) or (state["cr"] and unit == 0x0A):
            state["cr"] = False
            return
        state["cr"] = unit == 0x0D
        unit = 0x0A if unit == 0x0D else unit
        if lines[state["index"]] != -1:
            put()
        if state["start"]:
            state["start"] = False
            state["line"] += 1
            lines[state["index"]] = state["line"]
        if unit == 0x0A:
            state["start"] = True
        move(unit)

    for unit in units:
        take(unit)
    take(0xFFFF)
    for _ in range(size):
        if lines[state["index"]] != -1:
            put()
        move(0)
    return [result[number] for number in sorted(result)]


# What the uploader's own tests expect.
GREETINGS = ["e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1", "e20e36e16fcb0cc8:1", "b3edc88f2938467e:1", "c8e28b0b4002a3a0:1", "c129715d7a2bc9a3:1"]
PUBLISHED = [
    ("", ["c129715d7a2bc9a3:1"]),
    (" a\nb\n  \t\tc\n d", ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"]),
    (
        " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End",
        ["8b7cf3e952e7aeb2:1", "b1ae1287ec4718d9:1", "bff680108adb0fcc:1", "c6805c5e1288b612:1", "b86d3392aea1be30:1", "e6ceba753e1a442:1"],
    ),
    (" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n", GREETINGS),
    (" hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r", GREETINGS),
    (" hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n", GREETINGS),
    (" hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n", GREETINGS),
    (
        "Lorem ipsum dolor sit amet.\n" * 10,
        [f"a7f2ff13bc495cf2:{n}" for n in range(1, 7)]
        + ["a7f2ff1481e87703:1", "a9cf91f7bbf1862b:1", "55ec222b86bcae53:1", "cc97dc7b1d7d8f7b:1", "c129715d7a2bc9a3:1"],
    ),
    (
        "x = 2\nx = 1\nprint(x)\nx = 3\nprint(x)\nx = 4\nprint(x)\n",
        ["e54938cc54b302f1:1", "bb609acbe9138d60:1", "1131fd5871777f34:1", "5c482a0f8b35ea28:1", "54517377da7028d2:1", "2c644846cb18d53e:1", "f1b89f20de0d133:1", "c129715d7a2bc9a3:1"],
    ),
]
# src/testdata/testFile1.js and testFile2.js, and the lines of fingerprinting.expected.sarif.
FILES = [
    ("".join(f"var {name} = 0;\n" for name in ("a", "b", "c", "d")), 1, "5e4d5a9cf1294ad9:1"),
    ("".join(f"var {name} = 0;\n" for name in ("foo", "bar", "baz", "qux")), 2, "f7592a95a9381ac0:1"),
]
for text, expected in PUBLISHED:
    if line_hashes(text) != expected:
        fault(f"the port of the uploader's hash: {text!r}: {line_hashes(text)}")
for text, line, expected in FILES:
    if line_hashes(text)[line - 1] != expected:
        fault(f"the port of the uploader's hash: {text!r}: {line_hashes(text)[line - 1]}")


# ---------------------------------------------------------------- sources

CACHE = {}


class Source:
    def __init__(self, data):
        self.data = data
        self.text = data.decode("utf-8", "replace")
        # Where lines start: LF, CRLF and a lone CR end one.
        self.starts = [0] + [match.end() for match in re.finditer(rb"\r\n|\n|\r", data)]
        self._hashes = None

    def line(self, offset):
        low, high = 0, len(self.starts) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self.starts[middle] <= offset:
                low = middle
            else:
                high = middle - 1
        return low

    def place(self, offset):
        """(line, columns in UTF-16 units, columns in bytes), from 1."""
        line = self.line(offset)
        start = self.starts[line]
        mark = 3 if line == 0 and self.data.startswith(b"\xef\xbb\xbf") else 0
        part = self.data[start + mark : max(offset, start + mark)].decode("utf-8", "replace")
        return line + 1, len(part.encode("utf-16-le")) // 2 + 1, offset - start + 1

    def offset16(self, line, column):
        start = self.starts[line - 1] + (3 if line == 1 and self.data.startswith(b"\xef\xbb\xbf") else 0)
        rest = self.data[start:].decode("utf-8", "replace").encode("utf-16-le")
        return start + len(rest[: 2 * (column - 1)].decode("utf-16-le").encode())

    @property
    def hashes(self):
        if self._hashes is None:
            self._hashes = line_hashes(self.text)
        return self._hashes


def source(path):
    if path not in CACHE:
        full = os.path.join(SOURCES, path)
        CACHE[path] = Source(open(full, "rb").read()) if os.path.isfile(full) else None
    return CACHE[path]


def read(name):
    path = os.path.join(OUTPUTS, name)
    if not os.path.exists(path):
        return None
    data = open(path, "rb").read()
    for byte in data:
        if byte < 0x20 and byte != 0x0A:
            fault(f"{name}: a control character {byte:#x}")
            break
    if data and not data.endswith(b"\n"):
        fault(f"{name}: its last line has no end")
    return data.decode("utf-8")


def edited(data, edits):
    for lower, upper, text in sorted(edits, reverse=True):
        data = data[:lower] + text.encode() + data[upper:]
    return data


# ---------------------------------------------------------------- the measure

MEASURE = json.loads(read("json"))
FOUND = [found for found in MEASURE["diagnostics"] if ORDER.index(found["severity"]) >= ORDER.index(LEAST)]
HERE = [found for found in FOUND if source(found["file"])]
PRESETS = len(FOUND) - len(HERE)


def expected(columns):
    result = collections.Counter()
    for found in HERE:
        at = source(found["file"]).place(found["span"]["start"]["byte"])
        column = {"none": None, "characters": found["span"]["start"]["column"], "utf16": at[1], "bytes": at[2]}[columns]
        result[(found["file"], found["span"]["start"]["line"] if columns == "characters" else at[0], column, found["id"], found["severity"])] += 1
    return result


def compare(name, given, columns, left_out=0):
    """Every finding at its place; those of presets at a place in some source. `left_out` may be missing."""
    wanted = expected(columns)
    missing = wanted - given
    extra = given - wanted
    if sum(missing.values()) > left_out:
        fault(f"{name}: {sum(missing.values())} findings missing, {left_out} said to be left out, such as {list(missing)[:2]}")
    if sum(extra.values()) > PRESETS:
        fault(f"{name}: {sum(extra.values())} findings elsewhere, {PRESETS} are of presets, such as {list(extra)[:2]}")
    for place in extra:
        if source(place[0]) is None or not 1 <= place[1] <= len(source(place[0]).starts):
            fault(f"{name}: no such place {place}")
    if sum(given.values()) + left_out != len(FOUND):
        fault(f"{name}: {sum(given.values())} findings and {left_out} left out; JSON has {len(FOUND)}")


def valid(name, document, schema):
    for error in list(Draft202012Validator(schema).iter_errors(document))[:5]:
        fault(f"{name}: {error.json_path}: {error.message[:200]}")


def closed(required, optional=None):
    properties = {**required, **(optional or {})}
    return {"type": "object", "properties": properties, "required": list(required), "additionalProperties": False}


TEXT = {"type": "string", "minLength": 1}
COUNT = {"type": "integer", "minimum": 1}
MESSAGE = closed({"text": TEXT})
SHORT = closed({"text": {"type": "string", "minLength": 1, "maxLength": 1024}})
ARTIFACT = closed({"uri": {"type": "string", "pattern": "^(?![a-z]+:|/)(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+$"}})
REGION = closed({"startLine": COUNT, "startColumn": COUNT, "endLine": COUNT, "endColumn": COUNT})
PHYSICAL = closed({"artifactLocation": ARTIFACT, "region": REGION})
LOCATION = closed({"physicalLocation": PHYSICAL}, {"message": MESSAGE})
FIX = closed(
    {
        "description": MESSAGE,
        "artifactChanges": {
            "type": "array",
            "minItems": 1,
            "items": closed(
                {
                    "artifactLocation": ARTIFACT,
                    "replacements": {
                        "type": "array",
                        "minItems": 1,
                        "items": closed({"deletedRegion": REGION, "insertedContent": closed({"text": {"type": "string"}})}),
                    },
                }
            ),
        },
    }
)
RULE = closed(
    {
        "id": TEXT,
        "name": {"type": "string", "maxLength": 255},
        "shortDescription": SHORT,
        "fullDescription": SHORT,
        "defaultConfiguration": closed({"level": {"enum": ORDER}}),
        "help": SHORT,
        "properties": closed(
            {
                "precision": {"enum": ["very-high", "high", "medium", "low"]},
                "problem.severity": {"enum": ["error", "warning", "recommendation"]},
                "tags": {"type": "array", "items": TEXT, "maxItems": 10, "uniqueItems": True},
            }
        ),
    },
    {"helpUri": {"type": "string", "pattern": "^https?://"}},
)
RESULT = closed(
    {
        "ruleId": TEXT,
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": {"enum": ORDER},
        "message": MESSAGE,
        "locations": {"type": "array", "items": LOCATION, "minItems": 1, "maxItems": 1},
        "partialFingerprints": closed({"primaryLocationLineHash": {"type": "string", "pattern": "^[0-9a-f]{1,16}:[1-9][0-9]*$"}}),
    },
    {
        "relatedLocations": {"type": "array", "items": LOCATION, "maxItems": 1000},
        "fixes": {"type": "array", "items": FIX, "minItems": 1},
        "suppressions": {
            "type": "array",
            "minItems": 1,
            "items": closed({"kind": {"enum": ["inSource", "external"]}, "status": {"enum": ["accepted", "underReview", "rejected"]}}, {"justification": TEXT, "location": LOCATION}),
        },
    },
)
NOTIFICATION = closed(
    {"level": {"enum": ORDER}, "message": MESSAGE},
    {"locations": {"type": "array", "items": closed({"physicalLocation": closed({"artifactLocation": ARTIFACT})})}},
)
SARIF = closed(
    {
        "$schema": {"type": "string", "pattern": "sarif-2.1.0.json$"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "maxItems": 1,
            "items": closed(
                {
                    "tool": closed(
                        {
                            "driver": closed(
                                {
                                    "name": {"const": "rung"},
                                    "version": TEXT,
                                    "semanticVersion": {"type": "string", "pattern": r"^\d+\.\d+\.\d+"},
                                    "rules": {"type": "array", "items": RULE, "uniqueItems": True, "maxItems": 25000},
                                }
                            )
                        }
                    ),
                    "invocations": {
                        "type": "array",
                        "minItems": 1,
                        "items": closed({"executionSuccessful": {"type": "boolean"}}, {"toolExecutionNotifications": {"type": "array", "items": NOTIFICATION}}),
                    },
                    "columnKind": {"const": "utf16CodeUnits"},
                    "newlineSequences": {"const": ["\r\n", "\n", "\r"]},
                    "results": {"type": "array", "items": RESULT, "maxItems": 25000},
                }
            ),
        },
    }
)


def remarks(name):
    """What the program said to have left out of a format."""
    path = os.path.join(OUTPUTS, "stderr")
    said = open(path, encoding="utf-8").read() if os.path.exists(path) else ""
    return sum(int(match) for match in re.findall(rf"^{name}: (\d+)(?: of \d+)? findings? (?:left out|without)", said, re.MULTILINE))


def judge_sarif(text):
    document = json.loads(text)
    valid("sarif", document, SARIF)
    if len(gzip.compress(text.encode())) > 10_000_000:
        fault("sarif: more than 10 MB by gzip")
    run = document["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    if run["invocations"][0]["executionSuccessful"] != (not MEASURE["unreadable"]):
        fault("sarif: executionSuccessful")
    if len(run["invocations"][0].get("toolExecutionNotifications", [])) != len(MEASURE["unreadable"]):
        fault("sarif: a notification for each file that could not be read")
    given = collections.Counter()
    fixes = collections.Counter()
    for result in run["results"]:
        if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
            fault(f"sarif: ruleIndex of {result['ruleId']}")
        place = result["locations"][0]["physicalLocation"]
        path = urllib.parse.unquote(place["artifactLocation"]["uri"], errors="strict")
        region = place["region"]
        if (region["endLine"], region["endColumn"]) < (region["startLine"], region["startColumn"]):
            fault(f"sarif: a region that ends before it starts: {region}")
        held = source(path)
        if held is None:
            fault(f"sarif: no file {path}")
            continue
        if held.hashes[region["startLine"] - 1] != result["partialFingerprints"]["primaryLocationLineHash"]:
            fault(f"sarif: {path}:{region['startLine']}: the uploader computes {held.hashes[region['startLine'] - 1]}")
        if "suppressions" not in result:
            given[(path, region["startLine"], region["startColumn"], result["ruleId"], result["level"])] += 1
        for fix in result.get("fixes", []) if "suppressions" not in result else []:
            change = fix["artifactChanges"][0]
            name = urllib.parse.unquote(change["artifactLocation"]["uri"])
            edits = []
            for one in change["replacements"]:
                deleted = one["deletedRegion"]
                edits.append(
                    (
                        source(name).offset16(deleted["startLine"], deleted["startColumn"]),
                        source(name).offset16(deleted["endLine"], deleted["endColumn"]),
                        one["insertedContent"]["text"],
                    )
                )
            fixes[(result["ruleId"], name, edited(source(name).data, edits))] += 1
    left = remarks("sarif")
    compare("sarif", given, "utf16", left)
    if not left:
        compare_fixes("sarif", fixes)


def compare_fixes(name, given):
    wanted = collections.Counter()
    for found in FOUND:
        for fix in found["fixes"]:
            file = fix["edits"][0]["file"]
            edits = [(edit["span"]["start"]["byte"], edit["span"]["end"]["byte"], edit["replacement"]) for edit in fix["edits"]]
            if source(file) and all(edit["file"] == file for edit in fix["edits"]) and (name == "sarif" or file == found["file"]):
                wanted[(found["id"], file, edited(source(file).data, edits))] += 1
    for key in list((wanted - given) + (given - wanted))[:3]:
        fault(f"{name}: a fix of {key[0]} in {key[1]} that JSON has otherwise")


def judge_github(text):
    lines = text.split("\n")[:-1]
    given, kinds, left = collections.Counter(), [], 0
    for line in lines:
        match = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line)
        if not match:
            fault(f"github: no command: {line}")
            continue
        kinds.append(match[1])
        properties = {}
        for pair in match[2].split(","):
            key, _, value = pair.partition("=")
            for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
                value = value.replace(code, sign)
            properties[key] = value
        if set(properties) - {"file", "line", "endLine", "col", "endColumn", "title"}:
            fault(f"github: properties {properties}")
        if properties.get("title") == "rung":
            left += sum(int(number) for number in re.findall(r"(\d+) (?:error|warning|note)", match[3]))
            continue
        if properties.get("title") == "unreadable":
            continue
        if "col" in properties and properties["line"] != properties["endLine"]:
            fault(f"github: columns of several lines: {line}")
        severity = {"notice": "note"}.get(match[1], match[1])
        if "file" not in properties and re.match(r".+:\d+:\d+: ", match[3]):
            # A name that cannot be written there is in the message.
            left += 1
            continue
        given[(properties["file"], int(properties["line"]), None, properties["title"], severity)] += 1
    for kind in set(kinds):
        if kinds.count(kind) > 10:
            fault(f"github: {kinds.count(kind)} of {kind}")
    if kinds != sorted(kinds, key=["error", "warning", "notice"].index):
        fault("github: errors are not first")
    compare("github", given, "none", left)


def judge_gitlab(text):
    document = json.loads(text)
    item = closed(
        {
            "description": TEXT,
            "check_name": TEXT,
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": closed({"path": {"type": "string", "pattern": "^(?!/|\\./|\\.\\./)."}, "lines": closed({"begin": COUNT})}),
        }
    )
    valid("gitlab", document, {"type": "array", "items": item})
    if len({entry["fingerprint"] for entry in document}) != len(document):
        fault("gitlab: a fingerprint of two findings")
    severities = {"info": "note", "minor": "warning", "major": "error"}
    given = collections.Counter(
        (entry["location"]["path"], entry["location"]["lines"]["begin"], None, entry["check_name"], severities[entry["severity"]])
        for entry in document
        if entry["check_name"] != "unreadable"
    )
    compare("gitlab", given, "none")


def judge_junit(text):
    root = ET.fromstring(text)
    allowed = {
        "testsuites": ({"name", "time", "tests", "failures", "errors"}, {"testsuite"}),
        "testsuite": ({"name", "tests", "failures", "errors", "skipped", "time"}, {"testcase"}),
        "testcase": ({"name", "classname", "time"}, {"failure", "error", "skipped", "system-out", "system-err"}),
        "failure": ({"type", "message"}, set()),
        "error": ({"type", "message"}, set()),
        "skipped": ({"type", "message"}, set()),
        "system-out": (set(), set()),
    }
    for element in root.iter():
        attributes, children = allowed[element.tag]
        if set(element.attrib) - attributes or {child.tag for child in element} - children:
            fault(f"junit: {element.tag} {element.attrib} {[child.tag for child in element]}")
    cases = root.findall("testsuite/testcase")
    for element in [root, *root.findall("testsuite")]:
        counts = (len(cases), len(root.findall(".//failure")), len(root.findall(".//error")))
        if tuple(int(element.attrib[name]) for name in ("tests", "failures", "errors")) != counts:
            fault(f"junit: counts of {element.tag}")
    names = collections.Counter((case.attrib["classname"], case.attrib["name"]) for case in cases)
    if max(names.values(), default=1) > 1:
        fault(f"junit: a name of two tests: {names.most_common(1)}")
    given = collections.Counter()
    for case in cases:
        for child in case:
            # A path may hold anything; the place is behind the last of it.
            match = re.match(r"(?s)(.*?):(\d+):(\d+): (error|warning|note)\[([^\]]*)\]: ", child.text or "")
            if child.tag != "error":
                given[(case.attrib["classname"], int(match[2]), int(match[3]), match[5], match[4])] += 1
    compare("junit", given, "characters")
    clean = {case.attrib["classname"] for case in cases if len(case) == 0}
    if clean & {place[0] for place in given}:
        fault("junit: a file with findings that passes")


def judge_checkstyle(text):
    root = ET.fromstring(text)
    if root.tag != "checkstyle" or "version" not in root.attrib:
        fault("checkstyle: its root")
    names = [file.attrib["name"] for file in root]
    if len(set(names)) != len(names):
        fault("checkstyle: a file twice")
    given = collections.Counter()
    for file in root:
        for error in file:
            if set(error.attrib) - {"line", "column", "severity", "message", "source"} or error.attrib["severity"] not in ("error", "warning", "info"):
                fault(f"checkstyle: {error.attrib}")
            if error.attrib["source"] != "rung.unreadable":
                severity = error.attrib["severity"].replace("info", "note")
                given[(file.attrib["name"], int(error.attrib["line"]), int(error.attrib["column"]), error.attrib["source"].removeprefix("rung."), severity)] += 1
    compare("checkstyle", given, "characters")


def judge_rdjson(text):
    document = json.loads(text)
    position = closed({"line": COUNT, "column": COUNT})
    spot = closed({"start": position, "end": position})
    location = closed({"path": TEXT}, {"range": spot})
    item = closed(
        {"message": TEXT, "location": location, "severity": {"enum": ["ERROR", "WARNING", "INFO"]}},
        {
            "code": closed({"value": TEXT}, {"url": {"type": "string", "pattern": "^https?://"}}),
            "suggestions": {"type": "array", "items": closed({"range": spot, "text": {"type": "string"}})},
            "relatedLocations": {"type": "array", "items": closed({"message": TEXT, "location": location})},
        },
    )
    valid("rdjson", document, closed({"source": closed({"name": TEXT}), "diagnostics": {"type": "array", "items": item}}))
    given, fixes = collections.Counter(), collections.Counter()
    for entry in document["diagnostics"]:
        if "code" not in entry:
            continue
        path, start = entry["location"]["path"], entry["location"]["range"]["start"]
        severity = {"ERROR": "error", "WARNING": "warning", "INFO": "note"}[entry["severity"]]
        given[(path, start["line"], start["column"], entry["code"]["value"], severity)] += 1
        for suggestion in entry.get("suggestions", []):
            # As reviewdog does it: what is before and behind the range in its lines stays.
            held = source(path)
            (low, high) = (held.starts[suggestion["range"][end]["line"] - 1] + suggestion["range"][end]["column"] - 1 for end in ("start", "end"))
            fixes[(entry["code"]["value"], path, edited(held.data, [(low, high, suggestion["text"])]))] += 1
    compare("rdjson", given, "bytes")
    compare_fixes("rdjson", fixes)


def judge_jsonl(text):
    lines = [json.loads(line) for line in text.split("\n")[:-1]]
    if lines[:-1] != MEASURE["diagnostics"]:
        fault("jsonl: other findings than in JSON")
    if lines[-1] != {key: MEASURE[key] for key in ("version", "unreadable", "summary")}:
        fault(f"jsonl: its last line is {lines[-1]}")


def judge_concise(text):
    given = collections.Counter()
    for line in text.split("\n")[:-1]:
        match = re.match(r"(.*?):(\d+):(\d+): (error|warning|note)\[([^\]]*)\]: (.+)$", line)
        if not match:
            fault(f"concise: {line}")
            continue
        given[(match[1], int(match[2]), int(match[3]), match[5], match[4])] += 1
    if any("\n" in found["file"] or "\\" in found["file"] for found in FOUND):
        if sum(given.values()) != len(FOUND):
            fault("concise: a line for each finding")
    else:
        compare("concise", given, "characters")


def judge_markdown(text):
    if len(text.encode()) > 1 << 20:
        fault("markdown: larger than a job page takes")
    rows = [line for line in text.split("\n") if re.match(r"\| (error|warning|note) \|", line)]
    said = re.search(r"^(\d+) more findings? (?:is|are) not listed", text, re.MULTILINE)
    left = int(said[1]) if said else 0
    if left != remarks("markdown"):
        fault(f"markdown: {left} left out, and {remarks('markdown')} are said to be")
    if len(rows) + left != len(FOUND):
        fault(f"markdown: {len(rows)} findings and {left} left out of {len(FOUND)}")


for name, judge in list(globals().items()):
    if name.startswith("judge_"):
        text = read(name.removeprefix("judge_"))
        if text is not None:
            try:
                judge(text)
            except Exception as error:  # whatever a parser throws is an answer here
                fault(f"{name}: {type(error).__name__} {error}")

for line in FAULTS[:40]:
    print(line)
print(f"{len(FOUND)} findings, {PRESETS} of them in presets, in {len(os.listdir(OUTPUTS))} files")
sys.exit(1 if FAULTS else 0)
