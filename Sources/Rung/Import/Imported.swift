internal import RungOutput
internal import RungProviders
internal import RungSource
internal import RungSpec

/// A stream spec made of request bodies.
public struct Imported: Sendable {
  /// What was found: what is wrong with the bodies as their provider would see it, and what became of their values. Every
  /// finding is at the body's value.
  public let analysis: Analysis
  /// YAML, one document for each stream. Nil when the bodies are no stream; the findings say why.
  public let text: String?
  /// Secrets that stood in the bodies, by the names that the spec refers to them with. The spec has none of their values.
  public let secrets: [NamedSecret]
  /// The specs, their values placed in the bodies.
  let documents: [Node]
}
