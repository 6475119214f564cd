/// A text to check or to compile.
public struct SourceInput: Sendable {
  /// A path, or a name to show in findings. `.json` is read as JSON, `.yaml` and `.yml` as YAML.
  public var name: String
  /// UTF-8.
  public var bytes: [UInt8]
  /// Nil to detect it from the name, or from the first bytes if the name has no known extension.
  public var format: SourceFormat?
  /// What settles its findings; nil where only comments do.
  public var policy: Policy?
  /// Whether it is a base although it does not say so.
  public var isBase = false

  /// - Parameters:
  ///   - name: as it is shown in findings; its extension selects the format.
  ///   - bytes: UTF-8; what is malformed is a finding.
  ///   - format: nil to tell by the name and the text.
  public init(name: String, bytes: [UInt8], format: SourceFormat? = nil) { (self.name, self.bytes, self.format) = (name, bytes, format) }

  /// - Parameters:
  ///   - name: as it is shown in findings; its extension selects the format.
  ///   - text: YAML or JSON.
  ///   - format: nil to tell by the name and the text.
  public init(name: String, text: String, format: SourceFormat? = nil) {
    self.init(name: name, bytes: Array(text.utf8), format: format)
  }
}
