package import RungProviders
internal import RungSource

/// Differences for a pull request: one table for each stream and provider.
package enum DiffMarkdown {
  /// What is missing from the comparison: a reader of the page sees no standard error.
  ///
  /// - Parameter lines: each a reason, in plain text; empty for nothing.
  package static func gaps(_ lines: [String]) -> String {
    lines.isEmpty ? "" : "\n**Not everything was compared:**\n\n" + lines.map { "- \(MarkdownText.prose($0))\n" }.joined()
  }

  package static func text(_ streams: [StreamDifference]) -> String {
    var parts = streams.filter { !$0.isQuiet }.flatMap { stream in stream.providers.map { text($0, of: stream) } }
    let quiet = streams.count(where: \.isQuiet)
    if quiet > 0 { parts.append("\(quiet == 1 ? "1 stream" : "\(quiet) streams") without differences\n") }
    return parts.joined(separator: "\n")
  }

  private static func text(_ difference: ProviderDifference, of stream: StreamDifference) -> String {
    let name = MarkdownText.prose(stream.name ?? "a stream without a name")
    let before = [stream.oldName.map { MarkdownText.prose($0) }, stream.oldFile.map { "in \(MarkdownText.code($0))" }].compactMap { $0 }
    let places = [stream.file.map { MarkdownText.code($0) }, before.isEmpty ? nil : "formerly \(before.joined(separator: " "))"].compactMap { $0 }
    let place = places.isEmpty ? "" : " (\(places.joined(separator: ", ")))"
    var text = "### \(name) for \(MarkdownText.prose(difference.title))\(place)\n\n\(MarkdownText.prose(difference.verdict))\n"
    let changed = difference.resources.filter { !$0.differences.isEmpty }
    if !changed.isEmpty {
      text += "\n| | change | how it is applied |\n| --- | --- | --- |\n"
      for resource in changed {
        for line in resource.differences {
          let sources = line.citations.map { citation in
            let words = MarkdownText.prose(citation.text, inCell: true)
            return citation.url.map { "[\(words)](\($0))" } ?? words
          }
          let takes = [MarkdownText.prose(DiffWords.effect(line, resource), inCell: true)] + sources
          let label = resource.label.map { " \($0)" } ?? ""
          text += "| \(MarkdownText.prose(resource.noun + label, inCell: true)) | \(MarkdownText.code(DiffWords.change(line, resource), inCell: true)) | \(takes.joined(separator: "<br>")) |\n"
        }
      }
    }
    guard let plan = difference.plan, !plan.steps.isEmpty else { return text }
    text += "\nTo send:\n\n"
    for (index, step) in plan.steps.enumerated() {
      text += "\(index + 1). \(MarkdownText.prose(step.title)) (\(MarkdownText.code("\(step.method) \(step.url.text)")))\n"
    }
    return text
  }
}
