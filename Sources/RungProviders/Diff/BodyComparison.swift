internal import RungSource

/// Two bodies, leaf by leaf.
struct BodyComparison {
  private let rules: Comparison
  private let judge: ChangeJudge
  private let old: DeclaredRequest
  private let new: DeclaredRequest
  private let oldIsAnswer: Bool
  private let newIsAnswer: Bool
  private let report: Report
  private let resource: String
  private(set) var found: [Difference] = []

  init(
    _ rules: Comparison, _ facts: [ChangeFact], _ old: DeclaredRequest, _ new: DeclaredRequest, _ oldIsAnswer: Bool, _ newIsAnswer: Bool,
    _ report: Report
  ) {
    self.rules = rules
    (self.old, self.new) = (old, new)
    (self.oldIsAnswer, self.newIsAnswer) = (oldIsAnswer, newIsAnswer)
    self.report = report
    resource = new.resource
    judge = ChangeJudge(facts, kinds: new.kinds + old.kinds.filter { !new.kinds.contains($0) }, old: old.body, new: new.body)
  }

  /// The position of the walk: for messages, for facts, and in either body.
  private struct Way {
    var shown = ""
    var plain = ""
    var old = ""
    var new = ""
    /// A member of a list has the path of the list.
    var isMember = false

    func below(_ key: String) -> Way {
      let escaped = JSONPointer.escaped(key)
      return Way(
        shown: shown.isEmpty ? key : "\(shown).\(key)", plain: plain.isEmpty ? key : "\(plain).\(key)", old: "\(old)/\(escaped)",
        new: "\(new)/\(escaped)")
    }

    /// - Parameters:
    ///   - oldIsSingle, newIsSingle: a single value replaces the list.
    func item(_ label: String, _ old: Int?, _ new: Int?, oldIsSingle: Bool, newIsSingle: Bool) -> Way {
      Way(
        shown: "\(shown)[\(label)]", plain: plain, old: oldIsSingle ? self.old : "\(self.old)/\(old ?? 0)",
        new: newIsSingle ? self.new : "\(self.new)/\(new ?? 0)", isMember: true)
    }
  }

  // MARK: The whole

  mutating func compareNames(_ before: DeclaredRequest, _ after: DeclaredRequest) {
    for name in after.names {
      guard let other = before.names.first(where: { $0.name == name.name }), other.value.value != name.value.value else { continue }
      var difference = Difference(
        request: RequestKindID(rawValue: after.kinds.first ?? resource), path: "{\(name.name)}",
        old: Difference.Value(node: .string(other.value.value, at: other.value.place), pointer: nil, isDefault: false),
        new: Difference.Value(node: .string(name.value.value, at: name.value.place), pointer: nil, isDefault: false), isSecret: false,
        effect: .undocumented, by: nil, reasons: [], citations: [], plainPath: "{\(name.name)}")
      judge.judge(name: name.name, &difference)
      found.append(difference)
    }
  }

  mutating func compareBodies() {
    let covered = [old.covers, new.covers].compactMap { $0 }
    func part(_ body: Node?) -> Node? {
      guard let body, case .map(let entries) = body.content, !covered.isEmpty else { return body }
      return Node(.map(entries.filter { entry in covered.allSatisfy { $0.contains(entry.key.value) } }), at: body.place)
    }
    compareMaps(part(old.body), part(new.body), Way())
  }

  /// A resource that only one version has.
  mutating func tell(whole request: DeclaredRequest, isNew: Bool) {
    guard let body = request.body else { return }
    let value = Difference.Value(node: masked(body, ""), pointer: "", isDefault: false)
    var difference = Difference(
      request: RequestKindID(rawValue: request.kinds.first ?? resource), path: "", old: isNew ? nil : value, new: isNew ? value : nil, isSecret: false,
      effect: .inPlace, by: nil, reasons: [], citations: [], plainPath: "")
    judge.judge(wholeOf: request.kinds, &difference)
    found.append(difference)
  }

  /// A key that no request has, in either version: it is reported, and no request is planned for it.
  mutating func tell(unknown old: UnknownField?, _ new: UnknownField?, more: Int) {
    guard let path = (new ?? old)?.path else { return }
    let isAnswered = oldIsAnswer || newIsAnswer
    let isOneSided = old == nil || new == nil
    let isUnseen = isOneSided ? isAnswered : old.flatMap { old in new.map { old.value.isSame(as: $0.value) } } ?? false
    func value(_ field: UnknownField?) -> Difference.Value? {
      let value = field.map { Difference.Value(node: $0.value, pointer: $0.pointer, isDefault: false) }
      // An unknown value: it may be a credential.
      return isAnswered ? hidden(value) : masked(value, path)
    }
    let rest = more == 0 ? [] : ["\(more) more such fields are not listed"]
    var difference = Difference(
      request: RequestKindID(rawValue: self.new.kinds.first ?? resource), path: path, old: value(old), new: value(new), isSecret: isAnswered,
      effect: isUnseen ? .unseen : .notJudged, by: nil, reasons: ["Rung does not know the field"] + rest, citations: [], plainPath: path)
    difference.isUnknown = true
    found.append(difference)
  }

