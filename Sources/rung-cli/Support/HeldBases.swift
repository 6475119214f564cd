internal import Rung
internal import RungCall
internal import RungSource
internal import RungSpec

/// Files that were judged as streams and may be bases: only what others extend shows that.
struct HeldBases {
  /// With a number of the caller's.
  var files: [(name: String, index: Int)] = []
  /// Names of the files that others extend, as loaders give them, by their bytes.
  private var extended: [[UInt8]: String] = [:]

  init(files: [(name: String, index: Int)] = []) { self.files = files }

  /// - Parameter names: of files that others extend, as loaders give them.
  mutating func extend(_ names: Set<String>) { for name in names { extended[Array(name.utf8)] = name } }

  /// Each file and what it is. What no file of the run extends may be extended by another one of the repository: a file gets the same
  /// verdict alone as among the others.
  ///
  /// - Parameter read: reads a file of the repository, with what settles its findings.
  func settled(_ read: (String) throws -> SpecFiles.Spec) -> [(name: String, index: Int, role: CallTexts.HeldRole)] {
    guard !files.isEmpty else { return [] }
    let bases = Set(extended.values.compactMap { PathName.real($0).map { Array($0.utf8) } })
    let around = Neighbours(of: files.compactMap { file in PathName.real(file.name).flatMap { bases.contains(Array($0.utf8)) ? nil : $0 } }, read)
    return files.map { name, index in
      guard let real = PathName.real(name) else { return (name, index, .stream) }
      if bases.contains(Array(real.utf8)) { return (name, index, .base) }
      return (name, index, around.baseness(of: real))
    }
  }
}

/// The specs of a repository that extend some of its files.
private struct Neighbours {
  private let analyses: [Analysis]

  /// - Parameter files: without links.
  init(of files: [String], _ read: (String) throws -> SpecFiles.Spec) {
    analyses = Dependents(of: files, nil, read).specs.map { check($0.input, loader: $0.loader) }
  }

  func baseness(of file: String) -> CallTexts.HeldRole {
    for analysis in analyses where analysis.extended.contains(where: { PathName.real($0).map { PathName.isSame($0, file) } ?? false }) {
      let found = analysis.diagnostics.filter { found in
        found.id == SpecFaults.baseNotMarked.id && PathName.real(analysis.sources[found.span.file].name).map { PathName.isSame($0, file) } == true
      }
      return .baseOf(analysis, found)
    }
    return .stream
  }
}
