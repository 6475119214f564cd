

/// One of the two outputs.
public struct PreviewedOutput: Sendable {
  /// Whether `packaging` has it. A provider may also package outputs that the spec does not have.
  public var isAsked: Bool
  /// `mpegts` or `fmp4`; fMP4 where nothing is set.
  public var format: String
  /// As set; six seconds in whole GOPs where nothing is.
  public var segment: Seconds
  /// Whether every rendition is cut at the same times. True where that is not known.
  public var isAligned: Bool
}
