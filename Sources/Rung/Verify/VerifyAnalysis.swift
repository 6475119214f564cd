public import RungSource

/// What was delivered, held against what was asked for.
public struct VerifyAnalysis: Sendable {
  /// What was found, in the delivered texts and in the spec.
  public let analysis: Analysis
  /// The names of the streams in the spec, nil for one without; empty without a spec. Where there are several, and none was chosen, nothing was
  /// compared.
  public let streams: [String?]
  /// The target whose stream was compared; nil for the spec itself.
  public let target: TargetID?
  /// How many renditions were found in what was delivered, each source counted.
  public let renditions: Int
  /// Whether anything was compared or judged: false where texts were missing or did not read.
  public let isJudged: Bool
}
