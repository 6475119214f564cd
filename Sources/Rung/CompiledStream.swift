package import RungSource

/// One document of a file, compiled.
public struct CompiledStream: Sendable {
  /// Its `name`, when it has one.
  public var name: String?
  /// One for each provider that it was compiled for, in the order of `targets`. Empty when the spec has errors that
  /// keep it from being compiled at all.
  public var plans: [RequestPlan]
  /// One for each encoder that it was compiled for, in the order of `targets`.
  public var setups: [EncoderSetup]
  /// Where the text says which stream it is: its name there, or its first line.
  package var place = SourcePlace.nowhere
}
