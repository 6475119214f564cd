internal import RungProviders
internal import RungReading
internal import RungSource

/// The plans of one file, to read.
package enum PlanText {
  package static func text(_ streams: [PlannedStream], style: TextStyle = .plain) -> String {
    var text = ""
    for stream in streams {
      for plan in stream.plans {
        if !text.isEmpty { text += "\n" }
        let name = VisibleText.of(stream.name ?? "a stream without a name")
        let count = plan.steps.count == 1 ? "1 request" : "\(plan.steps.count) requests"
        text += style.paint("\(name) for \(plan.provider): \(count)", .strong) + "\n"
        for (index, step) in plan.steps.enumerated() { text += "\n" + describe(step, index + 1, style) }
      }
    }
    return text
  }

  private static func describe(_ step: RequestStep, _ number: Int, _ style: TextStyle) -> String {
    var text = style.paint("\(number). \(step.title)", .strong) + " (\(step.name))\n"
    text += "   \(step.method) \(VisibleText.of(step.url.text))\n"
    text += unknown(step.url, except: [])
    for header in step.headers { text += "   \(header.name): \(VisibleText.of(header.value))\n" }
    if let body = step.body, let json = JSONWriter.text(body) {
      for line in json.split(separator: "\n") { text += "   \(line)\n" }
    }
    if let wait = step.wait {
      let until = wait.until.joined(separator: " or ")
      let failing = wait.failing.isEmpty ? "" : "; give up at \(wait.failing.joined(separator: " or "))"
      text += "   then wait: GET \(VisibleText.of(wait.url.text)) until \(wait.pointer) is \(until)\(failing)\n"
    }
    if let wait = step.wait { text += unknown(wait.url, except: step.url.parameters.map(\.name)) }
    for remark in step.remarks {
      text += "   - " + style.wrapped(remark, indent: 5).joined(separator: "\n     ") + "\n"
    }
    return text
  }

  /// What has to be put into a URL when it is sent.
  private static func unknown(_ url: URLTemplate, except told: [String]) -> String {
    url.parameters.filter { $0.value == nil && !told.contains($0.name) }
      .map { "   {\($0.name)}: \($0.source ?? "known later")\n" }.joined()
  }
}
