extension DiagnosticsJSON {
  /// The JSON Schema of the document, as it stands in `schemas/`. A test holds real documents against it.
  package static let schemaText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "diagnostics.v1.schema.json",
      "title": "Findings of a run of rung",
      "description": "What `rung check --format json` writes. Members are never left out; what is not known is null.",
      "type": "object",
      "properties": {
        "version": {"description": "Version of this format.", "const": 1},
        "diagnostics": {
          "description": "The findings: file by file in the order of the run, in each from top to bottom.",
          "type": "array",
          "items": {"$ref": "#/$defs/diagnostic"}
        },
        "unreadable": {
          "description": "Files that were asked for and could not be read.",
          "type": "array",
          "items": {"$ref": "#/$defs/unreadable"}
        },
        "summary": {"$ref": "#/$defs/summary"}
      },
      "required": ["version", "diagnostics", "unreadable", "summary"],
      "additionalProperties": false,
      "$defs": {
        "diagnostic": {
          "type": "object",
          "properties": {
            "id": {"description": "What `rung explain` takes.", "type": "string", "pattern": "^[a-z][a-z0-9-]*/[a-z0-9-]+$"},
            "severity": {"enum": ["error", "warning", "note"]},
            "message": {"description": "What was found and what is allowed, in one line.", "type": "string"},
            "file": {"description": "The path as it was given, or <stdin>, or presets/NAME.yaml.", "type": "string"},
            "span": {"$ref": "#/$defs/span"},
            "notes": {"type": "array", "items": {"$ref": "#/$defs/note"}},
            "help": {"description": "How to mend it.", "type": ["string", "null"]},
            "fixes": {"type": "array", "items": {"$ref": "#/$defs/fix"}},
            "citation": {"anyOf": [{"$ref": "#/$defs/citation"}, {"type": "null"}]},
            "provider": {
              "description": "The provider whose rule it is; null for findings about the spec itself.",
              "type": ["string", "null"]
            }
          },
          "required": [
            "id", "severity", "message", "file", "span", "notes", "help", "fixes", "citation", "provider"
          ],
          "additionalProperties": false
        },
        "span": {
          "description": "From start up to, and without, end; equal for a place between two characters.",
          "type": "object",
          "properties": {"start": {"$ref": "#/$defs/point"}, "end": {"$ref": "#/$defs/point"}},
          "required": ["start", "end"],
          "additionalProperties": false
        },
        "point": {
          "type": "object",
          "properties": {
            "byte": {"description": "UTF-8 bytes from the start of the file, from 0.", "type": "integer", "minimum": 0},
            "line": {"description": "From 1.", "type": "integer", "minimum": 1},
            "column": {"description": "In characters (grapheme clusters), from 1.", "type": "integer", "minimum": 1}
          },
          "required": ["byte", "line", "column"],
          "additionalProperties": false
        },
        "note": {
          "description": "Something that belongs to a finding; file and span are null where it has no place.",
          "type": "object",
          "properties": {
            "text": {"type": "string"},
            "file": {"type": ["string", "null"]},
            "span": {"anyOf": [{"$ref": "#/$defs/span"}, {"type": "null"}]}
          },
          "required": ["text", "file", "span"],
          "additionalProperties": false
        },
        "fix": {
          "type": "object",
          "properties": {
            "title": {"type": "string"},
            "degree": {
              "description": "safe: the meaning is kept. unsafe: a choice is made for the author.",
              "enum": ["safe", "unsafe"]
            },
            "edits": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "file": {"type": "string"},
                  "span": {"$ref": "#/$defs/span"},
                  "replacement": {"type": "string"}
                },
                "required": ["file", "span", "replacement"],
                "additionalProperties": false
              }
            }
          },
          "required": ["title", "degree", "edits"],
          "additionalProperties": false
        },
        "citation": {
          "type": "object",
          "properties": {
            "document": {"type": "string"},
            "locator": {"description": "The heading, field or clause inside it.", "type": "string"},
            "url": {"type": ["string", "null"]},
            "checked": {
              "description": "The day on which it was last read; null for standards.",
              "type": ["string", "null"],
              "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
            },
            "strength": {"enum": ["stated", "inferred", "by-analogy"]}
          },
          "required": ["document", "locator", "url", "checked", "strength"],
          "additionalProperties": false
        },
        "unreadable": {
          "type": "object",
          "properties": {"file": {"type": "string"}, "reason": {"type": "string"}},
          "required": ["file", "reason"],
          "additionalProperties": false
        },
        "summary": {
          "type": "object",
          "properties": {
            "files": {"description": "Files that were judged.", "type": "integer", "minimum": 0},
            "errors": {"type": "integer", "minimum": 0},
            "warnings": {"type": "integer", "minimum": 0},
            "notes": {"type": "integer", "minimum": 0},
            "unreadable": {"type": "integer", "minimum": 0}
          },
          "required": ["files", "errors", "warnings", "notes", "unreadable"],
          "additionalProperties": false
        }
      }
    }

    """#
}
