package import RungSpec

/// `encodingType`. `None` is a deprecated name of PassthroughStandard, and not a choice here.
package enum MKIOEncodingType: String, Choice {
  case passthroughBasic = "PassthroughBasic"
  case passthroughStandard = "PassthroughStandard"
  case standard = "Standard"
  case premium1080p = "Premium1080p"

  package static let noun = "an encoding type"
  package static let aliases: [String: MKIOEncodingType] = ["none": .passthroughStandard]

  package var mode: EncodingMode {
    switch self {
    case .passthroughBasic, .passthroughStandard: .passthrough
    case .standard, .premium1080p: .transcode
    }
  }
}
