extension PreviewJSON {
  /// The JSON Schema of the document, as it stands in `schemas/`. A test holds real documents against it.
  package static let schemaText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "preview.v1.schema.json",
      "title": "What viewers get of the streams of a file",
      "description": "What `rung ladder preview --format json` writes. Members are never left out; what the spec does not say is null. Rates are bits a second, times are seconds; numbers that are not whole are rounded to six decimals.",
      "type": "object",
      "properties": {
        "version": {"description": "Version of this format.", "const": 1},
        "streams": {
          "description": "One for each document of the file, in their order.",
          "type": "array",
          "items": {"$ref": "#/$defs/stream"}
        }
      },
      "required": ["version", "streams"],
      "additionalProperties": false,
      "$defs": {
        "rate": {"type": ["integer", "null"], "minimum": 0},
        "stream": {
          "type": "object",
          "properties": {
            "name": {"type": ["string", "null"]},
            "media": {"enum": ["video", "audio"]},
            "variants": {"description": "In the order of the ladder.", "type": "array", "items": {"$ref": "#/$defs/variant"}},
            "hls": {"$ref": "#/$defs/output"},
            "dash": {"$ref": "#/$defs/output"},
            "totals": {"$ref": "#/$defs/totals"},
            "playlist": {"description": "The multivariant playlist of HLS. Null without a ladder.", "type": ["string", "null"]},
            "manifest": {"description": "The skeleton of the MPD. Null without a ladder.", "type": ["string", "null"]}
          },
          "required": ["name", "media", "variants", "hls", "dash", "totals", "playlist", "manifest"],
          "additionalProperties": false
        },
        "variant": {
          "type": "object",
          "properties": {
            "name": {"type": ["string", "null"]},
            "id": {"description": "What it is called in URLs.", "type": "string", "pattern": "^[A-Za-z0-9_-]+$"},
            "resolution": {"type": ["string", "null"], "pattern": "^[0-9]+x[0-9]+$"},
            "fps": {"type": ["number", "integer", "null"]},
            "codecs": {"description": "As CODECS lists them (RFC 6381).", "type": ["string", "null"]},
            "video_codec": {"type": ["string", "null"]},
            "audio_codec": {"type": ["string", "null"]},
            "assumed": {"description": "Keys that are not stated and that the codec string depends on.", "type": "array", "items": {"enum": ["profile", "level"]}},
            "average": {"description": "Pictures and sound, without a container.", "$ref": "#/$defs/rate"},
            "peak": {"description": "The same with the maximum of the pictures. Null without one.", "$ref": "#/$defs/rate"},
            "hls_average_bandwidth": {"description": "AVERAGE-BANDWIDTH: with the container.", "$ref": "#/$defs/rate"},
            "hls_bandwidth": {"description": "What no segment exceeds: maximum × its length + buffer, with sound and container. Null where no maximum bounds it; BANDWIDTH in `playlist` is then the average.", "$ref": "#/$defs/rate"},
            "dash_bandwidth": {"description": "@bandwidth of the pictures alone: what no segment exceeds, or the average where nothing bounds it.", "$ref": "#/$defs/rate"},
            "hls_segments": {"$ref": "#/$defs/segments"},
            "dash_segments": {"$ref": "#/$defs/segments"}
          },
          "required": ["name", "id", "resolution", "fps", "codecs", "video_codec", "audio_codec", "assumed", "average", "peak", "hls_average_bandwidth", "hls_bandwidth", "dash_bandwidth", "hls_segments", "dash_segments"],
          "additionalProperties": false
        },
        "segments": {
          "description": "Null when the keyframe interval is not known.",
          "type": ["object", "null"],
          "properties": {
            "lengths": {"description": "The first, up to where they repeat; at most twelve.", "type": "array", "items": {"type": ["number", "integer"]}},
            "period": {"description": "After so many segments the lengths repeat.", "type": "integer", "minimum": 1},
            "equal": {"type": "boolean"},
            "target_duration": {"type": "integer"}
          },
          "required": ["lengths", "period", "equal", "target_duration"],
          "additionalProperties": false
        },
        "output": {
          "type": "object",
          "properties": {
            "asked": {"description": "Whether `packaging` asks for it.", "type": "boolean"},
            "segment_format": {"enum": ["mpegts", "fmp4"]},
            "segment_duration": {"type": ["number", "integer"]},
            "aligned": {"description": "Whether every rendition is cut at the same times.", "type": "boolean"}
          },
          "required": ["asked", "segment_format", "segment_duration", "aligned"],
          "additionalProperties": false
        },
        "totals": {
          "type": "object",
          "properties": {
            "ingest": {"description": "What the encoder sends.", "$ref": "#/$defs/rate"},
            "passthrough": {"description": "Whether the encoder sends the ladder itself.", "type": "boolean"},
            "viewer_lowest": {"description": "Average of the lowest variant, with the container.", "$ref": "#/$defs/rate"},
            "viewer_highest": {"$ref": "#/$defs/rate"},
            "viewer_hour_bytes_at_most": {"description": "What a viewer gets in an hour at the most, with the container. Null where no maximum bounds a variant.", "type": ["integer", "null"]},
            "ladder": {"description": "All renditions together, without a container.", "$ref": "#/$defs/rate"},
            "window": {"description": "`recording.window`.", "type": ["number", "integer", "null"]},
            "archive_bytes": {"description": "All renditions over the window, without a container; rounded up.", "type": ["integer", "null"]},
            "archive_bytes_packaged": {"description": "The same with the container of HLS.", "type": ["integer", "null"]},
            "archive_bytes_at_most": {"description": "The same at the most. Null where no maximum bounds a variant.", "type": ["integer", "null"]}
          },
          "required": ["ingest", "passthrough", "viewer_lowest", "viewer_highest", "viewer_hour_bytes_at_most", "ladder", "window", "archive_bytes", "archive_bytes_packaged", "archive_bytes_at_most"],
          "additionalProperties": false
        }
      }
    }
    """# + "\n"
}
