/// One value of a rendition, as it was asked for and as it was delivered: for tables.
package struct DeliveredValue: Sendable {
  package let title: String
  /// Nil where the spec does not say it.
  package let asked: String?
  package let delivered: String
  package let isAsAsked: Bool

  init(_ title: String, _ asked: String?, _ delivered: String, isAsAsked: Bool? = nil) {
    (self.title, self.asked, self.delivered) = (title, asked, delivered)
    self.isAsAsked = isAsAsked ?? (asked == nil || asked == delivered)
  }
}
