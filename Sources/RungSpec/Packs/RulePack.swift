package import RungSource

/// Additional requirements of another document that a stream can be checked against: a spec lists them under `packs`.
///
/// A requirement that a general rule covers already is adopted with the severity that it has here; every other one is a rule
/// of the pack, one file each.
public enum RulePack: String, Choice {
  /// The Apple HLS Authoring Specification, edition of 2025-05.
  case appleHLS = "apple-hls"
  /// DASH-IF's interoperability points, MPEG-DASH and CMAF.
  case dashIF = "dash-if"

  @usableFromInline package static let noun = "a rule pack"
  @usableFromInline package static let aliases: [String: RulePack] = [
    "apple": .appleHLS, "hls": .appleHLS, "dash": .dashIF, "cmaf": .dashIF, "dashif": .dashIF,
  ]

  /// Whose requirements they are.
  public var title: String {
    switch self {
    case .appleHLS: "Apple HLS Authoring Specification"
    case .dashIF: "DASH-IF interoperability points and CMAF"
    }
  }

  package var rules: [Rule<Stream>] {
    switch self {
    case .appleHLS: AppleHLSRules.all
    case .dashIF: DASHIFRules.all
    }
  }

  package var adopted: [PackRequirement] {
    switch self {
    case .appleHLS: AppleHLSRules.adopted
    case .dashIF: DASHIFRules.adopted
    }
  }

  /// How several packs adopt general rules; the strictest applies.
  package static func adoptions(of packs: [RulePack]) -> [String: PackRequirement] {
    packs.flatMap(\.adopted).reduce(into: [:]) { all, next in
      if all[next.id].map({ $0.severity >= next.severity }) != true { all[next.id] = next }
    }
  }
}
