/// How values came to the places where they are used, step by step. It only grows.
package struct Provenance: Sendable {
  /// One step on the way from the place where a value is written to the place where it is used.
  package enum Step: Sendable {
    /// A YAML alias at this span repeats the anchored value.
    case alias(SourceSpan)
    /// The value comes from a file that `extends` names at this span.
    case extends(SourceSpan)
    /// The value comes from a shipped preset that the spec names at this span.
    case preset(String, SourceSpan)
    /// The value was set for one target only, under `overrides`.
    case override(String)
    /// The target was asked for, and the spec does not name it.
    case asked
    /// A default value, with the reason for it. The span is that of the nearest enclosing value.
    case byDefault(String)
    /// The value was computed from others. The formula is built on demand.
    case derived(@Sendable () -> String, from: [SourcePlace])
    /// The value is a fact of the provider.
    case fact(Citation)
  }

  private struct Link: Sendable {
    let step: Step
    let parent: TrailID
  }

  /// In parts, so that a copy that goes on by itself shares all but the last one.
  private var parts: [[Link]] = []
  private static let partSize = 1024

  package init() {}

  package mutating func add(_ step: Step, under parent: TrailID) -> TrailID {
    if parts.last.map({ $0.count == Self.partSize }) ?? true { parts.append([]) }
    let last = parts.count - 1
    parts[last].append(Link(step: step, parent: parent))
    return TrailID(index: UInt32(last * Self.partSize + parts[last].count))
  }

  private subscript(_ id: TrailID) -> Link {
    let index = Int(id.index) - 1
    return parts[index / Self.partSize][index % Self.partSize]
  }

  /// What a value was computed from; none where it was not.
  package func sources(of place: SourcePlace) -> [SourcePlace] {
    guard place.trail != .none, case .derived(_, let sources) = self[place.trail].step else { return [] }
    return sources
  }

  package func origin(of place: SourcePlace) -> Origin {
    var id = place.trail
    while id != .none {
      let link = self[id]
      switch link.step {
      case .preset(let name, _): return .preset(name)
      case .byDefault(let reason): return .default(reason)
      case .asked: return .default("the spec does not list this target")
      case .derived(let formula, _): return .derived(formula())
      case .fact(let citation): return .providerFact(citation)
      case .alias, .extends, .override: id = link.parent
      }
    }
    return .author
  }

  /// Whether the author of the spec wrote the value, also in a base or through an alias.
  package func isAuthors(_ place: SourcePlace) -> Bool {
    if place.trail == .none { return true }
    if case .author = origin(of: place) { return true }
    return false
  }

  /// The way of a value, for a finding about it.
  func notes(_ place: SourcePlace) -> [DiagnosticNote] {
    var notes: [DiagnosticNote] = []
    var id = place.trail
    while id != .none {
      let link = self[id]
      switch link.step {
      case .alias(let span): notes.append(DiagnosticNote("used through this alias", at: span))
      case .extends(let span):
        notes.append(DiagnosticNote("merged in by this `extends`", at: span))
        notes[notes.count - 1].isExtension = true
      case .preset(let name, let span): notes.append(DiagnosticNote("the value is from the preset `\(name)`, set here", at: span))
      case .override(let target): notes.append(DiagnosticNote("the value is set for \(target) only, under its `overrides`"))
      case .byDefault(let reason): notes.append(DiagnosticNote("default: \(reason)"))
      case .derived(let formula, _): notes.append(DiagnosticNote("computed: \(formula())"))
      case .fact(let citation): notes.append(DiagnosticNote("source: \(citation.text)"))
      case .asked: break
      }
      id = link.parent
    }
    return notes
  }

  /// Where the author has led to the value: aliases, `extends` and presets.
  package func ways(to place: SourcePlace) -> [SourceSpan] {
    var spans: [SourceSpan] = []
    var id = place.trail
    while id != .none {
      let link = self[id]
      switch link.step {
      case .alias(let span), .extends(let span), .preset(_, let span): spans.append(span)
      case .override, .byDefault, .derived, .fact, .asked: break
      }
      id = link.parent
    }
    return spans
  }

  /// The tree with every place led through one more step.
  package mutating func leading(_ node: Node, through step: Step) -> Node {
    var known: [TrailID: TrailID] = [:]
    return leading(node) { provenance, old in
      if let id = known[old] { return id }
      let id = provenance.add(step, under: old)
      known[old] = id
      return id
    }
  }

  private mutating func leading(_ node: Node, _ next: (inout Provenance, TrailID) -> TrailID) -> Node {
    var copy = node
    copy.place = SourcePlace(node.place.span, trail: next(&self, node.place.trail))
    switch node.content {
    case .scalar: break
    case .list(let items): copy.content = .list(items.map { leading($0, next) })
    case .map(let entries):
      copy.content = .map(
        entries.map { entry in
          let place = SourcePlace(entry.key.place.span, trail: next(&self, entry.key.place.trail))
          return Node.Entry(key: Located(entry.key.value, at: place), value: leading(entry.value, next))
        })
    }
    return copy
  }
}
