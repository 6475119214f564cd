package import RungProviders
package import RungSource

/// Differences to read: the verdict first, then each difference and what it needs, by request.
package struct DiffText {
  private let views: SourceViews
  private let style: TextStyle

  package init(sources: SourceMap, style: TextStyle = .plain) {
    views = SourceViews(sources)
    self.style = style
  }

  package func text(_ streams: [StreamDifference]) -> String {
    var parts: [String] = []
    for stream in streams where !stream.isQuiet { for provider in stream.providers { parts.append(text(provider, of: stream)) } }
    let quiet = streams.count(where: \.isQuiet)
    if quiet > 0 { parts.append("\(quiet == 1 ? "1 stream" : "\(quiet) streams") without differences\n") }
    return parts.joined(separator: "\n")
  }

  /// What is gone, differences and unknown fields without a planned request: one line each, to print beside a plan.
  package func notJudged(_ streams: [StreamDifference]) -> [String] {
    let open = streams.flatMap { stream in
      stream.providers.filter { $0.plan == nil && ($0.change == .removed || stream.isGuess && $0.differs) }.map { difference in
        heading(difference, of: stream) + (stream.isGuess ? ": not planned, because \(VisibleText.of(stream.oldName ?? "the old one")) may be another stream; compare the two files alone with `rung diff OLD NEW --plan`" : "")
      }
    }
    return open + streams.flatMap(\.providers).flatMap(\.resources).flatMap { resource in
      resource.differences.filter { $0.isUnknown || $0.effect == .notJudged }.map { difference in
        let places = [place(difference.new, ""), place(difference.old, difference.new == nil ? "" : "was ")].compactMap { $0 }
        let label = resource.label.map { " \($0)" } ?? ""
        let what = difference.path.isEmpty ? "the whole body" : difference.path
        return "not judged: \(what) of the \(resource.noun)\(label) (\(places.joined(separator: ", "))): \(difference.reasons.joined(separator: "; "))"
      }
    }
  }

  private func heading(_ difference: ProviderDifference, of stream: StreamDifference) -> String {
    let place = stream.file.map { "\(VisibleText.of($0)): " } ?? ""
    let name = place + VisibleText.of(stream.name ?? "a stream without a name")
    let before = [stream.oldName, stream.oldFile.map { "in \($0)" }].compactMap { $0 }
      .enumerated().map { ($0 == 0 ? ", formerly " : " ") + VisibleText.of($1) }.joined()
    return "\(name) for \(difference.title)\(before): \(difference.verdict)"
  }

  private func text(_ difference: ProviderDifference, of stream: StreamDifference) -> String {
    var text = style.paint(heading(difference, of: stream), difference.differs ? .strong : .hint) + "\n"
    for resource in difference.resources where !resource.differences.isEmpty {
      let label = resource.label.map { " \(VisibleText.of($0))" } ?? ""
      text += "\n" + style.paint("\(resource.noun)\(label)", .strong) + " (\(VisibleText.of(requests(resource))))\n"
      for group in groups(resource.differences) { text += self.text(group, resource) }
    }
    guard let plan = difference.plan else { return text }
    if plan.steps.isEmpty {
      text += "\nRung knows no request for these changes.\n"
    } else {
      let count = plan.steps.count == 1 ? "1 request" : "\(plan.steps.count) requests"
      text += "\n" + item("\(count) to send: \(plan.steps.map(\.id.rawValue).joined(separator: ", ")); `--plan` shows them", 0)
    }
    return text
  }

  /// The requests that the differences belong to.
  private func requests(_ resource: ResourceDifference) -> String {
    var names: [String] = []
    for difference in resource.differences where !names.contains(difference.request.rawValue) { names.append(difference.request.rawValue) }
    return names.joined(separator: ", ")
  }

  /// Differences with the same reasons together, in the order of the first of each.
  private func groups(_ differences: [Difference]) -> [[Difference]] {
    var groups: [[Difference]] = []
    for difference in differences {
      let index = groups.firstIndex { group in
        let first = group[0]
        return first.effect == difference.effect && first.by == difference.by && first.reasons == difference.reasons
          && first.citations == difference.citations
      }
      if let index { groups[index].append(difference) } else { groups.append([difference]) }
    }
    return groups
  }

  private func text(_ group: [Difference], _ resource: ResourceDifference) -> String {
    var text = ""
    for difference in group {
      let hasNew = difference.new.map { !$0.isDefault } ?? false
      let places = [place(difference.new, ""), place(difference.old, hasNew ? "was " : "")].compactMap { $0 }
      let end = places.isEmpty ? "" : "  (\(places.joined(separator: ", ")))"
      text += item(DiffWords.change(difference, resource) + end, 2)
    }
    let role: TextStyle.Role =
      switch group[0].effect {
      case .newResource: .error
      case .interrupts, .undocumented: .warning
      case .unseen, .notJudged: .note
      case .inPlace, .atNextStart: .hint
      }
    let words = style.wrapped(DiffWords.effect(group[0], resource), indent: 6)
    text += "    = " + words.map { style.paint($0, role) }.joined(separator: "\n      ") + "\n"
    let citations = group[0].citations.map(\.text)
    if !citations.isEmpty { text += item("= see: \(citations.joined(separator: "; "))", 4) }
    return text
  }

  private func place(_ value: Difference.Value?, _ lead: String) -> String? {
    guard let value, !value.isDefault else { return nil }
    return lead + views.place(of: value.node.span).text
  }

  private func item(_ words: String, _ indent: Int) -> String {
    let lead = String.blanks(indent)
    return lead + style.wrapped(words, indent: indent + 2).joined(separator: "\n\(lead)  ") + "\n"
  }
}
