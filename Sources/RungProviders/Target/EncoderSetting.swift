internal import RungSource
internal import RungSpec

/// One thing to set.
public struct EncoderSetting: Sendable {
  /// The page of the program's settings.
  public var page: String
  public var name: String
  public var value: String

  package init(_ page: String, _ name: String, _ value: String) {
    self.page = page
    self.name = name
    self.value = value
  }
}
