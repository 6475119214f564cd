internal import RungSource

/// One word of a command line. Secrets are references in it.
public struct CommandArgument: Sendable, Equatable {
  /// A part of a word.
  public enum Piece: Sendable, Equatable {
    /// Text as it is, without quotes.
    case text(String)
    /// The value of an environment variable.
    case environment(String)
  }

  /// In order.
  public var pieces: [Piece]

  init(pieces: [Piece]) { self.pieces = pieces }

  /// `${env:NAME}` in the text is a reference.
  package init(_ text: String) {
    pieces = []
    var rest = Substring(text)
    while let open = rest.exactRange(of: "${env:"), let close = rest[open.upperBound...].utf8.firstIndex(of: UInt8(ascii: "}")),
      !SecretText.references(in: String(rest[open.lowerBound..<rest.utf8.index(after: close)])).isEmpty
    {
      if open.lowerBound > rest.startIndex { pieces.append(.text(String(rest[..<open.lowerBound]))) }
      pieces.append(.environment(String(rest[open.upperBound..<close])))
      rest = rest[rest.utf8.index(after: close)...]
    }
    if !rest.isEmpty || pieces.isEmpty { pieces.append(.text(String(rest))) }
  }

  /// With `${env:NAME}` for what is known only when it runs.
  public var text: String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .environment(let name): "${env:\(name)}"
      }
    }.joined()
  }

  /// The variables that it reads.
  public var environment: [String] {
    pieces.compactMap { piece in
      if case .environment(let name) = piece { name } else { nil }
    }
  }
}
