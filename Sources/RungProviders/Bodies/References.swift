internal import RungSource

/// The text of a body, taken apart at its `${env:NAME}`.
package enum References {
  package enum Part {
    case text(String)
    case environment(String)
  }

  package static func parts(of text: String) -> [Part] {
    var parts: [Part] = []
    var rest = Substring(text)
    for name in SecretText.references(in: text) {
      guard let range = rest.exactRange(of: "${env:\(name)}") else { continue }
      if range.lowerBound > rest.startIndex { parts.append(.text(String(rest[..<range.lowerBound]))) }
      parts.append(.environment(name))
      rest = rest[range.upperBound...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    return parts
  }
}
