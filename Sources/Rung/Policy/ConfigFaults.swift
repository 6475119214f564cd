internal import RungSource

/// What can be wrong with `rung.yaml`, beside what every reader of keys and values finds.
enum ConfigFaults {
  static let all: [RuleInfo] = [otherVersion, unknownRule, cannotBeLowered, malformedPattern]

  static let otherVersion = RuleInfo(
    "other-version", family: "config", severity: .error,
    summary: "the configuration is for another version of Rung",
    why: "Another version has other rules: a repository that requires one is not judged by any other.",
    bad: [Example(configuration: "requires: ⟦\">=97.2\"⟧\n")],
    good: [Example(configuration: "requires: \">=0.1\"\n")])

  static let unknownRule = RuleInfo(
    "unknown-rule", family: "config", severity: .error,
    summary: "the configuration names rules that do not exist",
    why: "A misspelled rule changes nothing, and nobody notices until a finding that was turned off fails a run.",
    bad: [
      Example(
        configuration: "severity:\n  ⟦ladder/gop-mismach⟧: warning\n", mended: "severity:\n  ladder/gop-mismatch: warning\n"),
      Example(configuration: "severity: {⟦\"mkoi/*\"⟧: note}\n"),
      Example(configuration: "overrides:\n  - paths: [old/**]\n    severity: {⟦mkoi⟧: 'off'}\n", mended: "overrides:\n  - paths: [old/**]\n    severity: {mkio: 'off'}\n"),
    ],
    good: [Example(configuration: "severity: {ladder/gop-mismatch: warning, \"mkio/*\": note, apple-hls: off, provider/event-too-long: warning}\n")])

  static let cannotBeLowered = RuleInfo(
    "cannot-be-lowered", family: "config", severity: .error,
    summary: "the configuration lowers a finding that stays an error",
    why: "A text or a value that could not be read is not in what is sent, whatever its severity; and a secret in plain text is public as soon as the file is.",
    bad: [Example(configuration: "severity:\n  spec/literal-secret: ⟦note⟧\n"), Example(configuration: "severity: {yaml/syntax: ⟦off⟧}\n")],
    good: [Example(configuration: "severity: {spec/literal-secret: error, spec/dash-in-mpegts: off}\n")])

  static let malformedPattern = RuleInfo(
    "malformed-pattern", family: "config", severity: .error,
    summary: "a pattern of paths that matches nothing",
    why: "An empty pattern, a comment or one that leaves the directory of rung.yaml takes no file.",
    bad: [Example(configuration: "exclude: [drafts/, ⟦\"\"⟧]\n"), Example(configuration: "bases: [⟦../shared/*.yaml⟧]\n")],
    good: [Example(configuration: "exclude: [drafts/, \"*.old.yaml\", \"!keep.old.yaml\"]\n")])
}
