internal import RungProviders
internal import RungSource
internal import RungReading

/// The texts that the text and Markdown forms share.
enum DiffWords {
  /// `~ ladder.video[720p].gop: 60 → 50`
  static func change(_ difference: Difference, _ resource: ResourceDifference) -> String {
    let path = difference.path.isEmpty ? "the \(resource.noun)" : VisibleText.of(difference.path)
    switch (difference.old, difference.new) {
    case (_, let new?) where difference.isUnknown && difference.effect == .unseen && difference.old != nil: return "\(path): \(shown(new))"
    case (let old?, let new?): return "~ \(path): \(shown(old)) → \(shown(new))"
    case (nil, let new?): return "+ \(path): \(shown(new))"
    case (let old?, nil): return "- \(path): \(shown(old))"
    case (nil, nil): return path
    }
  }

  /// The longest value that is shown whole.
  private static let longest = 160

  private static func shown(_ value: Difference.Value) -> String {
    let text = VisibleText.of(JSONWriter.shown(value.node, indent: 0))
    let short = text.count > longest ? String(text.prefix(longest)) + "…" : text
    return value.isDefault ? "\(short) (by default)" : short
  }

  static func effect(_ difference: Difference, _ resource: ResourceDifference) -> String {
    let lead: String
    switch difference.effect {
    case .unseen: lead = difference.isUnknown ? "not judged" : "not compared"
    case .notJudged: lead = "not judged"
    case .inPlace, .atNextStart, .interrupts:
      lead = difference.path.isEmpty ? "in place" : difference.by.map { "in place, by `\($0)`" } ?? "in place"
    case .undocumented: lead = "unknown"
    case .newResource: lead = "needs a new \(resource.noun)"
    }
    return difference.reasons.isEmpty ? lead : "\(lead): \(difference.reasons.joined(separator: "; "))"
  }
}
