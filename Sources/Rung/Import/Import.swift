internal import RungOutput
internal import RungProviders
internal import RungSource
internal import RungSpec

/// Creates a stream spec from the request bodies, or the answers, of a provider: defaults are set once, a shipped ladder is set
/// by its name, quantities have their units, secrets are references. Nothing is lost: what a spec has no key for stays under
/// `extra` of the target, so that compiling the spec gives the bodies again.
///
/// - Parameters:
///   - inputs: JSON texts, each with one body, a list of them, or bodies by the names of their requests. Together they are
///     one stream, unless they hold several.
///   - request: what they are bodies of; with only the provider named, each is recognised by its fields.
///   - options: a name, and more targets.
/// - Returns: the spec, and what was found. With errors among the findings the spec has the same faults.
public func importBodies(_ inputs: [SourceInput], from request: RequestName, options: ImportOptions = ImportOptions()) -> Imported {
  var alone = SecretNames()
  return importBodies(inputs, from: request, options: options, in: &alone)
}

/// The same beside the streams that were imported before: different secrets have different names.
///
/// - Parameters:
///   - inputs: as ``importBodies(_:from:options:)`` takes them.
///   - request: what they are bodies of.
///   - options: a name, and more targets.
///   - names: hand the same one on from import to import.
public func importBodies(
  _ inputs: [SourceInput], from request: RequestName, options: ImportOptions = ImportOptions(), in names: inout SecretNames
) -> Imported {
  var pipeline = Pipeline()
  // The secret has a reference now, which is said instead.
  pipeline.report.silent = [BodyFaults.plainSecret.name]
  var documents: [(file: String, node: Node)] = []
  var secrets: [NamedSecret] = []
  let streams = pipeline.imported(inputs, as: request, options)
  if let body = streams.first?.bodies.first { pipeline.flagUnknown(options.targets, at: body.place) }
  for stream in streams {
    if streams.count > 1 { pipeline.report.forgetLeaves(before: stream.bodies.first?.place) }
    pipeline.judge(stream.draft, of: stream.bodies, for: request)
    pipeline.tell(stream, of: request.provider.rawValue)
    guard var document = stream.document else { continue }
    secrets += pipeline.nameSecrets(in: &document, &names)
    for id in options.targets { document = document.naming(id.rawValue) }
    let file = stream.bodies.first.map { pipeline.sources[$0.place.span.file].name } ?? ""
    documents.append((file, pipeline.tidiedSafely(document, stream.bodies)))
  }
  let text = documents.isEmpty ? nil : YAMLWriter.text(documents.map(\.node))
  return Imported(analysis: pipeline.analysis(of: []), text: text, secrets: secrets, files: documents)
}

extension Pipeline {
  /// One stream of those that the bodies make.
  struct ImportedStream {
    var bodies: [ParsedBody]
    var draft: SpecDraft
    /// Nil when the bodies say what changes only.
    var document: Node?
    var unkept: [String]
  }

  mutating func imported(_ inputs: [SourceInput], as request: RequestName, _ options: ImportOptions) -> [ImportedStream] {
    let bodies = bodies(in: inputs, as: request)
    let all = streams(of: bodies, for: request)
    return all.compactMap { bodies in
      // No stream shares a leaf with the next, and each that is worked on takes room for all before it.
      if all.count > 1 { report.forgetLeaves(before: bodies.first?.place) }
      guard var draft = draft(of: bodies, for: request), !draft.isEmpty else { return nil }
      if draft.nameIsMadeUp, let place = bodies.first?.place, let name = options.name ?? fileName(of: bodies, for: request) {
        draft.spec.set("name", .string(name, at: place))
      }
      guard !draft.isPartial, let whole = completed(draft, of: bodies, for: request) else {
        return ImportedStream(bodies: bodies, draft: draft, document: nil, unkept: [])
      }
      return ImportedStream(bodies: bodies, draft: draft, document: whole.document.readable(inExtra: false), unkept: whole.unkept)
    }
  }

  /// `news.json` is called news. Files that are named for what they hold say nothing of the stream, and neither does one
  /// where the bodies themselves say more.
  private func fileName(of bodies: [ParsedBody], for request: RequestName) -> String? {
    guard let first = bodies.first, let provider = request.theProvider else { return nil }
    let file = sources[first.place.span.file].name
    let name = file.split(separator: "/").last.map { String($0.prefix { $0 != "." }) } ?? ""
    let kinds = provider.requests.map(\.name)
    let plain = ["body", "request", "response", "answer", "stream", "example", "<stdin>", provider.id, "event", "output", "locator", "endpoint"]
    let says = name.isEmpty || name.hasPrefix("<") || plain.contains(name.lowercased()) || kinds.contains { name.lowercased().hasPrefix($0) }
    return says ? nil : name
  }

