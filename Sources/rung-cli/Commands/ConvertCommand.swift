internal import ArgumentParser
internal import Rung
internal import RungOutput
internal import RungProviders
internal import RungReading
internal import RungSource

struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Convert one provider's request bodies into another's.",
    usage: "rung convert <files> ... --from <provider[.request]> --for <provider> [<options>]",
    discussion: """
      Reads bodies as `rung import` does and compiles them for the other provider. One report goes to standard error: what \
      needs a decision, what is lost, what is filled in. Each finding points into the input body.

      The bodies are printed as `rung compile` prints them, or written with --out. While a decision is open, nothing is \
      printed: decide with --set, which may be repeated, or in a spec (`rung import --from … --for …`).

      Secrets become references (${env:NAME}).

      EXAMPLES:
        rung convert --from livekit --for mkio ingress.json
        rung convert --from mkio --for tenbyte event.json output.json --set targets.tenbyte.region=sg-edge-04
        rung convert --from tenbyte --for qencode create.json --out build/
      """)

  @Argument(help: "Files with request bodies, or - for standard input.", completion: .file(extensions: ["json"]), transform: Word.path)
  var files: [String] = []

  @OptionGroup var source: FromOption

  @Option(
    name: .customLong("for"), help: ArgumentHelp("The provider to convert to.", valueName: "provider"),
    completion: .list(Providers.ids))
  var target: String

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp("Set what the bodies do not say, by its path in a spec: targets.tenbyte.region=sg-edge-04.", valueName: "path=value"),
    transform: Word.name)
  var settings: [String] = []

  @Option(help: "The name of a stream that no body names.", transform: Word.name)
  var name: String?

  @Option(help: ArgumentHelp("Only the body of this request (see `rung providers NAME`).", valueName: "kind"), transform: Word.name)
  var request: String?

  @OptionGroup var output: OutputOption

  @Option(
    help: ArgumentHelp("Write each body to a file in this directory, which is created if missing.", valueName: "dir"), completion: .directory,
    transform: Word.directory)
  var out: String?

  @OptionGroup var color: ColorOption

  func run() throws {
    let from = try source.name()
    if out != nil, output.path != nil { throw Failure.usage("--out writes a file for each body, and -o one for all; remove one of them") }
    guard let ids = try ProviderOption.ids([target]), ids.count == 1, let id = ids.first else {
      throw Failure.usage("--for takes one provider here")
    }
    let inputs = try source.inputs(files, for: "convert", from)
    let conversion = convert(inputs, from: from, to: id, settings: try Setting.input(settings), name: name)
    if conversion.isForSameProvider, let finding = conversion.decisions.first {
      throw Failure.usage("--from and --for both name \(id): \(finding.message)\(finding.help.map { "; \($0)" } ?? "")")
    }
    let console = Console()
    tell(conversion, from.provider, id, files: inputs.count, console)
    if !conversion.decisions.isEmpty || !conversion.unreadable.isEmpty { try console.end(.errorsFound) }
    var bodies = conversion.analysis.bodies
    if let request { bodies = try bodies.only(RequestKindID(rawValue: request)) }
    guard !bodies.isEmpty else {
      console.say("error: there is no stream in \(files.joined(separator: ", "))")
      return try console.end(.errorsFound)
    }
    try SecretRemark.tell(conversion.secrets, console)
    if let out {
      for path in try BodyFiles.write(bodies, to: out, as: nil, private: false) { console.show(path + "\n") }
    } else {
      if let file = try output.write(try bodies.rendered(), console) { console.say("wrote \(file)") }
    }
    try console.end(.clean)
  }

  /// What needs a decision comes first, because nothing goes on without it.
  private func tell(_ conversion: Conversion, _ from: TargetID, _ to: TargetID, files: Int, _ console: Console) {
    guard conversion.unreadable.isEmpty else {
      return Remarks.tell(conversion.unreadable, of: conversion.analysis, console, files: files)
    }
    let parts = [
      ("needs a decision", conversion.decisions), ("is lost", conversion.lost), ("is filled in", conversion.changed),
      ("is worth knowing", conversion.remarks),
    ]
    var text = ""
    for (title, found) in parts where !found.isEmpty {
      text += "== what \(title) (\(from) → \(to))\n\n"
      var document = FindingsDocument(as: .text, style: Console.remarkStyle)
      text += document.add(conversion.analysis, only: found) + document.rest
    }
    let counts = [
      count(conversion.decisions.count, "decision", "to make"), "\(conversion.lost.count) lost", "\(conversion.changed.count) filled in",
    ]
    text += "\(from) → \(to): \(counts.joined(separator: ", "))\n"
    if !conversion.decisions.isEmpty {
      let settings = conversion.settings.map { "  --set \(ShellText.quoted($0))\n" }.joined()
      text += settings.isEmpty ? "" : "decide with\n\(settings)"
      text += "\(settings.isEmpty ? "decide in a spec" : "or edit a spec"): `rung import --from \(from) --for \(to)`\n"
    }
    console.remark(text)
  }

  private func count(_ number: Int, _ word: String, _ end: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s") \(end)" }
}

/// `--set PATH=VALUE`, put together as a text that findings can point into.
private enum Setting {
  static func input(_ settings: [String]) throws -> SourceInput? {
    guard !settings.isEmpty else { return nil }
    var tree = Branch()
    for setting in settings {
      guard let equals = setting.firstIndex(of: "=") else { throw Failure.usage("`--set \(setting)` has no `=`; write PATH=VALUE") }
      let path = setting[..<equals].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      guard path.allSatisfy({ part in !part.isEmpty && part.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x5F } }) else {
        throw Failure.usage("`--set \(setting)`: `\(setting[..<equals])` is no path of keys, as `targets.tenbyte.region`")
      }
      // Its text would grow with the square of the path, to be refused when it is read.
      guard path.count <= Bounds().depth else { throw Failure.usage("`--set`: a path has \(path.count) keys; at most \(Bounds().depth) are read") }
      let value = String(setting[setting.index(after: equals)...])
      guard !value.utf8.allSatisfy({ $0 == 0x20 }) else { throw Failure.usage("`--set \(setting)` has no value; write '' for an empty text") }
      guard !value.unicodeScalars.contains(where: { [0x0A, 0x0D, 0x85, 0x2028, 0x2029].contains($0.value) }) else { throw Failure.usage("`--set \(setting[..<equals])`: a value has one line") }
      tree.set(path[...], value)
    }
    return SourceInput(name: "--set", text: tree.text(indent: 0), format: .yaml)
  }

  private struct Branch {
    private var keys: [(key: String, below: Branch?, value: String)] = []

    mutating func set(_ path: ArraySlice<String>, _ value: String) {
      guard let key = path.first else { return }
      var below = keys.first { $0.key == key }?.below ?? Branch()
      below.set(path.dropFirst(), value)
      let entry = (key: key, below: path.count == 1 ? nil : below, value: value)
      if let index = keys.firstIndex(where: { $0.key == key }) { keys[index] = entry } else { keys.append(entry) }
    }

    func text(indent: Int) -> String {
      let blanks = String(repeating: " ", count: indent)
      return keys.map { entry in
        entry.below.map { "\(blanks)\(entry.key):\n\($0.text(indent: indent + 2))" } ?? "\(blanks)\(entry.key): \(entry.value)\n"
      }.joined()
    }
  }
}
