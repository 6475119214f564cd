/// How many channels an `AudioChannelConfiguration` stands for.
enum ChannelConfiguration {
  /// - Returns: nil for a scheme that Rung does not know; an inner nil for a value that is none of the scheme.
  static func channels(_ value: String, scheme: String) -> Int?? {
    switch scheme {
    // ISO/IEC 23009-1, section 5.8.5.4; ETSI TS 102 114, annex G.
    case "urn:mpeg:dash:23003:3:audio_channel_configuration:2011", "urn:dts:dash:audio_channel_configuration:2012",
      "tag:dts.com,2014:dash:audio_channel_configuration:2012":
      return .some(ManifestValue.positive(value).flatMap { Int(exactly: $0) })
    // ISO/IEC 23091-3, table 8.
    case "urn:mpeg:mpegB:cicp:ChannelConfiguration":
      guard let number = ManifestValue.integer(value) else { return .some(nil) }
      return cicp.indices.contains(Int(clamping: number)) ? cicp[Int(number)].map { .some($0) } ?? nil : nil
    // ETSI TS 103 190-1, annex G.3 of ETSI TS 103 420: bits of loudspeakers, some of which are two.
    case "tag:dolby.com,2014:dash:audio_channel_configuration:2011", "urn:dolby:dash:audio_channel_configuration:2011":
      guard let bits = UInt16(value, radix: 16), value.utf8.count == 4, bits > 0 else { return .some(nil) }
      return .some(bits.nonzeroBitCount + (bits & 0b0000_0110_0111_0100).nonzeroBitCount)
    default: return nil
    }
  }

  /// Loudspeakers of layouts 0 to 20; nil where a layout is not one number.
  private static let cicp: [Int?] = [nil, 1, 2, 3, 4, 5, 6, 8, nil, 3, 4, 7, 8, 24, 8, 12, 10, 12, 14, 12, 14]
}
