package import Rung

/// Why a text cannot be judged at all.
package struct EditorFault: Error, Sendable {
  /// One sentence.
  package let message: String
  /// What is wrong in a file other than the text; nil where that is all.
  package let analysis: Analysis?

  package init(_ message: String, _ analysis: Analysis? = nil) { (self.message, self.analysis) = (message, analysis) }
}
