/// Why ``Reader/message(_:)`` cannot read a text.
package struct MessageFault: Error {
  /// In bytes.
  package let offset: Int
  package let message: String
}
