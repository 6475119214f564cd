package import RungProviders
internal import RungSource
internal import RungSpec

/// Providers as `rung providers` shows them.
package enum ProviderText {
  package static func list(_ providers: [any Provider.Type]) -> String {
    let width = providers.map { $0.id.utf8.count }.max() ?? 0
    let titles = providers.map { $0.title.utf8.count }.max() ?? 0
    return providers.map { provider in
      let requests = provider.requests.map(\.name).joined(separator: ", ")
      return "\(provider.id.padded(to: width))  \(provider.title.padded(to: titles))  requests: \(requests)\n"
    }.joined()
  }

  package static func list(_ destinations: [Destination]) -> String {
    let width = destinations.map { $0.id.utf8.count }.max() ?? 0
    let titles = destinations.map { $0.title.utf8.count }.max() ?? 0
    return destinations.map { "\($0.id.padded(to: width))  \($0.title.padded(to: titles))  hosts: \($0.hosts.joined(separator: ", "))\n" }.joined()
  }

  package static func page(_ destination: Destination, style: TextStyle = .plain) -> String {
    style.paint(destination.title, .strong) + " (`\(destination.id)`), a service that streams are sent on to: \(destination.hosts.joined(separator: ", "))\n"
      + "\n" + style.paint("Limits", .strong) + "\n\n" + limits(destination.lines, style)
  }

  package static func page(_ provider: any Provider.Type, style: TextStyle = .plain) -> String {
    var text = style.paint("\(provider.title)", .strong) + " (`\(provider.id)` in `targets`)\n"
    text += "\n" + style.paint("Options", .strong) + ", under targets.\(provider.id)\n\n"
    text += table(options(provider).map { ($0.path, $0.summary + ($0.isRequired ? " (required)" : "")) }, style)
    text += "\n" + style.paint("Requests", .strong) + "\n\n"
    text += table(provider.requests.map { ($0.name, $0.summary) }, style)
    for facts in provider.published {
      let lines = facts.lines
      guard !lines.isEmpty else { continue }
      text += "\n" + style.paint("Published limits of \(facts.party)", .strong) + "\n\n"
      text += limits(lines, style)
    }
    let missing = provider.inexpressible
    if !missing.isEmpty {
      text += "\n" + style.paint("What its API has no field for", .strong) + "\n\n"
      text += table(missing.map { ($0.path, $0.reason + ($0.citation.map { "  [\($0.text)]" } ?? "")) }, style)
    }
    text += "\n" + style.paint("What can be changed later", .strong) + ", by request\n\n"
    text += table(
      provider.changes.lines.map { line in
        (line.request, "\(line.subjects): \(line.text)  [\(line.citations.map(\.text).joined(separator: "; "))]")
      }, style)
    return text
  }

  private static func limits(_ lines: [FactLine], _ style: TextStyle) -> String {
    table(
      lines.map { line in
        let checked = line.citation.checked.map { "; checked \($0)" } ?? ""
        return (line.name, "\(line.value)  [\(line.citation.text)\(checked)]")
      }, style)
  }

  typealias Option = (path: String, summary: String, isRequired: Bool)

  /// The keys of the target, three mappings deep.
  static func options(_ provider: any Provider.Type) -> [Option] {
    var options: [Option] = []
    collect(provider.optionsSchema, under: "", depth: 0, &options)
    return options
  }

  private static func collect(_ schema: ObjectSchema, under path: String, depth: Int, _ rows: inout [Option]) {
    for property in schema.properties {
      let key = path.isEmpty ? property.key : "\(path).\(property.key)"
      rows.append((key, property.summary, property.required))
      if depth < 3, case .object(let inner) = property.schema { collect(inner, under: key, depth: depth + 1, &rows) }
    }
  }

  private static func table(_ rows: [(String, String)], _ style: TextStyle) -> String {
    let width = min(40, rows.map { DisplayWidth.of($0.0) }.max() ?? 0)
    let indent = width + 4
    return rows.map { row in
      let body = style.wrapped(row.1, indent: indent).joined(separator: "\n" + String.blanks(indent))
      return "  \(row.0.padded(to: width))  \(body)\n"
    }.joined()
  }
}
