/// What is wrong with a request: found, expected.
package struct RequestFault: Error {
  /// One sentence.
  package let message: String

  package init(message: String) { self.message = message }
}
