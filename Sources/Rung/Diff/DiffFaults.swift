internal import RungSource

/// What keeps two versions from being compared.
enum DiffFaults {
  static let all: [RuleInfo] = [notUnderstood, answerIncomplete]

  static let notUnderstood = RuleInfo(
    "side-not-understood", family: "diff", severity: .error,
    summary: "a side of a diff is neither a stream spec nor a request body or an answer of a provider",
    why: "A page of an error, an empty answer or another provider's answer says nothing of a stream. Compared all the same, everything would seem to be gone, and a plan would delete it and make it again.",
    bad: [
      Example(comparing: "⟦<html>502 Bad Gateway</html>⟧"), Example(comparing: "⟦[]⟧"), Example(comparing: "⟦null⟧"),
      Example(comparing: "{⟦\"data\"⟧: null}"),
    ],
    good: [Example(comparing: "{\"rung\": 1, \"name\": \"news\"}")])

  static let answerIncomplete = RuleInfo(
    "answer-incomplete", family: "diff", severity: .error,
    summary: "an answer lacks what every resource of its kind has",
    why: "An answer that was cut, or that tells a part only, does not say that the rest is gone. Differences in what it shows are told; a plan made from it could delete what is there.",
    bad: [Example(comparing: "{\"success\": true, \"data\": {\"id\": \"1\", \"status\": \"idle\", ⟦\"name\"⟧: \"news\"}}")],
    good: [Example(comparing: "{\"rung\": 1, \"name\": \"news\"}")])
}
