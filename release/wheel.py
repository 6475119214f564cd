"""Packs what was built into a wheel: `wheel.py program|library FILE VERSION MACHINE LEVEL OUT`.

`program` makes rung-cli of the static program; one wheel serves glibc and musl, because the program needs neither. `library` makes
rung of librung.so, for the C library of this machine and later ones. The same input gives the same bytes: times are those of
SOURCE_DATE_EPOCH. The standard library is all that it needs.
"""

import base64
import hashlib
import json
import os
import pathlib
import sys
import time
import zipfile

import sbom

ROOT = pathlib.Path(__file__).parent.parent

METADATA = """\
Metadata-Version: 2.1
Name: {name}
Version: {version}
Summary: {summary}
Keywords: live streaming,lint,hls,dash,rtmp,srt
Classifier: Operating System :: POSIX :: Linux
Classifier: Topic :: Multimedia :: Video
Classifier: Topic :: Software Development :: Quality Assurance
Requires-Python: >=3.10
Description-Content-Type: text/markdown

# {name}

Rung checks a stream spec against the rules of each provider that it is meant for, and compiles it to the request bodies that the
provider's API takes. {usage}
"""

PROGRAM = """This package installs the program, which needs no other software:

    pipx install rung-cli
    rung init channel.yaml
    rung check channel.yaml

`python -m rung_cli` runs the same program."""

LIBRARY = """This package does it in the process of Python:

    import rung
    report = rung.check(text, targets=["mkio"])
    for finding in report.findings:
        print(finding)"""


def main() -> None:
    kind, file, version, machine, level, out = sys.argv[1:]
    built = pathlib.Path(file).read_bytes()
    if kind == "program":
        tags = [f"manylinux_2_17_{machine}", f"manylinux2014_{machine}", f"musllinux_1_1_{machine}"]
        metadata = {"name": "rung-cli", "summary": "Compiler and linter for live-streaming configurations (the program `rung`)", "usage": PROGRAM}
        package = ROOT / "release" / "rung_cli"
        files = {f"rung_cli-{version}.data/scripts/rung": (built, 0o755)}
    else:
        tags = [f"manylinux_{os.confstr('CS_GNU_LIBC_VERSION').split()[1].replace('.', '_')}_{machine}"]
        metadata = {"name": "rung", "summary": "Compiler and linter for live-streaming configurations, as a library", "usage": LIBRARY}
        package = ROOT / "python" / "rung"
        files = {"rung/librung.so": (built, 0o755)}
    files |= {f"{package.name}/{path.name}": (path.read_bytes(), 0o644) for path in sorted(package.iterdir()) if path.suffix in (".py", ".typed")}

    info = f"{package.name}-{version}.dist-info"
    wheel = "Wheel-Version: 1.0\nGenerator: rung (release/wheel.py)\nRoot-Is-Purelib: false\n"
    wheel += "".join(f"Tag: py3-none-{tag}\n" for tag in tags)
    files[f"{info}/METADATA"] = (METADATA.format(version=version, **metadata).encode(), 0o644)
    files[f"{info}/WHEEL"] = (wheel.encode(), 0o644)
    files[f"{info}/NOTICE"] = ((ROOT / "release" / "NOTICE").read_bytes(), 0o644)
    files[f"{info}/sboms/{package.name}.spdx.json"] = (json.dumps(sbom.document(kind, file, version), indent=1).encode(), 0o644)
    record = "".join(f"{name},sha256={digest(data)},{len(data)}\n" for name, (data, _) in files.items())
    files[f"{info}/RECORD"] = (f"{record}{info}/RECORD,,\n".encode(), 0o644)

    # The format has no earlier day than 1980-01-01.
    moment = time.gmtime(max(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), 315532800))[:6]
    path = pathlib.Path(out) / f"{package.name}-{version}-py3-none-{'.'.join(tags)}.whl"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, (data, mode) in files.items():
            entry = zipfile.ZipInfo(name, moment)
            entry.create_system = 3  # Unix: the attributes are a mode
            entry.external_attr = (0o100000 | mode) << 16
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED, int(level))
    print(path)


def digest(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()


if __name__ == "__main__":
    main()
