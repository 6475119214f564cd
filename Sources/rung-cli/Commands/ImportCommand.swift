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
    usage: "rung import <files> ... --from <provider[.request]> [--for <provider> ...] [--output <file>] [<options>]",
    discussion: """
      The files hold request bodies, or answers of the provider, as JSON: one body, a list, or several by the names of \
      their requests. Together they are one stream (MK.IO: live event, live output, asset, locator, endpoint); an answer \
      that lists streams becomes a file with a document for each.

      The spec reads as if a person had written it: what renditions share is set once, a shipped ladder is set by its name, \
      quantities have units, and secrets are references (${env:NAME}). Nothing is lost: what a spec has no field for \
      is kept under `extra` of the target, so that `rung compile` gives the same bodies.

      Findings in the bodies go to standard error, each with its place. Where the bodies have errors \
      the spec has them too, and with --for it may lack what another provider requires: these errors follow, at their \
      places in the spec. The spec is written anyway, and the exit code is 1.

      EXAMPLES:
        rung import --from tenbyte create.json
        rung import --from mkio event.json output.json locator.json -o channels/main-stage.yaml
        curl -f … | rung import --from qencode --for qencode,livekit -
      """)

  @Argument(help: "Files with request bodies, or - for standard input.", completion: .file(extensions: ["json"]), transform: Word.path)
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

  func run() throws {
    let request = try source.name()
    if let file = output.file, file.hasSuffix(".json") { throw Failure.usage("specs are written as YAML; name a .yaml file") }
    let inputs = try source.inputs(files, for: "import", request)
    let imported = importBodies(inputs, from: request, options: ImportOptions(name: name, targets: try ProviderOption.ids(targets) ?? []))
    let console = Console()
    let found = imported.analysis.diagnostics
    if !found.isEmpty { Remarks.tell(found, of: imported.analysis, console, files: inputs.count) }
    guard let text = imported.text else {
      if found.isEmpty { console.say("error: there is no stream in \(files.joined(separator: ", "))") }
      return try console.end(.errorsFound)
    }
    try SecretRemark.tell(imported.secrets, console)
    let isSound = tellOfSpec(text, imported.analysis, console)
    if let file = try output.write(text, console) { console.say("wrote \(file); next: `rung check \(file)`") }
    try console.end(isSound ? .clean : .errorsFound)
  }
}

extension ImportCommand {
  /// Judges the spec as `rung check` will: what `--for` adds may need what no body says. Errors in the bodies are reported
  /// there already.
  ///
  /// - Returns: whether neither has any.
  private func tellOfSpec(_ text: String, _ bodies: Analysis, _ console: Console) -> Bool {
    let spec = check(SourceInput(name: output.file ?? "<stdout>", text: text, format: .yaml))
    let told = Set(bodies.diagnostics.map(\.id))
    let errors = spec.diagnostics.filter { $0.severity == .error && !told.contains($0.id) }
    if !errors.isEmpty { Remarks.tell(errors, of: spec, console) }
    return !bodies.hasErrors && !spec.hasErrors
  }
}
