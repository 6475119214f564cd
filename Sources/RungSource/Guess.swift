

/// What may be meant by an unknown word: one candidate, several equally likely ones, or none.
package struct Guess: Sendable {
  /// At most so many equally likely candidates are named.
  private static let most = 4

  package let candidates: [String]

  package init(_ known: String) { candidates = [known] }

  init(_ candidates: [String]) { self.candidates = candidates.count > Self.most ? [] : candidates }

  /// - Parameter known: another name of it, which decides.
  package init(_ known: String?, or guess: @autoclosure () -> Guess) { self = known.map { Guess([$0]) } ?? guess() }

  /// The one that is meant. Nil for none, and where there is a choice, which is the author's.
  package var only: String? { candidates.count == 1 ? candidates[0] : nil }

  /// "did you mean `a` or `b`?"; nil where none is near.
  ///
  /// - Parameter spell: how a candidate is written.
  package func question(_ spell: (String) -> String = { $0 }) -> String? {
    guard let last = candidates.last else { return nil }
    let first = candidates.dropLast().map { "`\(spell($0))`" }.joined(separator: ", ")
    return "did you mean \(first.isEmpty ? "" : first + " or ")`\(spell(last))`?"
  }

  package var question: String? { question() }

  package func help(_ spell: (String) -> String = { $0 }) -> Help? { question(spell).map { Help($0) } }

  package var help: Help? { help() }
}
