/// A comparison or a junction in a rule that can be flipped, and the operator that replaces it in a mutated copy.
struct Mutation {
  /// From the root of the repository.
  let file: String
  /// Counted from 1.
  let line: Int
  /// The line, without surrounding spaces.
  let text: String
  /// Which of the flippable operators of its line it is, counted from 1.
  let place: Int
  let original: String
  let flipped: String
  /// The rules whose examples must notice.
  let rules: [String]

  enum Operand { case null, parenthesis, other }

  /// The same however lines move about: what `Tests/RuleTests/survivors.txt` lists.
  var key: String { "\(file.split(separator: "/").last ?? ""): \(original) → \(flipped) (\(place)) in: \(text)" }

  /// A comparison flips whether the limit itself is included; a test of equality is negated.
  static let flips = [
    ">": ">=", ">=": ">", "<": "<=", "<=": "<", "==": "!=", "!=": "==", "&&": "||", "||": "&&",
  ]

  /// An operator that is nobody's: two characters, which Swift takes in operators, say which it is.
  static func name(_ number: Int, for original: String) -> String {
    let digits = [number / 128, number % 128].map { Character(Unicode.Scalar(0x2500 + UInt32($0))!) }
    return original + String(digits)
  }

  /// What the operator means: as before, or flipped when `RUNG_MUTANT` is its number.
  ///
  /// - Parameter operand: what follows it.
  func declaration(_ number: Int, operand: Operand) -> String {
    let name = Self.name(number, for: original)
    func declared(_ precedence: String, _ functions: [String]) -> String {
      (["infix operator \(name): \(precedence)"] + functions).joined(separator: "\n") + "\n"
    }
    func function(_ generics: String, _ left: String, _ right: String, isLast: Bool = true) -> String {
      (isLast ? "" : "@_disfavoredOverload ") + "func \(name)\(generics)(_ a: \(left), _ b: \(right)) -> Bool { mutant == \(number) ? a \(flipped) b : a \(original) b }"
    }
    /// Tuples are compared by functions of their own, and are no `Equatable`.
    func tuples(of kind: String) -> [String] {
      (operand == .parenthesis ? 2...4 : 2...2).map { count in
        let names = "ABCD".prefix(count).map(String.init)
        let tuple = "(\(names.joined(separator: ", ")))"
        return function("<\(names.map { "\($0): \(kind)" }.joined(separator: ", "))>", tuple, tuple)
      }
    }
    switch original {
    case "&&", "||":
      return declared(original == "&&" ? "LogicalConjunctionPrecedence" : "LogicalDisjunctionPrecedence", [
        "func \(name)(_ a: Bool, _ b: @autoclosure () throws -> Bool) rethrows -> Bool { mutant == \(number) ? try a \(flipped) b() : try a \(original) b() }"
      ])
    case "==", "!=":
      if operand == .null { return declared("ComparisonPrecedence", [function("<T>", "T?", "_OptionalNilComparisonType")]) }
      return declared("ComparisonPrecedence", [
        function("<T: Equatable>", "T", "T"),
        function("<T: BinaryInteger, U: BinaryInteger>", "T", "U", isLast: false),
        function("<T: StringProtocol, U: StringProtocol>", "T", "U", isLast: false),
      ] + tuples(of: "Equatable"))
    default:
      return declared("ComparisonPrecedence", [
        function("<T: Comparable>", "T", "T"),
        function("<T: BinaryInteger, U: BinaryInteger>", "T", "U", isLast: false),
      ] + tuples(of: "Comparable"))
    }
  }
}
