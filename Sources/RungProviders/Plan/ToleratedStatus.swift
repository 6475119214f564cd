/// An HTTP status of 400 or more that is not an error here.
public struct ToleratedStatus: Sendable {
  /// The HTTP status, 400 or more.
  public var status: Int
  /// What it means: "the event is already stopped".
  public var meaning: String
  /// The wait is skipped, because its resource does not exist.
  public var skipsWait: Bool

  package init(_ status: Int, _ meaning: String, skipsWait: Bool = false) {
    (self.status, self.meaning, self.skipsWait) = (status, meaning, skipsWait)
  }
}
