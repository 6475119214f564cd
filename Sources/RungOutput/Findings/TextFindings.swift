internal import RungProviders
package import RungSource

/// Findings to read: warnings as they come, errors last. Where warnings are shown and notes are not, what a target has no field for is
/// one line for each target.
package struct TextFindings: FindingsWriter {
  private let style: TextStyle
  private let least: Severity
  /// Errors, for the end.
  private var held = ""
  private var losses: [TargetID: Losses] = [:]

  /// Bytes of errors that are held back; those beyond are shown as they come.
  private static let cap = 1 << 23

  /// What the texts lose at one target.
  private struct Losses {
    var values = 0
    var texts = 0
    /// Values of files that several texts extend: they count once.
    var shared: Set<[UInt8]> = []
  }

  package init(style: TextStyle, from least: Severity) { (self.style, self.least) = (style, least) }

  package mutating func add(_ found: FoundInText) -> String {
    if least == .warning { count(found.counted(from: .note) + found.repeated, found.sources) }
    let shown = found.counted(from: least)
    guard !shown.isEmpty else { return "" }
    let writer = TextDiagnostics(sources: found.sources, secrets: found.secrets, style: style)
    var text = ""
    for diagnostic in shown {
      if diagnostic.severity == .error, held.utf8.count < Self.cap {
        writer.append(diagnostic, to: &held)
        held += "\n"
      } else {
        writer.append(diagnostic, to: &text)
        text += "\n"
      }
    }
    return text
  }

  package mutating func end(_ counts: Counts) -> String {
    guard !losses.isEmpty else { return held }
    let lines = losses.sorted { $0.key < $1.key }.map { "\($0.key): \(line(of: $0.value, at: $0.key))\n" }
    return lines.joined() + "\n" + held
  }

  private func line(of losses: Losses, at target: TargetID) -> String {
    let values = losses.values + losses.shared.count
    let isOne = values == 1
    let what = "\(values) value\(isOne ? "" : "s") in \(losses.texts) file\(losses.texts == 1 ? "" : "s")"
    guard Providers.named(target.rawValue) != nil else {
      return "\(what) \(isOne ? "is" : "are") not for the encoder; --notes shows \(isOne ? "it" : "them")"
    }
    return "\(what) \(isOne ? "has" : "have") no field there; --notes shows \(isOne ? "it" : "them"), `rung matrix` explains \(isOne ? "it" : "them")"
  }

  private mutating func count(_ found: [Diagnostic], _ sources: SourceMap) {
    var targets: Set<TargetID> = []
    for finding in found where !finding.values.isEmpty {
      guard let target = finding.provider else { continue }
      if targets.insert(target).inserted { losses[target, default: Losses()].texts += 1 }
      for value in finding.values {
        if value.span.file.index == 0 {
          losses[target, default: Losses()].values += 1
        } else {
          losses[target, default: Losses()].shared.insert(Array("\(sources[value.span.file].name)\n\(value.span.lower)".utf8))
        }
      }
    }
  }
}
