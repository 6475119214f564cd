/// How large a file may be before it is rejected: no input may exhaust the machine that lints it.
///
/// The defaults allow a file of 100 MB with many streams, and are far above what one stream needs.
package struct Bounds: Sendable {
  /// Bytes in one file, and in all the files that it extends together. 128 MB.
  package var fileSize = 128 << 20
  /// Nested mappings and lists, also through aliases.
  package var depth = 64
  /// Keys and values in one file, aliases expanded; and in all that it extends together.
  package var nodes = 12_000_000
  /// Keys and values that aliases may repeat in one document ("billion laughs"), and that bases may bring into it.
  package var repeatedNodes = 100_000
  /// Bytes of text in those keys and values. 16 MB.
  package var repeatedBytes = 16 << 20

  /// The bounds that docs/reference/bounds.md names.
  package init() {}
}
