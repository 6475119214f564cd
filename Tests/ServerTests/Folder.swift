import Foundation

/// A folder of files that is removed in the end.
final class Folder {
  private let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("rung-\(UUID().uuidString)").resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { name == "." ? url.path : url.appendingPathComponent(name).path }
  func uri(_ name: String) -> String { url.appendingPathComponent(name).absoluteString }

  /// The folders above it are made.
  func write(_ name: String, _ text: String) throws {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
  func link(_ name: String, to target: String) throws { try FileManager.default.createSymbolicLink(atPath: path(name), withDestinationPath: target) }
  /// All that is in it.
  func copy(to other: Folder) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: url.path) { try FileManager.default.copyItem(atPath: path(name), toPath: other.path(name)) }
  }
  func read(_ name: String) throws -> String { try String(contentsOf: url.appendingPathComponent(name), encoding: .utf8) }
  func remove(_ name: String) throws { try FileManager.default.removeItem(at: url.appendingPathComponent(name)) }
}
