/// Where an answer that combines the values of several requests has those of some of them.
package struct AnsweredPart: Sendable {
  /// Keys separated by dots; "" for the top.
  package let path: String
  package let kinds: [String]
  /// Further keys of the answer in that place.
  package let beside: [String]

  package init(_ path: String, of kinds: [String], beside: [String] = []) { (self.path, self.kinds, self.beside) = (path, kinds, beside) }
}
