

/// One of the two outputs.
public struct PreviewedOutput: Sendable {
  /// Whether `packaging` asks for it. A provider may package what the spec does not ask for.
  public var isAsked: Bool
  /// `mpegts` or `fmp4`; fMP4 where nothing is stated.
  public var format: String
  /// As asked for; six seconds in whole GOPs where nothing is.
  public var segment: Seconds
  /// Whether every rendition is cut at the same times. True where that is not known.
  public var isAligned: Bool
}
