internal import Rung
internal import RungCall
internal import RungServers
internal import RungPlatform
internal import RungSource
internal import RungSpec

/// Files for `rung lsp`: read anew for every version of a text, so that nothing is remembered that has changed.
final class EditorFiles: EditorHost {
  private let options: RootOption
  private let root: String?
  private let baselinePath: String?
  private var baseline: (identity: [Int], file: BaselineFile)?
  /// Where pages are kept; empty where they cannot be. Made with the first one.
  private var folder: String?
  private var pages: [String: String] = [:]

  /// Ends the command where one of the options names what is not there.
  init(_ options: RootOption, baseline: String?) throws {
    self.options = options
    root = try options.directory()
    baselinePath = baseline
    _ = try PolicySource(options.policy)
    if let baseline { _ = try BaselineFile(baseline, update: false, searching: []) }
  }

  deinit {
    for page in pages.values { _ = PathText.call(page) { unlink($0) } }
    guard let folder, !folder.isEmpty else { return }
    for directory in [PathName.join(folder, "rules"), PathName.join(folder, "presets"), folder] { _ = PathText.call(directory) { rmdir($0) } }
  }

  // MARK: Specs

  func settled(_ bytes: [UInt8], path: String?, name: String) throws(EditorFault) -> (input: SourceInput, loader: Loader) {
    do {
      let policies = try PolicySource(options.policy, baseline: currentBaseline(), tells: false)
      return try policies.settled((SourceInput(name: path ?? name, bytes: bytes), DiskLoader.loader(for: path, root: root, limit: Inputs.limit)))
    } catch let failure as Failure {
      throw EditorFault(failure.message)
    } catch {
      throw EditorFault("\(error)")
    }
  }

  /// Before anything was found, read again when the file is another one.
  private func currentBaseline() throws -> BaselineMatch? {
    guard let baselinePath else { return nil }
    var identity: [Int] = []
    if case .success(let status) = PathName.status(baselinePath) {
      identity = [Int(status.st_ino), Int(status.st_size), Int(status.st_mtim.tv_sec), Int(status.st_mtim.tv_nsec)]
    }
    if baseline?.identity != identity { baseline = (identity, try BaselineFile(baselinePath, update: false, searching: [], tells: false)) }
    return baseline?.file.match.renewed()
  }

  func isSpec(_ input: SourceInput) -> Bool { SpecFiles.isSpec(input) }

  func path(of name: String) -> String? { PathName.real(name) }

  func open(_ texts: [(path: String, bytes: [UInt8])]) { OpenTexts.set(texts) }

  // MARK: The repository

  func dependents(of path: String) -> [(path: String, input: SourceInput, loader: Loader)] {
    guard let real = PathName.real(path), let policies = try? PolicySource(options.policy, tells: false) else { return [] }
    return Dependents(of: [real], policies) { try policies.settled(Inputs.read($0, root: self.root)) }.specs.compactMap { spec in
      PathName.real(spec.input.name).map { ($0, spec.input, spec.loader) }
    }
  }

  func findings(ofBareBase path: String) -> [Diagnostic]? {
    guard let policies = try? PolicySource(options.policy, tells: false) else { return nil }
    let held = HeldBases(files: [(path, 0)]).settled { try policies.settled(Inputs.read($0, root: self.root)) }
    guard case .baseOf(_, let found) = held.first?.role else { return nil }
    // As the text of the base itself has them.
    return found.map { found in
      var finding = found
      func moved(_ span: SourceSpan) -> SourceSpan { SourceSpan(file: FileID(index: 0), lower: span.lower, upper: span.upper) }
      finding.place = SourcePlace(moved(found.span))
      finding.notes = found.notes.filter { $0.span.map { $0.file == found.span.file } ?? true }.map { DiagnosticNote($0.text, at: $0.span.map(moved)) }
      finding.fixIts = found.fixIts.map { FixIt($0.title, $0.degree, edits: $0.edits.map { FixIt.Edit(moved($0.span), $0.replacement) }) }
      return finding
    }
  }

  func neighbours(of path: String) -> [String] {
    guard let entries = try? Directory.entries(PathName.directory(of: path)) else { return [] }
    return entries.map(\.name).filter { PathName.isSource($0) && !$0.hasPrefix(".") && $0 != PolicySource.fileName && $0 != PathName.name(of: path) }
  }

  // MARK: Pages

  func keep(_ name: String, isAnew: Bool, _ page: () -> String) -> String? {
    if let known = pages[name], !isAnew { return known }
    guard let folder = madeFolder(), !folder.isEmpty else { return nil }
    let parts = name.split(separator: "/").map(String.init)
    let path = PathName.join(parts.count > 1 ? PathName.join(folder, parts[0]) : folder, parts.dropFirst(parts.count > 1 ? 1 : 0).joined(separator: "."))
    if parts.count > 1 { _ = PathText.call(PathName.directory(of: path)) { mkdir($0, 0o700) } }
    let file = PathText.call(path) { RungPlatform.open($0, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600) }
    guard file >= 0 else { return nil }
    let isWritten = Console.write(Array(page().utf8), to: file) == 0
    close(file)
    guard isWritten else { return nil }
    pages[name] = path
    return path
  }

  private func madeFolder() -> String? {
    if let folder { return folder }
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = PathText.bytes(PathName.join(parent, "rung-XXXXXX")).map { CChar(bitPattern: $0) } + [0]
    folder = mkdtemp(&template).map { PathText.of($0) } ?? ""
    return folder
  }
}
