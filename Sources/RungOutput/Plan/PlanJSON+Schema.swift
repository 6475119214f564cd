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
            "update": {
              "description": "The steps change what is there already: what `rung diff --plan` writes.",
              "type": "boolean"
            },
            "given": {
              "description": "What the steps use and none of them reads, because what they change is there already. Empty unless `update`.",
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "name": {"description": "By which later requests know it.", "type": "string"},
                  "title": {"type": "string"},
                  "value": {"description": "Null when somebody has to say it.", "type": ["string", "null"]},
                  "secret": {"type": "boolean"}
                },
                "required": ["name", "title", "value", "secret"],
                "additionalProperties": false
              }
            },
            "steps": {
              "description": "From nothing to playing, or from what there is to what is wanted, in the order in which to send them.",
              "type": "array",
              "items": {"$ref": "#/$defs/step"}
            },
            "teardown": {
              "description": "Back to nothing, in the order in which to send them. May use what `steps` read.",
              "type": "array",
              "items": {"$ref": "#/$defs/step"}
            }
          },
          "required": ["provider", "update", "given", "steps", "teardown"],
          "additionalProperties": false
        },
        "request": {
          "type": "object",
          "properties": {
            "method": {"type": "string"},
            "url": {
              "description": "What is known is filled in and percent-encoded; credentials stand as ${env:NAME}, and what is known only later as {name}.",
              "type": "string"
            },
            "parameters": {"$ref": "#/$defs/parameters"},
            "headers": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "name": {"type": "string"},
                  "value": {"description": "As in a url, but not encoded.", "type": "string"},
                  "parameters": {"$ref": "#/$defs/parameters"}
                },
                "required": ["name", "value", "parameters"],
                "additionalProperties": false
              }
            },
            "body_kind": {"description": "Names the schema that the body satisfies.", "type": ["string", "null"]},
            "body": {"description": "The JSON body to send; null when there is none."},
            "fills": {
              "description": "Members of the body that are known only later; they stand in it as {name}.",
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "pointer": {"description": "JSON Pointer into the body.", "type": "string"},
                  "binding": {"type": "string"}
                },
                "required": ["pointer", "binding"],
                "additionalProperties": false
              }
            },
            "origins": {
              "description": "Who set what the author did not, by JSON Pointer into the body.",
              "type": "object",
              "additionalProperties": {"type": "string"}
            }
          },
          "required": ["method", "url", "parameters", "headers", "body_kind", "body", "fills", "origins"]
        },
        "step": {
          "$ref": "#/$defs/request",
          "properties": {
            "name": {"description": "Unique in the plan.", "type": "string"},
            "title": {"type": "string"},
            "condition": {
              "description": "When it is to be sent at all, for a person to judge; null for always.",
              "type": ["string", "null"]
            },
            "reads": {"description": "What to keep of the answer.", "$ref": "#/$defs/bindings"},
            "handovers": {
              "description": "What an encoder is given when the answer is there, and a player when the wait is over.",
              "type": "array",
              "items": {"$ref": "#/$defs/handover"}
            },
            "wait": {"anyOf": [{"$ref": "#/$defs/wait"}, {"type": "null"}]},
            "manual": {
              "description": "What no request does.",
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "when": {"description": "Before the request, or after its answer and before the wait.", "enum": ["before", "after"]},
                  "text": {"type": "string"}
                },
                "required": ["when", "text"],
                "additionalProperties": false
              }
            },
            "tolerated": {
              "description": "Answers that look like a refusal and are none.",
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "status": {"type": "integer", "minimum": 400, "maximum": 599},
                  "meaning": {"type": "string"},
                  "skips_wait": {"description": "There is nothing to wait for then.", "type": "boolean"}
                },
                "required": ["status", "meaning", "skips_wait"],
                "additionalProperties": false
              }
            },
            "billing": {
              "anyOf": [
                {
                  "type": "object",
                  "properties": {
                    "change": {"enum": ["starts", "ends"]},
                    "subject": {"description": "In the same words at the start and at the end.", "type": "string"},
                    "detail": {"type": ["string", "null"]}
                  },
                  "required": ["change", "subject", "detail"],
                  "additionalProperties": false
                },
                {"type": "null"}
              ]
            },
            "irreversible": {"description": "What no later request undoes.", "type": "array", "items": {"type": "string"}},
            "remarks": {"type": "array", "items": {"type": "string"}}
          },
          "required": [
            "name", "title", "condition", "reads", "handovers", "wait", "manual", "tolerated", "billing", "irreversible", "remarks"
          ],
          "unevaluatedProperties": false
        },
        "wait": {
          "description": "What to ask, again and again, before the next step.",
          "$ref": "#/$defs/request",
          "properties": {
            "pointer": {"description": "JSON Pointer to the state in the answer.", "type": "string"},
            "until": {"description": "Go on at one of these.", "type": "array", "items": {"type": "string"}},
            "until_gone": {"description": "Go on when the answer is 404.", "type": "boolean"},
            "failing": {"description": "Give up at one of these.", "type": "array", "items": {"type": "string"}},
            "reason": {"description": "JSON Pointer to the reason when it failed.", "type": ["string", "null"]},
            "interval": {"description": "Seconds between two questions.", "type": "integer", "minimum": 1},
            "timeout": {"description": "Seconds after which something is wrong.", "type": "integer", "minimum": 1},
            "webhook": {
              "anyOf": [
                {
                  "description": "What says the same without being asked.",
                  "type": "object",
                  "properties": {
                    "event": {"type": "string"},
                    "registration": {"description": "Where it is asked for.", "type": "string"}
                  },
                  "required": ["event", "registration"],
                  "additionalProperties": false
                },
                {"type": "null"}
              ]
            },
            "reads": {"description": "What to keep of the answer that ended the wait.", "$ref": "#/$defs/bindings"}
          },
          "required": ["pointer", "until", "until_gone", "failing", "reason", "interval", "timeout", "webhook", "reads"],
          "unevaluatedProperties": false
        },
        "parameters": {
          "description": "What goes into the named places. One of value, environment, binding and asked is not null.",
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "name": {"type": "string"},
              "value": {"description": "It is known.", "type": ["string", "null"]},
              "environment": {"description": "The variable that holds it: a credential.", "type": ["string", "null"]},
              "binding": {"description": "The name that an earlier answer was bound to.", "type": ["string", "null"]},
              "asked": {"description": "Somebody has to say it: what it is.", "type": ["string", "null"]}
            },
            "required": ["name", "value", "environment", "binding", "asked"],
            "additionalProperties": false
          }
        },
        "bindings": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "name": {"description": "What later requests know it by.", "type": "string"},
              "title": {"type": "string"},
              "element": {
                "anyOf": [
                  {
                    "description": "The element of a list to look into: the first whose member has the value.",
                    "type": "object",
                    "properties": {
                      "list": {"description": "JSON Pointer to the list in the answer.", "type": "string"},
                      "member": {"type": "string"},
                      "value": {"type": "string"}
                    },
                    "required": ["list", "member", "value"],
                    "additionalProperties": false
                  },
                  {"type": "null"}
                ]
              },
              "pointer": {"description": "JSON Pointer into the answer, or into the element.", "type": "string"},
              "secret": {"type": "boolean"},
              "optional": {"description": "The answer may do without it; it is empty then.", "type": "boolean"},
              "uses": {
                "description": "Where it goes next.",
                "type": "array",
                "items": {
                  "type": "object",
                  "properties": {
                    "step": {"type": "string"},
                    "part": {"enum": ["url", "header", "body", "wait", "encoder", "player"]}
                  },
                  "required": ["step", "part"],
                  "additionalProperties": false
                }
              }
            },
            "required": ["name", "title", "element", "pointer", "secret", "optional", "uses"],
            "additionalProperties": false
          }
        },
        "handover": {
          "type": "object",
          "properties": {
            "to": {"enum": ["encoder", "player"]},
            "title": {"description": "What it is called there.", "type": "string"},
            "value": {"description": "As in a header.", "type": "string"},
            "parameters": {"$ref": "#/$defs/parameters"}
          },
          "required": ["to", "title", "value", "parameters"],
          "additionalProperties": false
        }
      }
    }

    """#
}
