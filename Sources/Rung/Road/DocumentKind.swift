internal import RungProviders
internal import RungSource
internal import RungSpec

/// What a document is, judged by its own keys alone: the same however the file is named, and whatever else is in the run.
enum DocumentKind {
  case stream
  /// For others to extend. It is never judged as a stream.
  case base(isMarked: Bool)
  /// It has nothing of a spec.
  case foreign

  /// Keys that hardly any other kind of file has at its top.
  private static let telling: Set<String> = [
    "rung", "low_latency", "packs", "targets", "ingest", "encoding", "ladder", "packaging", "recording", "playback", "simulcast", "idle_timeout",
  ]

  /// - Parameter document: with what it extends merged into it.
  init(_ document: Node) {
    let file = document.span.file
    // A key that a base sets as well is written here.
    let own = document.entries.filter { $0.key.place.span.file == file }.map(\.key.value)
    let marker = document["base"]?.scalar
    if marker?.text == "true" {
      self = .base(isMarked: true)
    } else if !Self.resembles(own), !own.isEmpty, !own.contains("base"), !own.contains("extends") {
      self = .foreign
    } else if marker == nil, !own.contains("name"), !own.contains("targets"), own.contains(where: Self.telling.subtracting(["rung"]).contains) || own.contains("extends") {
      self = .base(isMarked: false)
    } else {
      self = .stream
    }
  }

  /// Whether a mapping with these keys is meant to be a spec, right or wrong.
  static func resembles(_ own: [String]) -> Bool {
    let known = own.filter(Spec.shape.keys.contains)
    if known.contains("rung") || isMisspelt(own) { return true }
    return known.contains(where: telling.contains) ? known.count * 2 > own.count : known.count == own.count
  }

  /// Whether one of the keys is meant to be `rung`, among keys of a spec.
  fileprivate static func isMisspelt(_ own: [String]) -> Bool {
    own.contains { !Spec.shape.keys.contains($0) && Similarity.nearest(to: $0, among: ["rung"]).only != nil } && own.contains(where: telling.contains)
  }
}

/// Whether a text that does not have the key `rung` at its top is a spec all the same: a base, or a stream that lacks the key
/// or misspells it. A request body of a provider is none.
///
/// - Parameter input: YAML or JSON.
public func resemblesSpec(_ input: SourceInput) -> Bool {
  var pipeline = Pipeline()
  let documents = pipeline.read(input)
  guard let first = documents.first(where: \.isMapping) else { return false }
  let keys = first.entries.map(\.key.value)
  // What a base has is in bodies too; the mark is not.
  if first["base"]?.scalar?.text == "true" { return keys.count > 1 }
  guard Pipeline.bodyOwner(of: first) == nil else { return false }
  // Names, descriptions and labels are in every kind of file.
  return DocumentKind.resembles(keys) && keys.contains(where: { $0 != "rung" && Spec.shape.keys.contains($0) })
    && keys.contains { !["name", "description", "kind", "labels", "duration", "media", "webhook"].contains($0) && Spec.shape.keys.contains($0) }
}

extension Pipeline {
  /// The provider whose request body the document is; nil for a spec.
  static func bodyOwner(of document: Node) -> (any Provider.Type)? {
    // Some bodies have keys of specs.
    guard !["rung", "targets", "extends", "base"].contains(where: document.has), !DocumentKind.isMisspelt(document.entries.map(\.key.value)) else { return nil }
    return Providers.all.first { BodyIntake($0, kind: nil)?.areBodies([document]) ?? false }
  }

  /// Reports a document that is no spec, once.
  mutating func flagForeign(_ document: Node) {
    let place = document.entries.first?.key.place ?? document.place
    if let owner = Self.bodyOwner(of: document) {
      report.flag(
        SpecFaults.notASpec, place, "this is a request body of \(owner.title), not a stream spec", help: "check it with `--as \(owner.id)`, or run `rung import --from \(owner.id)`")
    } else {
      report.flag(SpecFaults.notASpec, place, "this is not a stream spec: it has none of the keys of one", help: "name a stream spec; `rung init` writes one to start from")
    }
  }

  /// Reports a base that does not say that it is one.
  mutating func flagUnmarked(_ base: Node) {
    let keys = base.entries.map(\.key.value)
    let place = base.entries.first?.key.place ?? base.place
    let isWhole = keys.contains("name") && keys.contains("targets")
    // On a line of its own before the first key; between braces before it on its line.
    let isBlock = base.span.lower == place.span.lower
    let start = SourceSpan(file: place.span.file, lower: place.span.lower, upper: place.span.lower)
    let insertion = FixIt("add `base: true`", .safe, edits: [FixIt.Edit(start, isBlock ? "base: true\n" : "\"base\": true, ")])
    report.flag(
      SpecFaults.baseNotMarked, place,
      isWhole ? "the file is extended by others and does not say whether it is a stream itself" : "the file is a base and does not say so",
      help: isWhole ? ["add \(.base, "true")", "add \(.base, "false") if it is a stream as well"] : "add \(.base, "true")",
      fix: isWhole ? nil : insertion)
  }
}
