internal import Rung
internal import RungCall
internal import RungPlatform

/// Files for `rung mcp`: read anew for every request, so that nothing is remembered that has changed.
final class ToolFiles: CallHost {
  private let options: RootOption
  private let root: String?
  private let baseline: String?

  /// Ends the command where one of the options names what is not there.
  init(_ options: RootOption, baseline: String?) throws {
    root = try options.directory()
    _ = try PolicySource(options.policy)
    if let baseline { _ = try BaselineFile(baseline, update: false, searching: []) }
    // They may be named from another directory than the one that tools start in.
    var options = options
    options.root = root
    options.policy.config = options.policy.config.map { PathName.real($0) ?? $0 }
    (self.options, self.baseline) = (options, baseline.map { PathName.real($0) ?? $0 })
    if let root, PathText.call(root, { chdir($0) }) != 0 { throw Failure.notRun("--root: \(root) \(SystemError.text(errno))") }
  }

  // MARK: Specs

  func specs(at paths: [String]) throws(RequestFault) -> CallTexts {
    try judging {
      let file = try baseline.map { try BaselineFile($0, update: false, searching: paths, tells: false) }
      var files = try SpecFiles(paths, in: options, baseline: file, withDependents: true, tells: false)
      try refuseChannels(files.names)
      var texts = CallTexts([])
      try files.forEach { spec in
        if let reason = refusal(of: spec.input.name) { texts.unreadable.append((spec.input.name, reason)) } else { texts.texts.append(spec) }
      } unreadable: { texts.unreadable.append(($0.isEmpty ? "``" : $0, $1)) }
      (texts.passedOver, texts.configurations) = (files.passedOver, files.configurations)
      guard !texts.texts.isEmpty || texts.configurations > 0 else { throw nothing(texts) ?? Failure.notRun(files.nothingFound(in: paths)) }
      let names = texts.texts.map(\.input.name)
      texts.settle = { analyses in
        var held = HeldBases()
        for (index, analysis) in analyses.enumerated() {
          held.extend(analysis.extended)
          if analysis.mayBeBase { held.files.append((names[index], index)) }
        }
        return held.settled(files.read).map { ($0.index, $0.role) }
      }
      return texts
    }
  }

  func settled(_ input: SourceInput) throws(RequestFault) -> CallTexts.Text {
    try judging {
      let isNamed = input.name != CallTexts.unnamed
      if isNamed, let reason = refusal(of: input.name) { throw Failure.notRun("\(input.name) \(reason)") }
      let loader = DiskLoader.loader(for: isNamed ? input.name : nil, root: root, limit: Inputs.limit)
      return try policies().settled((input, loader))
    }
  }

  // MARK: Bodies

  func bodies(at paths: [String], of request: RequestName) throws(RequestFault) -> CallTexts {
    try judging {
      var texts = CallTexts([])
      let bodies = try BodyTexts(paths, of: request, try policies())
      try refuseChannels(bodies.names)
      texts.passedOver = try bodies.forEach { input in
        if let reason = refusal(of: input.name) { texts.unreadable.append((input.name, reason)) } else { texts.texts.append((input, .none)) }
      } unreadable: { texts.unreadable.append(($0, $1)) }
      guard !texts.texts.isEmpty else { throw nothing(texts) ?? Failure.notRun("no request body of \(request.provider) in \(paths.joined(separator: ", "))") }
      return texts
    }
  }

  // MARK: What is read

  private func policies() throws -> PolicySource {
    try PolicySource(options.policy, baseline: try baseline.map { try BaselineFile($0, update: false, searching: [], tells: false).match }, tells: false)
  }

  /// Standard input brings messages, and pipes of the process are nobody's files.
  private func refuseChannels(_ paths: [String]) throws {
    for path in paths where Inputs.isStandardInput(path) || path.hasPrefix("/dev/") || path.hasPrefix("/proc/") {
      throw Failure.notRun("\(path) is no file; hand over a text: `inputs`")
    }
  }

  /// Why a file is not read, as the end of a sentence.
  private func refusal(of name: String) -> String? {
    guard let root else { return nil }
    guard let real = PathName.nearest(to: name, where: { PathName.real($0) != nil }).flatMap(PathName.real) else { return nil }
    return PathName.isInside(real, root) ? nil : "lies outside the directory of --root"
  }

  /// What kept everything from being read.
  private func nothing(_ texts: CallTexts) -> Failure? {
    texts.unreadable.isEmpty ? nil : .notRun(texts.unreadable.map { "\($0.path) \($0.reason)" }.joined(separator: "; "))
  }

  private func judging<Result>(_ work: () throws -> Result) throws(RequestFault) -> Result {
    do {
      return try work()
    } catch let failure as Failure {
      throw RequestFault(message: failure.message)
    } catch {
      throw RequestFault(message: "\(error)")
    }
  }
}
