package import RungSpec

/// A published ladder to look at one's own beside.
package struct ReferenceLadder: Sendable {
  package struct Step: Sendable {
    package let resolution: Resolution
    package let bitrate: Bitrate

    package init(_ resolution: Resolution, _ bitrate: Bitrate) { (self.resolution, self.bitrate) = (resolution, bitrate) }
  }

  package let codec: String
  package let title: String
  /// The document that has it.
  package let source: String
  /// Lowest first.
  package let steps: [Step]

  package init(codec: String, title: String, source: String, steps: [Step]) {
    (self.codec, self.title, self.source, self.steps) = (codec, title, source, steps)
  }
}
