/// A key of the spec, by its path without positions: `ladder.renditions.max_bitrate`.
///
/// Messages name keys by these, and a ``Vocabulary`` writes what the key is called in the text that is judged.
@usableFromInline package struct SpecKey: Sendable, Hashable {
  package let path: String

  package init(_ path: String) { self.path = path }

  /// The path of the mapping that has it; empty at the top of the spec.
  package var parent: String { path.lastIndex(of: ".").map { String(path[..<$0]) } ?? "" }

  /// Its name in a spec: the last part of the path.
  package var name: String { path.lastIndex(of: ".").map { String(path[path.index(after: $0)...]) } ?? path }
}
