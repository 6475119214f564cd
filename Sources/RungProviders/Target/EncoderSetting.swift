/// One thing to set.
public struct EncoderSetting: Sendable {
  /// The page of the program's settings.
  public var page: String
  /// As the page shows it.
  public var name: String
  /// What to enter or to choose.
  public var value: String

  package init(_ page: String, _ name: String, _ value: String) { (self.page, self.name, self.value) = (page, name, value) }
}
