internal import RungSpec

/// `type` of a channel.
package enum IVSChannelType: String, Choice {
  case basic = "BASIC"
  case standard = "STANDARD"
  case advancedSD = "ADVANCED_SD"
  case advancedHD = "ADVANCED_HD"

  package static let noun = "a channel type"
  package static let aliases: [String: IVSChannelType] = ["advanced-sd": .advancedSD, "advanced-hd": .advancedHD]

  /// Who makes the renditions; nil for STANDARD, where multitrack input decides it.
  var mode: EncodingMode? {
    switch self {
    case .basic: .passthrough
    case .standard: nil
    case .advancedSD, .advancedHD: .transcode
    }
  }

  var isAdvanced: Bool { self == .advancedSD || self == .advancedHD }
}
