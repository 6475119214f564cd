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
      text += "\n## Published limits of \(MarkdownText.prose(facts.party))\n\n" + MarkdownText.head(["Limit", "Value", "Source"])
      for line in lines { text += MarkdownText.row([prose(line.name), prose(line.value), MarkdownText.cited(line.citation, inCell: true)]) }
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

  private static func prose(_ text: String) -> String { MarkdownText.prose(text, inCell: true) }
}
