internal import ArgumentParser
internal import Rung

/// The two versions that a command line names: two files, the specs of two directories, or those of a commit and the work tree.
struct DiffSides {
  private(set) var old: [DiffInput] = []
  private(set) var new: [DiffInput] = []
  /// Files that could not be read, each with the reason: what is in them is neither gone nor new.
  private(set) var unreadable: [(path: String, reason: String)] = []
  /// Whether there are specs of many files, and not two texts.
  let isFleet: Bool
  /// In a sentence, what each side is.
  private(set) var titles = (old: "the old version", new: "the new version")

  /// - Parameter base: a revision of git.
  init(_ changes: RevisionSides, since base: String) {
    (old, new, unreadable) = (changes.old, changes.new, changes.unreadable)
    isFleet = true
    titles = ("the version of \(base)", "the work tree")
  }

  /// Ends the command where a side has nothing to be compared.
  init(_ old: String, _ new: String, in root: RootOption, as names: (old: String?, new: String?)) throws {
    let kinds = [old, new].map { $0 == "-" ? PathName.Kind.file : PathName.kind($0) }
    isFleet = kinds == [.directory, .directory]
    guard isFleet else {
      if let folder = kinds.firstIndex(of: .directory) {
        let other = 1 - folder
        let (folder, file) = folder == 0 ? (old, new) : (new, old)
        guard kinds[other] == .file else { throw Failure.notRun("\(file) does not exist") }
        throw Failure.usage("\(folder) is a directory and \(file == "-" ? Inputs.standardInputName : file) is a file; compare two files or two directories")
      }
      self.old = [try Self.one(old, root, names.old)]
      self.new = [try Self.one(new, root, names.new)]
      return
    }
    if let option = names.old != nil ? "--old-as" : names.new != nil ? "--new-as" : nil {
      throw Failure.usage("\(option) is for one file; in directories, specs are compared")
    }
    try read(old, new, in: root)
  }

  private static func one(_ file: String, _ root: RootOption, _ name: String?) throws -> DiffInput {
    let (input, loader) = try Inputs.one(file, in: root)
    return DiffInput(input, loader: loader, as: try name.map(RequestOption.name))
  }

  /// Files that are specs on either side: what is there on the other is its other version, whatever it is now.
  private mutating func read(_ old: String, _ new: String, in option: RootOption) throws {
    let root = try option.directory()
    let policies = try PolicySource(option.policy)
    let folders = [PathName.tidy(old), PathName.tidy(new)]
    let collections = try folders.map { try PathCollection([$0], policies) }
    unreadable = collections.flatMap(\.unreadable)
    let paths = collections.map { collection in
      Dictionary(collection.items.map { (Array(($0.below ?? $0.path).utf8), $0.path) }) { first, _ in first }
    }
    var specs = [0, 0]
    var others = [0, 0]
    for item in PathName.sorted(Array(Set(collections.flatMap(\.items).map { ByteName($0.below ?? $0.path) })).map(\.name)) {
      var read: [SourceInput?] = [nil, nil]
      var loaders: [Loader] = [.none, .none]
      var faults: [(path: String, reason: String)] = []
      var areSpecs = [false, false]
      for side in 0...1 {
        let path = paths[side][Array(item.utf8)] ?? PathName.join(folders[side], item)
        guard paths[side][Array(item.utf8)] != nil || PathName.kind(path) != .missing else { continue }
        let found: SpecFiles.Spec
        do throws(Unreadable) {
          found = try Inputs.read(path, root: root)
        } catch {
          faults.append((path, error.reason))
          areSpecs[side] = !SpecFiles.isForeign(path)
          continue
        }
        let spec = try policies.settled(found)
        (read[side], loaders[side]) = (spec.input, spec.loader)
        areSpecs[side] = SpecFiles.isSpec(spec.input) && !PolicySource.isConfiguration(spec.input)
      }
      for side in 0...1 {
        if areSpecs[side] { specs[side] += 1 } else if read[side] != nil { others[side] += 1 }
      }
      guard areSpecs.contains(true) else { continue }
      unreadable += faults
      if let input = read[0] { self.old.append(version(input, loaders[0], item)) }
      if let input = read[1] { self.new.append(version(input, loaders[1], item)) }
    }
    for (side, folder) in [old, new].enumerated() where specs[side] == 0 && unreadable.isEmpty {
      throw Failure.notRun(SpecFiles.nothingFound(in: [folder], others[side]))
    }
  }

  private func version(_ input: SourceInput, _ loader: Loader, _ file: String) -> DiffInput {
    DiffInput(input, loader: loader, file: file, baseName: DiskLoader.baseName(input.name))
  }
}