  // MARK: The walk

  private mutating func compare(_ old: Node?, _ new: Node?, _ way: Way) {
    let (old, new) = (meaning(of: old, way, isAnswer: oldIsAnswer), meaning(of: new, way, isAnswer: newIsAnswer))
    guard old != nil || new != nil else { return }
    if !way.isMember, let list = rules.lists[resource]?.first(where: { $0.path == way.plain }) {
      compareLists(old, new, list.members, way)
    } else if old?.isMapping ?? true, new?.isMapping ?? true {
      compareMaps(old, new, way)
    } else if old?.isList ?? true, new?.isList ?? true {
      compareLists(old, new, .objects([], inOrder: false), way)
    } else {
      add(old, new, way)
    }
  }

  /// Nil for what is the same as nothing: in an answer, an object whose members are all null is not set.
  private func meaning(of node: Node?, _ way: Way, isAnswer: Bool) -> Node? {
    guard let node, !node.isNull, !(isAnswer && !isChoice(way) && node.isHollow(but: rules.choices)) else { return nil }
    if new.kinds.contains(where: { rules.ignored[$0]?.contains(way.plain) == true }) { return nil }
    guard let scalar = node.scalar, let synonym = rules.synonyms[resource]?.first(where: { $0.path == way.plain && $0.written == scalar.text })
    else { return node }
    return synonym.means.map { Node(.scalar(Scalar($0, scalar.style)), at: node.place) }
  }



  private func isChoice(_ way: Way) -> Bool { !rules.choices.isEmpty && rules.choices.contains(String(way.plain.split(separator: ".").last ?? "")) }

  private mutating func compareMaps(_ old: Node?, _ new: Node?, _ way: Way) {
    let before = found.count
    let (oldMembers, newMembers) = (NodeMembers(old), NodeMembers(new))
    for entry in new?.entries ?? [] { compare(oldMembers[entry.key.value], entry.value, way.below(entry.key.value)) }
    for entry in old?.entries ?? [] where !newMembers.has(entry.key.value) { compare(entry.value, nil, way.below(entry.key.value)) }
    guard let whole = old == nil ? new : new == nil ? old : nil, !way.plain.isEmpty else { return }
    // An object that was added or removed is one difference, where no fact distinguishes its parts.
    if whole.entries.isEmpty {
      add(old, new, way)
    } else if found.count - before > 0, !judge.tellsApart(below: way.plain), found[before...].allSatisfy({ $0.effect != .unseen }),
      found[before...].reduce(0, { $0 + leaves(of: $1) }) == leaves(of: whole)
    {
      found.removeSubrange(before...)
      add(old, new, way)
    }
  }

  private func leaves(of difference: Difference) -> Int { (difference.new ?? difference.old).map { leaves(of: $0.node) } ?? 0 }

  private func leaves(of node: Node) -> Int {
    var count = 0
    node.forEachLeaf { _ in count += 1 }
    return count
  }

  // MARK: Lists

  private mutating func compareLists(_ old: Node?, _ new: Node?, _ members: Comparison.Members, _ way: Way) {
    let (oldItems, newItems) = (items(of: old), items(of: new))
    guard case .objects(let keys, let inOrder) = members, !(oldItems.isEmpty && newItems.isEmpty) else {
      if oldItems.isEmpty != newItems.isEmpty || oldItems.isEmpty || words(oldItems) != words(newItems) { add(old, new, way) }
      return
    }
    if oldItems.isEmpty || newItems.isEmpty {
      // The whole list was added or removed.
      return add(old, new, way)
    }
    let matches = ListMatching.match(oldItems, newItems, keys)
    for match in matches {
      let item = way.item(
        match.label, match.old, match.new, oldIsSingle: old?.isList == false, newIsSingle: new?.isList == false)
      switch (match.old, match.new) {
      case (let from?, let to?): compare(oldItems[from], newItems[to], item)
      case (nil, let to?): add(nil, newItems[to], item)
      case (let from?, nil): add(oldItems[from], nil, item)
      case (nil, nil): break
      }
    }
    let kept = matches.filter { $0.old != nil && $0.new != nil }
    let byOld = kept.sorted { ($0.old ?? 0) < ($1.old ?? 0) }.map(\.label)
    let byNew = kept.sorted { ($0.new ?? 0) < ($1.new ?? 0) }.map(\.label)
    // The order of lists in answers is not documented.
    guard inOrder, byOld != byNew, !oldIsAnswer, !newIsAnswer else { return }
    func order(_ labels: [String], _ place: SourcePlace) -> Node { Node(.list(labels.map { .string($0, at: place) }), at: place) }
    add(old.map { order(byOld, $0.place) }, new.map { order(byNew, $0.place) }, way, reason: "only the order differs")
  }

