extension PlanJSON {
  /// The JSON Schema of the document, as it stands in `schemas/`. A test holds real documents against it.
  package static let schemaText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "plan.v1.schema.json",
      "title": "Requests for the streams of a file",
      "description": "What `rung plan --format json` writes. Members are never left out; what is not known is null.",
      "type": "object",
      "properties": {
        "version": {"description": "Version of this format.", "const": 1},
        "streams": {
          "description": "One for each document of the file, in their order.",
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "name": {"type": ["string", "null"]},
              "plans": {
                "description": "One for each provider, in the order asked for.",
                "type": "array",
                "items": {"$ref": "#/$defs/plan"}
              }
            },
            "required": ["name", "plans"],
            "additionalProperties": false
          }
        }
      },
      "required": ["version", "streams"],
      "additionalProperties": false,
      "$defs": {
        "plan": {
          "type": "object",
          "properties": {
            "provider": {"type": "string"},
            "steps": {"description": "In the order in which to send them.", "type": "array", "items": {"$ref": "#/$defs/step"}}
          },
          "required": ["provider", "steps"],
          "additionalProperties": false
        },
        "step": {
          "type": "object",
          "properties": {
            "name": {"description": "Unique in the plan.", "type": "string"},
            "title": {"type": "string"},
            "method": {"type": "string"},
            "url": {"description": "Known parameters are filled in; what is known only later stands as {name}.", "type": "string"},
            "parameters": {"type": "array", "items": {"$ref": "#/$defs/parameter"}},
            "headers": {
              "description": "Credentials stand as references: ${env:NAME}.",
              "type": "array",
              "items": {
                "type": "object",
                "properties": {"name": {"type": "string"}, "value": {"type": "string"}},
                "required": ["name", "value"],
                "additionalProperties": false
              }
            },
            "body_kind": {"description": "Names the schema that the body satisfies.", "type": ["string", "null"]},
            "body": {"description": "The JSON body to send; null when there is none."},
            "origins": {
              "description": "Who set what the author did not, by JSON Pointer into the body.",
              "type": "object",
              "additionalProperties": {"type": "string"}
            },
            "wait": {"anyOf": [{"$ref": "#/$defs/wait"}, {"type": "null"}]},
            "remarks": {"type": "array", "items": {"type": "string"}}
          },
          "required": [
            "name", "title", "method", "url", "parameters", "headers", "body_kind", "body", "origins", "wait", "remarks"
          ],
          "additionalProperties": false
        },
        "parameter": {
          "type": "object",
          "properties": {
            "name": {"type": "string"},
            "value": {"description": "null when it is known only later.", "type": ["string", "null"]},
            "source": {"description": "Where it comes from when it is not known yet.", "type": ["string", "null"]}
          },
          "required": ["name", "value", "source"],
          "additionalProperties": false
        },
        "wait": {
          "description": "A state to wait for before the next step: GET the url.",
          "type": "object",
          "properties": {
            "url": {"type": "string"},
            "parameters": {"type": "array", "items": {"$ref": "#/$defs/parameter"}},
            "pointer": {"description": "JSON Pointer to the state in the answer.", "type": "string"},
            "until": {"type": "array", "items": {"type": "string"}},
            "failing": {"type": "array", "items": {"type": "string"}}
          },
          "required": ["url", "parameters", "pointer", "until", "failing"],
          "additionalProperties": false
        }
      }
    }

    """#
}
