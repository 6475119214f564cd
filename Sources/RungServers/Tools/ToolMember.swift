internal import Rung
internal import RungCall
internal import RungSource
internal import RungSpec

/// What tools take, as schemas.
enum ToolMember {
  /// - Parameters:
  ///   - member: its name.
  ///   - tool: that takes it.
  static func schema(of member: String, _ tool: String) -> Node {
    switch member {
    case "paths": list(string("A path."), tool == "convert" ? "Files with request bodies of one stream." : "Files, directories or patterns, as for `rung check`. Give these or `inputs`.")
    case "inputs":
      list(
        .object([
          ("type", .text("object")),
          ("properties", .object([
            ("name", string("What findings call it; `extends` in it is relative to this path, and the rung.yaml of its directory holds. It need not exist.")), ("text", string("The text.")),
          ])),
          ("required", .array([.text("text")])), ("additionalProperties", .flag(false)),
        ]), "Texts, where there are no files: give these or `paths`.")
    case "files":
      .object([
        ("type", .text("object")), ("additionalProperties", .object([("type", .text("string"))])),
        ("description", .text("With `inputs`: texts that `extends` names, by path, beside the input that names them. They count in place of files.")),
      ])
    case "targets":
      switch tool {
      case "convert": list(word(Request.targets(of: tool)), "The provider to convert to.", most: 1)
      case "design": list(word(Request.targets(of: tool)), "Providers that have to take the ladder, or one destination. None: the rules of ladders alone.")
      default: list(word(Request.targets(of: tool)), "In place of the targets of the specs.")
      }
    case "packs": list(word(RulePack.allCases.map(\.rawValue)), "Rule packs to hold the specs to besides.")
    case "as": word(RequestName.all, "The texts are bodies of this provider, or of this request of it.")
    case "from": word(RequestName.all, "The provider whose bodies these are, or the request.")
    case "request": string("Only the body of this request.")
    case "stream": string("Only the stream of this name.")
    case "settings": string("What the bodies do not say, as a part of a spec in YAML: `targets: {tenbyte: {region: sg-edge-04}}`.")
    case "name": string("The name of a stream that no body names.")
    case "rule": string("A rule's id: `ladder/gop-mismatch`.")
    case "source": string("What the encoder sends: `1920x1080@30`, or `@29.97`.")
    case "codec": word(LadderRequest.Codec.allCases.map(\.rawValue), "The video codec; `h264` where none is set.")
    case "content": word(ContentClass.allCases.map(\.rawValue), "What the video shows; `general` where it is not set.")
    case "max_bitrate": string("The maximum bitrate of any rendition, peaks and audio included: `5M`.")
    case "rungs": .object([("type", .text("integer")), ("minimum", .number(1)), ("description", .text("The number of renditions. Default: as few as reach a low resolution in good steps."))])
    case "fps": string("The ladder's frame rate: the source's divided by an integer.")
    case "halve_low_rungs": .object([("type", .text("boolean")), ("description", .text("At most 30 frames per second in renditions below 540 lines. Default: where every provider supports it."))])
    case "encoding": word(LadderRequest.Encoding.allCases.map(\.rawValue), "Who encodes the renditions: the provider, or the encoder. Default: the provider, where it supports the request.")
    default: .object([])
    }
  }

  private static func string(_ summary: String) -> Node { .object([("type", .text("string")), ("description", .text(summary))]) }

  private static func word(_ words: [String], _ summary: String? = nil) -> Node {
    .object([("type", .text("string")), ("enum", .array(words.map { .text($0) })), ("description", summary.map { .text($0) })])
  }

  private static func list(_ item: Node, _ summary: String, most: Int? = nil) -> Node {
    .object([("type", .text("array")), ("items", item), ("minItems", .number(1)), ("maxItems", most.map { .number($0) }), ("description", .text(summary))])
  }
}
