/// A key that its mapping does not have, and that is no slip of the pen.
package struct UnknownKey: Sendable {
  /// Nil for the usual message.
  package var message: String?
  package var help: String?
  /// The key that says the same in this mapping.
  package var meant: String?

  package init(message: String? = nil, help: String? = nil, meant: String? = nil) {
    self.message = message
    self.help = help
    self.meant = meant
  }
}