  /// What became of the bodies' values.
  mutating func tell(_ stream: ImportedStream, of provider: String) {
    guard let first = stream.bodies.first else { return }
    if stream.draft.isPartial {
      report.flag(
        ImportFaults.onlyChanges, first.place, "an update contains only changes and is not a complete stream",
        help: "add the provider's answer about the stream, or the request that created it")
    }
    for kind in stream.unkept {
      guard let body = stream.bodies.first(where: { $0.kind == kind }) else { continue }
      let count = stream.bodies.count { $0.kind == kind }
      // What an update says of a stream that is still to be made can be said when it is made.
      if kind == "update", stream.bodies.contains(where: { $0.kind == "create" }) {
        report.flag(
          ImportFaults.notHeld, body.place, "no update is needed: its values are sent in the create request", severity: .note)
        continue
      }
      report.flag(
        ImportFaults.notHeld, body.place,
        count == 1 ? "a spec cannot create this \(kind) request" : "there are \(count) \(kind) bodies; one spec cannot contain them unchanged",
        help: "use a separate spec for each of them")
    }
    if stream.draft.nameIsMadeUp, let name = stream.draft.spec.node["name"]?.scalar?.text {
      report.flag(
        ImportFaults.nameMadeUp, first.place, "no body has a name for the stream; the spec has the name `\(name)`",
        help: ["set another one with `--name`", "set \(.name) in the spec"])
    }
    guard let extra = stream.document?["targets"]?[provider]?["extra"] else { return }
    tellExtra(extra, [], provider, first.place)
  }

  private mutating func tellExtra(_ node: Node, _ path: [String], _ provider: String, _ body: SourcePlace) {
    for entry in node.entries {
      let path = path + [entry.key.value]
      if case .map(let below) = entry.value.content, !below.isEmpty {
        tellExtra(entry.value, path, provider, body)
      } else if entry.value.isNull {
        report.flag(
          ImportFaults.keptAsExtra, body, "a spec creates `\(path.joined(separator: "."))`, which the body does not have; `targets.\(provider).extra` removes it",
          help: "remove it from `extra` if the field does no harm")
      } else {
        report.flag(
          ImportFaults.keptAsExtra, entry.key.place, "`\(entry.key.value)` has no equivalent in a spec; it is kept under `targets.\(provider).extra`")
      }
    }
  }

  /// Puts references in the places of secrets, and says so.
  mutating func nameSecrets(in document: inout Node, _ names: inout SecretNames) -> [NamedSecret] {
    var naming = SecretNaming(secrets: report.secrets, names)
    document = naming.referenced(document)
    names = naming.names
    for secret in naming.named {
      let isWhole = report.secrets.contains(secret.span)
      report.flag(
        ImportFaults.secretReferenced, SourcePlace(secret.span),
        "\(isWhole ? "this is a secret" : "this \(SecretSigns.noun(of: sources[secret.span.file].text(secret.span))) contains a secret") in plain text; the spec has `${env:\(secret.variable)}` instead",
        help: "set the variable \(secret.variable) where requests are sent, and rotate the secret if the file was in version control")
    }
    return naming.named
  }

  /// The document tidied, as long as that changes nothing but how it reads.
  func tidiedSafely(_ document: Node, _ bodies: [ParsedBody]) -> Node {
    let tidied = Tidying.tidied(document)
    let (before, after) = (self.bodies(of: document, bodies), self.bodies(of: tidied, bodies))
    guard before.count == after.count, zip(before, after).allSatisfy({ $0.isSame(as: $1) }) else { return document }
    return tidied
  }

  private func bodies(of document: Node, _ bodies: [ParsedBody]) -> [Node] {
    var trial = trial(before: bodies.first?.place)
    return trial.compile(document, for: nil).plans.flatMap { $0.steps.compactMap(\.node) }
  }
}

extension Node {
  /// The same document without what could not be read; under `extra` nothing means something.
  func readable(inExtra: Bool) -> Node {
    switch content {
    case .map(let entries):
      let kept = entries.filter { inExtra || !$0.value.isNull }
      return Node(.map(kept.map { Node.Entry(key: $0.key, value: $0.value.readable(inExtra: inExtra || $0.key.value == "extra")) }), at: place)
    case .list(let items): return Node(.list(items.filter { inExtra || !$0.isNull }.map { $0.readable(inExtra: inExtra) }), at: place)
    case .scalar: return self
    }
  }

  /// The same document for one more provider.
  func naming(_ id: String) -> Node {
    guard let targets = self["targets"], targets[id] == nil else { return self }
    return replacing("targets", with: targets.replacing(id, with: Node(.map([]), at: targets.place)))
  }
}
