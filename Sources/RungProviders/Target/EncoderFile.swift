internal import RungSource
internal import RungSpec

/// A file that the program loads.
public struct EncoderFile: Sendable {
  /// Without a directory.
  public var name: String
  /// `${env:NAME}` stands in it for what is secret.
  public var text: String

  package init(_ name: String, _ text: String) {
    self.name = name
    self.text = text
  }
}
