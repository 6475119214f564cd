"""Requests to the library that nobody means to send, and those of the goldens: `requests.py ROOT FOLDER EVERY` writes them for calls.c.

FOLDER/refused has what is no request, FOLDER/answered hostile texts in requests that are, FOLDER/same the goldens. Of the hostile
texts, each is in one of EVERY operations.
"""

import base64
import json
import os
import pathlib
import sys

PROVIDERS = ("tenbyte", "mkio", "qencode", "livekit")


def request(operation: str, **members: object) -> bytes:
    return json.dumps({"operation": operation, **members}).encode()


def refused() -> dict[str, bytes]:
    return {
        "empty": b"", "nul": b"\0", "nuls": b"\0" * 100_000, "null": b"null", "list": b"[]", "open": b"{", "utf-16": b"\xff\xfe{}",
        "utf-8": b'{"operation":"check","input":{"text":"\xff"}}', "surrogate": b'{"operation":"check","input":{"text":"\\ud800"}}',
        "text": b"operation: check", "number": b"1e999999", "digits": b"9" * 1_000_000, "trailing": b'{"operation":"explain","rule":"x"} {}',
        "no-operation": b"{}", "no-input": b'{"operation":"check"}', "nul-operation": b'{"operation":"check\\u0000"}',
        "number-operation": b'{"operation":7}', "unknown-operation": request("chek", input={"text": ""}), "long-operation": request("x" * 1_000_000),
        "twice": b'{"operation":"check","operation":"check","input":{"text":""}}', "number-input": request("check", input=7),
        "number-text": request("check", input={"text": 7}), "number-name": request("check", input={"text": "", "name": 7}),
        "base64": request("check", input={"base64": "a"}), "base64-padding": request("check", input={"base64": "===="}),
        "base64-middle": request("check", input={"base64": "YQ==YQ=="}), "object-inputs": request("check", inputs={}),
        "text-targets": request("check", input={"text": ""}, targets="mkio"), "pack": request("check", input={"text": ""}, packs=["x"]),
        "as": request("check", input={"text": ""}, **{"as": "x"}), "files": request("check", input={"text": ""}, files=[]),
        "number-file": request("check", input={"text": ""}, files={"a": 1}), "no-target": b'{"operation":"convert","input":{"text":""},"from":"mkio"}',
        "no-new": request("diff", old={"text": ""}), "rule": request("explain", rule="x"), "no-from": request("import", input={"text": ""}),
        "no-inputs": request("check", inputs=[]), "no-parts": request("merge", parts=[]), "empty-parts": request("merge", parts=[{"made_by": "", "asked": "", "texts": []}]),
        "unknown-member": request("check", input={"text": ""}, target=["mkio"]), "member-of-another": request("matrix", input={"text": ""}, packs=["apple-hls"]),
        "unknown-member-of-input": request("check", input={"text": "", "nmae": "a"}), "text-and-base64": request("check", input={"text": "", "base64": ""}),
        "input-and-inputs": request("check", input={"text": ""}, inputs=[]), "targets-of-bodies": request("check", input={"text": ""}, targets=["mkio"], **{"as": "mkio"}),
        "name-of-file": request("check", input={"text": ""}, files={"a": {"name": "a", "text": ""}}),
        "no-source": request("design"), "source": request("design", source="x"), "number-fps": request("design", source="1920x1080@30", fps=25),
        "text-rungs": request("design", source="1920x1080@30", rungs="3"), "codec": request("design", source="1920x1080@30", codec="x"),
        "flag": request("design", source="1920x1080@30", halve_low_rungs=1), "paths": request("check", paths=["/etc/passwd"]),
        "two-inputs": request("inspect", inputs=[{"text": ""}, {"text": ""}]),
        "deep": b"[" * 1_000_000, "deep-objects": b'{"a":' * 1_000_000, "deep-member": b'{"operation":"check","input":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        "100-mb": b"x" * 100_000_000, "100-mb-deep": b"[" * 100_000_000,
    }


