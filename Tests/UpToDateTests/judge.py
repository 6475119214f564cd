"""Judges documents by JSON Schema, from outside: each schema in the draft that it names.

Reads a manifest: {"schemas": {name: text}, "cases": [{"name", "schema", "format": "yaml" | "json", "text", "valid"}]}, with null
for "valid" where nobody says. A schema NAME.draft-07 has to judge every document as NAME does. Prints one line for each case that is judged otherwise than the manifest says; ends with 1 when there are any.
"""

import json
import sys

try:
    from jsonschema.exceptions import SchemaError
    from jsonschema.validators import validator_for
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
            shared = {key: root[key] for key in ("$schema", "$defs", "definitions") if key in root}
            for error in validator_for(root)({**schema, **shared} if schema is not root else root).iter_errors(example):
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
            validator_for(schema).check_schema(schema)
        except SchemaError as error:
            print(f"{name} is no JSON Schema: {error.message}")
            wrong += 1
        if not schema["$id"].endswith(f"{name}.schema.json"):
            print(f"{name}: its $id is {schema['$id']}")
            wrong += 1
        validators[name] = validator_for(schema)(schema)
        for error in examples(schema, schema, "#"):
            print(f"{name}: its own example at {error}")
            wrong += 1
    for case in manifest["cases"]:
        errors = []
        twin = validators.get(case["schema"] + ".draft-07")
        try:
            for document in documents(case):
                found = list(validators[case["schema"]].iter_errors(document))
                errors += found
                # The same faults at the same places.
                if twin and {(e.json_path, e.message) for e in twin.iter_errors(document)} != {(e.json_path, e.message) for e in found}:
                    print(f"{case['name']}: the drafts judge otherwise")
                    wrong += 1
        except Exception as error:  # whatever a parser throws is an answer here
            if case["valid"] is None:
                continue
            print(f"{case['name']}: does not read: {error}")
            wrong += 1
            continue
        if case["valid"] and errors:
            for error in errors[:3]:
                print(f"{case['name']}: {case['schema']} refuses {error.json_path}: {error.message[:300]}")
            wrong += 1
        elif case["valid"] is False and not errors:
            print(f"{case['name']}: {case['schema']} takes what Rung refuses")
            wrong += 1
    print(f"{len(manifest['cases'])} documents judged by {len(validators)} schemas")
    sys.exit(1 if wrong else 0)


main()
