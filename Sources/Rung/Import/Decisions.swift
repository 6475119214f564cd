internal import RungProviders
internal import RungReading
internal import RungSource
internal import RungSpec

/// Settings that make the decisions of a conversion: `ingest.mode=push`. The place that decides is not always an option of the target.
enum Decisions {
  /// Settings to try for a finding, the best first.
  static func candidates(for finding: Diagnostic, to provider: String) -> [String] {
    let name = String(finding.id.rawValue.drop { $0 != "/" }.dropFirst())
    return named(in: finding.help ?? "", provider) + usual(name, provider)
  }

  /// What rules ask for without one value that is right for everybody.
  private static func usual(_ rule: String, _ provider: String) -> [String] {
    switch rule {
    // What the bodies say of the encoder is no ladder; a shipped one is whole.
    case "ladder-missing", "rendition-incomplete", "resolution-not-taken", "too-many-renditions": Presets.names.sorted { ($0.hasPrefix(provider) ? 0 : 1, $0) < ($1.hasPrefix(provider) ? 0 : 1, $1) }.map { "ladder.preset=\($0)" }
    case "push-protocol-not-taken": ["rtmp", "srt", "whip"].map { "ingest.protocols=[\($0)]" }
    case "pull-scheme-not-taken": ["ingest.source.url=srt://HOST:9000"]
    case "segment-format-missing":
      ["packaging.hls.segment_format=mpegts", "packaging.dash.segment_format=fmp4"]
        + ["packaging={hls: {segment_format: fmp4}, dash: {segment_format: fmp4}}"]
    default: []
    }
  }

  /// What a help writes as a part of a spec: `packaging: {hls: {segment_format: mpegts}}`.
  private static func named(in help: String, _ provider: String) -> [String] {
    let parts = help.split(separator: "`", omittingEmptySubsequences: false)
    return parts.indices.filter { $0 % 2 == 1 }.compactMap { setting(String(parts[$0]), provider) }
  }

  private static func setting(_ text: String, _ provider: String) -> String? {
    var report = Report()
    let file = SourceFile(name: "help", bytes: Array(text.utf8))
    let id = FileID(index: 0)
    guard var node = Reader.read(file, id: id, format: .yaml, into: &report).first else { return nil }
    var path: [String] = []
    while node.entries.count == 1 {
      path.append(node.entries[0].key.value)
      node = node.entries[0].value
    }
    // A key alone, `source:`, names a place and no value.
    guard let first = path.first, !node.isNull else { return nil }
    let options = Providers.named(provider)?.optionsSchema.properties.map(\.key) ?? []
    if !Spec.shape.keys.contains(first) {
      guard options.contains(first) else { return nil }
      path = ["targets", provider] + path
    }
    let value = file.text(node.span)
    return "\(path.joined(separator: "."))=\(value == "…" ? "NAME" : value)"
  }

  /// The setting as a part of a spec.
  static func input(_ setting: String) -> SourceInput {
    let parts = setting.split(separator: "=", maxSplits: 1)
    let keys = parts[0].split(separator: ".")
    let text = keys.dropLast().map { "\($0): {" }.joined() + "\(keys.last ?? ""): \(parts[1])" + String(repeating: "}", count: keys.count - 1)
    return SourceInput(name: "setting", text: text, format: .yaml)
  }
}
