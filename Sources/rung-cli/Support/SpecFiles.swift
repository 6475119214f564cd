internal import Rung
internal import RungPlatform

/// The specs among the files that a command line names: what is found in a directory or a list is one only when it looks like one.
struct SpecFiles {
  typealias Spec = (input: SourceInput, loader: Loader)

  private let collection: PathCollection
  let policies: PolicySource
  private let root: String?
  private let stdin: String?
  /// Whether a file that is no spec was one: nil when nobody knows.
  private let wasSpec: ((_ path: String) -> Bool)?
  /// Files that are no specs.
  private(set) var passedOver: Int
  /// Configurations that were named as specs are.
  private(set) var configurations = 0

  /// - Parameters:
  ///   - listed: names of files that a program has listed: as if they were found in a directory.
  ///   - output: what an earlier run has written, and is none of them.
  ///   - withDependents: whether specs that extend bases of the list, or files that are gone, are among them: what a changed base changes, and
  ///     what a deleted one breaks.
  ///   - tells: whether what is wrong with a configuration is said before the command ends.
  ///   - isSharded: whether the run is shared out: what its shards write is none of them.
  init(_ paths: [String], among listed: [String] = [], in root: RootOption?, baseline: BaselineFile? = nil, besides output: FindingsOutputOption? = nil, isSharded: Bool = false, withDependents: Bool = false, tells: Bool = true, wasSpec: ((_ path: String) -> Bool)? = nil) throws {
    policies = try PolicySource(root?.policy, baseline: baseline?.match, tells: tells)
    var collection = try PathCollection(paths, among: listed, policies)
    output?.leaveOut(of: &collection)
    if isSharded { ShardResults.leaveOut(of: &collection) }
    baseline?.leaveOut(of: &collection)
    self.root = try root?.directory()
    if withDependents, !listed.isEmpty { Self.addDependents(to: &collection, policies, root: self.root) }
    self.collection = collection
    self.wasSpec = wasSpec
    stdin = root?.stdin.name
    passedOver = collection.passedOver
  }

  private static func addDependents(to collection: inout PathCollection, _ policies: PolicySource, root: String?) {
    func read(_ path: String) throws -> Spec { try policies.settled(Inputs.read(path, root: root)) }
    let bases = collection.items.filter(\.isListed).filter { item in
      guard let spec = try? read(item.path) else { return false }
      let outline = outline(spec.input, loader: spec.loader)
      return outline.isBase || outline.mayBeBase
    }
    let gone = collection.gone.compactMap { path in PathName.real(PathName.directory(of: path)).map { PathName.join($0, PathName.name(of: path)) } }
    let files = bases.compactMap { PathName.real($0.path) } + gone
    guard !files.isEmpty else { return }
    for spec in Dependents(of: files, policies, read).specs { collection.add(spec.input.name, isNamed: false, isListed: true) }
  }

  /// Names of the files that were named themselves, as texts have them.
  var named: Set<[UInt8]> { Set(collection.items.filter(\.isNamed).map { Array(Inputs.shown($0.path, stdin: stdin).utf8) }) }

  /// A file that is none of them, with what settles its findings.
  func read(_ path: String) throws -> Spec { try policies.settled(Inputs.read(path)) }

  var configurationsRead: [Configuration] { policies.read }

  /// How findings are written where the command line does not say.
  func format(for path: String?) throws -> FindingsFormat? { try policies.format(for: path) }

  /// What a file of the run is.
  enum Fate {
    /// - Parameter isFound: whether it shows that there are specs in its directory.
    case spec(Spec, isFound: Bool)
    /// An empty one: a spec where its neighbors are.
    case blank(Spec)
    case unreadable(String)
    case configuration
    case passedOver
    /// Where the results go to, empty when they begin.
    case output
  }

  /// What was asked for and led nowhere, each with the reason.
  var unreadable: [(path: String, reason: String)] { collection.unreadable }
  var excluded: Int { collection.excluded }

  /// Whether there is a file among them that can be read once only.
  var readsOnce: Bool { collection.items.contains { Inputs.isStandardInput($0.path) || FileText.isInheritedPipe($0.path) } }

  /// The names of all files of the run, in its order.
  var names: [String] { collection.items.map(\.path) }

  /// In the order of the paths; empty files beside specs at the end.
  mutating func forEach(_ body: (Spec) -> Void, unreadable: (_ path: String, _ reason: String) -> Void) throws {
    for (path, reason) in collection.unreadable { unreadable(path, reason) }
    var folders = SpecFolders()
    var (others, configured) = (0, 0)
    try forEachFate { _, name, fate in
      switch fate {
      case .spec(let spec, let isFound):
        if isFound { folders.note(name) }
        body(spec)
      case .blank(let spec):
        if folders.take(spec.input.name, wasSpec: wasSpec?(spec.input.name) == true) { body(try policies.settled(spec)) } else { others += 1 }
      case .unreadable(let reason): unreadable(name, reason)
      case .configuration: configured += 1
      case .passedOver: others += 1
      case .output: break
      }
    }
    passedOver += others
    configurations += configured
  }

