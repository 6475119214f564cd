/// One setting that holds for a file, and where it is said.
package struct HeldSetting: Sendable {
  /// `severity.mkio/*`, `limits.mkio.archive`.
  package let key: String
  package let value: String
  package let file: String
  /// From 1.
  package let line: Int

  package init(_ key: String, _ value: String, file: String, line: Int) { (self.key, self.value, self.file, self.line) = (key, value, file, line) }
}
