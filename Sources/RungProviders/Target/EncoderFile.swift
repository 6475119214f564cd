/// A file that the program loads.
public struct EncoderFile: Sendable {
  /// Without a directory.
  public var name: String
  /// Secrets are `${env:NAME}` in it.
  public var text: String

  package init(_ name: String, _ text: String) { (self.name, self.text) = (name, text) }
}
