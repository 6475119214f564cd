/// A closed set of words.
@usableFromInline package protocol Choice: RawRepresentable<String>, CaseIterable, Sendable, Hashable {
  /// "a video codec"
  static var noun: String { get }
  /// Other names for the same thing that people bring along.
  static var aliases: [String: Self] { get }
}

extension Choice {
  package static var aliases: [String: Self] { [:] }
  package static var words: [String] { allCases.map(\.rawValue) }
}
