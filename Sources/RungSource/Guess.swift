

/// What may be meant by a word that nobody knows: one candidate, several that are as likely, or none.
package struct Guess: Sendable {
  /// Of candidates that are as likely only so many are named.
  private static let most = 4

  package let candidates: [String]

  package init(_ known: String) { candidates = [known] }

  init(_ candidates: [String]) { self.candidates = candidates.count > Self.most ? [] : candidates }

  /// - Parameter known: another name of it, which settles it.
  package init(_ known: String?, or guess: @autoclosure () -> Guess) { self = known.map { Guess([$0]) } ?? guess() }

  /// The one that is meant. Nil for none, and where there is a choice: nobody makes it for the author.
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
