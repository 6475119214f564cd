internal import RungProviders
internal import RungSource

/// Secrets in a body or an answer must not appear in a plan: references replace them.
enum SecretReferences {
  static func standIn(in plan: RequestPlan, for secrets: Set<SourceSpan>) -> RequestPlan {
    var plan = plan
    for index in plan.steps.indices {
      guard let body = plan.steps[index].content?.node else { continue }
      var isChanged = false
      let masked = replaced(body, "\(plan.provider)", secrets, &isChanged)
      if isChanged { plan.steps[index].content = BodyContent(masked) }
    }
    return plan
  }

  private static func replaced(_ node: Node, _ name: String, _ secrets: Set<SourceSpan>, _ isChanged: inout Bool) -> Node {
    switch node.content {
    case .map(let entries):
      return Node(
        .map(entries.map { Node.Entry(key: $0.key, value: replaced($0.value, "\(name)_\($0.key.value)", secrets, &isChanged)) }), at: node.place)
    case .list(let items): return Node(.list(items.map { replaced($0, name, secrets, &isChanged) }), at: node.place)
    case .scalar(let scalar):
      guard scalar.type == .string else { return node }
      let isWhole = secrets.contains(node.span)
      let text = isWhole && SecretText(scalar.text).isLiteral
        ? reference(name) : isWhole ? scalar.text : SecretSigns.replacing(in: scalar.text) { part, _ in reference("\(name)_\(part)") }
      guard text != scalar.text else { return node }
      isChanged = true
      return .string(text, at: node.place)
    }
  }

  private static func reference(_ name: String) -> String {
    "${env:\(String(name.uppercased().map { $0.isLetter && $0.isASCII || $0.isNumber && $0.isASCII ? $0 : "_" }))}"
  }
}
