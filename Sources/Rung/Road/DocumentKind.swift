internal import RungProviders
internal import RungReading
internal import RungSource
internal import RungSpec

/// What a document is, judged by its own keys alone: the same however the file is named, and whatever else is in the run.
enum DocumentKind {
  case stream
  /// For others to extend. It is never judged as a stream.
  case base(isMarked: Bool)
  /// It has nothing, or nothing of a spec.
  case foreign

  /// Keys that hardly any other kind of file has at its top.
  private static let telling: Set<String> = [
    "rung", "low_latency", "packs", "targets", "ingest", "encoding", "ladder", "packaging", "recording", "playback", "simulcast", "idle_timeout",
  ]

  /// - Parameters:
  ///   - document: with what it extends merged into it.
  ///   - isBase: whether it is known to be one, where it does not say.
  init(_ document: Node, isBase: Bool = false) {
    let file = document.span.file
    if isBase, !document.has("base") {
      self = .base(isMarked: true)
      return
    }
    // Nearly every document: no list of its keys is made.
    if document.has("rung"), !document.has("base"), document.entries.contains(where: { $0.key.value.isSameKey("name") && $0.key.place.span.file == file }) {
      self = .stream
      return
    }
    // A key that a base sets as well is written here.
    let own = document.entries.filter { $0.key.place.span.file == file }.map(\.key.value)
    let marker = document["base"]
    if marker?.meansTrue == true {
      self = .base(isMarked: true)
    } else if document.entries.isEmpty || !Self.resembles(own), !Self.hasMisspeltVersion(document), !own.contains("base"), !own.contains("extends") {
      self = .foreign
    } else if marker == nil, !own.contains(where: Self.isName), !own.contains("targets") || !own.contains("rung") && !Self.hasMisspeltVersion(document), own.contains(where: Self.telling.subtracting(["rung"]).contains) || own.contains("extends") {
      self = .base(isMarked: false)
    } else {
      self = .stream
    }
  }

  /// Whether a key is `name`, or meant to be.
  static func isName(_ key: String) -> Bool { key == "name" || !Spec.shape.keys.contains(key) && Similarity.isNear(key, "name", edits: 1) }

  /// Whether a mapping with these keys is meant to be a spec, right or wrong.
  static func resembles(_ own: [String]) -> Bool {
    // Any JSON may name its schema.
    let own = own.filter { $0 != "$schema" }
    let known = own.filter(Spec.shape.keys.contains)
    if known.contains("rung") { return true }
    return known.contains(where: telling.contains) ? known.count * 2 > own.count : !own.isEmpty && known.count == own.count
  }

  /// Whether one of the keys is meant to be `rung`: nothing else that is near it is 1.
  static func hasMisspeltVersion(_ document: Node) -> Bool {
    document.entries.contains { entry in
      entry.value.scalar?.text == "1" && !Spec.shape.keys.contains(entry.key.value) && Similarity.nearest(to: entry.key.value, among: ["rung"]).only != nil
    }
  }

  /// Keys whose value is that of a spec, and hardly that of anything else.
  private static func tellingCount(_ document: Node) -> Int {
    document.entries.count { entry in
      func has(_ keys: String...) -> Bool { keys.contains(where: entry.value.has) }
      switch entry.key.value {
      case "targets": return (entry.value.entries.map(\.key.value) + entry.value.items.compactMap { $0.scalar?.text }).contains(where: Targets.ids.contains)
      case "ingest": return has("mode", "protocols", "source", "backup", "allow", "token", "video", "audio")
      case "ladder": return has("preset", "drop", "defaults", "renditions")
      case "packaging": return has("hls", "dash")
      case "recording": return has("window", "max_file_duration", "source", "formats", "destinations", "library")
      case "playback": return has("policy", "domain", "allowed_referers")
      case "low_latency", "idle_timeout": return true
      case "simulcast": return entry.value.items.contains { $0.has("url") }
      default: return false
      }
    }
  }

  /// Whether every key is one of a spec, and more than one value tells that it is.
  static func hasOnlyKeysOfSpecs(_ document: Node) -> Bool {
    document.entries.allSatisfy { Spec.shape.keys.contains($0.key.value) } && tellingCount(document) > 1
  }

