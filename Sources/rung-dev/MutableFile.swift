/// A file of rules, and where in it something can be flipped.
struct MutableFile {
  private let bytes: [UInt8]
  private var sites: [(range: Range<Int>, line: Int, operand: Mutation.Operand)] = []

  init(_ text: String) {
    bytes = Array(text.utf8)
    scan()
  }

  /// - Parameter number: of the first one.
  func mutations(file: String, rules: [String]) -> [Mutation] {
    var placeInLine: [Int: Int] = [:]
    return sites.map { site in
      placeInLine[site.line, default: 0] += 1
      let original = String(decoding: bytes[site.range], as: UTF8.self)
      return Mutation(
        file: file, line: site.line, text: lineText(around: site.range.lowerBound), place: placeInLine[site.line] ?? 1, original: original,
        flipped: Mutation.flips[original] ?? original, rules: rules)
    }
  }

  /// The text with every one of its operators by its own name, the first of which has this number, and what they mean.
  func switched(from number: Int, _ mutations: [Mutation]) -> (text: String, declarations: String) {
    var text: [UInt8] = []
    var declarations = ""
    var end = 0
    for (index, (site, mutation)) in zip(sites, mutations).enumerated() {
      text += bytes[end..<site.range.lowerBound]
      text += Mutation.name(number + index, for: mutation.original).utf8
      end = site.range.upperBound
      declarations += mutation.declaration(number + index, operand: site.operand)
    }
    return (String(decoding: text + bytes[end...], as: UTF8.self), declarations)
  }

  private func lineText(around index: Int) -> String {
    let start = bytes[..<index].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
    let line = bytes[start..<end]
    let first = line.firstIndex { $0 != 0x20 } ?? end
    return String(decoding: line[first...], as: UTF8.self)
  }

  /// Operators between spaces, outside comments and literals: the text of a message changes no finding.
  private mutating func scan() {
    var index = 0
    var line = 1
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x0A { line += 1 }
      if starts("//", at: index) {
        index = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
      } else if byte == 0x22 || byte == 0x23 && index + 1 < bytes.count && (bytes[index + 1] == 0x22 || bytes[index + 1] == 0x23) {
        let end = endOfLiteral(at: index)
        line += bytes[index..<end].count { $0 == 0x0A }
        index = end
      } else if isSpace(index - 1), let found = ["&&", "||", "==", "!=", ">=", "<=", ">", "<"].first(where: { starts($0 + " ", at: index) || starts($0 + "\n", at: index) }) {
        let range = index..<index + found.utf8.count
        let text = lineText(around: index)
        // Declarations of operators, and what is demanded of types.
        let isDeclaration = text.contains("func \(found)") || text.hasPrefix("extension ") || text.contains("extension ") && text.contains(" where ")
        if !isDeclaration { sites.append((range, line, starts(" nil", at: range.upperBound) ? .null : starts(" (", at: range.upperBound) ? .parenthesis : .other)) }
        index = range.upperBound
      } else {
        index += 1
      }
    }
  }

  private func isSpace(_ index: Int) -> Bool { index >= 0 && (bytes[index] == 0x20 || bytes[index] == 0x0A) }

  private func starts(_ text: String, at index: Int) -> Bool { bytes[index...].starts(with: text.utf8) }

  /// After the quotes that end a literal, whose interpolations may hold literals of their own.
  private func endOfLiteral(at start: Int) -> Int {
    let fence = bytes[start...].prefix { $0 == 0x23 }.count
    var index = start + fence
    guard index < bytes.count, bytes[index] == 0x22 else { return start + 1 }
    let quotes = starts("\"\"\"", at: index) ? "\"\"\"" : "\""
    let hashes = String(repeating: "#", count: fence)
    index += quotes.utf8.count
    while index < bytes.count {
      if starts(quotes + hashes, at: index) { return index + quotes.utf8.count + fence }
      if starts("\\" + hashes + "(", at: index) {
        index = endOfInterpolation(at: index + fence + 2)
      } else if fence == 0, bytes[index] == 0x5C {
        index += 2
      } else {
        index += 1
      }
    }
    return bytes.count
  }

  private func endOfInterpolation(at start: Int) -> Int {
    var depth = 1
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case 0x28: depth += 1
      case 0x29:
        depth -= 1
        if depth == 0 { return index + 1 }
      case 0x22:
        index = endOfLiteral(at: index)
        continue
      default: break
      }
      index += 1
    }
    return bytes.count
  }
}
