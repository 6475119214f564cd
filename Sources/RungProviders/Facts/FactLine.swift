package import RungSource
internal import RungSpec

/// One published limit, for a person to read.
package struct FactLine: Sendable {
  /// "archive window"
  package let name: String
  /// "1 to 6", "none"
  package let value: String
  package let citation: Citation
}

extension Facts {
  /// Every limit that the provider publishes or states not to have, in the order of the declarations.
  package var lines: [FactLine] { FactLine.lines(of: self) }
}

extension FactLine {
  /// Every limit among the properties of a value, in the order of the declarations.
  static func lines(of facts: some Any) -> [FactLine] {
    Mirror(reflecting: facts).children.compactMap { child in
      guard let label = child.label, let limit = child.value as? any ReadableLimit, let citation = limit.citation,
        let text = limit.text
      else { return nil }
      let unit = Self.units[label].map { " \($0)" } ?? ""
      return FactLine(name: Self.words(label), value: text == ReadableText.none ? text : text + unit, citation: citation)
    }
  }

  /// Units of the limits whose type has none.
  private static let units = [
    "width": "pixels", "heights": "pixels", "frameRates": "fps", "frameRateMaximum": "fps", "nameLength": "characters",
  ]

  /// `archiveWindow` → `archive window`.
  private static func words(_ label: String) -> String {
    label.reduce(into: "") { $0 += $1.isUppercase ? " \($1.lowercased())" : String($1) }
  }
}

private protocol ReadableLimit {
  var citation: Citation? { get }
  var text: String? { get }
}

extension Limit: ReadableLimit {
  fileprivate var text: String? {
    switch self {
    case .published(let value, _), .negotiated(let value, _): ReadableText.of(value)
    case .statedNone: ReadableText.none
    case .unpublished: nil
    }
  }
}

private enum ReadableText {
  static let none = "no limit, as stated by the provider"

  static func of(_ value: Any) -> String {
    switch value {
    case let rate as Bitrate: rate.prose
    case let cap as BitrateCap: cap.prose
    case let unit as any UnitValue: unit.text
    case let word as any RawRepresentable: "\(word.rawValue)"
    case let range as ClosedRange<Int>: range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
    case let range as any ReadableRange: range.readable
    case let list as [Any]: list.map(of).joined(separator: ", ")
    default: "\(value)"
    }
  }
}

private protocol ReadableRange {
  var readable: String { get }
}

extension ClosedRange: ReadableRange {
  fileprivate var readable: String { "\(ReadableText.of(lowerBound)) to \(ReadableText.of(upperBound))" }
}
