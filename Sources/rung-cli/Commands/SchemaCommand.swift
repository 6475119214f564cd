internal import ArgumentParser
internal import Rung
internal import RungOutput
internal import RungSource

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print or write a JSON Schema: of the spec, of a request body, or of what rung writes.",
    usage: "rung schema [<name>] [--format <format>] [--write [<path>] [--force]]",
    discussion: """
      Without a name, the schemas are listed. The version may be omitted: `stream` is `stream.v1`.

      With --write and no path, the file is schemas/NAME.schema.json in the root of the repository, or in this directory where there is no \
      repository. An older version of the schema is replaced; anything else is left as it is. `rung init` and `rung import` \
      write a line for editors into specs below a schema of streams that lies there.

      EXAMPLES:
        rung schema stream --write              for editors
        rung schema tenbyte.create
        rung schema stream --format markdown    a table of all fields
      """)

  @Argument(help: "A schema's name.", completion: .list(Self.names))
  var name: String?

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case json, markdown
  }

  @Option(help: "json, or markdown: the fields as tables.")
  var format: Format = .json

  // The name comes first: what follows `--write` is a path.
  @Option(
    defaultAsFlag: WritePath(path: nil),
    help: ArgumentHelp("Write it to this file instead; the file is replaced completely or not at all.", valueName: "path"), completion: .file(extensions: ["json"]))
  var write: WritePath?

  @Flag(help: "With --write: replace a file that is something else.")
  var force = false

  struct WritePath: ExpressibleByArgument, CustomStringConvertible {
    let path: String?
    var description: String { path ?? "schemas/NAME.schema.json" }

    init(path: String?) { self.path = path }
    init?(argument: String) {
      guard let path = try? Word.path(argument) else { return nil }
      self.path = path
    }
  }

  static let own: [(name: String, summary: String, text: @Sendable () -> String)] = [
    ("config-show.v1", "what `rung config show --format json` writes", { ConfigurationJSON.schemaText }),
    ("design.v1", "what `rung ladder design --format json` writes", { DesignJSON.schemaText }),
    ("diagnostics.v1", "what `rung check --format json` writes", { DiagnosticsJSON.schemaText }),
    ("diff.v1", "what `rung diff --format json` writes", { DiffJSON.schemaText }),
    ("inspection.v1", "what `rung ladder inspect --format json` writes", { InspectionJSON.schemaText }),
    ("matrix.v1", "what `rung matrix --format json` writes", { MatrixJSON.schemaText }),
    ("preview.v1", "what `rung ladder preview --format json` writes", { PreviewJSON.schemaText }),
    ("plan.v1", "what `rung plan --format json` writes", { PlanJSON.schemaText }),
    ("providers.v1", "what `rung providers --format json` writes", { ProviderJSON.schemaText }),
    ("rules.v1", "what `rung rules --format json` writes", { RulesJSON.schemaText }),
  ]

  private static var names: [String] { Schemas.names + own.map(\.name) }

  /// A name with its version; nil when there is none.
  private static func full(_ name: String) -> String? { [name, "\(name).v1"].first(where: names.contains) }

  func run() throws {
    let console = Console()
    if force, write == nil { throw Failure.usage("--force is for --write") }
    if write != nil, format != .json { throw Failure.usage("--write writes the schema itself; remove --format") }
    if let write, name == nil { throw Failure.usage("name the schema before --write: `rung schema \(write.path.flatMap { Self.full($0) == nil ? nil : $0 } ?? "stream") --write`") }
    if let name {
      guard let full = Self.full(name), let text = Self.own.first(where: { $0.name == full })?.text() ?? Schemas.text(named: full) else {
        let near = Similarity.nearest(to: name, among: Self.names + Self.names.filter { $0.hasSuffix(".v1") }.map { String($0.dropLast(3)) }).question
        throw Failure.usage("there is no schema `\(name)`; \(near ?? "`rung schema` lists them")")
      }
      if let write, write.path != "-" {
        console.say(try WrittenSchema.write(text, full, to: write.path, replacesAll: force))
      } else {
        console.print(format == .json ? text : SchemaMarkdown.text(text))
      }
    } else {
      let width = Self.names.map(\.utf8.count).max() ?? 0
      for name in Self.names {
        let summary = Self.own.first { $0.name == name }?.summary ?? Schemas.summary(of: name) ?? ""
        console.print(name + String(repeating: " ", count: width - name.utf8.count) + "  \(summary)\n")
      }
    }
    try console.end(.clean)
  }
}
