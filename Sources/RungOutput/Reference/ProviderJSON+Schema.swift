extension ProviderJSON {
  /// The JSON Schema of the document, as it stands in `schemas/`. A test holds real documents against it.
  package static let schemaText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "providers.v1.schema.json",
      "title": "What Rung knows of providers",
      "description": "What `rung providers --format json` writes. Members are never left out; what is not known is null.",
      "type": "object",
      "properties": {
        "version": {"description": "Version of this format.", "const": 1},
        "providers": {"type": "array", "items": {"$ref": "#/$defs/provider"}}
      },
      "required": ["version", "providers"],
      "additionalProperties": false,
      "$defs": {
        "provider": {
          "type": "object",
          "properties": {
            "id": {"description": "As under `targets` and in the ids of rules.", "type": "string"},
            "title": {"type": "string"},
            "options": {
              "description": "Keys under `targets.<id>`.",
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "path": {"type": "string"},
                  "summary": {"type": "string"},
                  "required": {"type": "boolean"}
                },
                "required": ["path", "summary", "required"],
                "additionalProperties": false
              }
            },
            "requests": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "name": {"type": "string"},
                  "summary": {"description": "Method and path.", "type": "string"},
                  "schema": {"description": "What `rung schema` takes; null when the request has no body.", "type": ["string", "null"]}
                },
                "required": ["name", "summary", "schema"],
                "additionalProperties": false
              }
            },
            "products": {
              "description": "Published limits; several where the provider has several products.",
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "name": {"type": "string"},
                  "limits": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "name": {"type": "string"},
                        "value": {"description": "With its unit: `1 to 6`, `1s to 2h`.", "type": "string"},
                        "citation": {"$ref": "#/$defs/citation"}
                      },
                      "required": ["name", "value", "citation"],
                      "additionalProperties": false
                    }
                  }
                },
                "required": ["name", "limits"],
                "additionalProperties": false
              }
            },
            "no_field": {
              "description": "What the API has no field for, by path in the spec; the longest path speaks.",
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "path": {"type": "string"},
                  "reason": {"type": "string"},
                  "citation": {"anyOf": [{"$ref": "#/$defs/citation"}, {"type": "null"}]}
                },
                "required": ["path", "reason", "citation"],
                "additionalProperties": false
              }
            },
            "changes": {
              "description": "What can be changed once it is made; of a request's facts the longest path speaks.",
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "request": {"type": "string"},
                  "path": {"description": "In the body, without list indices; empty for the whole body.", "type": ["string", "null"]},
                  "outside": {"description": "What no path of the body says, in words.", "type": ["string", "null"]},
                  "change": {"enum": ["create_only", "patchable", "selects", "undocumented"]},
                  "by": {"description": "The request that changes it.", "type": ["string", "null"]},
                  "conditions": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {"text": {"type": "string"}, "citation": {"$ref": "#/$defs/citation"}},
                      "required": ["text", "citation"],
                      "additionalProperties": false
                    }
                  },
                  "remark": {"type": ["string", "null"]},
                  "citation": {"$ref": "#/$defs/citation"}
                },
                "required": ["request", "path", "outside", "change", "by", "conditions", "remark", "citation"],
                "additionalProperties": false
              }
            }
          },
          "required": ["id", "title", "options", "requests", "products", "no_field", "changes"],
          "additionalProperties": false
        },
        "citation": {
          "type": "object",
          "properties": {
            "document": {"type": "string"},
            "locator": {"type": "string"},
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
