internal import RungReading
internal import RungSource

/// What settles the findings of a text: which count, and how much. Comments in the text come first (see `docs/configuration.md`), then the
/// configuration and the command line, then the baseline.
public struct Policy: Sendable {
  /// Of the directory of the text, or the nearest above it; nil for none.
  public var configuration: Configuration?
  /// Only findings of these rules count; nil for all.
  public var select: [RulePattern]?
  /// Findings of these rules do not count.
  public var ignore: [RulePattern] = []
  /// Nil for none.
  public var baseline: BaselineMatch?
  /// The path of a file by its name, as ``Configuration/directory`` is one: independent of the current directory.
  public var locate: @Sendable (String) -> String

  /// Nothing is changed until something is set.
  ///
  /// - Parameters:
  ///   - configuration: what `rung.yaml` says; nil for none.
  ///   - locate: the path of a file by its name.
  public init(_ configuration: Configuration? = nil, locate: @escaping @Sendable (String) -> String = { $0 }) {
    self.configuration = configuration
    self.locate = locate
  }

  private var changesRules: Bool {
    configuration?.severity != nil || configuration?.overrides != nil || select != nil || !ignore.isEmpty
  }

  /// Settles what comments have not.
  ///
  /// - Parameter families: targets and packs that were judged.
  func settle(_ analysis: inout Analysis, isWhole: Bool, for families: Set<String>) {
    if changesRules { configure(&analysis) }
    guard let baseline else { return }
    compare(&analysis, with: baseline)
    guard let main = analysis.sources.files.first else { return }
    baseline.note(judged: locate(main.name), for: families, isBase: analysis.isBase, isWhole: isWhole, extending: analysis.extended.map(locate))
  }

  private func configure(_ analysis: inout Analysis) {
    var paths: [FileID: String] = [:]
    for (index, finding) in analysis.indexed where analysis.settlement.suppressions[index] == nil {
      let isFirm = FirmRules.hold(finding)
      if !isFirm, let pattern = ignore.first(where: { $0.matches(finding.id) }) {
        analysis.settlement.suppressions[index] = Suppression(.configured, reason: "--ignore \(pattern.text)")
        continue
      }
      if !isFirm, let select, !select.contains(where: { $0.matches(finding.id) }) {
        analysis.settlement.suppressions[index] = Suppression(.configured, reason: "--select \(select.map(\.text).joined(separator: ","))")
        continue
      }
      guard let configuration else { continue }
      // A shipped preset is the spec's.
      let file = analysis.sources[finding.span.file].kind == .author ? finding.span.file : FileID(index: 0)
      let path = paths[file] ?? locate(analysis.sources[file].name)
      paths[file] = path
      guard let entry = configuration.entry(for: finding.id, at: path) else { continue }
      guard let severity = entry.severity else {
        if !isFirm { analysis.settlement.suppressions[index] = Suppression(.configured, reason: "\(configuration.line(of: entry.place)) sets `\(entry.rules.text)` to off") }
        continue
      }
      if severity != finding.severity, !isFirm || severity > finding.severity { analysis.settlement.severities[index] = severity }
    }
  }

  private func compare(_ analysis: inout Analysis, with baseline: BaselineMatch) {
    var paths: [FileID: KeyPaths] = [:]
    for (index, found) in analysis.indexed where analysis.settlement.suppressions[index] == nil && !FirmRules.hold(found) && !FirmRules.hold(found.id.rawValue) {
      let finding = analysis.settlement.settled(found, at: index)
      guard finding.severity > .note else { continue }
      let source = analysis.sources[finding.span.file]
      let keys = paths[finding.span.file] ?? KeyPaths(source, finding.span.file)
      paths[finding.span.file] = keys
      var (stream, path) = keys.path(of: finding.span)
      // A shipped preset is the spec's.
      let isShipped = source.kind != .author
      if isShipped { (stream, path) = (nil, "\(source.name): \(path)") }
      let key = Baseline.Key(
        file: baseline.relative(locate(isShipped ? analysis.sources[FileID(index: 0)].name : source.name)), rule: finding.id.rawValue, stream: stream ?? "",
        path: finding.missing.map { "\(path) without \($0)" } ?? path,
        value: Self.value(of: finding, source, analysis.secrets))
      if baseline.take(finding, key) { analysis.settlement.suppressions[index] = Suppression(.baseline) }
    }
  }

  /// What is written at the place: a changed value is judged anew.
  private static func value(of finding: Diagnostic, _ source: SourceFile, _ secrets: Set<SourceSpan>) -> String {
    let span = finding.span
    guard finding.unlisted == 0, (1...80).contains(span.length), !secrets.contains(where: { $0.file == span.file && $0.lower < span.upper && span.lower < $0.upper }),
      !source.secretRanges.contains(where: { $0.lowerBound < Int(span.upper) && Int(span.lower) < $0.upperBound })
    else { return "" }
    let text = source.text(span)
    return text.contains { $0.isNewline } || SecretSigns.areIn(text) ? "" : text
  }
}
