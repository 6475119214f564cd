/// What a request does to the bill.
public struct Billing: Sendable {
  /// Whether billing starts or ends.
  public enum Change: String, Sendable, CaseIterable {
    /// Billing starts here and continues until a step of the teardown ends it.
    case starts
    /// Billing that a step started ends here.
    case ends
  }

  /// What the request does.
  public var change: Change
  /// What is billed, with the same text at the start and at the end: "the live event".
  public var subject: String
  /// When: "also without an encoder".
  public var detail: String?

  package init(_ change: Change, _ subject: String, _ detail: String? = nil) { (self.change, self.subject, self.detail) = (change, subject, detail) }
}
