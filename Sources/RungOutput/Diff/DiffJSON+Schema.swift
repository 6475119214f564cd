extension DiffJSON {
  /// The JSON Schema of the document, as it stands in `schemas/`. A test holds real documents against it.
  package static let schemaText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "diff.v1.schema.json",
      "title": "What two versions of streams make of their providers",
      "description": "What `rung diff --format json` writes. Members are never left out; what is not known is null.",
      "type": "object",
      "properties": {
        "version": {"description": "Version of this format.", "const": 1},
        "differs": {"description": "Whether anything differs that can be seen.", "type": "boolean"},
        "streams": {
          "description": "In the order of the new version; those that only the old one has follow.",
          "type": "array",
          "items": {"$ref": "#/$defs/stream"}
        }
      },
      "required": ["version", "differs", "streams"],
      "additionalProperties": false,
      "$defs": {
        "effect": {
          "description": "What it takes, in rising order: `unseen` is no difference that could be told; `not_judged` is one for which no request is planned, because Rung does not know the field or an answer is no ground to delete what is there; `in_place` a request; `next_start` a request, and a start; `undocumented` nobody says; `interrupts` a request that ends a session that runs; `new_resource` to delete what is there and make another.",
          "enum": ["unseen", "not_judged", "in_place", "next_start", "undocumented", "interrupts", "new_resource"]
        },
        "stream": {
          "type": "object",
          "properties": {
            "name": {"type": ["string", "null"]},
            "old_name": {"description": "Where it had another.", "type": ["string", "null"]},
            "providers": {"type": "array", "items": {"$ref": "#/$defs/provider"}}
          },
          "required": ["name", "old_name", "providers"],
          "additionalProperties": false
        },
        "provider": {
          "type": "object",
          "properties": {
            "provider": {"type": "string"},
            "title": {"type": "string"},
            "change": {
              "description": "`added` and `removed`: only one version is meant for the provider.",
              "enum": ["same", "changed", "added", "removed"]
            },
            "effect": {"anyOf": [{"$ref": "#/$defs/effect"}, {"type": "null"}]},
            "verdict": {"description": "All that in one line.", "type": "string"},
            "resources": {
              "description": "What there is at the provider, whether it differs or not.",
              "type": "array",
              "items": {"$ref": "#/$defs/resource"}
            },
            "requests": {
              "description": "From the old version to the new, in the order in which to send them: `--plan` has them whole.",
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "name": {"type": "string"},
                  "title": {"type": "string"},
                  "condition": {"description": "When it is to be sent at all.", "type": ["string", "null"]},
                  "method": {"type": "string"},
                  "url": {"type": "string"}
                },
                "required": ["name", "title", "condition", "method", "url"],
                "additionalProperties": false
              }
            }
          },
          "required": ["provider", "title", "change", "effect", "verdict", "resources", "requests"],
          "additionalProperties": false
        },
        "resource": {
          "type": "object",
          "properties": {
            "resource": {"type": "string"},
            "noun": {"description": "What it is called in a sentence.", "type": "string"},
            "label": {"description": "Which one, where there are several.", "type": ["string", "null"]},
            "change": {"enum": ["same", "changed", "added", "removed"]},
            "effect": {"anyOf": [{"$ref": "#/$defs/effect"}, {"type": "null"}]},
            "differences": {"type": "array", "items": {"$ref": "#/$defs/difference"}}
          },
          "required": ["resource", "noun", "label", "change", "effect", "differences"],
          "additionalProperties": false
        },
        "difference": {
          "type": "object",
          "properties": {
            "request": {"description": "The request whose body or URL has the value.", "type": "string"},
            "path": {
              "description": "Members of lists go by name where they have one; a place in the URL stands in braces; empty for the whole.",
              "type": "string"
            },
            "old": {"anyOf": [{"$ref": "#/$defs/value"}, {"type": "null"}]},
            "new": {"anyOf": [{"$ref": "#/$defs/value"}, {"type": "null"}]},
            "secret": {"description": "It is not shown: dots stand in its place.", "type": "boolean"},
            "effect": {"$ref": "#/$defs/effect"},
            "by": {"description": "The request that changes it.", "type": ["string", "null"]},
            "reasons": {"type": "array", "items": {"type": "string"}},
            "citations": {"type": "array", "items": {"$ref": "#/$defs/citation"}}
          },
          "required": ["request", "path", "old", "new", "secret", "effect", "by", "reasons", "citations"],
          "additionalProperties": false
        },
        "value": {
          "type": "object",
          "properties": {
            "value": {"description": "As the body has it."},
            "pointer": {"description": "Where in the body, as a JSON Pointer (RFC 6901).", "type": ["string", "null"]},
            "default": {"description": "Nobody wrote it; the provider's documents say so.", "type": "boolean"},
            "origin": {"description": "Who set it, as `rung explain --value` says.", "type": ["string", "null"]},
            "file": {"type": ["string", "null"]},
            "line": {"type": ["integer", "null"], "minimum": 1},
            "column": {"description": "In characters.", "type": ["integer", "null"], "minimum": 1}
          },
          "required": ["value", "pointer", "default", "origin", "file", "line", "column"],
          "additionalProperties": false
        },
        "citation": {
          "type": "object",
          "properties": {
            "document": {"type": "string"},
            "locator": {"description": "The heading, field or clause inside it.", "type": "string"},
            "url": {"type": ["string", "null"]},
            "checked": {"description": "The day on which it was last read.", "type": ["string", "null"]},
            "strength": {"enum": ["stated", "inferred", "by-analogy"]}
          },
          "required": ["document", "locator", "url", "checked", "strength"],
          "additionalProperties": false
        }
      }
    }

    """#
}
