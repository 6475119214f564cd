/// What a help tells its reader to type, read from the help itself. Only code in backticks counts, and a bare number behind
/// `write`.
struct Advice {
  enum Step: Hashable {
    /// `key: value`, as YAML or as JSON; the key may be a path.
    case field(String, String)
    /// A value in the place of the one that was found.
    case value(String)
    /// A key to take away.
    case removal(String)
  }

  struct Way: Hashable {
    var steps: [Step] = []
    /// Where the help says that they belong: `ladder.defaults`.
    var home: String?
  }

  /// Each is one way to mend; its steps are taken together. None where the help explains, or names a field without a value.
  private(set) var ways: [Way] = []

  private enum Token: Equatable {
    case word(String)
    case code(String)
    /// `, or`, `;` and the like: what follows is another way.
    case turn(isOr: Bool)
    case comma
  }

  /// What the words before a code make of it.
  private enum Mood { case none, value, removal, home }

  init(_ help: String) {
    var way = Way()
    var mood = Mood.none
    // `write \`a\` or \`b\``: what follows the turn is of the kind of what went before.
    var last = Mood.none
    let tokens = Self.tokens(help)
    for (index, token) in tokens.enumerated() {
      switch token {
      case .turn(let isOr):
        close(&way)
        mood = isOr ? last : .none
      // `remove `a`, `b` and `c``.
      case .comma: mood = last == .removal ? .removal : .none
      case .word(let word):
        mood =
          switch word {
          case "write", "mean", "which:": .value
          case "leave", "delete", "remove", "take": .removal
          case "under", "to", "in": .home
          default: .none
          }
        if mood != .home { last = .none }
      case .code(let code):
        let next = index + 1 < tokens.count ? tokens[index + 1] : .comma
        // `\`3M\` may be meant`, `\`480p\` is the next above`.
        let isNamed = next == .word("may") || next == .word("is") && index + 2 < tokens.count && tokens[index + 2] == .word("the")
        if mood == .home, !code.contains(":") {
          way.home = code
        } else if case .field(let key, let value)? = Self.field(code) {
          way.steps.append(.field(key, value))
          last = .value
        } else if code.hasSuffix(":"), let text = Self.rest(of: tokens, behind: index) {
          way.steps.append(.field(String(code.dropLast()), text))
        } else if mood == .removal {
          way.steps.append(.removal(code))
          last = .removal
        } else if mood == .value || isNamed && mood == .none {
          way.steps.append(.value(code))
          last = .value
        }
        mood = .none
      }
    }
    close(&way)
  }

  private mutating func close(_ way: inout Way) {
    if !way.steps.isEmpty { ways.append(way) }
    way = Way()
  }

  /// `name:` with the value behind the backticks: words up to the end.
  private static func rest(of tokens: [Token], behind index: Int) -> String? {
    var words: [String] = []
    for token in tokens[(index + 1)...] {
      guard case .word(let word) = token else { break }
      words.append(word)
    }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  private static func field(_ code: String) -> Step? {
    if code.hasPrefix("--set "), let equals = code.firstIndex(of: "=") {
      return .field(String(code[code.index(code.startIndex, offsetBy: 6)..<equals]), String(code[code.index(after: equals)...]))
    }
    guard let colon = code.firstRange(of: ": ") else { return nil }
    let key = code[..<colon.lowerBound].filter { $0 != "\"" }
    guard !key.isEmpty, key.allSatisfy({ $0.isLetter || $0.isNumber || "_.-[]".contains($0) }) else { return nil }
    return .field(String(key), String(code[colon.upperBound...]))
  }

  private static func tokens(_ help: String) -> [Token] {
    var tokens: [Token] = []
    for (index, part) in help.split(separator: "`", omittingEmptySubsequences: false).enumerated() {
      if !index.isMultiple(of: 2) {
        tokens.append(.code(String(part)))
        continue
      }
      for word in part.split(separator: " ") {
        let plain = word.filter { !",;?()".contains($0) }
        if word.hasPrefix(";") { tokens.append(.turn(isOr: false)) } else if word.hasPrefix(",") { tokens.append(.comma) }
        if plain == "or" { tokens.append(.turn(isOr: true)) } else if plain.first?.isNumber == true, tokens.last == .word("write") {
          tokens.append(.code(plain.filter { $0 != ":" }))
        } else if !plain.isEmpty { tokens.append(.word(plain)) }
        if word.hasSuffix(";") || word.hasSuffix(":") && plain != "which:" { tokens.append(.turn(isOr: plain.hasSuffix(":"))) }
        if word.hasSuffix(",") && word.count > 1 { tokens.append(.comma) }
      }
    }
    return tokens
  }
}
