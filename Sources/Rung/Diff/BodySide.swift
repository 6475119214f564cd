internal import RungProviders
internal import RungSource
internal import RungSpec

/// Bodies as one version of what there is at a provider.
enum BodySide {
  static func requests(_ bodies: [ParsedBody], of provider: any Provider.Type, _ report: Report) -> [DeclaredRequest] {
    let steps = bodies.map { body in
      let kind = provider.requests.first { $0.name == body.kind }
      let node = completed(kind?.rewritten?(body.node, report) ?? body.node, with: body.node)
      // What says which thing is meant is no value of it.
      let selecting = provider.changes.filter { $0.request == body.kind && $0.changeability == .selects }.compactMap(\.path)
      return RequestStep(
        StepID(rawValue: body.kind), "", method: "", url: URLTemplate(""), bodyKind: RequestKindID(rawValue: body.kind),
        body: BodyContent(selecting.reduce(node) { $0.removing($1) }))
    }
    let declared = provider.declared(RequestPlan(provider: provider.id, steps: steps)).map { request in
      var request = request
      let parts = bodies.filter { request.kinds.contains($0.kind) }
      request.place = parts.first?.place ?? request.place
      request.covers = covered(by: parts, request, provider)
      request.missing = parts.lazy.filter(\.isAnswer).compactMap { missing(from: $0, provider) }.first
      request.names = parts.flatMap { chosenNames(in: $0, provider) }
      return request
    }
    return provider.declared(declared, told: bodies)
  }

  /// The names that a body gives to what it creates. The name of its parent is in its URL, and not in the body.
  private static func chosenNames(in body: ParsedBody, _ provider: any Provider.Type) -> [(name: String, value: Located<String>)] {
    guard let identity = provider.wholeComparison.identities[body.kind], identity.isChosen, let value = identity.value(in: body) else { return [] }
    return [(identity.name, value)]
  }

  /// The path of something that an answer does not show, and that it has to: what identifies the resource, and what every
  /// request has to set. Nil when it shows all of it.
  private static func missing(from body: ParsedBody, _ provider: any Provider.Type) -> String? {
    let rules = provider.wholeComparison
    if let identity = rules.identities[body.kind], identity.value(in: body) == nil { return identity.path }
    let hidden = Array(rules.credentials.values.joined()) + rules.untold.values.joined()
    return rules.known.firstMissing(from: body.said, of: body.kind) { path in hidden.contains { path == $0 || path.hasPrefix("\($0).") } }
  }

  /// Nil for everything: an answer tells it all, and so does a request where no other has a part in the thing. An update
  /// contains only what it changes; a create request contains all its fields.
  private static func covered(by bodies: [ParsedBody], _ request: DeclaredRequest, _ provider: any Provider.Type) -> Set<String>? {
    guard request.kinds.count > 1, !bodies.contains(where: \.isAnswer) else { return nil }
    return bodies.reduce(into: []) { covered, body in
      let schema = provider.requests.first { $0.name == body.kind }?.schema?()
      covered.formUnion(body.kind == "update" ? body.node.entries.map(\.key.value) : schema?.properties.map(\.key) ?? [])
    }
  }

  /// What the declaration does not know, or could not read, is not changed.
  private static func completed(_ node: Node, with written: Node) -> Node {
    guard case .map(let entries) = node.content, case .map(let all) = written.content else { return node }
    let (members, others) = (NodeMembers(node), NodeMembers(written))
    var result = entries.map { entry in
      Node.Entry(key: entry.key, value: others[entry.key.value].map { completed(entry.value, with: $0) } ?? entry.value)
    }
    for entry in all where !members.has(entry.key.value) { result.append(entry) }
    return Node(.map(result), at: node.place)
  }

  /// The resources of which the answers among the bodies tell all.
  static func toldWhole(_ bodies: [ParsedBody], of provider: any Provider.Type) -> Set<String> {
    Set(provider.wholeComparison.answered.filter { _, key in bodies.contains { $0.isAnswer && $0.said.tells(key) } }.keys)
  }

  /// The identities that the provider has assigned, by name.
  static func told(_ bodies: [ParsedBody], of provider: any Provider.Type) -> [String: Located<String>] {
    var told: [String: Located<String>] = [:]
    for (kind, identity) in provider.wholeComparison.identities where !identity.isChosen {
      for body in bodies where body.kind == kind { told[identity.name] = identity.value(in: body) ?? told[identity.name] }
    }
    return told
  }
}

extension Comparison.Identity {
  /// Nil when the body does not have it; empty when what it has there is no text, and so no name.
  fileprivate func value(in body: ParsedBody) -> Located<String>? {
    body.said.value(at: path).flatMap { $0.isNull ? nil : Located($0.scalar?.text ?? "", at: $0.place) }
  }
}

extension Node {
  /// Whether it has a list under a key, or a value of its own.
  fileprivate func tells(_ key: String) -> Bool {
    switch self[key]?.content {
    case .list: true
    case .scalar(let scalar): key == "id" && !scalar.text.isEmpty
    case .map, nil: false
    }
  }
}
