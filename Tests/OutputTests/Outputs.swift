import Rung
import RungOutput
import RungProviders
import RungReading
import RungSource
import RungSpec
import RungTestSupport

/// Everything that Rung writes about a text, in every format.
struct Output {
  enum Kind: Equatable {
    /// To read: it goes to a terminal or into a log.
    case text
    case json, markdown, html, script, yaml, playlist, manifest
    /// What a program reads and no CI system obeys.
    case xml
    /// What a CI system obeys.
    case commands
    /// With the number of requests that are planned.
    case http(Int)
  }

  let kind: Kind
  let name: String
  let text: String
  /// Broken into lines where the terminal ends: a word of the author's may then begin one.
  var isWrapped = false

  // MARK: Of a spec

  static func of(spec text: String, name: String) -> [Output] {
    let input = SourceInput(name: name, text: text)
    let analysis = compile(input)
    var outputs = findings(analysis)
    func add(_ kind: Kind, _ name: String, _ text: String, _ style: TextStyle = .plain) {
      outputs.append(Output(kind: kind, name: name, text: text, isWrapped: style.width != nil))
    }
    for stream in analysis.streams {
      outputs += plans(PlannedStream(name: stream.name, plans: stream.plans), analysis.origin(of:))
      for setup in stream.setups {
        if let command = setup.command { add(.script, setup.encoder.rawValue, EncoderScript.text(command, of: setup)) }
        for style in styles { add(.text, setup.encoder.rawValue, EncoderText.text(setup, style: style), style) }
        add(.json, setup.encoder.rawValue, JSONWriter.shown(EncoderJSON.node(setup)))
      }
    }
    let (matrix, inspection, preview) = (matrix(input), inspect(input), preview(input))
    for style in styles {
      add(.text, "matrix", matrix.rendered(as: .text, style: style), style)
      add(.text, "inspect", inspection.rendered(as: .text, style: style), style)
      add(.text, "preview", written { try preview.rendered(as: .text, style: style) }, style)
    }
    add(.json, "matrix", matrix.rendered(as: .json))
    add(.json, "inspect", inspection.rendered(as: .json))
    add(.json, "preview", written { try preview.rendered(as: .json) })
    add(.markdown, "matrix", matrix.rendered(as: .markdown))
    for stream in preview.streams where !stream.variants.isEmpty {
      add(.playlist, "preview", MultivariantPlaylist.text(stream))
      add(.manifest, "preview", MediaPresentation.text(stream))
    }
    add(.html, "report", report(input).html)
    return outputs
  }

  private static let styles = [TextStyle.plain, TextStyle(colour: true, width: 60)]

  static func findings(_ analysis: Analysis) -> [Output] {
    var json = DiagnosticsJSON()
    json.add(analysis.diagnostics, sources: analysis.sources, secrets: analysis.secrets)
    return [Output(kind: .json, name: "check", text: json.text(Counts()))]
      + styles.map { style in
        let writer = TextDiagnostics(sources: analysis.sources, secrets: analysis.secrets, style: style)
        return Output(kind: .text, name: "check", text: analysis.diagnostics.map { writer.text($0) }.joined(), isWrapped: style.width != nil)
      } + FindingsFormat.allCases.flatMap { formatted(analysis, $0) }
  }

  private static func formatted(_ analysis: Analysis, _ format: FindingsFormat) -> [Output] {
    let text = analysis.rendered(as: format)
    let kind: Kind =
      switch format {
      case .text, .concise: .text
      case .json, .jsonl, .sarif, .gitlab, .rdjson: .json
      case .markdown: .markdown
      case .junit, .checkstyle: .xml
      case .github: .commands
      }
    let parts = format == .jsonl ? text.split(separator: "\n").map { String($0) } : [text]
    return parts.map { Output(kind: kind, name: "check, \(format)", text: $0) }
  }

  /// Nothing where a number has no JSON form: the writers refuse it.
  private static func written(_ write: () throws -> String) -> String { (try? write()) ?? "" }

  private static func plans(_ stream: PlannedStream, _ origin: @escaping (SourcePlace) -> Origin) -> [Output] {
    var outputs = [Output(kind: .json, name: "plan", text: written { try PlanJSON.text([stream], origin: origin) })]
    for teardown in [false, true] {
      outputs += styles.map { style in
        Output(kind: .text, name: "plan", text: written { try PlanText.text([stream], teardown: teardown, style: style) }, isWrapped: style.width != nil)
      }
      for plan in stream.plans {
        let steps = teardown ? plan.teardown : plan.steps
        let requests = steps.reduce(0) { $0 + ($1.wait == nil ? 1 : 2) }
        outputs.append(Output(kind: .http(requests), name: plan.provider.rawValue, text: written { try PlanHTTP.text(plan, stream: stream.name, teardown: teardown) }))
        outputs.append(Output(kind: .script, name: plan.provider.rawValue, text: written { try PlanScript.text(plan, stream: stream.name, slug: "x", teardown: teardown) }))
        outputs += steps.compactMap(\.node).map { Output(kind: .json, name: "compile", text: JSONWriter.shown($0)) }
      }
    }
    return outputs
  }

