package import RungSource

/// How a body is sent, where the provider's tools read the same body in another spelling: those of AWS have `ChannelClass` for
/// `channelClass`, and a part of the URL as a member.
package struct BodySpelling: Sendable {
  /// Members at the top that are a part of the URL.
  let inURL: Set<String>
  /// Whether the first letter of a key is small.
  let isCamelCase: Bool
  /// Members whose keys the author chooses.
  let keeping: Set<String>

  package init(inURL: Set<String> = [], isCamelCase: Bool, keeping: Set<String>) {
    (self.inURL, self.isCamelCase, self.keeping) = (inURL, isCamelCase, keeping)
  }

  /// The body as it is sent.
  package func sent(_ body: Node) -> Node {
    guard case .map(let entries) = body.content else { return body }
    return respelt(Node(.map(entries.filter { !inURL.contains($0.key.value) }), at: body.place))
  }

  /// A JSON Pointer into the body as it is sent; nil where it is a part of the URL there.
  func sent(pointer: String) -> String? {
    guard let parts = JSONPointer.parts(of: pointer) else { return pointer }
    if let first = parts.first, inURL.contains(first) { return nil }
    return parts.map { "/" + JSONPointer.escaped(sent(key: $0)) }.joined()
  }

  private func sent(key: String) -> String { isCamelCase ? key.prefix(1).lowercased() + key.dropFirst() : key }

  private func respelt(_ node: Node) -> Node {
    switch node.content {
    case .scalar: node
    case .list(let items): Node(.list(items.map(respelt)), at: node.place)
    case .map(let entries):
      Node(
        .map(entries.map { entry in
          let key = Located(sent(key: entry.key.value), at: entry.key.place)
          return Node.Entry(key: key, value: keeping.contains(entry.key.value) ? entry.value : respelt(entry.value))
        }), at: node.place)
    }
  }
}

extension RequestPlan {
  /// The plan with its bodies as they are sent.
  package var sent: RequestPlan {
    var spellings: [String: BodySpelling] = [:]
    for kind in Providers.named(provider.rawValue)?.requests ?? [] { spellings[kind.name] = kind.spelling }
    guard !spellings.isEmpty else { return self }
    var plan = self
    func respell(_ steps: inout [RequestStep]) {
      for index in steps.indices {
        guard let kind = steps[index].bodyKind?.rawValue, let spelling = spellings[kind], let content = steps[index].content else { continue }
        steps[index].content = content.mapped(spelling.sent)
        steps[index].request.fills = steps[index].request.fills.compactMap { fill in
          spelling.sent(pointer: fill.pointer).map { BodyFill($0, bound: fill.name) }
        }
        if case .asked(var lookup) = steps[index].resending, case .added(var addition) = lookup.sign {
          addition.matching = addition.matching.map { ($0.element, spelling.sent(pointer: $0.body) ?? $0.body) }
          lookup.sign = .added(addition)
          steps[index].resending = .asked(lookup)
        }
      }
    }
    respell(&plan.steps)
    respell(&plan.teardown)
    return plan
  }
}