def hostile() -> dict[str, bytes]:
    """Texts that a caller hands on from somebody else."""
    head = b"rung: 1\nname: x\n"
    ladder = head + b"ladder: {renditions: [{name: a, resolution: 1280x720, bitrate: 3000k}]}\n"
    return {
        "empty": b"", "nul": b"\0", "nul-inside": b"a\0b: 1", "utf-8": b"name: \xff\xfe", "utf-16": "rung: 1\n".encode("utf-16"),
        "lists": b"[" * 1_000_000, "closed-lists": b"[" * 10_000 + b"]" * 10_000, "objects": b'{"a":' * 100_000, "dashes": b"- " * 10_000,
        "questions": b"? " * 10_000, "aliases": b"&a [" + b"*a," * 1000,
        "laughs": b"a: &a [x,x,x,x]\n" + b"".join(b"%c: &%c [*%c, *%c]\n" % (98 + i, 98 + i, 97 + i, 97 + i) for i in range(20)),
        "long": head + b"description: " + b"x" * 1_000_000, "indented": b"".join(b" " * i + b"a:\n" for i in range(1_000)),
        "digits": head + b"ladder: {renditions: [{name: a, resolution: 1280x720, fps: " + b"9" * 1_000_000 + b", bitrate: " + b"9" * 1_000_000 + b"k}]}\n",
        "exponent": head + b"fps: 1e999999999\nladder: {gop: 1e-999999999s, renditions: [{name: a, resolution: 99999999999999999999x1, bitrate: 1e400M}]}\n",
        "negative": head + b"ladder: {renditions: [{name: a, resolution: -1x-1, fps: -0, bitrate: -9223372036854775808}]}\n",
        "integers": ladder.replace(b"3000k", b"9223372036854775807k").replace(b"1280x720", b"4294967295x4294967295"),
        "renditions": head + b"ladder: {renditions: [" + b",".join(b"{name: r%d, resolution: 1280x720, bitrate: 3000k}" % i for i in range(2_000)) + b"]}\n",
        "keys": head + b"".join(b"k%d: 1\n" % i for i in range(20_000)), "same-keys": head + b"name: x\n" * 2_000,
        "documents": b"---\n" + b"rung: 1\n---\n" * 1_000, "targets": head + b"targets: [" + b"mkio," * 2_000 + b"]\n",
        "itself": b"rung: 1\nextends: itself.yaml\n", "circle": b"rung: 1\nextends: circle-1.yaml\n", "chain": b"rung: 1\nextends: chain-0.yaml\n",
        "outside": b"rung: 1\nextends: ../../../../etc/passwd\n", "wide": b"rung: 1\nextends: [" + b"chain-999.yaml," * 1_000 + b"]\n",
    }


def bases() -> dict[str, str]:
    files = {f"circle-{i}.yaml": f"rung: 1\nbase: true\nextends: circle-{(i + 1) % 3}.yaml\n" for i in range(3)}
    files |= {f"chain-{i}.yaml": f"rung: 1\nbase: true\nextends: chain-{i + 1}.yaml\n" for i in range(999)}
    return files | {"itself.yaml": "rung: 1\nextends: itself.yaml\n", "chain-999.yaml": "rung: 1\nbase: true\nname: x\n"}


def answered(every: int = 1) -> dict[str, bytes]:
    requests = {"100-mb": request("check", input={"text": "a" * 100_000_000})}
    for place, (name, text) in enumerate(hostile().items()):
        input = {"name": f"{name}.yaml", "base64": base64.b64encode(text).decode()}
        more = {"files": bases()} if b"extends" in text else {}
        asked = [(operation, request(operation, input=input, **more)) for operation in ("check", "compile", "plan", "matrix", "inspect")]
        asked.append(("diff", request("diff", old=input, new=input, **more)))
        for provider in PROVIDERS:
            other = "mkio" if provider != "mkio" else "tenbyte"
            asked.append((f"import-{provider}", request("import", input=input, **{"from": provider})))
            asked.append((f"convert-{provider}", request("convert", input=input, targets=[other], **{"from": provider})))
            asked.append((f"as-{provider}", request("check", input=input, **{"as": provider})))
        # Another operation for each text.
        requests |= {f"{name}-{operation}": text for operation, text in asked[place % every :: every]}
    return requests


def beside(path: str) -> dict[str, str]:
    """What a golden may extend."""
    return {str(other): other.read_text() for other in pathlib.Path(path).parent.rglob("*.yaml") if str(other) != path}


def goldens() -> list[str]:
    return sorted(str(path) for path in pathlib.Path("Tests/Golden").rglob("spec.yaml"))


def same() -> dict[str, bytes]:
    return {
        f"{operation}-{path.replace('/', '-')}": request(operation, input={"name": path, "text": pathlib.Path(path).read_text()}, files=beside(path))
        for path in goldens() for operation in ("check", "compile", "plan")
    }


if __name__ == "__main__":
    root, folder, every = sys.argv[1:]
    out = pathlib.Path(folder).absolute()
    os.chdir(root)
    for part, texts in (("refused", refused()), ("answered", answered(int(every))), ("same", same())):
        (out / part).mkdir(parents=True)
        for name, text in texts.items():
            (out / part / name).write_bytes(text)
