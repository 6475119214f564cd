package import RungSource
internal import RungSpec

/// Reads the bodies in a file: out of envelopes and lists, recognized by kind, judged one by one.
package struct BodyIntake {
  private let provider: any Provider.Type
  private let reader: BodyReader
  /// The given kind; nil to recognize it.
  private let kind: String?

  /// Nil when reading the provider's bodies is not supported.
  package init?(_ provider: any Provider.Type, kind: String?) {
    guard let reader = provider.reader else { return nil }
    self.provider = provider
    self.reader = reader
    self.kind = kind
  }

  private var known: KnownFields { KnownFields(kinds, withFilled: true) }

  private var kinds: [RequestKind] { provider.requests.filter { $0.judge != nil } }

  // MARK: Recognition

  /// Whether a file among others holds bodies of this provider.
  package func recognises(_ node: Node) -> Bool {
    let node = reader.respelled(node)
    let (found, isAnswer) = opened(node)
    if !found.isEmpty, isAnswer || found.allSatisfy({ reader.parts($0.node) != nil }) { return true }
    return !found.isEmpty && found.allSatisfy { body in
      body.kind.map { kind in kinds.contains { $0.name == kind } } ?? recognised(body.node).map { $0.certain } ?? false
    }
  }

  /// Whether a text with these documents holds bodies of this provider. Specs have names as well.
  package func areBodies(_ documents: [Node]) -> Bool {
    !documents.isEmpty && documents.allSatisfy { recognises($0) && !$0.has("rung") }
  }

  /// How well such a text fits the requests of this provider, for comparison with other providers: the fewest keys in and beside the bodies that it
  /// does not have, at any depth, then the best fit. Nil where it holds none of its bodies, or as many keys that they do not have as others.
  ///
  /// - Returns: with how many of their keys not every JSON may have.
  package func likeness(of documents: [Node]) -> (strangers: Int, score: Int, telling: Int)? {
    guard areBodies(documents) else { return nil }
    var (strangers, own, telling, score) = (0, 0, 0, 0)
    var report = Report()
    for document in documents.map(reader.respelled) {
      let (bodies, isAnswer) = opened(document)
      if isAnswer { strangers += beside(document).count }
      for (node, name) in bodies {
        guard reader.parts(node) == nil else {
          own += node.extent.keys
          telling += node.entries.count
          score += node.entries.count
          continue
        }
        let found = recognised(node)
        guard let kind = name.flatMap({ name in kinds.first { $0.name == name } }) ?? found?.kind else {
          strangers += node.extent.keys
          continue
        }
        let (part, unknown) = known.of([kind.name]).separated(reader.canonical(node, kind, isAnswer, &report))
        strangers += unknown.count
        own += part.extent.keys
        telling += part.tellingKeys
        score += found?.score ?? 0
      }
    }
    return strangers < own || own == 0 && strangers == 0 ? (strangers, score, telling) : nil
  }

  /// Whether it is the provider's answer to a rejected request.
  package func recognisesRefusal(_ node: Node) -> Bool { refusal(reader.respelled(node)) != nil }

  /// The bodies in a document; one whose kind cannot be recognized is reported.
  package func bodies(in node: Node, _ report: inout Report) -> [ParsedBody] {
    let node = reader.respelled(node)
    if let fault = refusal(node) {
      func key(_ names: [String]) -> SourcePlace? { node.entries.first { names.contains($0.key.value) }?.key.place }
      report.flag(
        BodyFaults.refusal, key(reader.refusal) ?? key(["success", "error"]) ?? node.place, "this answer of \(provider.title) rejects a request\(fault); it contains no stream",
        help: "check the request body that was sent")
      return []
    }
    let (all, isAnswer) = opened(node)
    if all.isEmpty {
      report.flag(BodyFaults.notRecognised, node.place, "the list is empty; it contains no request body", help: "use a file that contains a request body")
    }
    // Fields beside an envelope belong to none of the bodies in it; the first one keeps them.
    var unknown = isAnswer ? beside(node) : []
    for field in unknown { tell(field, of: nil, &report) }
    return all.flatMap { body -> [ParsedBody] in
      var bodies = opened(body, isAnswer: isAnswer, &report)
      guard !bodies.isEmpty else { return [] }
      bodies[0].unknown += unknown
      unknown = []
      return bodies
    }
  }

  /// The bodies in one member of an envelope or a list.
  private func opened(_ body: (node: Node, kind: String?), isAnswer: Bool, _ report: inout Report) -> [ParsedBody] {
    guard let whole = reader.parts(body.node) else { return [taken(body, isAnswer: isAnswer, &report)].compactMap { $0 } }
    let (node, unknown) = known.separated(answer: body.node, reader.answered)
    let parts = reader.parts(node) ?? whole
    let source = kinds.first { $0.name == reader.primary }?.source
    for field in unknown { tell(field, of: source, &report) }
    // An answer contains everything; a request contains a part.
    for field in kinds.flatMap(\.filled) where field.isSecret {
      if let value = body.node.value(at: field.path) { report.hideAll(in: value) }
    }
    var bodies = parts.compactMap { part in taken((part.node, part.kind), isAnswer: true, &report) }
    if !bodies.isEmpty { bodies[0].unknown = unknown }
    return bodies
  }

  /// Reports an unknown key of an answer: providers add fields to their answers.
  private func tell(_ field: UnknownField, of source: Citation?, _ report: inout Report) {
    report.flag(
      BodyFaults.unknownField, field.key.place, "`\(field.key.value)` is unknown to Rung and is not checked", severity: .note, citation: source)
    report.nameLeaves(of: field.value, unreadUnder: field.key.value)
  }

  private func taken(_ body: (node: Node, kind: String?), isAnswer: Bool, _ report: inout Report) -> ParsedBody? {
    guard case .map = body.node.content else {
      report.flag(
        BodyFaults.notRecognised, body.node.place, "a request body must be an object, not \(body.node.kind)")
      return nil
    }
    if let foreign = reader.foreign.first(where: { $0.keys.allSatisfy { body.node.has($0) } }) {
      report.flag(BodyFaults.notRecognised, body.node.entries.first?.key.place ?? body.node.place, foreign.message)
      return nil
    }
    guard let kind = kind(of: body, &report) else { return nil }
    return taken(body.node, kind, isAnswer: isAnswer || isFilled(body.node, kind), &report)
  }

  private func kind(of body: (node: Node, kind: String?), _ report: inout Report) -> RequestKind? {
    if let name = body.kind ?? kind { return kinds.first { $0.name == name } }
    if let found = recognised(body.node) { return found.kind }
    let names = kinds.map { "`\(provider.id).\($0.name)`" }.joined(separator: ", ")
    report.flag(
      BodyFaults.notRecognised, body.node.entries.first?.key.place ?? body.node.place,
      "the \(provider.title) request of this body could not be recognized",
      help: "name its request: \(names)")
    return nil
  }

  /// The kind that the body fits best, by the fields at its top and by telling ones; the first of equals. Nil when the provider
  /// has most of its fields nowhere, as in a webhook's payload.
  private func recognised(_ node: Node) -> (kind: RequestKind, score: Int, certain: Bool)? {
    guard case .map(let entries) = node.content else { return nil }
    if entries.isEmpty { return kinds.count == 1 ? kinds.first.map { ($0, 0, false) } : nil }
    var best: (kind: RequestKind, score: Int, certain: Bool)?
    for kind in kinds {
      let index = kind.index.value
      let own = index.spellings
      // A field at the top that belongs into an object counts as a field.
      let misplaced = entries.count { !own.contains($0.key.value) && index.inner.contains($0.key.value) }
      let known = entries.count { own.contains($0.key.value) } + misplaced
      guard known > 0 else { continue }
      // A misspelling is not another kind.
      let present = Set(entries.compactMap { own.contains($0.key.value) ? $0.key.value : Similarity.nearest(to: $0.key.value, among: index.keys).candidates.first })
      let missing = index.required.count { !present.contains($0.name) && !present.contains($0.camelCase) }
      let telling = index.telling.count { node.has($0) }
      let unknown = entries.count - present.count
      let score = present.count + 3 * telling - 3 * missing - unknown + 2 * misplaced
      guard unknown <= known || telling > 0 || isFilled(node, kind), score > best?.score ?? .min else { continue }
      // An answer may have keys that are newer than the documents.
      best = (kind, score, present.count + 2 * telling > 2 && (unknown <= present.count || isFilled(node, kind)))
    }
    return best
  }

  // MARK: Envelopes

  /// The content of an envelope, a list, or an object of bodies by kind.
  private func opened(_ node: Node) -> (bodies: [(node: Node, kind: String?)], isAnswer: Bool) {
    if let inside = inside(node) { return (listed(inside), true) }
    if let bodies = byKind(node) { return (bodies, false) }
    return (listed(node), false)
  }

  private func inside(_ node: Node) -> Node? {
    guard case .map(let entries) = node.content else { return nil }
    let beside = reader.besideEnvelope + reader.refusal
    for name in reader.envelopes {
      guard let inside = node[name], !inside.isScalar else { continue }
      // Unknown fields beside the envelope do not hide an answer.
      if entries.allSatisfy({ $0.key.value == name || beside.contains($0.key.value) }) || isAnswered(inside) { return inside }
    }
    return nil
  }

  /// Undocumented fields beside an answer's envelope.
  private func beside(_ node: Node) -> [UnknownField] {
    let known = reader.envelopes + reader.besideEnvelope + reader.refusal
    return node.entries.filter { !known.contains($0.key.value) }.map { UnknownField($0) }
  }

  private func isAnswered(_ inside: Node) -> Bool {
    let all = listed(inside).map(\.node)
    return !all.isEmpty && all.allSatisfy { node in reader.parts(node) != nil || kinds.contains { isFilled(node, $0) } }
  }

  private func listed(_ node: Node) -> [(node: Node, kind: String?)] {
    guard case .list(let items) = node.content else { return [(node, nil)] }
    return items.map { ($0, nil) }
  }

  /// As `rung compile` prints several bodies: by the names of their requests.
  private func byKind(_ node: Node) -> [(node: Node, kind: String?)]? {
    guard case .map(let entries) = node.content, !entries.isEmpty else { return nil }
    guard entries.contains(where: { entry in kinds.contains { $0.name == entry.key.value } }) else { return nil }
    var bodies: [(node: Node, kind: String?)] = []
    for entry in entries {
      guard case .map = entry.value.content else { return nil }
      // Several of one kind have the names of their steps.
      guard let kind = kinds.first(where: { $0.name == entry.key.value }) ?? recognised(entry.value)?.kind else { return nil }
      bodies.append((entry.value, kind.name))
    }
    return bodies
  }

  /// The message of an answer that rejects a request; nil for anything else.
  private func refusal(_ node: Node) -> String? {
    let said = ["message", "msg", "error", "detail"].lazy.compactMap { node[$0]?.scalar?.text }.first.map { ": `\($0)`" } ?? ""
    // A `data` beside the failure is not the stream.
    if node["success"]?.scalar?.type == .bool(false) || node["error"]?.saysSomething == true { return said }
    guard inside(node) == nil, !reader.refusal.isEmpty, reader.refusal.contains(where: { node.has($0) }),
      node.entries.allSatisfy({ reader.refusal.contains($0.key.value) || reader.besideEnvelope.contains($0.key.value) })
    else { return nil }
    return said
  }

  // MARK: One body

  /// Whether it has so many fields filled in by the provider that it cannot be a request.
  private func isFilled(_ node: Node, _ kind: RequestKind) -> Bool {
    kind.index.value.filled.count { node.has($0) } > 1
  }

  private func taken(_ node: Node, _ kind: RequestKind, isAnswer: Bool, _ report: inout Report) -> ParsedBody {
    report.readingAnother { read(node, kind, isAnswer: isAnswer, &$0) }
  }

  private func read(_ node: Node, _ kind: RequestKind, isAnswer: Bool, _ report: inout Report) -> ParsedBody {
    report.bodyReading = .ofBodies(of: provider.id, isAnswer: isAnswer, source: kind.source, keys: KnownKeys(kinds, of: kind))
    defer { report.bodyReading = nil }
    report.hideSecrets(in: node)
    let object = kind.schema?() ?? ObjectSchema(name: "", summary: "", properties: [], closed: false)
    let schema = Schema.object(object)
    var body = reader.canonical(node, kind, isAnswer, &report)
    if !isAnswer { body = Unwrapped.wrapped(body, object, renamed: kind.renamed, source: kind.source, &report) }
    let separated = known.of([kind.name]).separated(body)
    if isAnswer {
      body = separated.known
      for field in separated.unknown { tell(field, of: kind.source, &report) }
    }
    if isAnswer { body = Unset.removed(from: body, schema, isAnswer: true).withoutNulls }
    let said = body
    for field in kind.filled {
      for entry in body.entries(at: field.path) {
        if field.isSecret { report.hideAll(in: entry.value) }
        guard !isAnswer else { continue }
        if let closed = kind.closed {
          report.flag(
            BodyFaults.unknownField, entry.key.place, "`\(field.path)` is a field of answers; the \(kind.name) request does not have it",
            help: "remove it", citation: closed)
        } else {
          report.flag(
            BodyFaults.filledByProvider, entry.value.place, "`\(field.path)` is filled in by \(provider.title) and must not be set in a request",
            help: "remove it from the request")
        }
      }
      body = body.removing(field.path)
    }
    var whole = body
    let remarked = kind.remarked
    func remove() { for field in remarked where field.remark.kind == .ignored { body = body.removing(field.path) } }
    if isAnswer { remove() }
    for field in remarked where !isAnswer { tell(field, in: body, &report) }
    // The value of an ignored field in an answer is not a setting.
    if isAnswer { whole = body }
    // What is ignored is parsed all the same.
    kind.judge?(body, &report)
    remove()
    ListBounds.look(in: body, as: kind, &report)
    body = Unset.removed(from: body, schema, isAnswer: isAnswer) { values, object, isRequired in
      guard let first = values.first else { return }
      let isOne = values.count == 1
      let keys = values.map { "`\($0.key.value)`" }
      report.flag(
        BodyFaults.emptyText, first.value.place,
        "\(isOne ? keys[0] : keys.dropLast().joined(separator: ", ") + " and " + keys[keys.count - 1]) \(isOne ? "is" : "are") empty; \(provider.title) does not document the effect",
        help: [isRequired ? nil : isOne ? "remove it" : "remove them", isOne ? "set a value" : "set values"])
      // They have their finding: no rule reports them as missing.
      for entry in values { report.noteGap(entry.key.value, in: object.place, reportedAt: entry.value.place) }
    }
    let judged = ParsedBody(kind: kind.name, node: body, isAnswer: isAnswer, unread: report.unread)
    provider.bodyRules.run(judged, &report)
    var given = ParsedBody(
      kind: kind.name, node: body, whole: Unset.removed(from: whole, schema, isAnswer: isAnswer), said: said, isAnswer: isAnswer,
      unread: report.unread)
    given.unknown = separated.unknown
    return given
  }

  private func tell(_ field: RemarkedField, in body: Node, _ report: inout Report) {
    let (remark, isIgnored) = (field.remark, field.remark.kind == .ignored)
    for entry in body.entries(at: field.path) {
      report.flag(
        isIgnored ? BodyFaults.ignoredField : BodyFaults.deprecatedField, entry.key.place,
        "`\(entry.key.value)` \(isIgnored ? "changes nothing" : "is deprecated"): \(remark.reason)", help: remark.instead ?? "remove it from the request",
        citation: remark.citation)
    }
  }
}

