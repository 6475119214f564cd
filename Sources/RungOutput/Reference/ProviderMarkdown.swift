package import RungProviders

/// A provider as sections of a page in Markdown: requests, limits, what it has no field for, what can be changed later.
/// Options are fields of the spec, and are shown with those: `rung schema stream --format markdown`.
package enum ProviderMarkdown {
  package static func text(_ provider: any Provider.Type) -> String {
    var text = "## Requests\n\n" + MarkdownText.head(["Request", "Method and path", "Schema of the body"])
    for request in provider.requests {
      let schema = request.schema == nil ? "no body" : "`\(provider.id).\(request.name)`"
      text += MarkdownText.row(["`\(request.name)`", prose(request.summary), schema])
    }
    for facts in provider.published {
      let lines = facts.lines
      guard !lines.isEmpty else { continue }
      text += "\n## Published limits of \(MarkdownText.prose(facts.party))\n\n" + table(lines)
    }
    let missing = provider.inexpressible
    if !missing.isEmpty {
      text += "\n## Fields of the spec that have no equivalent\n\n" + MarkdownText.head(["Field", "Why, and what to do instead", "Source"])
      for lack in missing {
        text += MarkdownText.row(["`\(lack.path)`", prose(lack.reason), lack.citation.map { MarkdownText.cited($0, inCell: true) } ?? ""])
      }
    }
    text += "\n## What can be changed later\n\n" + MarkdownText.head(["Request", "Fields", "How", "Source"])
    for line in provider.changes.lines {
      let sources = line.citations.map { MarkdownText.cited($0, inCell: true) }.joined(separator: "; ")
      text += MarkdownText.row(["`\(line.request)`", prose(line.subjects), prose(line.text), sources])
    }
    return text
  }

  /// A destination as a section of a page: its hosts, and its limits.
  package static func text(_ destination: Destination) -> String {
    "## \(MarkdownText.prose(destination.title)) (`\(destination.id)`)\n\n\(destination.hosts.map { "`\($0)`" }.joined(separator: ", "))\n\n" + table(destination.lines)
  }

  private static func table(_ lines: [FactLine]) -> String {
    MarkdownText.head(["Limit", "Value", "Source"])
      + lines.map { MarkdownText.row([prose($0.name), prose($0.value), MarkdownText.cited($0.citation, inCell: true)]) }.joined()
  }

  private static func prose(_ text: String) -> String { MarkdownText.prose(text, inCell: true) }
}
