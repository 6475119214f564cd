/// A ladder that ships with Rung.
public struct PresetInfo: Sendable {
  /// What `ladder.preset` names: `tenbyte-balanced`.
  public let name: String
  /// One line.
  public let title: String
  /// Where its values come from.
  public let source: String
  /// The file: YAML.
  public let text: String
}
