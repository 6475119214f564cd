/// A key that its mapping does not have, and that is not a typo.
package struct UnknownKey: Sendable {
  /// Nil for the usual message.
  package var message: Message?
  package var help: Help?
  /// The key with the same meaning in this mapping.
  package var meant: String?
  /// Judges the value as in the place where it belongs; nil where that is not known.
  package var judge: (@Sendable (_ value: Node, inout Report) -> Void)?

  package init(message: Message? = nil, help: Help? = nil, meant: String? = nil, judge: (@Sendable (Node, inout Report) -> Void)? = nil) {
    self.message = message
    self.help = help
    self.meant = meant
    self.judge = judge
  }
}
