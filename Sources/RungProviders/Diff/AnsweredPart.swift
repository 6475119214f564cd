internal import RungSource
internal import RungSpec

/// Where an answer that has several requests' values in one piece has those of some of them.
package struct AnsweredPart: Sendable {
  /// Keys with dots between them; "" for the top.
  package let path: String
  package let kinds: [String]
  /// Keys that it has there beside theirs.
  package let beside: [String]

  package init(_ path: String, of kinds: [String], beside: [String] = []) {
    (self.path, self.kinds, self.beside) = (path, kinds, beside)
  }
}
