/// How names of files become the paths that readers of a repository know: relative to its root.
public struct RepositoryPaths: Sendable {
  private let working: [String]?
  private let root: [String]

  /// Names are the paths already.
  public static let asGiven = RepositoryPaths(working: nil, root: [])

  /// - Parameters:
  ///   - directory: the one that relative names start from: absolute, without links.
  ///   - root: that of the repository, or what stands for it: absolute, without links.
  public init(from directory: String, root: String) { self.init(working: Self.parts(directory), root: Self.parts(root)) }

  private init(working: [String]?, root: [String]) { (self.working, self.root) = (working, root) }

  /// Nil for a file outside of the repository.
  func path(of name: String) -> String? {
    guard let working, !Self.isStandardInput(name) else { return name }
    let parts = Self.resolved(name.utf8.first == Self.slash ? Self.parts(name) : working + Self.parts(name))
    guard parts.starts(with: root), parts.count > root.count else { return nil }
    return parts[root.count...].joined(separator: "/")
  }

  /// The absolute path; nil where no directory is known.
  func absolute(_ name: String) -> String? {
    if name.utf8.first == Self.slash { return name }
    return working.map { "/" + Self.resolved($0 + Self.parts(name)).joined(separator: "/") }
  }

  /// `<stdin>` is no file.
  static func isStandardInput(_ name: String) -> Bool { name == "<stdin>" }

  /// As RFC 3986 has it: everything but letters, digits, `-._~` and `/` is encoded.
  static func uri(_ path: String) -> String {
    var text: [UInt8] = []
    for byte in path.utf8 {
      if (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || "-._~/".utf8.contains(byte) {
        text.append(byte)
      } else {
        text += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static let hex = Array("0123456789ABCDEF".utf8)
  private static let slash = UInt8(ascii: "/")

  /// By bytes: a mark behind a slash would be one character with it.
  private static func parts(_ path: String) -> [String] { path.utf8.split(separator: slash).compactMap { String($0) }.filter { $0 != "." } }

  private static func resolved(_ parts: [String]) -> [String] {
    var result: [String] = []
    for part in parts { if part == ".." { _ = result.popLast() } else { result.append(part) } }
    return result
  }
}
