internal import RungSource

/// What can be wrong with a comment that allows findings.
enum AllowFaults {
  static let all: [RuleInfo] = [malformed, unknownRule, cannotBeAllowed, reasonMissing, unused]

  static let malformed = RuleInfo(
    "malformed", family: "allow", severity: .error,
    summary: "a comment for Rung that it cannot read",
    why: "A comment that allows nothing because of a typing error looks as if it did. The forms are `# rung: allow RULE -- REASON` and `# rung: allow-file RULE -- REASON`.",
    bad: [
      Example("rung: 1\nname: news\n# rung: ⟦alow⟧ spec/no-target -- templates name none\ntargets: [tenbyte]\n"),
      Example("rung: 1\nname: news\n# rung: ⟦ignore⟧ spec/no-target\ntargets: [tenbyte]\n"),
      Example("rung: 1\nname: news\n⟦# rung: allow⟧\ntargets: [tenbyte]\n"),
      Example("rung: 1\nname: news\n⟦# rung allow spec/no-target -- templates name none⟧\ntargets: [tenbyte]\n"),
    ],
    good: [
      Example("rung: 1\nname: news # rung: see the wiki\ntargets: [tenbyte]\n"), Example("# rung: 1\nrung: 1\nname: news\ntargets: [tenbyte]\n"),
      Example("rung: 1\nname: \"a # rung: alow b\"\ntargets: [tenbyte]\n"),
    ])

  static let unknownRule = RuleInfo(
    "unknown-rule", family: "allow", severity: .error,
    summary: "a comment allows a rule that does not exist",
    why: "A misspelled rule allows nothing, and the finding that was meant still fails the run.",
    bad: [
      Example(
        "# rung: allow ⟦spec/no-targt⟧ -- a template\nrung: 1\nname: news\ntargets: [tenbyte]\n",
        mended: "# rung: allow spec/no-target -- a template\nrung: 1\nname: news\ntargets: [tenbyte]\n"),
      Example("rung: 1\nname: news\n# rung: allow ⟦spec/*⟧ -- all of them\ntargets: [tenbyte]\n"),
    ],
    good: [Example("# rung: allow spec/no-target -- a template\nrung: 1\nname: news\n")])

  static let cannotBeAllowed = RuleInfo(
    "cannot-be-allowed", family: "allow", severity: .error,
    summary: "a comment allows a finding that nothing can allow",
    why: "A text or a value that could not be read is not in what is sent, whatever its author allows; and a secret in plain text is public as soon as the file is.",
    bad: [
      Example("rung: 1\nname: news\ntargets: [tenbyte]\n# rung: allow ⟦spec/literal-secret⟧ -- it is an old one\nlabels: {team: sports}\n"),
      Example("# rung: allow-file ⟦yaml/syntax⟧ -- our templates\nrung: 1\nname: news\ntargets: [tenbyte]\n"),
    ],
    good: [Example("rung: 1\nname: news # rung: allow spec/no-target -- a template\n")])

  static let reasonMissing = RuleInfo(
    "reason-missing", family: "allow", severity: .warning,
    summary: "a comment allows a finding without a reason",
    why: "Who reads the file later cannot tell whether the reason still holds. The finding is allowed all the same.",
    bad: [
      Example("⟦# rung: allow spec/no-target⟧\nrung: 1\nname: news\n"),
      Example("⟦# rung: allow spec/no-target a template⟧\nrung: 1\nname: news\n", mended: "# rung: allow spec/no-target -- a template\nrung: 1\nname: news\n"),
    ],
    good: [Example("# rung: allow spec/no-target -- a template\nrung: 1\nname: news\n")])

  static let unused = RuleInfo(
    "unused", family: "allow", severity: .warning,
    summary: "a comment allows a finding that is not there",
    why: "It would allow the finding when it comes back for another reason. What only another target or pack would find is not reported where these are not checked.",
    bad: [
      Example(
        "rung: 1\n⟦# rung: allow spec/no-target -- a template⟧\nname: news\ntargets: [tenbyte]\n", mended: "rung: 1\nname: news\ntargets: [tenbyte]\n"),
      Example(
        "rung: 1\nname: news\ntargets: [tenbyte] ⟦# rung: allow-file spec/no-target -- a template⟧\n", mended: "rung: 1\nname: news\ntargets: [tenbyte]\n"),
      Example("# rung: allow spec/no-target, ⟦spec/dash-in-mpegts⟧ -- a template\nrung: 1\nname: news\n"),
    ],
    good: [Example("# rung: allow spec/no-target -- a template\nrung: 1\nname: news\n")])
}