  private func items(of node: Node?) -> [Node] {
    guard let node else { return [] }
    if case .list(let items) = node.content { return items }
    return [node]
  }

  /// The values of a list of words, independent of their order.
  private func words(_ items: [Node]) -> [String] { items.map { "\($0.scalar?.text ?? "")" }.sorted() }

  // MARK: A leaf

  private mutating func add(_ old: Node?, _ new: Node?, _ way: Way, reason: String? = nil) {
    var before = old.map { Difference.Value(node: $0, pointer: way.old, isDefault: false) }
    var after = new.map { Difference.Value(node: $0, pointer: way.new, isDefault: false) }
    // What an answer has and no request sets is the provider's own, unless the documents state a default.
    var isOnlyAnswered = !way.isMember && (old == nil && newIsAnswer || new == nil && oldIsAnswer)
    let doubt = way.isMember ? nil : self.doubt(old, new)
    for rule in rules.defaults[resource] ?? [] where rule.path == way.plain {
      if isOnlyAnswered, holds(rule, of: old == nil ? self.old : self.new, isAnswer: false) { isOnlyAnswered = false }
      switch rule.value {
      case .made:
        if old == nil && newIsAnswer || new == nil && oldIsAnswer { return }
      case .empty:
        if (old ?? new)?.isEmpty == true, old == nil || new == nil { return }
      case .text, .number, .bool:
        if old == nil, holds(rule, of: self.old, isAnswer: oldIsAnswer) { before = value(of: rule, near: self.old.place) }
        if new == nil, holds(rule, of: self.new, isAnswer: newIsAnswer) { after = value(of: rule, near: self.new.place) }
      }
    }
    if reason == nil, let left = before?.node, let right = after?.node, left.isSame(as: right) { return }
    // One name was sent and the other would be generated by Rung: the author set neither.
    if rules.labels[resource]?.contains(way.plain) == true, oldIsAnswer && isMadeUp(new) || newIsAnswer && isMadeUp(old) { return }
    let request =
      new == nil ? self.old.request(of: way.plain) ?? self.new.request(of: way.plain) : self.new.request(of: way.plain) ?? self.old.request(of: way.plain)
    var difference = Difference(
      request: RequestKindID(rawValue: request ?? resource),
      path: way.shown, old: before, new: after, isSecret: isSecret(old, way.plain) || isSecret(new, way.plain), effect: .undocumented, by: nil, reasons: [],
      citations: [], plainPath: way.plain)
    if isUnseen(before, after, way) {
      difference.effect = .unseen
      difference.reasons = [unseenReason(before, after, way)]
    } else if isOnlyAnswered {
      difference.effect = .unseen
      difference.reasons = ["no request sets it"]
    } else {
      judge.judge(&difference)
      if let reason { difference.reasons.insert(reason, at: 0) }
      // Enough for a change in place, but not for a deletion.
      if let doubt, difference.effect > .atNextStart {
        difference.effect = .notJudged
        difference.by = nil
        difference.reasons.insert("\(doubt); no request is planned", at: 0)
      }
    }
    difference.old = masked(before, way.plain)
    difference.new = masked(after, way.plain)
    found.append(difference)
  }

  /// Why a difference from an answer does not justify a deletion; nil where it does.
  private func doubt(_ old: Node?, _ new: Node?) -> String? {
    guard oldIsAnswer != newIsAnswer else { return nil }
    let (answered, asked) = oldIsAnswer ? (old, new) : (new, old)
    if answered.map(\.isVoid) ?? true { return "the answer does not show it" }
    guard let asked else { return "it was not set by the author" }
    switch report.origin(of: asked.place) {
    case .default, .providerFact: return "it was not set by the author"
    case .author, .preset, .derived: return nil
    }
  }

  private func hidden(_ value: Difference.Value?) -> Difference.Value? {
    value.map { Difference.Value(node: .string(SecretSigns.mask, at: $0.node.place), pointer: $0.pointer, isDefault: $0.isDefault) }
  }

  private func isMadeUp(_ node: Node?) -> Bool { node.map { !report.isAuthors($0.place) } ?? false }