extension Node {
  /// Whether there is a value at a path, in either API style.
  fileprivate func has(_ path: BodyIndex.Spelling) -> Bool { value(at: path.name) != nil || path.camelCase != path.name && value(at: path.camelCase) != nil }

  /// Whether an `error` is one: null, false, 0 and empty values mean that there is none.
  fileprivate var saysSomething: Bool {
    switch content {
    case .map(let entries): !entries.isEmpty
    case .list(let items): !items.isEmpty
    case .scalar(let scalar): !(scalar.type == .null || scalar.type == .bool(false) || scalar.text.isEmpty || scalar.text == "0")
    }
  }
}

extension Node {
  /// Keys that JSON of any software has, in small letters and without `_`: `{"id": …, "name": …, "type": …}` is nobody's body.
  private static let common: Set<String> = [
    "account", "action", "address", "arn", "attributes", "capacity", "code", "config", "content", "count", "created", "createdat", "creator", "data", "date", "default", "description", "details",
    "domain", "email", "enabled", "error", "event", "filters", "format", "group", "headers", "host", "id", "input", "items", "key", "kind", "label", "labels", "limit", "location",
    "message", "meta", "metadata", "method", "mode", "model", "modified", "name", "output", "owner", "params", "password", "path", "policy", "port", "properties", "region", "resources", "result",
    "role", "rolearn", "scope", "secret", "service", "settings", "size", "sku", "source", "state", "status", "stream", "success", "tag", "tags", "text", "time", "timestamp", "title", "token", "type", "uid",
    "updatedat", "url", "user", "username", "uuid", "value", "values", "version",
  ]

