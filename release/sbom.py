"""Writes what a file of a release consists of, in SPDX 2.3: `sbom.py program|library FILE VERSION`, on standard output.

`sbom.py check program|library SCRATCH` compares the table of SECURITY.md with what is installed, and with what Swift has fetched.
`sbom.py version PART` prints what the table states. The same input gives the same bytes: times are those of SOURCE_DATE_EPOCH.
"""

import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).parent.parent


def parts(kind: str = "") -> list[dict[str, str]]:
    text = (ROOT / "SECURITY.md").read_text()
    table = text.split("<!-- dependencies:")[1].split("<!-- /dependencies -->")[0].splitlines()[1:]
    names, _, *rows = [[cell.strip() for cell in line.strip("| ").split(" | ")] if "---" not in line else [] for line in table if line]
    return [row for row in (dict(zip(names, cells, strict=True)) for cells in rows) if kind in row["inside of"]]


def document(kind: str, file: str, version: str) -> dict[str, object]:
    digest = hashlib.sha256(pathlib.Path(file).read_bytes()).hexdigest()
    name = "rung" if kind == "program" else "librung"
    packages: list[dict[str, object]] = [{
        "SPDXID": "SPDXRef-rung", "name": name, "versionInfo": version, "downloadLocation": "NOASSERTION", "filesAnalyzed": False,
        "licenseConcluded": "NOASSERTION", "licenseDeclared": "NONE", "copyrightText": "NOASSERTION",
        "primaryPackagePurpose": "APPLICATION" if kind == "program" else "LIBRARY", "checksums": [{"algorithm": "SHA256", "checksumValue": digest}],
    }]
    links = [("SPDXRef-DOCUMENT", "DESCRIBES", "SPDXRef-rung")]
    for part in parts(kind):
        identifier = f"SPDXRef-{part['part']}"
        packages.append({
            "SPDXID": identifier, "name": part["part"], "versionInfo": part["version"], "downloadLocation": f"git+{part['from']}", "filesAnalyzed": False,
            "licenseConcluded": "NOASSERTION", "licenseDeclared": part["license"], "copyrightText": "NOASSERTION", "primaryPackagePurpose": "LIBRARY",
            "comment": part["why"],
        })
        links.append(("SPDXRef-rung", "STATIC_LINK", identifier))
    moment = time.gmtime(int(os.environ.get("SOURCE_DATE_EPOCH", "0")))
    return {
        "spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT", "name": f"{name}-{version}",
        "documentNamespace": f"https://spdx.org/spdxdocs/{name}-{version}-{digest}",
        "creationInfo": {"created": time.strftime("%Y-%m-%dT%H:%M:%SZ", moment), "creators": ["Tool: rung-release-sbom"]},
        "packages": packages,
        "relationships": [{"spdxElementId": one, "relationshipType": kind, "relatedSpdxElement": other} for one, kind, other in links],
    }


def installed(scratch: str) -> dict[str, str]:
    def printed(*command: str) -> str:
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    fetched = json.loads((pathlib.Path(scratch) / "workspace-state.json").read_text())["object"]["dependencies"]
    found = {each["packageRef"]["identity"]: str(each["state"]["checkoutState"].get("version")) for each in fetched}
    swift = re.search(r"Swift version (\S+)", printed("swiftc", "--version"))
    return found | {
        "Swift": swift[1] if swift else "", "libyaml": printed("pkg-config", "--modversion", "yaml-0.1").strip(),
        "jansson": printed("pkg-config", "--modversion", "jansson").strip(), "glibc": printed("getconf", "GNU_LIBC_VERSION").split()[1],
        "gcc": printed("gcc", "-dumpversion").strip(),
    }


def check(kind: str, scratch: str) -> str | None:
    found, stated = installed(scratch), {part["part"]: part["version"] for part in parts(kind)}
    # Only the program has what Swift fetches.
    differ = [f"{name} is {found.get(name, 'not there')}, SECURITY.md states {version}" for name, version in stated.items() if found.get(name) != version]
    if kind == "program":
        differ += [f"{name} is not in the table of SECURITY.md" for name in found.keys() - stated.keys()]
    return "; ".join(differ) or None


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["check", kind, scratch]:
            sys.exit(check(kind, scratch))
        case ["version", name]:
            print(next(part["version"] for part in parts() if part["part"] == name))
        case [("program" | "library") as kind, file, version]:
            print(json.dumps(document(kind, file, version), indent=1))
        case _:
            sys.exit(__doc__)
