internal import RungSource

/// What keeps two versions from being compared.
enum DiffFaults {
  static let all: [RuleInfo] = [notUnderstood, answerIncomplete]

  static let notUnderstood = RuleInfo(
    "side-not-understood", family: "diff", severity: .error,
    summary: "a side of a diff is neither a stream spec nor a request body or an answer of a provider",
    why: "An error page, an empty answer or another provider's answer contains nothing about the stream. In a comparison everything would seem deleted, and a plan would delete and create it again.",
    bad: [
      Example(comparing: "⟦<html>502 Bad Gateway</html>⟧"), Example(comparing: "⟦[]⟧"), Example(comparing: "⟦null⟧"),
      Example(comparing: "{⟦\"data\"⟧: null}"),
    ],
    good: [Example(comparing: "{\"rung\": 1, \"name\": \"news\"}")])

  static let answerIncomplete = RuleInfo(
    "answer-incomplete", family: "diff", severity: .error,
    summary: "an answer lacks what every resource of its kind has",
    why: "In an incomplete answer, a missing value is not a deleted one. Differences in what the answer shows are reported; a plan from it could delete existing resources.",
    bad: [Example(comparing: "{\"success\": true, \"data\": {\"id\": \"1\", \"status\": \"idle\", ⟦\"name\"⟧: \"news\"}}")],
    good: [Example(comparing: "{\"rung\": 1, \"name\": \"news\"}")])
}
