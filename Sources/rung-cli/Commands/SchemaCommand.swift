internal import ArgumentParser
internal import Rung
internal import RungOutput
internal import RungSource

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print a JSON Schema: of the spec, of a request body, or of what rung writes.",
    discussion: """
      Without a name, the schemas are listed. The version may be omitted: `stream` is `stream.v1`.

      EXAMPLES:
        rung schema stream > stream.v1.schema.json
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

  static let own: [(name: String, summary: String, text: @Sendable () -> String)] = [
    ("config-show.v1", "what `rung config show --format json` writes", { ConfigurationJSON.schemaText }),
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

  func run() throws {
    let console = Console()
    if let name {
      let full = Self.names.contains(name) ? name : "\(name).v1"
      guard let text = Self.own.first(where: { $0.name == full })?.text() ?? Schemas.text(named: full) else {
        let near = Similarity.nearest(to: full, among: Self.names).question
        throw Failure.usage("there is no schema `\(name)`; \(near ?? "`rung schema` lists them")")
      }
      console.print(format == .json ? text : SchemaMarkdown.text(text))
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
