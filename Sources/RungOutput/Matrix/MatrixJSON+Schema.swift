extension MatrixJSON {
  /// The JSON Schema of the document, as it stands in `schemas/`. A test holds real documents against it.
  package static let schemaText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "matrix.v1.schema.json",
      "title": "Where the streams of a file can run",
      "description": "What `rung matrix --format json` writes. Members are never left out; what is not known is null.",
      "type": "object",
      "properties": {
        "version": {"description": "Version of this format.", "const": 1},
        "streams": {
          "description": "One for each document of the file, in their order.",
          "type": "array",
          "items": {"$ref": "#/$defs/table"}
        }
      },
      "required": ["version", "streams"],
      "additionalProperties": false,
      "$defs": {
        "table": {
          "type": "object",
          "properties": {
            "name": {"type": ["string", "null"]},
            "providers": {
              "description": "In the order asked for.",
              "type": "array",
              "items": {"$ref": "#/$defs/provider"}
            },
            "rows": {
              "description": "What the stream asks for.",
              "type": "array",
              "items": {"$ref": "#/$defs/row"}
            },
            "notes": {
              "description": "What cells refer to by number.",
              "type": "array",
              "items": {"$ref": "#/$defs/note"}
            }
          },
          "required": ["name", "providers", "rows", "notes"],
          "additionalProperties": false
        },
        "provider": {
          "type": "object",
          "properties": {
            "provider": {"type": "string"},
            "title": {"type": "string"},
            "outcome": {
              "description": "`incomplete`: not among the targets of the spec, and nothing is wrong but that something it needs is missing.",
              "enum": ["runs", "incomplete", "refused"]
            },
            "changed": {"description": "Rows of which something changes.", "type": "integer", "minimum": 0},
            "left_out": {"description": "Rows that are left out.", "type": "integer", "minimum": 0},
            "errors": {
              "description": "The rules of the errors, each as often as it found something.",
              "type": "array",
              "items": {"type": "string"}
            },
            "verdict": {"description": "All that in one line.", "type": "string"}
          },
          "required": ["provider", "title", "outcome", "changed", "left_out", "errors", "verdict"],
          "additionalProperties": false
        },
        "row": {
          "type": "object",
          "properties": {
            "title": {"type": "string"},
            "asked": {"description": "In the author's words; secrets are left out. Empty where nothing is to be told.", "type": "string"},
            "cells": {
              "description": "One for each provider, in their order.",
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "provider": {"type": "string"},
                  "state": {"enum": ["supported", "changed", "not_expressible", "rejected", "not_asked", "unknown"]},
                  "notes": {"description": "Numbers of notes.", "type": "array", "items": {"type": "integer", "minimum": 1}}
                },
                "required": ["provider", "state", "notes"],
                "additionalProperties": false
              }
            }
          },
          "required": ["title", "asked", "cells"],
          "additionalProperties": false
        },
        "note": {
          "type": "object",
          "properties": {
            "number": {"type": "integer", "minimum": 1},
            "provider": {"type": "string"},
            "text": {"type": "string"},
            "rule": {"description": "What `rung explain` takes.", "type": ["string", "null"]}
          },
          "required": ["number", "provider", "text", "rule"],
          "additionalProperties": false
        }
      }
    }

    """#
}
