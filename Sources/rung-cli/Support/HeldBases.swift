/// Files that were judged as streams and may be bases: only what others extend shows that.
struct HeldBases {
  /// With a number of the caller's.
  var files: [(name: String, index: Int)] = []
  /// Names of the files that others extend, as loaders give them.
  var extended: Set<String> = []

  /// Each, and whether it is a base.
  func sorted() -> [(name: String, index: Int, isBase: Bool)] {
    guard !files.isEmpty else { return [] }
    let bases = Set(extended.compactMap { PathName.real($0) })
    return files.map { name, index in (name, index, PathName.real(name).map(bases.contains) ?? false) }
  }
}
