internal import Rung
internal import RungOutput
internal import RungSource
internal import Synchronization

/// The configurations of a run, each read once: that of a spec is the `rung.yaml` of its directory, or of the nearest above it, up to the
/// root of the repository. Without a repository it is that of the directory alone.
final class PolicySource: Sendable {
  static let fileName = "rung.yaml"
  /// What people call it who have configured other tools.
  private static let misnomers = ["rung.yml", ".rung.yaml", ".rung.yml"]

  private struct State {
    /// By directories as they were named, for the files in them.
    var named: [ByteName: Configuration?] = [:]
    /// By directories as they were named: nil for one that is not there.
    var real: [ByteName: String?] = [:]
    /// By directories without links.
    var found: [ByteName: Configuration?] = [:]
    var roots: [ByteName: String?] = [:]
    /// By directories without links, whether another configuration holds there than in the commit that is compared.
    var differing: [ByteName: Bool] = [:]
    /// Files that are no configurations by their names, of which that was said.
    var told: Set<ByteName> = []
  }

  private let state = Mutex(State())
  /// Of the command line, for all.
  private let fixed: Configuration?
  private let fixedPath: String?
  private let isOff: Bool
  private let tells: Bool
  /// The commit whose configurations hold; nil for those of the work tree.
  private let revision: Revision?
  private let select: [RulePattern]?
  private let ignore: [RulePattern]
  let baseline: BaselineMatch?

  /// - Parameters:
  ///   - revision: the commit whose files are settled; nil for files of the work tree.
  ///   - tells: whether what is wrong with a configuration is said before the command ends.
  init(_ option: PolicyOption?, baseline: BaselineMatch? = nil, at revision: Revision? = nil, tells: Bool = true) throws {
    self.tells = tells
    self.baseline = baseline
    self.revision = revision
    fixedPath = option?.config
    isOff = option?.noConfig ?? false
    select = try option.flatMap { $0.select.isEmpty ? nil : try PolicyOption.patterns($0.select, "--select") }
    ignore = try PolicyOption.patterns(option?.ignore ?? [], "--ignore")
    if let firm = ignore.first(where: \.isFirm) {
      throw Failure.usage("--ignore: `\(firm.text)` cannot be ignored: it is \(firm.firmReason)")
    }
    fixed = try option?.config.map { path in
      guard let real = PathName.real(path) else { throw Failure.notRun("--config: \(path) does not exist") }
      return try Self.read(path, in: PathName.directory(of: real), tells: tells)
    }
  }

  // MARK: Configurations

  /// Ends the command where it has a fault: nothing is judged by half of a configuration.
  private static func read(_ path: String, in directory: String, tells: Bool) throws -> Configuration {
    let bytes: [UInt8]
    do throws(Unreadable) {
      bytes = try FileText.read(path, limit: Inputs.limit)
    } catch {
      throw Failure.notRun("the configuration \(path) \(error.reason)")
    }
    return try read(SourceInput(name: path, bytes: bytes), in: directory, tells: tells)
  }

  /// - Parameter isPast: whether it is one of a commit, which nobody can mend.
  private static func read(_ input: SourceInput, in directory: String, isPast: Bool = false, tells: Bool = true) throws -> Configuration {
    let (configuration, analysis) = Configuration.read(input, in: directory)
    guard let configuration else {
      if tells {
        let console = Console()
        console.remark(analysis.rendered(as: .text, style: Console.remarkStyle))
      }
      let first = tells ? "" : analysis.diagnostics.first { $0.severity == .error }.map { ": \($0.message)" } ?? ""
      throw Failure.notRun("nothing was judged: the configuration \(input.name) has errors\(first)\(isPast ? "; to compare without configurations, add --no-config" : "")")
    }
    return configuration
  }

  /// Whether a file is a configuration and no stream spec.
  static func isConfiguration(_ input: SourceInput) -> Bool {
    PathName.isSame(PathName.name(of: input.name), fileName) && Configuration.isMeant(input)
  }

  /// A directory without links; nil when it is not there.
  private func real(_ directory: String) -> String? {
    if let known = state.withLock({ $0.real[ByteName(directory)] }) { return known }
    let real = PathName.real(directory)
    state.withLock { $0.real[ByteName(directory)] = real }
    return real
  }

