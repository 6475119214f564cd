internal import Rung
internal import RungSource

/// The schema of specs where `rung schema stream --write` puts it: in the user's own repository, where an editor finds it without a network.
struct WrittenSchema {
  /// Where it is written, and looked for, from a directory.
  private static let folder = "schemas"
  static let name = "stream.v1"

  private let source: PolicySource
  /// By directories: the path from there, nil where there is none.
  private var known: [String: String?] = [:]

  init() throws { source = try PolicySource(nil) }

  // MARK: Writing

  /// The path of a schema for which none was named: below the root of the repository; without one, below this directory.
  static func path(of name: String) -> String {
    let here = PathName.real(".")
    let up = here.flatMap { here in PathName.repository(of: here).map { PathName.below($0, here)?.split(separator: "/").count ?? 0 } } ?? 0
    return PathName.join(String(repeating: "../", count: up) + folder, "\(name).schema.json")
  }

  /// - Parameters:
  ///   - path: nil for that of ``path(of:)``.
  ///   - replacesAll: whether a file that is something else is replaced as well.
  /// - Returns: a sentence about what was done.
  static func write(_ text: String, _ name: String, to path: String?, replacesAll: Bool) throws -> String {
    let file = path ?? Self.path(of: name)
    let new = OutputFiles.File(path: file, text: text)
    if !FileText.isRegular(file) || replacesAll {
      try OutputFiles.write([new], in: path == nil ? [PathName.directory(of: file)] : [])
    } else {
      let old: [UInt8]
      do throws(Unreadable) {
        old = try FileText.read(file, limit: Inputs.limit, isInput: false)
      } catch {
        throw Failure.notRun("\(file) \(error.reason)")
      }
      if old == Array(text.utf8) { return "\(file) is up to date" }
      guard Schemas.isVersion(old, of: text) else {
        throw Failure.notRun("\(file) is something else than this schema, and was not overwritten; name another file, or add --force")
      }
      try OutputFiles.replace(file, holding: old, by: Array(text.utf8))
    }
    return "wrote \(file)\(name == Self.name && path == nil ? "; specs that `rung init` and `rung import` write refer to it" : "")"
  }

  // MARK: Referring to it

  /// The text of a spec with the comment above each document that editors read, where a schema was written: in the directory of the
  /// spec, or one above it up to the root of the repository. Outside of a repository up to this directory.
  ///
  /// - Parameter path: of the spec; nil where nobody knows where it will be.
  mutating func named(in text: String, of path: String?) -> String {
    guard let path, let schema = nearest(to: path) else { return text }
    let line = "# yaml-language-server: $schema=\(schema)\n"
    // At the start of a line, nothing but what begins a document is written so.
    return line + text.split(separator: "\n---\n", omittingEmptySubsequences: false).joined(separator: "\n---\n\(line)")
  }

  private mutating func nearest(to path: String) -> String? {
    let start = PathName.directory(of: source.place(of: path))
    if let known = known[start] { return known }
    let here = PathName.real(".")
    let top = source.root(of: start) ?? here.flatMap { PathName.isInside(start, $0) ? $0 : nil } ?? start
    var found: String?
    var directory = start
    var up = ""
    while true {
      let file = "\(Self.name).schema.json"
      found = [file, PathName.join(Self.folder, file)].first { isSchema(PathName.join(directory, $0)) }.map { up + $0 }
      guard found == nil, !PathName.isSame(directory, top), let above = PathName.above(directory) else { break }
      directory = above
      up += "../"
    }
    known[start] = found
    return found
  }

  private func isSchema(_ path: String) -> Bool {
    guard FileText.isRegular(path), let bytes = try? FileText.read(path, limit: Inputs.limit, isInput: false) else { return false }
    return Schemas.isVersion(bytes, of: Schemas.text(named: Self.name) ?? "")
  }
}