  /// Under these an author's own keys stand.
  private static let free: Set<String> = ["labels", "meta", "metadata", "tags"]

  /// How many keys there are at any depth that only some software has.
  fileprivate var tellingKeys: Int {
    let own = entries.reduce(0) { count, entry in
      let key = entry.key.value.lowercased().filter { $0 != "_" }
      return count + (Self.common.contains(key) ? 0 : 1) + (Self.free.contains(key) ? 0 : entry.value.tellingKeys)
    }
    return items.reduce(own) { $0 + $1.tellingKeys }
  }
}

extension Providers {
  /// The provider whose requests the documents fit best; nil where they are bodies of none.
  ///
  /// - Parameters:
  ///   - ids: of those that are asked.
  ///   - isSure: whether nobody has said that they are bodies: then some of their keys must be of bodies only, and no other provider fit as well. Else
  ///     the first of equals is taken.
  package static func owner(of documents: [Node], among ids: [String] = ids, isSure: Bool = false) -> (any Provider.Type)? {
    var best: (provider: any Provider.Type, strangers: Int, score: Int)?
    var hasEqual = false
    for provider in ids.compactMap(named) {
      guard let (strangers, score, telling) = BodyIntake(provider, kind: nil)?.likeness(of: documents), telling > 0 || !isSure else { continue }
      if let best, (-strangers, score) <= (-best.strangers, best.score) {
        if (strangers, score) == (best.strangers, best.score) { hasEqual = true }
        continue
      }
      best = (provider, strangers, score)
      hasEqual = false
    }
    return isSure && hasEqual ? nil : best?.provider
  }
}
