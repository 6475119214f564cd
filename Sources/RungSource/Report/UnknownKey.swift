/// A key that its mapping does not have, and that is not a typo.
package struct UnknownKey: Sendable {
  /// Nil for the usual message.
  package var message: Message?
  package var help: Help?
  /// The key with the same meaning in this mapping.
  package var meant: String?

  package init(message: Message? = nil, help: Help? = nil, meant: String? = nil) {
    self.message = message
    self.help = help
    self.meant = meant
  }
}
