internal import RungSource

/// Text with named placeholders: `Bearer {access_token}`.
public struct TextTemplate: Sendable {
  /// With `{name}` for a parameter and `${env:NAME}` for a variable.
  public var template: String
  /// The values of the placeholders, by their names.
  public var parameters: [PlanParameter]

  package init(_ template: String, _ parameters: [PlanParameter] = []) { (self.template, self.parameters) = (template, parameters) }

  package enum Piece: Sendable {
    case text(String)
    case place(PlanParameter)
    /// A placeholder without a parameter: a fault of the plan.
    case unfilled(String)
  }

  /// The parts of the template, in order.
  package var pieces: [Piece] { Self.pieces(of: template, parameters) }

  /// The text with the known values; references are `${env:NAME}`, what is known only later is `{name}`.
  public var text: String { Self.text(of: pieces) { $0 } }

  /// `${env:NAME}` needs no parameter: it contains its source.
  static func pieces(of template: String, _ parameters: [PlanParameter]) -> [Piece] {
    var pieces: [Piece] = []
    var literal = ""
    var rest = Substring(template)
    func flush() {
      if !literal.isEmpty { pieces.append(.text(literal)) }
      literal = ""
    }
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = rest[rest.index(after: open)..<close]
      literal += rest[..<open]
      rest = rest[rest.index(after: close)...]
      if literal.hasSuffix("$"), name.hasPrefix("env:") {
        literal.removeLast()
        flush()
        let variable = String(name.dropFirst(4))
        pieces.append(.place(PlanParameter(variable, environment: variable)))
      } else {
        flush()
        pieces.append(parameters.first { $0.name == name }.map { .place($0) } ?? .unfilled(String(name)))
      }
    }
    literal += rest
    flush()
    return pieces
  }

  static func text(of pieces: [Piece], encoding: (String) -> String) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): return text
      case .unfilled(let name): return "{\(name)}"
      case .place(let parameter):
        switch parameter.filling {
        case .known(let value): return encoding(value.value)
        case .environment(let variable): return "${env:\(variable)}"
        case .bound, .asked: return "{\(parameter.name)}"
        }
      }
    }.joined()
  }
}
