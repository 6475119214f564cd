@testable import Rung
import RungOutput
import RungProviders
import RungReading
import RungSource
import RungSpec

/// What every command prints, made by the functions behind it.
///
/// `compile`, `plan` and `convert` print their bodies only where nothing is wrong at error level: a literal secret in a spec
/// is such an error, so that no body that holds one is ever printed, and nothing has to be exempt here. What
/// `--resolve-secrets` prints is the one exception, and is not asked for here.
enum Commands {
  struct Output {
    let command: String
    let text: String
  }

  static func check(_ analysis: Analysis, _ command: String = "check") -> [Output] {
    let text = TextDiagnostics(sources: analysis.sources, secrets: analysis.secrets)
    var json = DiagnosticsJSON()
    json.add(analysis.diagnostics, sources: analysis.sources, secrets: analysis.secrets)
    return [
      Output(command: command, text: analysis.diagnostics.map { text.text($0) }.joined()),
      Output(command: "\(command) --format json", text: json.text(Counts())),
    ] + FindingsFormat.allCases.map { Output(command: "\(command) --format \($0)", text: analysis.rendered(as: $0)) } + [
      // What a program sees that brings no mask of its own.
      Output(command: "\(command), library", text: analysis.diagnostics.map { "\($0.message) \($0.notes) \($0.help ?? "") \($0.fixIts.map(\.title))" }.joined()),
    ]
  }

  static func spec(_ input: SourceInput) -> [Output] {
    let compiled = compile(input)
    var outputs = check(compiled)
    for stream in compiled.streams {
      // `explain --value` shows values of a body beside faulty ones; the command itself is run by CommandLineTests.
      outputs.append(Output(command: "names", text: "\(stream.name ?? "")"))
    }
    if !compiled.hasErrors {
      for stream in compiled.streams {
        for plan in stream.plans { outputs += plans([PlannedStream(name: stream.name, plans: [plan])], compiled.origin(of:), teardown: true) }
        for setup in stream.setups {
          outputs.append(Output(command: "compile \(setup.encoder)", text: encoder(setup)))
        }
        outputs.append(Output(command: "compile", text: stream.plans.flatMap(\.steps).map(body).joined()))
      }
    }
    let table = matrix(input)
    outputs.append(Output(command: "matrix", text: MatrixFormat.allCases.map { table.rendered(as: $0) }.joined()))
    outputs.append(Output(command: "report", text: report(input).html))
    let inspected = inspect(input)
    outputs.append(Output(command: "ladder inspect", text: InspectionFormat.allCases.map { inspected.rendered(as: $0) }.joined()))
    let previewed = preview(input)
    outputs.append(Output(command: "ladder preview", text: said { try previewed.rendered(as: .text) + previewed.rendered(as: .json) }))
    for stream in previewed.streams { outputs.append(Output(command: "ladder preview --hls", text: MultivariantPlaylist.text(stream) + MediaPresentation.text(stream))) }
    return outputs
  }

  /// What a writer writes, or what is said where it cannot.
  private static func said(_ write: () throws -> String) -> String {
    do { return try write() } catch { return "\(error)" }
  }

  private static func body(_ step: RequestStep) -> String { said { try step.bodyText ?? "" } }

  private static func encoder(_ setup: EncoderSetup) -> String {
    EncoderText.text(setup, style: .plain) + (setup.command.map { EncoderScript.text($0, of: setup) } ?? "") + JSONWriter.shown(EncoderJSON.node(setup))
  }

  static func plans(_ streams: [PlannedStream], _ origin: @escaping (SourcePlace) -> Origin, teardown: Bool) -> [Output] {
    var outputs = [
      Output(command: "plan", text: said { try PlanText.text(streams) }), Output(command: "plan --format json", text: said { try PlanJSON.text(streams, origin: origin) }),
    ]
    for plan in streams.flatMap(\.plans) {
      for back in teardown ? [false, true] : [false] {
        outputs.append(Output(command: "plan --format curl", text: said { try PlanScript.text(plan, stream: "news", slug: "news", teardown: back) }))
        outputs.append(Output(command: "plan --format http", text: said { try PlanHTTP.text(plan, stream: "news", teardown: back) }))
      }
    }
    return outputs
  }

  static func difference(_ old: DiffInput, _ new: DiffInput, for providers: [TargetID]? = nil) -> [Output] {
    let result = diff(old, new, for: providers)
    var outputs = check(result.old, "diff, old side") + check(result.new, "diff, new side")
    let text = DiffText(sources: result.sources)
    outputs.append(Output(command: "diff", text: text.text(result.streams)))
    outputs.append(Output(command: "diff --format markdown", text: DiffMarkdown.text(result.streams)))
    let json = DiffJSON(sources: result.sources, origin: result.origin(of:))
    outputs.append(Output(command: "diff --format json", text: json.text(result.streams)))
    let planned = result.streams.map { PlannedStream(name: $0.name, plans: $0.providers.compactMap(\.plan)) }
    // Whether or not a side has errors: what stands in a body in plain text is a reference in a plan.
    outputs += plans(planned, result.origin(of:), teardown: false).map { Output(command: "diff --plan: \($0.command)", text: $0.text) }
    return outputs
  }

  static func body(_ input: SourceInput, of name: RequestName) -> [Output] {
    var outputs = check(Rung.check(together: [input], as: name), "check --as")
    let imported = importBodies([input], from: name)
    outputs += check(imported.analysis, "import")
    outputs.append(Output(command: "import", text: (imported.text ?? "") + imported.secrets.map(\.variable).joined(separator: " ")))
    for provider in Providers.all {
      let made = convert([input], from: name, to: TargetID(rawValue: provider.id))
      outputs += check(made.analysis, "convert --for \(provider.id)")
      if !made.analysis.hasErrors {
        outputs.append(Output(command: "convert --for \(provider.id)", text: made.analysis.streams.flatMap(\.plans).flatMap(\.steps).map(body).joined()))
      }
    }
    return outputs
  }
}
