package import RungSource

/// Something that a target has no field for, and what to do instead.
package struct Inexpressible: Sendable {
  /// A path in the spec without list indices: `recording.window`, `ladder.renditions.crf`, `playback`.
  package let path: String
  package let reason: String
  package let citation: Citation?
  /// It is not an encoder's setting: the service that receives the stream handles it.
  package let isServices: Bool

  package init(_ path: String, _ reason: String, _ citation: Citation? = nil) {
    self.init(path, reason, citation, isServices: false)
  }

  package static func service(_ path: String, _ reason: String) -> Inexpressible {
    Inexpressible(path, reason, nil, isServices: true)
  }

  private init(_ path: String, _ reason: String, _ citation: Citation?, isServices: Bool) {
    self.path = path
    self.reason = reason
    self.citation = citation
    self.isServices = isServices
  }
}
