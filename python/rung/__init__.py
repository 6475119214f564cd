"""Rung: check live-stream specs and compile them into request bodies, in this process.

    report = rung.check(text, targets=["mkio"])
    for finding in report.findings: print(finding)

Nothing is read from disk: what a spec extends is given as `files`. What is wrong with a text is a finding; `RungError` is raised
for calls that ask for nothing that there is, such as an unknown provider's request.
"""

from __future__ import annotations

import base64
import ctypes
import html
import json
import os
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Any, Literal

__all__ = [
    "Compilation", "Conversion", "Design", "Difference", "Finding", "Imported", "Inspection", "Matrix", "Plan", "Point", "Report", "RungError",
    "call", "check", "compile", "convert", "design", "diff", "explain", "import_bodies", "inspect", "matrix", "merge", "part", "plan", "version",
]

Text = str | bytes
"""A spec or a body; bytes need not be UTF-8."""


class RungError(ValueError):
    """A call that asks for nothing that there is."""


def _load() -> ctypes.CDLL:
    path = os.environ.get("RUNG_LIBRARY") or os.path.join(os.path.dirname(os.path.abspath(__file__)), "librung.so")
    library = ctypes.CDLL(path)
    library.rung_call.argtypes = [ctypes.c_char_p, ctypes.c_size_t, ctypes.POINTER(ctypes.c_size_t)]
    library.rung_call.restype = ctypes.c_void_p
    library.rung_free.argtypes = [ctypes.c_void_p]
    library.rung_free.restype = None
    library.rung_version.argtypes = []
    library.rung_version.restype = ctypes.c_char_p
    return library


_library = _load()


def version() -> str:
    """The version of Rung: `0.1.0`."""
    text: bytes = _library.rung_version()
    return text.decode()


def call(request: bytes) -> bytes:
    """Hands a request of docs/library-c.md on as it is. Other threads run meanwhile."""
    length = ctypes.c_size_t()
    response = _library.rung_call(request, len(request), ctypes.byref(length))
    try:
        return ctypes.string_at(response, length.value)
    finally:
        _library.rung_free(response)


@dataclass(frozen=True)
class Point:
    """A place in a text: `byte` from 0, `line` and `column` (in characters) from 1."""

    byte: int
    line: int
    column: int


@dataclass(frozen=True)
class Finding:
    """What was found, and what is allowed."""

    id: str
    severity: Literal["note", "warning", "error"]
    message: str
    file: str
    start: Point
    end: Point
    help: str | None
    provider: str | None
    document: Mapping[str, Any] = field(hash=False)
    """The whole finding as in `diagnostics.v1`: notes, fixes, citation."""

    def __str__(self) -> str:
        return f"{self.file}:{self.start.line}:{self.start.column}: {self.severity}[{self.id}]: {self.message}"


@dataclass(frozen=True)
class Report:
    """Findings, in the order of the texts and of the places in them."""

    findings: tuple[Finding, ...]
    document: Mapping[str, Any] = field(hash=False)
    """The document of `diagnostics.v1` that `rung check --format json` prints."""

    @property
    def ok(self) -> bool:
        """Whether there is no error."""
        return not self.errors

    @property
    def errors(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity == "error")

    @property
    def warnings(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity == "warning")

    def _repr_html_(self) -> str:
        if not self.findings:
            return "<p>nothing found</p>"
        head = ["severity", "rule", "place", "message", "help"]
        rows = [
            [f.severity, f.id, f"{f.file}:{f.start.line}:{f.start.column}", f.message, f.help or ""] for f in self.findings
        ]
        return _table(head, rows)


@dataclass(frozen=True)
class Compilation:
    """The bodies that `rung compile` prints, as values of Python; None while there are errors, or for a text without targets."""

    report: Report
    bodies: Any = field(hash=False)


@dataclass(frozen=True)
class Plan:
    """The document of `plan.v1`; None while there are errors."""

    report: Report
    document: Mapping[str, Any] | None = field(hash=False)


@dataclass(frozen=True)
class Matrix:
    """The document of `matrix.v1`."""

    report: Report
    document: Mapping[str, Any] = field(hash=False)


@dataclass(frozen=True)
class Imported:
    """The spec that was made of bodies, as YAML; None where they make none."""

    report: Report
    spec: str | None


@dataclass(frozen=True)
class Conversion:
    """The bodies for the other provider; None while a decision is open."""

    report: Report
    bodies: Any = field(hash=False)


@dataclass(frozen=True)
class Difference:
    """The document of `diff.v1`."""

    report: Report
    document: Mapping[str, Any] = field(hash=False)


@dataclass(frozen=True)
class Design:
    """The document of `design.v1`; the report is that of its spec."""

    report: Report
    document: Mapping[str, Any] = field(hash=False)

    @property
    def spec(self) -> str | None:
        """The spec as YAML; None where no ladder keeps every rule."""
        spec: str | None = self.document["spec"]
        return spec


