/// An HTTP status of 400 or more that does not mean that something is wrong.
public struct ToleratedStatus: Sendable {
  /// The HTTP status, 400 or more.
  public var status: Int
  /// What it means then: "the event is stopped already".
  public var meaning: String
  /// There is nothing to wait for: what would be waited for is not there.
  public var skipsWait: Bool

  package init(_ status: Int, _ meaning: String, skipsWait: Bool = false) {
    self.status = status
    self.meaning = meaning
    self.skipsWait = skipsWait
  }
}
