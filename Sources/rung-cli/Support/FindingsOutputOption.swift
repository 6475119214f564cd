internal import ArgumentParser
internal import Rung
internal import RungSource

/// Where findings go, and in which formats: several at once.
struct FindingsOutputOption: ParsableArguments {
  static let formats = FindingsFormat.allCases.map(\.rawValue)

  @Option(
    help: ArgumentHelp(
      "What is printed: text, concise, json (see `rung schema diagnostics`), jsonl, markdown, sarif, github, gitlab, junit, checkstyle or rdjson. Default: text.",
      valueName: "format"), completion: .list(formats), transform: FindingsOutputOption.named)
  var format: FindingsFormat?

  @Option(
    name: .customLong("output"),
    help: ArgumentHelp(
      "Write findings in a format to a file as well: sarif=rung.sarif. May be repeated. The file is replaced completely or not at all; - prints them.", valueName: "format=path"),
    completion: .list(formats.map { $0 + "=" }), transform: FindingsOutputOption.file)
  var files: [File] = []

  @Flag(help: "Leave suppressed findings out of SARIF; other formats never list them.")
  var omitSuppressed = false

  struct File {
    let format: FindingsFormat
    let path: String
  }

  private static func named(_ name: String) throws -> FindingsFormat {
    if let format = FindingsFormat(rawValue: name) { return format }
    let near = Similarity.nearest(to: name, among: formats).question
    throw ValidationError("there is no format `\(name)`; \(near ?? "there are \(formats.joined(separator: ", "))")")
  }

  private static func file(_ word: String) throws -> File {
    guard let sign = word.utf8.firstIndex(of: UInt8(ascii: "=")) else {
      throw ValidationError("write a format and a path, as sarif=rung.sarif")
    }
    return File(format: try named(String(word[..<sign])), path: try Word.path(String(word[word.utf8.index(after: sign)...])))
  }

  func validate() throws {
    let printed = files.filter { $0.path == "-" }
    if printed.count > 1 { throw ValidationError("--output \(printed[1].format.rawValue)=- : only one format can be printed") }
    if let format, let other = printed.first {
      throw ValidationError("--format \(format.rawValue) and --output \(other.format.rawValue)=- both say what is printed; remove one of them")
    }
  }

  /// How the formats begin whose files a directory of specs or bodies may hold, `.json` and `.yaml`.
  private static let beginnings = [
    "{\n  \"version\": 1,\n  \"diagnostics\":", "{\"id\":", "{\"version\":1,\"unreadable\":", "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\"", "[\n{\"description\":", "[]\n",
    "{\"source\":{\"name\":\"rung\"}",
  ]

  /// Leaves the results of an earlier run out of what is judged.
  func leaveOut(of collection: inout PathCollection) {
    collection.leaveOut(written.map(\.path)) { path in
      guard let bytes = FileText.beginning(path, count: 80) else { return false }
      return bytes.isEmpty || Self.beginnings.contains { bytes.starts(with: $0.utf8) }
    }
  }

  /// Nil where nothing is said of what is printed.
  var printed: FindingsFormat? { format ?? files.first { $0.path == "-" }?.format }
  var written: [File] { files.filter { $0.path != "-" } }
}
