package import RungSource

/// Rules as sections of a page in Markdown, each with its first wrong and its first right example.
package enum RuleMarkdown {
  package static func text(_ rules: [RuleInfo], _ adopted: [RuleText.Adopted] = []) -> String {
    rules.map { section($0, adopted.filter { [id = $0.id] in $0.id == id }) }.joined(separator: "\n")
  }

  private static func section(_ rule: RuleInfo, _ adopted: [RuleText.Adopted]) -> String {
    var text = "## `\(rule.id)`\n\n**\(rule.severity.name)**: \(MarkdownText.prose(rule.summary)). \(MarkdownText.prose(rule.why))\n"
    if let example = rule.bad.first {
      text += "\nWrong\(RuleText.asBody(example)):\n\n" + fenced(RuleText.marked(example.text, .plain))
      if let mended = example.mended { text += "\nFixed:\n\n" + fenced(RuleText.numbered(mended, .plain)) }
    }
    if let example = rule.good.first {
      text += "\nRight\(RuleText.asBody(example)):\n\n" + fenced(RuleText.numbered(example.text, .plain))
    }
    if let citation = rule.citation {
      text += "\nSource: \(MarkdownText.cited(citation))\n"
    } else if rule.family == nil {
      text += "\nSource: \(MarkdownText.prose(RuleText.source(of: rule)))\n"
    }
    for adoption in adopted {
      text += "\nRequired by `\(adoption.pack)` (\(adoption.severity.name)): \(MarkdownText.cited(adoption.citation))\n"
    }
    return text
  }

  private static func fenced(_ text: String) -> String {
    var fence = "```"
    while text.exactRange(of: fence) != nil { fence += "`" }
    return "\(fence)text\n\(text)\(fence)\n"
  }
}
