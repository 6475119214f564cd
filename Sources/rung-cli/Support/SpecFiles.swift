internal import Rung
internal import RungPlatform

/// The specs among the files that a command line names: what is found in a directory or a list is one only when it looks like one.
struct SpecFiles {
  typealias Spec = (input: SourceInput, loader: Loader)

  private let collection: PathCollection
  private let policies: PolicySource
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
  init(_ paths: [String], among listed: [String] = [], in root: RootOption?, baseline: BaselineFile? = nil, besides output: FindingsOutputOption? = nil, wasSpec: ((_ path: String) -> Bool)? = nil) throws {
    policies = try PolicySource(root?.policy, baseline: baseline?.match)
    var collection = try PathCollection(paths, among: listed, policies)
    output?.leaveOut(of: &collection)
    baseline?.leaveOut(of: &collection)
    self.collection = collection
    self.root = try root?.directory()
    self.wasSpec = wasSpec
    stdin = root?.stdin.name
    passedOver = collection.passedOver
  }

  /// Names of the files that were named themselves, as texts have them.
  var named: Set<[UInt8]> { Set(collection.items.filter(\.isNamed).map { Array(Inputs.shown($0.path, stdin: stdin).utf8) }) }

  /// A file that is none of them, with what settles its findings.
  func read(_ path: String) throws -> Spec { try policies.settled(Inputs.read(path)) }

  /// How findings are written where the command line does not say.
  func format(for path: String?) throws -> FindingsFormat? { try policies.format(for: path) }

  /// In the order of the paths; empty files beside specs at the end.
  mutating func forEach(_ body: (Spec) -> Void, unreadable: (_ path: String, _ reason: String) -> Void) throws {
    for (path, reason) in collection.unreadable { unreadable(path, reason) }
    var folders: Set<String> = []
    var blanks: [Spec] = []
    for item in collection.items {
      let spec: Spec
      do throws(Unreadable) {
        spec = try Inputs.read(item.path, root: root, stdin: stdin)
      } catch {
        if !item.isNamed, Self.isForeign(item.path) {
          passedOver += 1
        } else {
          unreadable(Inputs.shown(item.path, stdin: stdin), error.reason)
        }
        continue
      }
      if PolicySource.isConfiguration(spec.input) {
        // It is never a stream. One that is named is read, to see whether it can be.
        if item.isNamed { try policies.read(spec.input.name) }
        if item.isNamed { configurations += 1 } else { passedOver += 1 }
      } else if item.isNamed {
        body(try policies.settled(spec))
      } else if try item.isListed && policies.passesOver(item.path) {
        passedOver += 1
      } else if Self.isSpec(spec.input) {
        folders.insert(PathName.directory(of: item.path))
        body(try policies.settled(spec))
      } else if SpecRecognition.isBlank(spec.input.bytes) {
        // What the results go to is empty when they begin.
        if isStandardOutput(item.path) { continue }
        blanks.append(spec)
      } else if wasSpec?(item.path) == true {
        body(try policies.settled(spec))
      } else {
        passedOver += 1
      }
    }
    for blank in blanks {
      let folder = PathName.directory(of: blank.input.name)
      if folders.contains(folder) || wasSpec?(blank.input.name) == true || Self.hasSpec(folder) {
        folders.insert(folder)
        body(try policies.settled(blank))
      } else {
        passedOver += 1
      }
    }
  }

  /// Whether there is a spec in a directory, whose files may not all be asked for.
  private static func hasSpec(_ folder: String) -> Bool {
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
