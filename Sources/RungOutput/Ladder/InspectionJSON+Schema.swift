extension InspectionJSON {
  /// The JSON Schema of the document, as it stands in `schemas/`. A test holds real documents against it.
  package static let schemaText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "inspection.v1.schema.json",
      "title": "What the renditions of a file come to",
      "description": "What `rung ladder inspect --format json` writes. Members are never left out; what the spec does not say is null. Numbers that are not whole are rounded to six decimals.",
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
              "media": {"enum": ["video", "audio"]},
              "ladder": {
                "description": "Where the renditions stand: `ingest` when what the encoder sends is the ladder. Null without one.",
                "enum": ["ladder", "ingest", null]
              },
              "renditions": {"description": "How many.", "type": "integer", "minimum": 0}
            },
            "required": ["name", "media", "ladder", "renditions"],
            "additionalProperties": false
          }
        },
        "renditions": {
          "description": "Those of all streams, in their order.",
          "type": "array",
          "items": {"$ref": "#/$defs/rendition"}
        }
      },
      "required": ["version", "streams", "renditions"],
      "additionalProperties": false,
      "$defs": {
        "rendition": {
          "type": "object",
          "properties": {
            "stream": {"description": "Its place among the streams, from 0.", "type": "integer", "minimum": 0},
            "name": {"type": ["string", "null"]},
            "codec": {
              "description": "In an audio ladder that of the sound.",
              "enum": ["h264", "h265", "av1", "vp8", "vp9", "aac", "he-aac", "opus", "mp3", "ac3", "eac3", null]
            },
            "profile": {"enum": ["baseline", "main", "high", "main10", "high10", null]},
            "resolution": {"type": ["string", "null"], "pattern": "^[0-9]+x[0-9]+$"},
            "fps": {"description": "Frames per second.", "type": ["number", "integer", "null"]},
            "bitrate": {"description": "Target, in bit/s; in an audio ladder that of the sound.", "type": ["integer", "null"]},
            "max_bitrate": {"description": "In bit/s.", "type": ["integer", "null"]},
            "buffer": {"description": "In bit.", "type": ["integer", "null"]},
            "minimum_level": {
              "description": "The lowest level of the codec that takes the rendition. Null when none does (`minimum_level_decided_by` says why), and when it is not known.",
              "type": ["string", "null"]
            },
            "minimum_level_tier": {"description": "For HEVC and AV1: the tier that is stated. Without one, `high` where no level of the Main tier suffices.", "enum": ["main", "high", null]},
            "minimum_level_is_lower_bound": {
              "description": "True when something that counts is not stated: the real minimum may be higher. Null when nothing is known.",
              "type": ["boolean", "null"]
            },
            "minimum_level_open": {
              "description": "The keys of the spec that count and are not stated.",
              "type": "array",
              "items": {"enum": ["fps", "max_bitrate", "profile", "buffer", "ref_frames", "bframes"]}
            },
            "minimum_level_decided_by": {
              "description": "Why the level below does not do; without a level, why the highest does not.",
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "limit": {"enum": ["frame_size", "side", "rate", "dpb", "bitrate", "buffer", "tier"]},
                  "text": {"type": "string"}
                },
                "required": ["limit", "text"],
                "additionalProperties": false
              }
            },
            "stated_level": {"type": ["string", "null"]},
            "stated_tier": {"description": "Null as well for a codec that has no tiers.", "enum": ["main", "high", null]},
            "gop_frames": {"type": ["integer", "null"]},
            "gop_seconds": {"type": ["number", "integer", "null"]},
            "gop_is_default": {"description": "Nobody states the keyframes: they are those that an encoder is set to.", "type": "boolean"},
            "dpb_frames": {"description": "Decoded pictures that x264 and x265 keep. Null unless reference frames and B-frames are known.", "type": ["integer", "null"]},
            "bits_per_pixel": {"description": "Target bitrate ÷ (width × height × frame rate).", "type": ["number", "integer", "null"]},
            "vbv_seconds": {"description": "Buffer ÷ maximum bitrate, or ÷ target without one.", "type": ["number", "integer", "null"]},
            "segments": {
              "description": "For each output that asks for a segment duration: what comes out when segments are cut at keyframes.",
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "output": {"enum": ["hls", "dash"]},
                  "asked": {"description": "In seconds, as all lengths.", "type": ["number", "integer"]},
                  "lengths": {
                    "description": "The first segments, until the lengths repeat; at most twelve.",
                    "type": "array",
                    "items": {"type": ["number", "integer"]}
                  },
                  "period": {"description": "After so many segments the lengths repeat.", "type": "integer", "minimum": 1},
                  "shortest": {"type": ["number", "integer"]},
                  "longest": {"type": ["number", "integer"]},
                  "equal": {"type": "boolean"},
                  "target_duration": {"description": "EXT-X-TARGETDURATION: the longest, rounded.", "type": "integer"}
                },
                "required": ["output", "asked", "lengths", "period", "shortest", "longest", "equal", "target_duration"],
                "additionalProperties": false
              }
            },
            "parts": {
              "description": "What an LL-HLS part target comes to in whole frames. Null where no parts are asked for, or the frame rate is not known.",
              "type": ["object", "null"],
              "properties": {
                "target": {"description": "In seconds, as the length.", "type": ["number", "integer"]},
                "frames": {"description": "In each part but the last of a segment; 0 where a frame is longer than the target.", "type": "integer", "minimum": 0},
                "length": {"type": ["number", "integer"]},
                "per_segment": {"description": "In the longest HLS segment. Null where no segment duration is stated.", "type": ["integer", "null"]}
              },
              "required": ["target", "frames", "length", "per_segment"],
              "additionalProperties": false
            }
          },
          "required": [
            "stream", "name", "codec", "profile", "resolution", "fps", "bitrate", "max_bitrate", "buffer", "minimum_level",
            "minimum_level_tier", "minimum_level_is_lower_bound", "minimum_level_open", "minimum_level_decided_by", "stated_level",
            "stated_tier", "gop_frames", "gop_seconds", "gop_is_default", "dpb_frames", "bits_per_pixel", "vbv_seconds", "segments", "parts"
          ],
          "additionalProperties": false
        }
      }
    }

    """#
}