  /// Whether a mapping without `rung`, found among other files, is meant to be a spec.
  static func isMeant(_ document: Node) -> Bool {
    let keys = document.entries.map(\.key.value).filter { $0 != "$schema" }
    guard keys.count > 1 else { return false }
    let telling = tellingCount(document)
    let known = keys.count { Spec.shape.keys.contains($0) }
    if telling > 1, known * 2 > keys.count { return true }
    // Of another kind of file hardly all keys are near those of a spec.
    let isWhole = known == keys.count || keys.allSatisfy { key in Spec.shape.keys.contains { $0 == key || Similarity.isNear(key, $0, edits: 1) } }
    if hasMisspeltVersion(document) { return telling > 0 || isWhole || keys.contains("extends") }
    if document["base"]?.meansTrue == true { return telling > 0 || isWhole }
    return isWhole && (telling == 1 || extendsFile(document))
  }

  /// `extends: base.yaml`; what other kinds of files extend are modules and JSON.
  private static func extendsFile(_ document: Node) -> Bool {
    let paths = (document["extends"]?.items ?? []) + (document["extends"].map { [$0] } ?? [])
    return paths.contains { path in path.scalar.map { $0.text.hasSuffix(".yaml") || $0.text.hasSuffix(".yml") } ?? false }
  }
}

extension Node {
  /// `yes` and `"true"` are errors, and what is meant is beyond doubt.
  fileprivate var meansTrue: Bool { scalar.map { ["true", "yes", "on", "y", "1"].contains($0.text.lowercased()) } ?? false }
}

/// Whether a text that does not have the key `rung` at its top is a spec all the same: a base, or a stream that lacks the key
/// or misspells it. A request body of a provider is none.
///
/// - Parameter input: YAML or JSON.
public func resemblesSpec(_ input: SourceInput) -> Bool {
  var pipeline = Pipeline()
  guard let first = pipeline.read(input).first(where: \.isMapping) else { return false }
  // What a base has is in bodies too; the mark is not. No body has only keys of specs, with the values of those.
  return DocumentKind.isMeant(first) && (first.has("base") || DocumentKind.hasOnlyKeysOfSpecs(first) || Pipeline.bodyOwner(of: first) == nil)
}

extension Pipeline {
  /// The provider whose request body the document is; nil for a spec.
  static func bodyOwner(of document: Node) -> (any Provider.Type)? {
    // Some bodies have keys of specs.
    // By one or two keys nothing can be told.
    guard document.extent.keys > 2, !["rung", "targets", "extends", "base"].contains(where: document.has), !DocumentKind.hasMisspeltVersion(document) else { return nil }
    return Providers.owner(of: [document], isSure: true)
  }

  /// Reports a document that is no spec, once.
  mutating func flagForeign(_ document: Node) {
    let place = document.entries.first?.key.place ?? document.place
    if document.entries.isEmpty {
      report.flag(SourceFaults.empty, document.place, "the file holds no \(term: .stream)", help: "`rung init` writes a starter spec")
    } else if let owner = Self.bodyOwner(of: document) {
      report.flag(
        SpecFaults.notASpec, place, "this is a request body of \(owner.title), not a stream spec", help: "check it with `--as \(owner.id)`, or run `rung import --from \(owner.id)`")
    } else {
      report.flag(SpecFaults.notASpec, place, "this is not a stream spec: it has none of the keys of one", help: "name a stream spec; `rung init` writes one to start from")
    }
  }

  /// Reports a base that does not say that it is one.
  mutating func flagUnmarked(_ base: Node) {
    // Without what it extends itself.
    let own = base.entries.filter { $0.key.place.span.file == base.span.file }
    let keys = own.map(\.key.value)
    let place = own.first?.key.place ?? base.place
    let isWhole = keys.contains("name") && keys.contains("targets")
    // A stream that lacks its name looks the same.
    let mayBeStream = keys.contains("rung") && keys.contains("extends")
    // On a line of its own before the first key; between braces before it on its line.
    let isBlock = base.span.lower == place.span.lower
    let start = SourceSpan(file: place.span.file, lower: place.span.lower, upper: place.span.lower)
    let lineEnd = LineMap.lineEnd(of: sources[place.span.file].bytes)
    let text = isBlock ? "base: true\(lineEnd)" : jsonFiles.contains(place.span.file) ? "\"base\": true, " : "base: true, "
    let insertion = FixIt("add `base: true`", mayBeStream ? .unsafe : .safe, edits: [FixIt.Edit(start, text)])
    report.flag(
      SpecFaults.baseNotMarked, place,
      isWhole ? "the file is extended by others and does not say whether it is a stream itself" : "the file is a base and does not say so",
      help: isWhole
        ? ["add \(.base, "true")", "add \(.base, "false") if it is a stream as well"]
        : mayBeStream ? ["add \(.base, "true")", "add \(.name, "Live TV Channel") if it is a stream"] : "add \(.base, "true")",
      fix: isWhole ? nil : insertion)
  }
}