@dataclass(frozen=True)
class Inspection:
    """The document of `inspection.v1`."""

    report: Report
    document: Mapping[str, Any] = field(hash=False)

    @property
    def renditions(self) -> Sequence[Mapping[str, Any]]:
        """The renditions of all streams, in bits per second, frames per second and seconds."""
        renditions: Sequence[Mapping[str, Any]] = self.document["renditions"]
        return renditions

    def _repr_html_(self) -> str:
        """A table, and the bitrates as bars."""
        largest = max((r["max_bitrate"] or r["bitrate"] or 0 for r in self.renditions), default=0) or 1
        rows, bars = [], []
        for index, rendition in enumerate(self.renditions):
            rate = rendition["bitrate"] or 0
            rows.append([str(rendition[key] or "") for key in ("name", "codec", "resolution", "fps")] + [f"{rate / 1000:.0f} kbps"])
            bars.append(
                f'<rect x="90" y="{index * 22 + 4}" height="14" width="{rate * 300 / largest:.1f}" fill="#3b6ea5"/>'
                f'<text x="84" y="{index * 22 + 15}" text-anchor="end" font-size="11">{html.escape(str(rendition["name"]))}</text>'
            )
        height = max(len(bars), 1) * 22
        plot = f'<svg xmlns="http://www.w3.org/2000/svg" width="400" height="{height}" role="img">{"".join(bars)}</svg>'
        return _table(["rendition", "codec", "resolution", "fps", "bitrate"], rows) + plot


def check(
    text: Text | Iterable[tuple[str, Text]], *, name: str = "<input>", targets: Iterable[str] | None = None,
    packs: Iterable[str] | None = None, files: Mapping[str, Text] | None = None, as_request: str | None = None,
) -> Report:
    """Judges every stream in a text, or in several given as (name, text): what two of them cannot both have is found as well.

    `targets` replaces those of the specs; `files` holds what `extends` names, by paths that are relative as `name` is;
    `as_request` says that the texts are bodies: `tenbyte` or `tenbyte.create`. Of no text at all there is no report but a `RungError`.
    """
    return _report(_ask("check", inputs=_inputs(text, name), targets=targets, packs=packs, files=files, **{"as": as_request}))


def part(
    texts: Iterable[tuple[str, Text]], *, targets: Iterable[str] | None = None, packs: Iterable[str] | None = None,
    files: Mapping[str, Text] | None = None,
) -> dict[str, Any]:
    """Judges a part of a fleet, for `merge`: plain data without the texts, to be pickled or sent as JSON.

    Takes what `check` takes, and none of the texts as well.
    """
    made: dict[str, Any] = _ask("part", inputs=_inputs(texts, ""), targets=targets, packs=packs, files=files)["result"]
    return made


def merge(parts: Iterable[Mapping[str, Any]]) -> Report:
    """Puts parts together, in their order: the report that one `check` of all their texts gives.

    What streams of different parts cannot both have is found here. All parts are of one version of Rung, each is given once, and one of
    them has a text.
    """
    return _report(_ask("merge", parts=list(parts)))


def compile(
    text: Text | Iterable[tuple[str, Text]], *, name: str = "<input>", targets: Iterable[str] | None = None,
    packs: Iterable[str] | None = None, files: Mapping[str, Text] | None = None, request: str | None = None,
) -> Compilation:
    """Makes the bodies of the requests; `request` selects those of one kind."""
    answer = _ask("compile", inputs=_inputs(text, name), targets=targets, packs=packs, files=files, request=request)
    return Compilation(_report(answer), answer["result"])


def plan(
    text: Text | Iterable[tuple[str, Text]], *, name: str = "<input>", targets: Iterable[str] | None = None,
    packs: Iterable[str] | None = None, files: Mapping[str, Text] | None = None, stream: str | None = None,
) -> Plan:
    """Makes the requests in their order; `stream` selects one by its name."""
    answer = _ask("plan", inputs=_inputs(text, name), targets=targets, packs=packs, files=files, stream=stream)
    return Plan(_report(answer), answer["result"])


def matrix(text: Text, *, name: str = "<input>", targets: Iterable[str] | None = None, files: Mapping[str, Text] | None = None) -> Matrix:
    """Shows what each provider makes of a spec."""
    answer = _ask("matrix", inputs=_inputs(text, name), targets=targets, files=files)
    return Matrix(_report(answer), answer["result"])


def import_bodies(
    bodies: Text | Iterable[tuple[str, Text]], source: str, *, targets: Iterable[str] | None = None, stream: str | None = None
) -> Imported:
    """Makes a spec of the bodies of a provider (`tenbyte` or `tenbyte.create`); `stream` names one that no body names."""
    answer = _ask("import", inputs=_inputs(bodies, "<body>.json"), targets=targets, **{"from": source, "name": stream})
    return Imported(_report(answer), answer["result"])


