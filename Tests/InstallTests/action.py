"""Runs the steps of a composite action as GitHub does: `action.py ACTION REPOSITORY [INPUT=VALUE…]`. Ends as the job does.

Knows what action.yml uses: inputs and the `github` context in `env`, `run` steps in bash, GITHUB_PATH, GITHUB_STEP_SUMMARY.
"""

import os
import pathlib
import re
import subprocess
import sys

from ruamel.yaml import YAML

path, repository, *given = sys.argv[1:]
action = YAML(typ="safe").load(open(path))
inputs = {name: str(declared["default"]) for name, declared in action["inputs"].items()}
for pair in given:
    name, value = pair.split("=", 1)
    assert name in inputs, name
    inputs[name] = value
runner = pathlib.Path(repository + ".github").absolute()
runner.mkdir(exist_ok=True)
values = {f"inputs.{name}": value for name, value in inputs.items()}
values |= {"github.server_url": "https://github.example", "github.action_repository": "owner/rung"}
files = {"GITHUB_PATH": runner / "path", "GITHUB_STEP_SUMMARY": runner / "summary"}
failed = 0
for step in action["runs"]["steps"]:
    if "run" not in step or failed:
        continue
    assert step["shell"] == "bash" and "${{" not in step["run"], "an input would be read as shell"
    for file in files.values():
        file.touch()
    environment = {name: re.sub(r"\$\{\{ *(.*?) *\}\}", lambda found: values[found[1]], text) for name, text in step["env"].items()}
    added = files["GITHUB_PATH"].read_text().split("\n")[:-1]
    environment["PATH"] = ":".join([*reversed(added), os.environ["PATH"]])
    environment["RUNNER_TEMP"] = str(runner)
    process = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]], cwd=repository,
        env=os.environ | environment | {name: str(file) for name, file in files.items()})
    failed = process.returncode
for file in files.values():
    if file.name == "path":
        file.unlink(missing_ok=True)
sys.exit(failed)