  // MARK: Of two texts

  static func of(old: SourceInput, new: SourceInput, for provider: String) -> [Output] {
    let result = diff(old, new, for: TargetID(rawValue: provider))
    let json = DiffJSON(sources: result.sources, origin: result.origin(of:))
    var outputs = [
      Output(kind: .json, name: "diff", text: json.text(result.streams)),
      Output(kind: .markdown, name: "diff", text: DiffMarkdown.text(result.streams)),
    ]
    for style in styles {
      let text = DiffText(sources: result.sources, style: style)
      outputs.append(Output(kind: .text, name: "diff", text: text.text(result.streams), isWrapped: style.width != nil))
    }
    for analysis in [result.old, result.new] { outputs += findings(analysis) }
    for stream in result.streams {
      outputs += plans(PlannedStream(name: stream.name, plans: stream.providers.compactMap(\.plan)), result.origin(of:))
    }
    return outputs
  }

  // MARK: Of bodies

  static func of(body: SourceInput, from request: RequestName) -> [Output] {
    let imported = importBodies([body], from: request)
    return findings(imported.analysis) + (imported.text.map { [Output(kind: .yaml, name: "import", text: $0)] } ?? [])
  }

  // MARK: What must not be in it

  /// As it comes to the terminal.
  var shown: String { kind == .text ? VisibleText.inLines(text, coloured: true) : text }

  /// The first thing in it that somebody or something would obey; nil when there is none.
  var fault: String? {
    // Rung's own colours.
    let plain = kind == .text && text.utf8.contains(0x1B) ? text.replacing(/\u{1B}\[[0-9;]+m/, with: "") : text
    var last: Unicode.Scalar = " "
    for scalar in plain.unicodeScalars where scalar != "\n" {
      if scalar.value >= 0x20, scalar.value < 0x7F {
        last = scalar
        continue
      }
      if Self.isHarmful(scalar), !Self.isJoiner(scalar) || last.isASCII { return "U+\(String(scalar.value, radix: 16))" }
      last = scalar
    }
    let lines = shown.utf8.split(separator: 0x0A)
    for bytes in lines {
      // Most lines start with what starts nothing.
      let first = bytes.first { $0 != 0x20 } ?? 0x20
      guard first >= 0x80 || ":F#@-".utf8.contains(first) || bytes.holds("##") else { continue }
      let line = String(Substring(bytes))
      let start = String(String.UnicodeScalarView(line.unicodeScalars.drop { $0.properties.isWhitespace }))
      let isCommand = start.unicodeScalars.starts(with: "::".unicodeScalars)
      if isCommand, kind == .commands, start.hasPrefix("::error ") || start.hasPrefix("::warning ") || start.hasPrefix("::notice ") { continue }
      if isCommand || line.contains(/##[A-Za-z]*\[/.matchingSemantics(.unicodeScalar)) {
        return "a command: \(line)"
      }
      // A text goes on in the next line: of a script between quotes, of YAML in a block that stands deeper.
      guard kind != .script, kind != .yaml, !isWrapped else { continue }
      if ["FORGED", "### FORGED", "@evil", "- [ ]"].contains(where: { start.hasPrefix($0) }) { return "a line of its own: \(line)" }
    }
    switch kind {
    case .json:
      // A list would be taken for YAML by its start.
      var report = Report()
      let read = Reader.read(SourceFile(name: "", bytes: Array(text.utf8)), id: FileID(index: 0), format: .json, into: &report)
      return read.count == 1 && report.diagnostics.isEmpty ? nil : "no JSON: \(report.diagnostics.map(\.message))"
    case .http(let count):
      let lines = lines.map { String(Substring($0)) }
      let requests = lines.count { $0.contains(#/^(GET|POST|PUT|PATCH|DELETE) /#) }
      if requests != count { return "\(requests) requests, and \(count) are planned" }
      if let prompt = lines.first(where: { $0.contains(/^(#|\/\/)\s*@/) && !$0.contains(/^# @name [a-z0-9_]+$/) }) { return "\(prompt)" }
      let set = lines.compactMap { $0.firstMatch(of: /^@(\w+) =/)?.1 } + lines.compactMap { $0.wholeMatch(of: /# @name (\w+)/)?.1 }
      return text.matches(of: /\{\{(\$processEnv )?(\w+)/).first {
        $0.1 == nil ? !set.contains($0.2) : $0.2 == "HOME"
      }.map { "a variable: \($0.0)" }
    case .html: return ["<img", "<script", "<svg onload"].first { text.exactRange(of: $0) != nil }
    default: return nil
    }
  }

  /// Written down a second time, and not taken from the code that is judged.
  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool { scalar.value == 0x200C || scalar.value == 0x200D }
}

extension Substring.UTF8View {
  fileprivate func holds(_ text: String) -> Bool { Substring(self).exactRange(of: text) != nil }
}