def convert(
    bodies: Text | Iterable[tuple[str, Text]], source: str, target: str, *, settings: str | None = None, stream: str | None = None
) -> Conversion:
    """Makes bodies for another provider; `settings` is YAML that decides what the bodies cannot."""
    answer = _ask("convert", inputs=_inputs(bodies, "<body>.json"), targets=[target], settings=settings, **{"from": source, "name": stream})
    return Conversion(_report(answer), answer["result"])


def diff(
    old: Text, new: Text, *, names: tuple[str, str] = ("<old>", "<new>"), targets: Iterable[str] | None = None,
    files: Mapping[str, Text] | None = None,
) -> Difference:
    """Compares two versions of a spec, or a spec with an answer of a provider."""
    answer = _ask("diff", old=_input(names[0], old), new=_input(names[1], new), targets=targets, files=files)
    return Difference(_report(answer), answer["result"])


def inspect(text: Text, *, name: str = "<input>", target: str | None = None, files: Mapping[str, Text] | None = None) -> Inspection:
    """The figures of every rendition."""
    answer = _ask("inspect", inputs=_inputs(text, name), targets=None if target is None else [target], files=files)
    return Inspection(_report(answer), answer["result"])


def design(
    source: str, *, targets: Iterable[str] | None = None, codec: str | None = None, content: str | None = None, max_bitrate: str | None = None,
    rungs: int | None = None, fps: str | None = None, halve_low_rungs: bool | None = None, encoding: str | None = None,
) -> Design:
    """Writes a spec for a source (`1920x1080@30`) whose ladder keeps every rule of its targets; the rest is as `rung ladder design` takes it."""
    answer = _ask(
        "design", source=source, targets=targets, codec=codec, content=content, max_bitrate=max_bitrate, rungs=rungs, fps=fps,
        halve_low_rungs=halve_low_rungs, encoding=encoding)
    return Design(_report(answer), answer["result"])


def explain(rule: str) -> Mapping[str, Any]:
    """What a rule checks and why, with examples: a member of `rules.v1`."""
    explained: Mapping[str, Any] = _ask("explain", rule=rule)["result"]["rules"][0]
    return explained


def _input(name: str, text: Text) -> dict[str, str]:
    """As base64: JSON would take six bytes for some of a text, and there are texts that are not Unicode."""
    if not isinstance(text, (str, bytes)):
        raise TypeError(f"the text of {name} is str or bytes, not {type(text).__name__}; read a file first")
    data = text.encode(errors="surrogatepass") if isinstance(text, str) else text
    if len(data) > _LIMIT:
        raise RungError(f"{name} has {len(data)} bytes; a text has at most {_LIMIT}")
    return {"name": name, "base64": base64.b64encode(data).decode()}


_LIMIT = 96_000_000
"""What leaves room in a request for the rest of it."""


def _inputs(text: Text | Iterable[tuple[str, Text]], name: str) -> list[dict[str, str]]:
    if isinstance(text, (str, bytes)):
        return [_input(name, text)]
    pairs = list(text) if isinstance(text, Iterable) else None
    if pairs is None or not all(isinstance(pair, tuple) and len(pair) == 2 for pair in pairs):
        raise TypeError(f"expected str or bytes, or pairs of a name and one of these, not {type(text).__name__}; read a file first")
    return [_input(each, content) for each, content in pairs]


def _ask(operation: str, **members: object) -> dict[str, Any]:
    request = {"operation": operation} | {key: _plain(key, value) for key, value in members.items() if value is not None}
    answer: dict[str, Any] = json.loads(call(json.dumps(request, ensure_ascii=False).encode(errors="surrogatepass")))
    if "error" in answer:
        raise RungError(answer["error"])
    return answer


def _plain(key: str, value: object) -> object:
    """A value as JSON has it: a list of whatever gives one word after another."""
    if key == "files":
        if not isinstance(value, Mapping):
            raise TypeError(f"files is a mapping of paths to texts, not {type(value).__name__}")
        return {path: {"base64": _input(path, text)["base64"]} for path, text in value.items()}
    if isinstance(value, (str, Mapping)) or not isinstance(value, Iterable):
        return value
    # A set has another order in every process.
    return sorted(value) if isinstance(value, Set) else list(value)


def _report(answer: Mapping[str, Any]) -> Report:
    document = answer["findings"]
    findings = tuple(
        Finding(
            id=each["id"], severity=each["severity"], message=each["message"], file=each["file"], start=Point(**each["span"]["start"]),
            end=Point(**each["span"]["end"]), help=each["help"], provider=each["provider"], document=each)
        for each in document["diagnostics"]
    )
    return Report(findings, document)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    def row(cells: Sequence[str], kind: str) -> str:
        return "<tr>" + "".join(f'<{kind} style="text-align:left">{html.escape(cell)}</{kind}>' for cell in cells) + "</tr>"

    return f'<table>{row(head, "th")}{"".join(row(cells, "td") for cells in rows)}</table>'
