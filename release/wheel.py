"""Packs a static rung into a wheel: `wheel.py BINARY VERSION MACHINE LEVEL OUT`.

One wheel serves glibc and musl, because the program needs neither. The same input gives the same bytes: times are those of
SOURCE_DATE_EPOCH. The standard library is all that it needs.
"""

import base64
import hashlib
import os
import pathlib
import sys
import time
import zipfile

METADATA = """\
Metadata-Version: 2.1
Name: rung-cli
Version: {version}
Summary: Compiler and linter for live-streaming configurations (the program `rung`)
Keywords: live streaming,lint,hls,dash,rtmp,srt
Classifier: Environment :: Console
Classifier: Operating System :: POSIX :: Linux
Classifier: Topic :: Multimedia :: Video
Classifier: Topic :: Software Development :: Quality Assurance
Requires-Python: >=3.10
Description-Content-Type: text/markdown

# rung-cli

Rung checks a stream spec against the rules of each provider that it is meant for, and compiles it to the request bodies that the
provider's API takes. This package installs the program, which needs no other software:

    pipx install rung-cli
    rung init channel.yaml
    rung check channel.yaml

`python -m rung_cli` runs the same program.
"""


def main() -> None:
    binary, version, machine, level, out = sys.argv[1:]
    tags = [f"manylinux_2_17_{machine}", f"manylinux2014_{machine}", f"musllinux_1_1_{machine}"]
    info = f"rung_cli-{version}.dist-info"
    wheel = "Wheel-Version: 1.0\nGenerator: rung (release/wheel.py)\nRoot-Is-Purelib: false\n"
    wheel += "".join(f"Tag: py3-none-{tag}\n" for tag in tags)
    package = pathlib.Path(__file__).parent / "rung_cli"
    files = {f"rung_cli/{path.name}": (path.read_bytes(), 0o644) for path in sorted(package.glob("*.py"))}
    files[f"rung_cli-{version}.data/scripts/rung"] = (pathlib.Path(binary).read_bytes(), 0o755)
    files[f"{info}/METADATA"] = (METADATA.format(version=version).encode(), 0o644)
    files[f"{info}/WHEEL"] = (wheel.encode(), 0o644)
    files[f"{info}/NOTICE"] = ((package.parent / "NOTICE").read_bytes(), 0o644)
    record = "".join(f"{name},sha256={digest(data)},{len(data)}\n" for name, (data, _) in files.items())
    files[f"{info}/RECORD"] = (f"{record}{info}/RECORD,,\n".encode(), 0o644)

    # The format has no earlier day than 1980-01-01.
    moment = time.gmtime(max(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), 315532800))[:6]
    path = pathlib.Path(out) / f"rung_cli-{version}-py3-none-{'.'.join(tags)}.whl"
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
