"""Judges documents by JSON Schema 2020-12, from outside.

Reads a manifest: {"schemas": {name: text}, "cases": [{"name", "schema", "format": "yaml" | "json", "text", "valid"}]}.
Prints one line for each case that is judged otherwise than the manifest says; ends with 1 when there are any.
"""

import json
import sys

try:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import SchemaError
    from ruamel.yaml import YAML
except ImportError as error:
    sys.exit(
        f"{error}: the judges are not installed in {sys.executable}. Install them with "
        "`apt-get install python3-jsonschema python3-ruamel.yaml`, or with `pip install jsonschema ruamel.yaml` "
        "into an environment whose python RUNG_PYTHON names."
    )


def documents(case):
    if case["format"] == "json":
        return [json.loads(case["text"])]
    # PyYAML reads YAML 1.1, where `no` is false; this reads 1.2, as Rung does.
    yaml = YAML(typ="safe", pure=True)
    # The core schema of 1.2 has no dates.
    yaml.constructor.add_constructor("tag:yaml.org,2002:timestamp", lambda loader, node: loader.construct_scalar(node))
    return [document for document in yaml.load_all(case["text"]) if document is not None]


def examples(schema, root, path):
    """Every example anywhere in a schema, with what its own schema says of it."""
    if isinstance(schema, dict):
        for example in schema.get("examples", []) if isinstance(schema.get("examples"), list) else []:
            for error in Draft202012Validator({**schema, "$defs": root.get("$defs", {})} if schema is not root else root).iter_errors(example):
                yield f"{path}: {error.message}"
        for key, value in schema.items():
            if key not in ("examples", "enum", "const"):
                yield from examples(value, root, f"{path}/{key}")
    elif isinstance(schema, list):
        for index, value in enumerate(schema):
            yield from examples(value, root, f"{path}/{index}")


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        manifest = json.load(file)
    wrong = 0
    validators = {}
    for name, text in manifest["schemas"].items():
        schema = json.loads(text)
        try:
            Draft202012Validator.check_schema(schema)
        except SchemaError as error:
            print(f"{name} is no JSON Schema: {error.message}")
            wrong += 1
        validators[name] = Draft202012Validator(schema)
        for error in examples(schema, schema, "#"):
            print(f"{name}: its own example at {error}")
            wrong += 1
    for case in manifest["cases"]:
        errors = []
        try:
            for document in documents(case):
                errors += validators[case["schema"]].iter_errors(document)
        except Exception as error:  # whatever a parser throws is an answer here
            print(f"{case['name']}: does not read: {error}")
            wrong += 1
            continue
        if case["valid"] and errors:
            for error in errors[:3]:
                print(f"{case['name']}: {case['schema']} refuses {error.json_path}: {error.message[:300]}")
            wrong += 1
        elif not case["valid"] and not errors:
            print(f"{case['name']}: {case['schema']} takes what Rung refuses")
            wrong += 1
    print(f"{len(manifest['cases'])} documents judged by {len(validators)} schemas")
    sys.exit(1 if wrong else 0)


main()
