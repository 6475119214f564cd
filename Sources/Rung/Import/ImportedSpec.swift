internal import RungProviders
package import RungSource
internal import RungSpec

extension Node {
  /// The same without keys that a schema does not have.
  fileprivate func known(to schema: Schema) -> Node {
    switch (content, schema) {
    case (.map(let entries), .object(let object)) where object.closed:
      let kept = entries.compactMap { entry -> Node.Entry? in
        guard let property = object.properties.first(where: { $0.key == entry.key.value }) else { return nil }
        return Node.Entry(key: entry.key, value: entry.value.known(to: property.schema))
      }
      return Node(.map(kept), at: place)
    case (.list(let items), .list(let element, _, _)): return Node(.list(items.map { $0.known(to: element) }), at: place)
    case (_, .anyOf(let choices)): return choices.reduce(self) { $0.known(to: $1) }
    default: return self
    }
  }

  /// A patch without its removals; nil when nothing is left.
  fileprivate var additions: Node? {
    guard case .map(let entries) = content else { return isNull ? nil : self }
    let kept = entries.compactMap { entry in entry.value.additions.map { Node.Entry(key: entry.key, value: $0) } }
    return kept.isEmpty && !entries.isEmpty ? nil : Node(.map(kept), at: place)
  }
}

/// Bodies as one stream spec, before anybody has tidied it.
package struct ImportedSpec: Sendable {
  /// What was found in the bodies, as ``check(together:as:)`` finds it.
  package let analysis: Analysis
  /// The spec; its values have their places in the bodies. What it has no key for is under `extra` of the target, so
  /// that compiling it gives the bodies again. Nil when the bodies are no stream.
  package let document: Node?
  /// Kinds of bodies that compiling the spec does not give again.
  package let unkept: [String]
  let provider: String

  /// The spec compiled for the provider that the bodies are of: its requests give the bodies again.
  package func compiled() -> Analysis {
    var pipeline = Pipeline()
    pipeline.sources = analysis.sources
    pipeline.report = analysis.report.withoutFindings()
    let streams = document.map { [pipeline.compile($0, for: [provider])] } ?? []
    return pipeline.analysis(of: streams)
  }
}

/// Reads the bodies of one stream into a spec from which the same bodies come again.
package func imported(together inputs: [SourceInput], as request: RequestName) -> ImportedSpec {
  var pipeline = Pipeline()
  let bodies = pipeline.bodies(in: inputs, as: request)
  var streams: [CompiledStream] = []
  var whole: (document: Node, unkept: [String])?
  if let draft = pipeline.draft(of: bodies, for: request), !draft.isEmpty {
    if !draft.isPartial { whole = pipeline.completed(draft, of: bodies, for: request) }
    streams = [CompiledStream(name: pipeline.judge(draft, of: bodies, for: request)?.name, plans: [], setups: [])]
  }
  return ImportedSpec(analysis: pipeline.analysis(of: streams), document: whole?.document, unkept: whole?.unkept ?? [], provider: request.provider.rawValue)
}

extension Pipeline {
  /// The document with everything under `extra` that compiling it would not give.
  func completed(_ draft: SpecDraft, of bodies: [ParsedBody], for request: RequestName) -> (document: Node, unkept: [String])? {
    guard let provider = request.theProvider, let reader = provider.reader else { return nil }
    var trial = trial(before: bodies.first?.place)
    let steps = trial.judge(draft, of: bodies, for: request)?.compiled.plans.flatMap(\.steps) ?? []

    let patching = MergePatch(ListNames(provider.wholeComparison))
    var draft = draft
    let kinds = provider.requests.filter { $0.judge != nil }.map(\.name)
    var unkept: [String] = []
    var extra = MapDraft(at: draft.document.place)
    for kind in kinds {
      let given = bodies.filter { $0.kind == kind }
      guard let first = given.first else { continue }
      let schema = provider.requests.first { $0.name == kind }?.schema
      // An answer has more than a request, and omits what the provider does not show.
      let wanted = given.map { body in body.isAnswer ? schema.map { body.whole.known(to: .object($0())) } ?? body.whole : body.whole }
      let made = steps.filter { $0.bodyKind?.rawValue == kind }.compactMap(\.node)
      guard made.count == wanted.count else {
        unkept.append(kind)
        continue
      }
      let patches = zip(made, zip(wanted, given)).map { made, wanted -> Node? in
        let patch = patching.difference(from: reader.meaning(made, kind), to: reader.meaning(wanted.0, kind))
        return wanted.1.isAnswer ? patch?.additions : patch
      }
      // Fields under `extra` are sent in every body of their kind.
      guard patches.count == 1 || patches.allSatisfy({ $0 == nil }) else {
        unkept.append(kind)
        continue
      }
      guard let patch = patches[0] else { continue }
      if kinds.count == 1 {
        for entry in patch.entries { extra.set(entry.key.value, entry.value, at: entry.key.place) }
      } else {
        extra.set(kind, patch, at: first.place)
      }
    }
    if !extra.isEmpty { draft.options.set("extra", extra.node) }
    return (draft.document, unkept)
  }
}
