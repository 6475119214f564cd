package import RungSource

/// Something that a target has no field for, and what to do instead. Compared by identity.
package final class Inexpressible: Sendable {
  /// A path in the spec without list indices: `recording.window`, `ladder.renditions.crf`, `playback`.
  package let path: String
  package let reason: String
  package let citation: Citation?
  /// It is not an encoder's setting: the service that receives the stream handles it.
  package let isServices: Bool
  /// Whether losing the value changes who can send or watch, where the stream goes, or what is recorded.
  package let isReliedOn: Bool
  /// The value that asks for nothing, so that nothing is lost with it.
  package let exception: String?

  private init(_ path: String, _ reason: String, _ citation: Citation?, isServices: Bool, isReliedOn: Bool, _ exception: String?) {
    (self.path, self.reason, self.citation, self.isServices, self.isReliedOn, self.exception)
      = (path, reason, citation, isServices, isReliedOn, exception)
  }

  package convenience init(_ path: String, _ reason: String, _ citation: Citation? = nil) {
    self.init(path, reason, citation, isServices: false, isReliedOn: false, nil)
  }

  package static func service(_ path: String, _ reason: String) -> Inexpressible {
    Inexpressible(path, reason, nil, isServices: true, isReliedOn: false, nil)
  }

  /// - Parameter exception: the value that asks for nothing.
  package static func reliedOn(_ path: String, _ reason: String, _ citation: Citation? = nil, except exception: String? = nil) -> Inexpressible {
    Inexpressible(path, reason, citation, isServices: false, isReliedOn: true, exception)
  }

  /// HDR of a rendition, for a provider whose documents do not mention it: viewers may get SDR, or wrong colors.
  package static let hdr = ["ladder.renditions.transfer", "ladder.defaults.transfer"].map {
    reliedOn($0, "no document of the provider mentions HDR; viewers may get something else", except: "sdr")
  }
}
