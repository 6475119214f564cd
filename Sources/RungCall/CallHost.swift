package import Rung

/// What reads the files that requests name. Without one, requests hold all of their texts, and name no paths.
package protocol CallHost: AnyObject {
  /// The specs among files and directories, as `rung check` takes them.
  ///
  /// - Throws: ``RequestFault`` where there is nothing to judge.
  func specs(at paths: [String]) throws(RequestFault) -> CallTexts

  /// The bodies among files and directories, as `rung check --as` takes them.
  ///
  /// - Parameter request: what the bodies are of.
  /// - Throws: ``RequestFault`` where there is nothing to judge.
  func bodies(at paths: [String], of request: RequestName) throws(RequestFault) -> CallTexts

  /// A text of a request with what settles its findings, and what finds the files that it extends: as `rung check -` takes standard input
  /// of that name.
  ///
  /// - Throws: ``RequestFault`` where the configuration or the baseline cannot be read.
  func settled(_ input: SourceInput) throws(RequestFault) -> CallTexts.Text
}