  /// The same of all files, or of some of them.
  ///
  /// - Parameters:
  ///   - range: the places of the files among all.
  ///   - shard: whose files they are.
  ///   - body: given the place of a file among all, and its name.
  func forEachFate(_ range: Range<Int>? = nil, of shard: Shard? = nil, _ body: (_ index: Int, _ name: String, Fate) throws -> Void) throws {
    var blanks: [(index: Int, name: String, spec: Spec)] = []
    for index in range ?? collection.items.indices {
      let item = collection.items[index]
      guard shard?.owns(item.path) ?? true else { continue }
      let fate = try fate(of: item)
      if case .blank(let spec) = fate { blanks.append((index, item.path, spec)) } else { try body(index, Inputs.shown(item.path, stdin: stdin), fate) }
    }
    for (index, name, spec) in blanks { try body(index, name, .blank(spec)) }
  }

  private func fate(of item: PathCollection.Item) throws -> Fate {
    let spec: Spec
    do throws(Unreadable) {
      spec = try Inputs.read(item.path, root: root, stdin: stdin)
    } catch {
      return !item.isNamed && Self.isForeign(item.path) ? .passedOver : .unreadable(error.reason)
    }
    if PolicySource.isConfiguration(spec.input) {
      // It is never a stream. One that is named is read, to see whether it can be.
      guard item.isNamed else { return .passedOver }
      try policies.read(spec.input.name)
      return .configuration
    }
    if item.isNamed { return .spec(try policies.settled(spec), isFound: false) }
    if try item.isListed && policies.passesOver(item.path) { return .passedOver }
    if Self.isSpec(spec.input) { return .spec(try policies.settled(spec), isFound: true) }
    if SpecRecognition.isBlank(spec.input.bytes) { return isStandardOutput(item.path) ? .output : .blank(spec) }
    return wasSpec?(item.path) == true ? .spec(try policies.settled(spec), isFound: false) : .passedOver
  }

  /// Whether an empty file was a spec.
  func wasBlankSpec(_ spec: Spec) -> Bool { wasSpec?(spec.input.name) == true }

  func settled(_ spec: Spec) throws -> Spec { try policies.settled(spec) }

  /// Whether there is a spec in a directory, whose files may not all be asked for.
  static func hasSpec(_ folder: String) -> Bool {
    guard let entries = try? Directory.entries(folder) else { return false }
    return entries.contains { entry in
      guard !entry.isDirectory, PathName.isSource(entry.name), !PathCollection.isSkipped(entry.name) else { return false }
      return FileText.beginning(PathName.join(folder, entry.name), count: 1 << 16).map { SpecRecognition.isSpec($0, named: entry.name) } ?? false
    }
  }

  private func isStandardOutput(_ path: String) -> Bool {
    var output = stat()
    guard fstat(STDOUT_FILENO, &output) == 0, case .success(let status) = PathName.status(path) else { return false }
    return FileIdentity(output) == FileIdentity(status)
  }

  /// Whether a file among others is meant to be a spec.
  static func isSpec(_ input: SourceInput) -> Bool {
    SpecRecognition.isSpec(input.bytes, named: input.name) || SpecRecognition.mayBeSpec(input.bytes) && resemblesSpec(input)
  }

  /// Whether a file that cannot be read as a whole is something else, as far as it can be seen.
  static func isForeign(_ path: String) -> Bool {
    FileText.beginning(path, count: 1 << 16).map { !SpecRecognition.isSpec($0, named: path) } ?? false
  }

  /// Why there is nothing to show of a file.
  static func isBase(_ name: String) -> String { "\(name) is a base, of which nothing is sent; name a spec that extends it" }

  /// Why there is nothing to judge.
  func nothingFound(in paths: [String]) -> String { Self.nothingFound(in: paths, passedOver, excluded: collection.excluded) }

  static func nothingFound(in paths: [String], _ passedOver: Int, excluded: Int = 0) -> String {
    let count = excluded == 1 ? "one file or directory" : "\(excluded) files or directories"
    let left = "\(count) there \(excluded == 1 ? "is" : "are") left out by `.gitignore`, or by `exclude` or `include` in rung.yaml; `rung config show FILE` tells the line"
    if excluded > 0, passedOver == 0 { return "no stream spec in \(paths.joined(separator: ", ")): \(left)" }
    let looked =
      switch passedOver {
      case 0: "there is no .yaml, .yml or .json file"
      case 1: "the one .yaml, .yml or .json file there has no top-level key `rung`"
      default: "none of the \(passedOver) .yaml, .yml and .json files there has the top-level key `rung`"
      }
    return "no stream spec in \(paths.joined(separator: ", ")): \(looked)\(excluded > 0 ? "; \(left)" : "")"
  }
}
