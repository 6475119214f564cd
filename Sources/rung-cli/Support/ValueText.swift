internal import RungOutput
internal import RungReading
internal import RungSource

/// Who set a value, for `rung explain --value`.
struct ValueText {
  private let sources: SourceMap
  private let secrets: Set<SourceSpan>
  private var maps: [FileID: LineMap] = [:]

  init(_ sources: SourceMap, _ secrets: Set<SourceSpan>) { (self.sources, self.secrets) = (sources, secrets) }

  mutating func text(_ leaf: BodyLeaf, _ request: String, _ origin: Origin) -> String {
    let span = leaf.node.span
    let isSecret = secrets.contains { $0.file == span.file && $0.lower < span.upper && span.lower < $0.upper }
    let value = isSecret ? SecretSigns.mask : JSONWriter.shown(leaf.node.maskingSigns, indent: 0)
    let map = maps[span.file] ?? LineMap(sources[span.file].bytes)
    maps[span.file] = map
    let position = map.position(of: span.lower)
    let place = "\(VisibleText.of(sources[span.file].name)):\(position.line):\(position.column)"
    let way =
      switch origin {
      case .author: "written at \(place)"
      case .preset, .derived: "\(origin.label) (\(place))"
      // Nobody wrote these anywhere.
      case .default, .providerFact: origin.label
      }
    return "\(request): \(VisibleText.of(leaf.path)) = \(value)\n  \(way)\n"
  }
}

extension Node {
  /// The scalar without what is secret by its looks.
  fileprivate var maskingSigns: Node {
    guard let text = scalar?.text, SecretSigns.areIn(text) else { return self }
    return .string(SecretSigns.masked(text), at: place)
  }
}

extension BodyLeaf {
  /// - Parameter word: a path or a JSON Pointer; empty for the whole body.
  func isAtOrBelow(_ word: String) -> Bool {
    if word.isEmpty { return true }
    if word.hasPrefix("/") { return pointer == word || pointer.hasPrefix(word + "/") }
    return path == word || path.hasPrefix(word + ".") || path.hasPrefix(word + "[")
  }
}
