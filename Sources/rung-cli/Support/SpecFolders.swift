/// Directories that hold specs: an empty file in one is a spec that lacks everything.
struct SpecFolders {
  private var folders: Set<String> = []

  mutating func note(_ spec: String) { folders.insert(PathName.directory(of: spec)) }

  /// Whether an empty file is a spec.
  mutating func take(_ blank: String, wasSpec: Bool) -> Bool {
    let folder = PathName.directory(of: blank)
    guard folders.contains(folder) || wasSpec || SpecFiles.hasSpec(folder) else { return false }
    folders.insert(folder)
    return true
  }
}
