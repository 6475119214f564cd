package import Rung
internal import RungSource

/// What an editor's server asks of the system: files, configurations, a place for pages. The server itself does no input or output.
package protocol EditorHost {
  /// A text with what settles its findings, and what finds the files that it extends: as `rung check` takes the file. Texts that are
  /// open count in place of their files.
  ///
  /// - Parameters:
  ///   - path: absolute; nil for a text that is no file yet.
  ///   - name: what it is called where it has no path.
  /// - Throws: ``EditorFault`` where the configuration or the baseline cannot be read.
  func settled(_ bytes: [UInt8], path: String?, name: String) throws(EditorFault) -> (input: SourceInput, loader: Loader)

  /// The path of a file that an analysis names, or of a text that is open, without links; nil where it is none.
  func path(of name: String) -> String?

  /// Takes the texts that are open, by their paths. Where two are of one file, the later one counts.
  func open(_ texts: [(path: String, bytes: [UInt8])])

  /// Whether a file without a telling name is meant to be a stream spec.
  func isSpec(_ input: SourceInput) -> Bool

  /// The specs of the repository that extend a file, each with its path.
  func dependents(of path: String) -> [(path: String, input: SourceInput, loader: Loader)]

  /// The findings of a base that does not say that it is one, where specs of the repository extend it: nil where none does.
  func findings(ofBareBase path: String) -> [Diagnostic]?

  /// Files beside a file that may be extended, as `extends` there names them.
  func neighbours(of path: String) -> [String]

  /// Keeps a page for as long as the server runs, and gives its path; nil where it cannot be kept.
  ///
  /// - Parameters:
  ///   - isAnew: whether it may be another one than the last of the name.
  ///   - page: made where it is not kept already.
  func keep(_ name: String, isAnew: Bool, _ page: () -> String) -> String?
}
