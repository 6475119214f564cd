package import RungSource

/// An `AdaptationSet` of a manifest: representations that a player may switch between.
package struct ManifestSet: Sendable {
  /// What is in a set.
  package enum Content: String, Sendable, Hashable {
    case video, audio, text, image, application
  }

  /// The start tag.
  package let place: SourcePlace
  package let id: Located<String>?
  /// By `contentType`, or the first part of the MIME type, its own or of its first representation. Subtitles in MP4 are text. Nil where
  /// none tells.
  package let content: Located<Content>?
  package let mimeType: Located<String>?
  /// RFC 5646.
  package let lang: Located<String>?
  /// A number names sets that are aligned with each other, and counts as true; false without the attribute.
  package let segmentAlignment: Located<Bool>?
  /// The type of stream access point that each segment starts with (ISO/IEC 14496-12, annex I); nil where it is not stated.
  package let startWithSAP: Located<Int>?
  /// The same of the parts of a file with an index, as on-demand profiles have them.
  package let subsegmentAlignment: Located<Bool>?
  package let subsegmentStartsWithSAP: Located<Int>?
  /// Values of `Role`, whatever their scheme.
  package let roles: [Located<String>]
  /// Schemes of `ContentProtection` of the set.
  package let protections: [Located<String>]
  package let representations: [ManifestRepresentation]

  /// Whether all of it is keyframes, for trick play, so that none of it is played as such.
  package var isTrickPlay: Bool { !representations.isEmpty && representations.allSatisfy { $0.trickPlay != nil } }
  /// Whether any of it is encrypted.
  package var isProtected: Bool { !protections.isEmpty || representations.contains { !$0.protections.isEmpty } }
}
