internal import RungSpec

/// The option `encoding_type`.
package enum MKIOEncodingChoice: String, Choice {
  case auto
  case passthroughBasic = "PassthroughBasic"
  case passthroughStandard = "PassthroughStandard"
  case standard = "Standard"
  case premium1080p = "Premium1080p"

  package static let noun = "an encoding type"
  package static let aliases: [String: MKIOEncodingChoice] = [
    "none": .passthroughStandard, "passthrough": .auto, "basic": .passthroughBasic, "default720p": .standard,
    "720p": .standard, "premium": .premium1080p, "default1080p": .premium1080p, "1080p": .premium1080p,
  ]

  /// Nil for `auto`.
  package var type: MKIOEncodingType? { MKIOEncodingType(rawValue: rawValue) }
}
