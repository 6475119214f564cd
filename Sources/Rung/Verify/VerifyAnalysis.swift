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
  /// How many targets the stream has, where it was compared as the spec has it: with several, one has to be named for its overrides to count.
  public let targetCount: Int
  /// Names that were given for files and that no rendition of the spec has.
  public let unknownNames: [String]
  /// The names of the renditions that were asked for.
  public let names: [String]
  /// Whether there was a stream to compare with, where a spec was given.
  public let hasStream: Bool
  /// How many renditions were found in what was delivered, each source counted.
  public let renditions: Int
  /// Whether anything was compared or judged: false where texts were missing or did not read.
  public let isJudged: Bool
}
