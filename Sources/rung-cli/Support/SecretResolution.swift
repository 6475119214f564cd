internal import ArgumentParser
internal import RungReading
internal import RungSource

/// References in texts, followed into the environment.
struct SecretResolution {
  private var read: [String] = []
  /// Variables that give no value: whether they are not set, empty or no UTF-8.
  private var missing: [String] = []
  private var empty: [String] = []
  private var unreadable: [String] = []
  private var placeholders: [String] = []

  mutating func resolved(_ node: Node) -> Node {
    switch node.content {
    case .map(let entries):
      return Node(.map(entries.map { Node.Entry(key: $0.key, value: resolved($0.value)) }), at: node.place)
    case .list(let items):
      return Node(.list(items.map { resolved($0) }), at: node.place)
    case .scalar(let scalar):
      guard scalar.type == .string else { return node }
      if case .placeholder = SecretText(scalar.text).kind { note(scalar.text, in: &placeholders) }
      let text = resolved(scalar.text)
      return text == scalar.text ? node : .string(text, at: node.place)
    }
  }

  /// - Parameter insideJSON: whether values stand between the quotes of a JSON string.
  mutating func resolved(_ text: String, insideJSON: Bool = false) -> String {
    let names = SecretText.references(in: text)
    guard !names.isEmpty else { return text }
    var result = ""
    var rest = Substring(text)
    // One pass from the left: a value that itself holds a reference is not looked into.
    for name in names {
      let reference = "${env:\(name)}"
      guard let range = rest.exactRange(of: reference) else { continue }
      result += rest[..<range.lowerBound]
      let value = Environment.value(name)
      if let value, !value.allSatisfy(\.isWhitespace) {
        note(name, in: &read)
        result += insideJSON ? Self.escaped(value) : value
      } else {
        if value != nil { note(name, in: &empty) } else if Environment.isSet(name) { note(name, in: &unreadable) } else { note(name, in: &missing) }
        result += reference
      }
      rest = rest[range.upperBound...]
    }
    return result + rest
  }

  private static func escaped(_ text: String) -> String {
    String(JSONWriter.quoted(text).dropFirst().dropLast())
  }

  /// Says which names were read; ends the command when one has no value.
  func tell(_ console: Console) throws {
    let faults = [(missing, "not set in the environment"), (empty, "empty in the environment"), (unreadable, "not UTF-8 in the environment")]
      .filter { !$0.0.isEmpty }.map { "\($0.0.joined(separator: ", ")) \($0.0.count == 1 ? "is" : "are") \($0.1)" }
    guard faults.isEmpty else { throw Failure.notRun("\(faults.joined(separator: "; ")); nothing was written") }
    for placeholder in placeholders {
      console.say("warning: \(placeholder) is a placeholder of a document, not a reference; it stays as it stands")
    }
    console.say(
      read.isEmpty ? "no secret was read: the bodies hold no ${env:NAME}" : "read from the environment: \(read.joined(separator: ", "))")
  }

  private func note(_ name: String, in names: inout [String]) {
    if !names.contains(name) { names.append(name) }
  }
}
