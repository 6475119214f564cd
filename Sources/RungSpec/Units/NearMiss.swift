internal import RungSource

/// Other spellings of a unit, in lower case, that are not read: `hours` for `h`.
typealias UnitWords = [(unit: String, words: [String])]

extension UnitValue {
  /// The fault of a text that is not such a quantity, with the one that was probably meant: the same number in a form that is
  /// read.
  ///
  /// - Parameter words: other words for each unit.
  static func malformed(_ text: String, _ words: UnitWords = []) -> UnitParse<Self> {
    if let meant = NearMiss(text).candidates(words).first(where: { $0 != text && reads($0) }) {
      return .fault(UnitFault(.malformed, "is not \(noun)", write: [meant], isSpelling: true))
    }
    return .fault(UnitFault(.malformed, "is not \(noun)", help: formHelp))
  }

  private static func reads(_ text: String) -> Bool {
    switch parse(text) {
    case .value, .remarked: true
    case .doubtful, .fault: false
    }
  }
}

/// A quantity in other notations: with separators between digits, a decimal comma, spaces of all kinds.
struct NearMiss {
  /// Longer texts are not quantities.
  private static let longest = 48

  /// Without any of these.
  let plain: String

  init(_ text: String) {
    guard text.utf8.count <= Self.longest else {
      plain = text
      return
    }
    var tidy = String(text.map { $0 == "\u{A0}" || $0 == "\u{202F}" || $0 == "\u{2009}" || $0 == "\t" ? " " : $0 }).trimmingBlanks
    tidy = String(tidy.drop { "+~≈ ".contains($0) })
    while let last = tidy.last, ". ".contains(last) { tidy.removeLast() }
    let digits = tidy.prefix { $0.isASCII && $0.isNumber || "_,. ".contains($0) }
    let rest = tidy[digits.endIndex...]
    plain = Self.number(String(digits).trimmingBlanks) + (digits.last == " " && !rest.isEmpty ? " " : "") + rest
  }

  /// `3,000` and `3_000` are three thousand; `3,5` is three and a half; `.5` and `2.` lack a zero.
  private static func number(_ text: String) -> String {
    var text = text.filter { $0 != "_" }
    for separator in [",", " "] as [Character] {
      let groups = text.split(separator: separator, omittingEmptySubsequences: false)
      guard groups.count > 1, !groups[0].isEmpty else { continue }
      if groups.dropFirst().allSatisfy({ $0.prefix { $0 != "." }.count == 3 }) {
        text = groups.joined()
      } else if separator == ",", groups.count == 2, !text.contains(".") {
        text = groups.joined(separator: ".")
      }
    }
    if text.first == "." { text = "0" + text }
    if text.last == "." { text.removeLast() }
    return text
  }

  /// Likeliest first; the caller reads them.
  func candidates(_ words: UnitWords) -> [String] {
    guard let value = NumberWithUnit(plain) else { return [plain] }
    let unit = value.unit.lowercased()
    var candidates = [plain]
    if let known = words.first(where: { $0.words.contains(unit) || $0.unit.lowercased().trimmingBlanks == unit }) {
      candidates.append(value.digits + known.unit)
    } else if unit.utf8.count > 3, let near = Similarity.nearest(to: unit, among: words.flatMap(\.words)).candidates.first,
      let known = words.first(where: { $0.words.contains(near) })
    {
      candidates.append(value.digits + known.unit)
    }
    return candidates
  }
}
