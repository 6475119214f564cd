internal import Rung
internal import Synchronization

/// The specs of a repository that extend some files, by themselves or through others: only they show what a base is good for.
struct Dependents {
  /// In the order of their paths.
  private(set) var specs: [SpecFiles.Spec] = []

  /// - Parameters:
  ///   - files: as paths without links; they may be gone.
  ///   - policies: of what is passed over; nil for nothing.
  ///   - read: reads a file of the repository, with what settles its findings.
  init(of files: [String], _ policies: PolicySource? = nil, _ read: (String) throws -> SpecFiles.Spec) {
    var wanted = Set(files.map { Array($0.utf8) })
    let extends = ByteStrings([Array("extends".utf8)])
    for top in Set(files.map { PathName.repository(of: Self.standing($0)) ?? PathName.directory(of: $0) }) {
      guard let around = try? PathCollection([top], policies) else { continue }
      // Links may have other names than the files that they lead to.
      var aliases: [[UInt8]: Set<[UInt8]>] = [:]
      var rest: [(spec: SpecFiles.Spec, real: String)] = around.items.compactMap { item in
        guard let real = PathName.real(item.path) else { return nil }
        aliases[Array(real.utf8), default: []].formUnion([real, item.path].map { Array(PathName.name(of: $0).utf8) })
        guard let spec = try? read(PathName.fromHere(real)), extends.isIn(spec.input.bytes) else { return nil }
        return (spec, real)
      }
      // What extends a file that extends one of them does so too; the text of the last one names only its own.
      func named(_ files: [String]) -> Set<[UInt8]> {
        files.reduce(into: []) { names, file in names.formUnion(aliases[Array(file.utf8)] ?? [Array(PathName.name(of: file).utf8)]) }
      }
      var names = named(files)
      while !names.isEmpty {
        let mentioned = ByteStrings(names)
        let new = rest.filter { mentioned.isIn($0.spec.input.bytes) && Self.extends($0.spec, wanted) }
        guard !new.isEmpty else { break }
        specs += new.map(\.spec)
        names = named(new.map(\.real))
        wanted.formUnion(new.map { Array($0.real.utf8) })
        let taken = Set(new.map { Array($0.real.utf8) })
        rest.removeAll { taken.contains(Array($0.real.utf8)) }
      }
    }
    specs.sort { PathName.precedes($0.input.name, $1.input.name) }
  }

  /// Whether its own text asks for one of the files, which may be gone: what it asks for is not read.
  private static func extends(_ spec: SpecFiles.Spec, _ wanted: Set<[UInt8]>) -> Bool {
    let found = Mutex(false)
    let loader = Loader { path, from in
      let target = PathName.join(PathName.directory(of: from), PathName.tidy(path))
      let real = PathName.place(of: target) ?? target
      if wanted.contains(Array(real.utf8)) { found.withLock { $0 = true } }
      return .file(SourceInput(name: target, text: "{}"))
    }
    _ = outline(spec.input, loader: loader)
    return found.withLock { $0 }
  }

  /// The directory of a file, or the nearest one above it that is there.
  private static func standing(_ file: String) -> String {
    PathName.nearest(to: PathName.directory(of: file)) { PathName.kind($0) == .directory } ?? "."
  }
}