  /// The configuration for the files of a directory.
  ///
  /// - Parameter directory: without links.
  func configuration(in directory: String) throws -> Configuration? {
    if isOff { return nil }
    if let fixed { return fixed }
    if let known = state.withLock({ $0.found[ByteName(directory)] }) { return known }
    var configuration: Configuration?
    if let own = try own(directory) {
      configuration = own
    } else if let root = root(of: directory), !PathName.isSame(root, directory) {
      configuration = try self.configuration(in: PathName.directory(of: directory))
    }
    state.withLock { $0.found[ByteName(directory)] = configuration }
    return configuration
  }

  private func own(_ directory: String) throws -> Configuration? {
    let configuration = try written(directory)
    if tells { tellOfMisnomers(in: directory, beside: configuration) }
    return configuration
  }

  /// A configuration with another name would go unnoticed.
  private func tellOfMisnomers(in directory: String, beside configuration: Configuration?) {
    let right = PathName.join(directory, Self.fileName)
    // Two of them cannot have one name.
    var isTaken = configuration != nil
    for name in Self.misnomers {
      let path = PathName.join(directory, name)
      guard FileText.isRegular(path), let bytes = try? FileText.read(path, limit: Inputs.limit, isInput: false) else { continue }
      let shown = PathName.fromHere(path)
      guard Configuration.isMeant(SourceInput(name: shown, bytes: bytes)), state.withLock({ $0.told.insert(ByteName(path)).inserted }) else { continue }
      let command = "`mv \(ShellText.quoted(shown)) \(ShellText.quoted(PathName.fromHere(right)))`"
      let help =
        isTaken ? "move what it says to \(PathName.fromHere(right)), then run `rm \(ShellText.quoted(shown))`"
        : PathName.kind(right) != .missing ? "give the spec \(PathName.fromHere(right)) another name, then run \(command)" : "run \(command)"
      Console().say("warning: \(shown) is not read: the configuration must be called rung.yaml; \(help)")
      isTaken = true
    }
  }

  private func written(_ directory: String) throws -> Configuration? {
    let path = PathName.join(directory, Self.fileName)
    guard PathName.kind(path) == .file else {
      guard PathName.link(path) != nil, PathName.kind(path) == .missing else { return nil }
      throw Failure.notRun("nothing was judged: the configuration \(path) is a link to a file that does not exist")
    }
    let shown = PathName.fromHere(path)
    if let bytes = try? FileText.read(path, limit: Inputs.limit), !Configuration.isMeant(SourceInput(name: shown, bytes: bytes)) { return nil }
    return try Self.read(shown, in: directory, tells: tells)
  }

  /// The configuration that holds in the commit.
  ///
  /// - Parameter directory: from the top, `.` for the top itself.
  private func configuration(in directory: String, at revision: Revision) throws -> Configuration? {
    if isOff { return nil }
    if let fixed { return fixed }
    if let known = state.withLock({ $0.found[ByteName(directory)] }) { return known }
    var configuration: Configuration?
    let place = PathName.join(directory, Self.fileName)
    if case .file(_, let bytes) = revision.find(place), Configuration.isMeant(SourceInput(name: revision.shown(place), bytes: bytes)) {
      configuration = try Self.read(SourceInput(name: revision.shown(place), bytes: bytes), in: directory == "." ? revision.top : PathName.join(revision.top, directory), isPast: true)
    } else if let above = PathName.above(directory) {
      configuration = try self.configuration(in: above, at: revision)
    }
    state.withLock { $0.found[ByteName(directory)] = configuration }
    return configuration
  }

  /// Whether another configuration holds for a file than in a commit.
  func differs(from revision: Revision, for name: String) -> Bool {
    if isOff { return false }
    if let fixedPath { return !isSame(fixedPath, in: revision) }
    guard var directory = real(PathName.directory(of: name)) else { return false }
    if let known = state.withLock({ $0.differing[ByteName(directory)] }) { return known }
    let start = directory
    var differs = false
    while true {
      let path = PathName.join(directory, Self.fileName)
      if !isSame(path, in: revision) {
        differs = true
        break
      }
      // Files of these bytes: the nearest one alone holds.
      guard !PathName.isSame(directory, revision.top), meant(path) == nil, let above = PathName.above(directory) else { break }
      directory = above
    }
    state.withLock { $0.differing[ByteName(start)] = differs }
    return differs
  }

  /// The text of a configuration of the work tree; nil where there is none, or another kind of file.
  private func meant(_ path: String) -> [UInt8]? {
    (try? FileText.read(path, limit: Inputs.limit)).flatMap { Configuration.isMeant(SourceInput(name: path, bytes: $0)) ? $0 : nil }
  }

