internal import RungSource
internal import RungSpec

/// What a text of the API looks like: its length and its characters. By the API's model, where each has a name of its own.
struct IVSTextForm: Sendable {
  /// The name of the shape in the model.
  let shape: String
  let length: ClosedRange<Int>
  let pattern: String
  let says: String
  /// Where the model says so.
  var locator = "pattern"
  let isFitting: @Sendable (String) -> Bool

  static let name = IVSTextForm(shape: "ChannelName", length: 0...128, pattern: "^[a-zA-Z0-9_-]*$", says: "letters, digits, hyphens and underscores") { $0.utf8.allSatisfy(isNameByte) }
  static let bucket = IVSTextForm(shape: "S3DestinationBucketName", length: 3...63, pattern: "^[a-z0-9.-]+$", says: "lower-case letters, digits, hyphens and dots") { text in
    text.utf8.allSatisfy { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
  }
  static let tag = IVSTextForm(shape: "TagValue", length: 0...256, pattern: #"^[^!-*,;<>?\[-^`{-~]*$"#, says: "letters, digits, spaces and `_.:/=+-@`") { text in
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .spaceSeparator, .lineSeparator,
        .paragraphSeparator, .decimalNumber, .letterNumber, .otherNumber:
        true
      default: "_.:/=+-@".unicodeScalars.contains(scalar)
      }
    }
  }
  static let country = IVSTextForm(
    shape: "PlaybackRestrictionPolicyAllowedCountryList", length: 2...2, pattern: "^[A-Z]{2}$", says: "two capital letters, as `DE`",
    locator: "allowed values are ISO 3166-1 alpha-2 codes",
    isFitting: { $0.utf8.count == 2 && $0.utf8.allSatisfy { $0 &- 0x41 < 26 } })
  /// A scheme and a host, or `null`: what browsers send. A reference to an environment variable may stand for all of it.
  static let origin = IVSTextForm(
    shape: "PlaybackRestrictionPolicyAllowedOriginList", length: 0...128, pattern: #"^(null|https?://[^/?#\s]+|\$\{env:[^}]*\})$"#,
    says: "an origin without a path, as `https://example.com`",
    locator: "allowed values are those of the header Origin"
  ) { text in
    if text == "null" { return true }
    if text.hasPrefix("${env:") { return text.utf8.firstIndex(of: UInt8(ascii: "}")).map { text.utf8.index(after: $0) } == text.endIndex }
    guard let scheme = (["https://", "http://"].first { text.hasPrefix($0) }) else { return false }
    let host = text.unicodeScalars.dropFirst(scheme.unicodeScalars.count)
    return !host.isEmpty && host.allSatisfy { !"/?#".unicodeScalars.contains($0) && !$0.properties.isWhitespace }
  }
  static let channel = arn("ChannelArn", "channel", isEmptiable: false)
  static let policy = arn("PlaybackRestrictionPolicyArn", "playback-restriction-policy", isEmptiable: false)
  static let recordingConfiguration = arn("ChannelRecordingConfigurationArn", "recording-configuration")
  static let playbackRestrictionPolicy = arn("ChannelPlaybackRestrictionPolicyArn", "playback-restriction-policy")
  static let adConfiguration = arn("ChannelAdConfigurationArn", "ad-configuration")
  static let failoverSlateConfiguration = arn("ChannelFailoverSlateConfigurationArn", "failover-slate-configuration")

  /// `arn:aws:ivs:REGION:ACCOUNT:KIND/ID`, or empty for none.
  private static func arn(_ shape: String, _ kind: String, isEmptiable: Bool = true) -> IVSTextForm {
    IVSTextForm(
      shape: shape, length: (isEmptiable ? 0 : 1)...128,
      pattern: (isEmptiable ? "^$|" : "") + "^arn:aws:ivs:[a-z0-9-]+:[0-9]+:\(kind)/[a-zA-Z0-9-]+$", says: "`arn:aws:ivs:REGION:ACCOUNT:\(kind)/ID`\(isEmptiable ? ", or empty for none" : "")"
    ) { text in
      if text.isEmpty { return isEmptiable }
      let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
      guard parts.count == 6, parts[0] == "arn", parts[1] == "aws", parts[2] == "ivs", !parts[3].isEmpty, !parts[4].isEmpty else { return false }
      let place = parts[5].split(separator: "/", omittingEmptySubsequences: false)
      return parts[3].utf8.allSatisfy { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == UInt8(ascii: "-") } && parts[4].utf8.allSatisfy { $0 &- 0x30 < 10 }
        && place.count == 2 && place[0] == kind && !place[1].isEmpty && place[1].utf8.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }
    }
  }

  static func isNameByte(_ byte: UInt8) -> Bool { byte.isLetterOrDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") }

  /// The same, whose schema has the length alone.
  var fieldOfSpecs: FieldType<String> { field.described(.string(length: length)) }

  var field: FieldType<String> {
    .text(length, pattern: pattern, says: says, source: IVS.Source.reference("\(shape): \(locator)"), where: isFitting)
  }
}
