/// A file that the program loads, or that is written before it starts.
public struct EncoderFile: Sendable {
  /// Of a profile, without a directory; beside a command, the path from where it starts.
  public var name: String
  /// Secrets are `${env:NAME}` in it.
  public var text: String

  package init(_ name: String, _ text: String) { (self.name, self.text) = (name, text) }
}
