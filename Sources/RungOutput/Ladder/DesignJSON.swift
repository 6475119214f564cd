package import RungProviders
package import RungSpec

/// A designed ladder, or what keeps it from being one, as a JSON document, version 1.
package enum DesignJSON {
  /// What is written.
  package struct Content {
    /// Nil where there is no ladder.
    package let spec: String?
    /// Nil where there is none, and where each of the providers makes a ladder of its own.
    package let ladder: String?
    package let targets: [String]
    package let renditions: [Rendition]
    package let remarks: [String]
    package let obstacles: [LadderObstacle]

    package init(spec: String?, ladder: String?, targets: [String], renditions: [Rendition], remarks: [String], obstacles: [LadderObstacle]) {
      (self.spec, self.ladder, self.targets) = (spec, ladder, targets)
      (self.renditions, self.remarks, self.obstacles) = (renditions, remarks, obstacles)
    }
  }

  /// One rendition of the ladder.
  package struct Rendition {
    let name: String
    let resolution: Resolution
    let fps: FrameRate
    let bitrates: (target: Bitrate, max: Bitrate, buffer: BufferSize, audio: Bitrate)
    let level: String?
    let reason: String

    package init(
      _ name: String, _ resolution: Resolution, _ fps: FrameRate, _ bitrates: (target: Bitrate, max: Bitrate, buffer: BufferSize, audio: Bitrate), level: String?, reason: String
    ) {
      (self.name, self.resolution, self.fps, self.bitrates, self.level, self.reason) = (name, resolution, fps, bitrates, level, reason)
    }
  }

  package static func text(_ content: Content) -> String { document.text(content) }
  package static var schemaText: String { document.schemaText }

  private static var document: JSONDocument<Content> {
    JSONDocument(
      "design.v1", "A designed ladder", of: "rung ladder design",
      "Members are never omitted. Where no ladder keeps every rule, `obstacles` says why, and there is no spec."
    ) {
      JSONMember("spec", .optional(.text), "A whole stream spec in YAML, with comments. Null where no ladder keeps every rule.") { $0.spec }
      JSONMember("ladder", .optional(.text), "The part of it that is the ladder. Null as well where each of the providers makes a ladder of its own.") { $0.ladder }
      JSONMember("targets", .list(.text), "What the spec is for: the providers, or the encoder that sends to a destination.") { $0.targets }
      JSONMember("renditions", .list(rendition), "Best first; empty where each of the providers makes a ladder of its own.") { $0.renditions }
      JSONMember("remarks", .list(.text), "What to know beside it, one sentence each.") { $0.remarks }
      JSONMember("obstacles", .list(obstacle), "What was requested and is not possible; empty where there is a ladder.") { $0.obstacles }
    }
  }

  private static var rendition: JSONForm<Rendition> {
    .object {
      JSONMember("name", .text, "After the shorter side.") { $0.name }
      JSONMember("resolution", .resolution) { $0.resolution }
      JSONMember("fps", .number, "Frames per second.") { $0.fps.value }
      JSONMember("bitrate", .count, "Target, in bit/s.") { Int($0.bitrates.target.bitsPerSecond) }
      JSONMember("max_bitrate", .count, "In bit/s.") { Int($0.bitrates.max.bitsPerSecond) }
      JSONMember("buffer", .count, "In bit.") { Int($0.bitrates.buffer.bits) }
      JSONMember("level", .optional(.text), "The lowest that suffices; null for a codec without levels, and where only a High tier takes it.") { $0.level }
      JSONMember("audio_bitrate", .count, "In bit/s, at providers with one for each rendition.") { Int($0.bitrates.audio.bitsPerSecond) }
      JSONMember("reason", .text, "Why this rendition, and which limit decided.") { $0.reason }
    }
  }

  private static var obstacle: JSONForm<LadderObstacle> {
    .object {
      JSONMember("message", .text, "What was found, and what is possible instead.") { $0.message }
      JSONMember("help", .optional(.text), "What to request instead, as options of `rung ladder design`; null where nothing helps.") { $0.help }
      JSONMember("citation", .optional(.citation)) { $0.citation }
    }
  }
}