  private func isSame(_ path: String, in revision: Revision) -> Bool {
    guard let place = revision.place(of: path) else { return true }
    var before: [UInt8]?
    if case .file(_, let bytes) = revision.find(place), Configuration.isMeant(SourceInput(name: path, bytes: bytes)) { before = bytes }
    switch (before, meant(path)) {
    case (nil, nil): return true
    case (let before?, let now?): return ChangeMark.isSame(before, now)
    default: return false
    }
  }

  /// The repository that a directory is in.
  ///
  /// - Parameter directory: without links.
  func root(of directory: String) -> String? {
    if let known = state.withLock({ $0.roots[ByteName(directory)] }) { return known }
    let isRoot = PathName.kind(PathName.join(directory, ".git")) != .missing
    let root = isRoot ? directory : PathName.above(directory).flatMap(root)
    state.withLock { $0.roots[ByteName(directory)] = root }
    return root
  }

  /// Those that were read so far, in the order of their names.
  var read: [Configuration] {
    let found = state.withLock { Array($0.found.values) } + [fixed]
    let named = Dictionary(found.compactMap { $0 }.map { (ByteName($0.name), $0) }, uniquingKeysWith: { first, _ in first })
    return PathName.sorted(named.keys.map(\.name)).compactMap { named[ByteName($0)] }
  }

  /// How findings are written where the command line does not say: for the first path.
  func format(for path: String?) throws -> FindingsFormat? {
    let path = path ?? "."
    return try configuration(of: PathName.kind(path) == .directory ? PathName.join(path, Self.fileName) : path)?.format
  }

  // MARK: Specs

  /// The path of a file by its name, independent of the current directory. A link at the end is not followed.
  func place(of name: String) -> String {
    if let revision { return PathName.join(revision.top, inCommit(name, revision)) }
    let directory = PathName.directory(of: name)
    if let real = real(directory) { return PathName.join(real, PathName.name(of: name)) }
    return directory == name ? name : PathName.join(place(of: directory), PathName.name(of: name))
  }

  /// The path of a file of the commit from the top, by the name that ``Revision`` gives it or by the one that it has in the work tree.
  private func inCommit(_ name: String, _ revision: Revision) -> String {
    let start = revision.shown("")
    return name.hasPrefix(start) ? String(name.dropFirst(start.count)) : revision.place(of: name) ?? name
  }

  /// Reads a configuration that is named as specs are.
  func read(_ name: String) throws {
    guard let directory = real(PathName.directory(of: name)) else { return }
    _ = try Self.read(name, in: directory, tells: tells)
  }

  /// The configuration for a file.
  func configuration(of name: String) throws -> Configuration? {
    if let revision { return try configuration(in: PathName.directory(of: inCommit(name, revision)), at: revision) }
    let named = PathName.directory(of: name)
    if let known = state.withLock({ $0.named[ByteName(named)] }) { return known }
    // A directory that is not there is the business of who reads the file; that of a name for standard input may come later.
    let directory = PathName.nearest(to: named) { real($0) != nil }.flatMap(real)
    let configuration = try directory.flatMap { try self.configuration(in: $0) }
    state.withLock { $0.named[ByteName(named)] = .some(configuration) }
    return configuration
  }

  /// The spec with what settles its findings.
  func settled(_ spec: SpecFiles.Spec) throws -> SpecFiles.Spec {
    var (input, loader) = spec
    let name = input.name
    let configuration = try configuration(of: name)
    guard configuration != nil || select != nil || !ignore.isEmpty || baseline != nil else { return spec }
    input.policy = policy(configuration)
    guard let configuration else { return (input, loader) }
    input.isBase = configuration.isBase(place(of: name))
    let inner = loader
    loader = Loader { path, from in
      guard case .file(var base) = inner.load(path, from: from) else { return inner.load(path, from: from) }
      let place = self.place(of: base.name)
      base.isBase = (try? self.configuration(of: base.name))??.isBase(place) ?? false
      return .file(base)
    }
    return (input, loader)
  }

  /// The same of a body.
  func settled(_ input: SourceInput) throws -> SourceInput { try settled((input, .none)).input }

  private func policy(_ configuration: Configuration?) -> Policy {
    var policy = Policy(configuration) { self.place(of: $0) }
    policy.select = select
    policy.ignore = ignore
    policy.baseline = baseline
    return policy
  }

  /// Whether a file that was found, and not named itself, is one to pass over.
  func passesOver(_ name: String) throws -> Bool {
    guard let configuration = try configuration(of: name) else { return false }
    let place = place(of: name)
    return configuration.excludes(place) || !configuration.includes(place)
  }
}
