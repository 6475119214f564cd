package import RungProviders
internal import RungSource

/// Differences for a pull request: one table for each stream and provider.
package enum DiffMarkdown {
  package static func text(_ streams: [StreamDifference]) -> String {
    streams.flatMap { stream in stream.providers.map { text($0, of: stream) } }.joined(separator: "\n")
  }

  private static func text(_ difference: ProviderDifference, of stream: StreamDifference) -> String {
    let name = MatrixMarkdown.escaped(stream.name ?? "a stream without a name")
    var text = "### \(name) for \(MatrixMarkdown.escaped(difference.title))\n\n\(MatrixMarkdown.escaped(difference.verdict))\n"
    let changed = difference.resources.filter { !$0.differences.isEmpty }
    if !changed.isEmpty {
      text += "\n| | change | what it takes |\n| --- | --- | --- |\n"
      for resource in changed {
        for line in resource.differences {
          let sources = line.citations.map { citation in
            let words = MatrixMarkdown.escaped(citation.text)
            return citation.url.map { "[\(words)](\($0))" } ?? words
          }
          let takes = [MatrixMarkdown.escaped(DiffWords.effect(line, resource))] + sources
          let label = resource.label.map { " \($0)" } ?? ""
          text += "| \(MatrixMarkdown.escaped(resource.noun + label)) | `\(code(DiffWords.change(line, resource)))` | \(takes.joined(separator: "<br>")) |\n"
        }
      }
    }
    guard let plan = difference.plan, !plan.steps.isEmpty else { return text }
    text += "\nTo send:\n\n"
    for (index, step) in plan.steps.enumerated() {
      text += "\(index + 1). \(MatrixMarkdown.escaped(step.title)) (`\(code("\(step.method) \(step.url.text)"))`)\n"
    }
    return text
  }

  /// Text between backquotes in a cell.
  private static func code(_ text: String) -> String { VisibleText.of(text).replacing("`", with: "'").replacing("|", with: "\\|") }
}
