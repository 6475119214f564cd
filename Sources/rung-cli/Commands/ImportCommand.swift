internal import ArgumentParser
internal import Rung
internal import RungOutput
internal import RungProviders
internal import RungReading
internal import RungSource

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Turn a provider's request bodies into a stream spec.",
    usage: "rung import --from <provider[.request]> <paths> ... [--for <provider> ...] [-o <file> | --out <dir>] [<options>]",
    discussion: """
      The files hold request bodies, or answers of the provider, as JSON: one body, a list, or several by the names of \
      their requests. Together they are one stream (MK.IO: live event, live output, asset, locator, endpoint); an answer \
      that lists streams becomes a file with a document for each.

      In a directory every file that holds such bodies is a stream of its own, and other files are passed over. With --out, each \
      becomes a spec of the same name, in the same folder below the directory; without it, all are documents of one file.

      The spec reads as if a person had written it: what renditions share is set once, a shipped ladder is set by its name, \
      quantities have units, and secrets are references (${env:NAME}). Nothing is lost: what a spec has no field for \
      is kept under `extra` of the target, so that `rung compile` gives the same bodies. Below a schema that `rung schema \
      stream --write` has written, the first line of a file tells editors where that is.

      Findings in the bodies go to standard error, each with its place. Where the bodies have errors \
      the spec has them too, and with --for it may lack what another provider requires: these errors follow, at their \
      places in the spec. The spec is written anyway, and the exit code is 1. With 3, a file could not be read, or none holds \
      such bodies; those that could be read are written.

      EXAMPLES:
        rung import --from tenbyte create.json
        rung import --from mkio event.json output.json locator.json -o channels/main-stage.yaml
        rung import --from tenbyte bodies/ --out channels/
        curl -f … | rung import --from qencode --for qencode,livekit -
      """)

  @Argument(help: "Files with request bodies, directories, patterns, or - for standard input.", completion: .file(extensions: ["json"]), transform: Word.path)
  var files: [String] = []

  @OptionGroup var source: FromOption

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("Add this provider to the spec's targets. May be repeated, or list several with commas.", valueName: "provider"),
    completion: .listed(Providers.ids))
  var targets: [String] = []

  @Option(help: "The name of a stream that no body names.", transform: Word.name)
  var name: String?

  @OptionGroup var output: OutputOption

  @Option(
    help: ArgumentHelp("Write a spec for each file into this directory, which is created if missing.", valueName: "dir"), completion: .directory,
    transform: Word.directory)
  var out: String?

  @OptionGroup var color: ColorOption

  func run() throws {
    let request = try source.name()
    if let file = output.file, file.hasSuffix(".json") { throw Failure.usage("specs are written as YAML; name a .yaml file") }
    if out != nil, output.path != nil { throw Failure.usage("-o writes one file, and --out one for each; remove one of them") }
    let options = ImportOptions(name: name, targets: try ProviderOption.ids(targets) ?? [])
    let groups = try BodyGroups(files, for: "import", request, stdin: source.stdin.name)
    let console = Console()
    var names = SecretNames()
    var told = FindingsDocument(as: .text, style: Console.remarkStyle)
    var imports: [Imported] = []
    var hasFindings = false
    var isSound = true
    for inputs in groups.groups {
      let imported = importBodies(inputs, from: request, options: options, in: &names)
      let found = imported.analysis.diagnostics
      hasFindings = hasFindings || !found.isEmpty
      isSound = isSound && !imported.analysis.hasErrors && imported.text != nil
      console.remark(told.add(imported.analysis, only: found, texts: inputs.count))
      // With a finding it has been said why.
      if imported.text == nil, found.isEmpty { console.say("error: there is no stream in \(inputs.map(\.name).joined(separator: ", "))") }
      imports.append(imported)
    }
    console.remark(told.rest)
    for (path, reason) in groups.unreadable {
      told.add(unreadable: path, reason: reason)
      console.say("error: \(path) \(reason)")
    }
    told.addPassedOver(groups.passedOver)
    if hasFindings || groups.isFleet { console.say(told.summary) }
    let end: Exit = !groups.unreadable.isEmpty ? .notRun : isSound ? .clean : .errorsFound
    guard var text = Imported.text(of: imports) else { return try console.end(end == .clean ? .errorsFound : end) }
    try SecretRemark.tell(imports.flatMap(\.secrets), console)
    if let out {
      let files = try specs(imports, below: out, groups)
      let areSound = tellOfSpecs(files, imports, console)
      try OutputFiles.write(files, in: [out] + Set(files.map { PathName.directory(of: $0.path) }).sorted())
      for file in files { console.show(file.path + "\n") }
      console.say("wrote \(files.count == 1 ? "1 spec" : "\(files.count) specs"); next: `rung check \(PathName.tidy(out))`")
      return try console.end(end == .clean && !areSound ? .errorsFound : end)
    }
    var schema = try WrittenSchema()
    text = schema.named(in: text, of: output.file)
    let areSound = tellOfSpecs([OutputFiles.File(path: output.file ?? "<stdout>", text: text)], imports, console)
    if let file = try output.write(text, console) { console.say("wrote \(file); next: `rung check \(file)`") }
    try console.end(end == .clean && !areSound ? .errorsFound : end)
  }
}

extension ImportCommand {
  /// A file for each that streams begin in, named after it.
  private func specs(_ imports: [Imported], below out: String, _ groups: BodyGroups) throws -> [OutputFiles.File] {
    var owners: [String: String] = [:]
    var files: [OutputFiles.File] = []
    var schema = try WrittenSchema()
    for (file, text) in imports.flatMap(\.texts) {
      guard file != Inputs.standardInputName else { throw Failure.usage("a body from standard input has no name for a file; write its spec with -o FILE") }
      let below = groups.below[Array(file.utf8)] ?? PathName.name(of: file)
      let stem = [".json", ".yaml", ".yml"].first { below.hasSuffix($0) }.map { String(below.utf8.dropLast($0.utf8.count)) ?? below } ?? below
      let path = PathName.join(PathName.tidy(out), "\(stem).yaml")
      // Some file systems hold names to be the same that differ in case only.
      if let owner = owners.updateValue(file, forKey: path.uppercased().lowercased()) {
        throw Failure.notRun("\(path) would be of two files: \(owner) and \(file); nothing was written; rename one of them")
      }
      files.append(OutputFiles.File(path: path, text: schema.named(in: text, of: path)))
    }
    return files
  }

  /// Judges the specs as `rung check` will: what `--for` adds may need what no body says. Errors in the bodies are reported
  /// there already.
  ///
  /// - Returns: whether none has any.
  private func tellOfSpecs(_ files: [OutputFiles.File], _ bodies: [Imported], _ console: Console) -> Bool {
    let known = Set(bodies.flatMap(\.analysis.diagnostics).map(\.id))
    var told = FindingsDocument(as: .text, style: Console.remarkStyle)
    var fleet = Fleet()
    var areSound = true
    for file in files {
      let spec = check(SourceInput(name: file.path, text: file.text, format: .yaml), in: &fleet)
      areSound = areSound && !spec.hasErrors
      let errors = spec.diagnostics.filter { $0.severity == .error && !known.contains($0.id) }
      if !errors.isEmpty { console.remark(told.add(spec, only: errors)) }
    }
    console.remark(told.rest)
    if told.errors > 0 { console.say(told.summary) }
    return areSound
  }
}