  private func holds(_ rule: Comparison.Default, of request: DeclaredRequest, isAnswer: Bool) -> Bool {
    if rule.inAnswers, !isAnswer { return false }
    guard let (path, wanted) = rule.condition else { return true }
    return ChangeJudge.value(at: path, in: request.body).map { $0 == wanted } ?? (rule.condition?.value == "")
  }

  private func value(of rule: Comparison.Default, near place: SourcePlace) -> Difference.Value? {
    switch rule.value {
    case .text(let text): Difference.Value(node: .string(text, at: place), pointer: nil, isDefault: true)
    case .number(let number): Difference.Value(node: .integer(number, at: place), pointer: nil, isDefault: true)
    case .bool(let flag): Difference.Value(node: .bool(flag, at: place), pointer: nil, isDefault: true)
    case .empty, .made: nil
    }
  }

  // MARK: Unknown values

  private func isCredential(_ way: Way) -> Bool { rules.credentials[resource]?.contains(way.plain) == true }

  private func isSecret(_ node: Node?, _ plain: String) -> Bool {
    guard let node, let text = node.scalar?.text, !node.isNull else { return false }
    guard rules.credentials[resource]?.contains(plain) == true || report.secrets.contains(node.span) else {
      return SecretSigns.areIn(text) || SecretSigns.isSecretEntry(plain.split(separator: ".").last.map(String.init) ?? "", text)
    }
    return SecretText(text).isLiteral
  }

  /// The value without its secrets, which a difference must not show.
  private func masked(_ value: Difference.Value?, _ plain: String) -> Difference.Value? {
    value.map { Difference.Value(node: masked($0.node, plain), pointer: $0.pointer, isDefault: $0.isDefault) }
  }

  private func masked(_ node: Node, _ plain: String) -> Node {
    switch node.content {
    case .map(let entries):
      let inner = entries.map { entry in
        Node.Entry(key: entry.key, value: masked(entry.value, plain.isEmpty ? entry.key.value : "\(plain).\(entry.key.value)"))
      }
      return Node(.map(inner), at: node.place)
    case .list(let items): return Node(.list(items.map { masked($0, plain) }), at: node.place)
    case .scalar(let scalar):
      guard isSecret(node, plain) else { return node }
      let masked = SecretSigns.masked(scalar.text)
      return .string(report.secrets.contains(node.span) || masked == scalar.text ? SecretSigns.mask : masked, at: node.place)
    }
  }

  /// References have values that only the environment knows.
  private func isReference(_ value: Difference.Value?) -> Bool {
    guard let text = value?.node.scalar?.text, value?.node.scalar?.type == .string else { return false }
    if case .placeholder = SecretText(text).kind { return true }
    return !SecretText.references(in: text).isEmpty
  }

  private func isUnseen(_ old: Difference.Value?, _ new: Difference.Value?, _ way: Way) -> Bool {
    // A request body may contain what a spec only references.
    guard oldIsAnswer || newIsAnswer || isCredential(way) else { return false }
    if old == nil && oldIsAnswer || new == nil && newIsAnswer {
      if isCredential(way) || (old == nil ? self.old : self.new).isIncomplete { return true }
      return rules.untold[resource]?.contains { way.plain == $0 || way.plain.hasPrefix("\($0).") } == true
    }
    return isReference(old) != isReference(new) && old != nil && new != nil
  }

  private func unseenReason(_ old: Difference.Value?, _ new: Difference.Value?, _ way: Way) -> String {
    old == nil || new == nil
      ? "the answer does not show it" : "one side has a reference, the other a value; only the environment knows whether they are equal"
  }
}

extension Node {
  /// An object without a value in it.
  ///
  /// - Parameter choices: keys of objects that count although they are empty.
  fileprivate func isHollow(but choices: Set<String>) -> Bool {
    guard case .map(let entries) = content else { return isNull }
    return entries.allSatisfy { !choices.contains($0.key.value) && $0.value.isHollow(but: choices) }
  }

  /// Has no value: null, empty, or made of such values only.
  fileprivate var isVoid: Bool {
    switch content {
    case .map(let entries): entries.allSatisfy(\.value.isVoid)
    case .list(let items): items.allSatisfy(\.isVoid)
    case .scalar(let scalar): scalar.type == .null || scalar.type == .string && scalar.text.isEmpty
    }
  }

  /// Is empty: an empty list, object or text.
  fileprivate var isEmpty: Bool {
    switch content {
    case .map(let entries): entries.isEmpty
    case .list(let items): items.isEmpty
    case .scalar(let scalar): scalar.type == .string && scalar.text.isEmpty
    }
  }
}
