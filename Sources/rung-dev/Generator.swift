/// Everything that is generated, in the order in which one part needs another: sources first, then what the tool that is
/// built from them prints.
struct Generator {
  let root: String
  let isCheck: Bool
  let mayBuild: Bool

  static let command = "swift run rung-dev generate"

  /// - Returns: false when a check found something stale.
  func run() throws(Fault) -> Bool {
    let sourcesFresh = try settle(Registries.files(in: root) + [EmbeddedPresets.file(in: root)], within: Registries.folders)
    // With stale sources the tool would print old text.
    guard sourcesFresh else { return false }

    let folder = try Program.folder(withRung: mayBuild, in: root)
    let schemasFresh = try settle(try PrintedSchemas.files(in: root, by: folder), within: ["schemas"])
    let pagesFresh = try settle(try DocumentBlocks.files(in: root, by: folder), within: [])
    return schemasFresh && pagesFresh
  }

  /// Writes what differs and removes generated files that nothing generates any more; a check only reports them.
  private func settle(_ files: [GeneratedFile], within folders: [String]) throws(Fault) -> Bool {
    var isFresh = true
    for file in files where try Tree.text(of: "\(root)/\(file.path)") != file.text {
      isFresh = false
      if isCheck {
        Console.complain("\(file.path) is stale; run: \(Self.command)")
      } else {
        try Tree.replace("\(root)/\(file.path)", with: file.text)
        Console.say("wrote \(file.path)")
      }
    }
    for folder in folders {
      for name in Tree.names(in: "\(root)/\(folder)") where GeneratedFile.isGenerated(name) {
        let path = "\(folder)/\(name)"
        guard !files.contains(where: { $0.path == path }) else { continue }
        isFresh = false
        if isCheck {
          Console.complain("\(path) is not generated any more; run: \(Self.command)")
        } else {
          try Tree.remove("\(root)/\(path)")
          Console.say("removed \(path)")
        }
      }
    }
    return isFresh || !isCheck
  }
}

/// A file as it should be.
struct GeneratedFile {
  /// From the root of the repository.
  let path: String
  let text: String

  static func isGenerated(_ name: String) -> Bool { name.hasSuffix("+Generated.swift") || name.hasSuffix(".schema.json") }

  static let header = "// Written by `\(Generator.command)`; do not edit.\n"
}
