package import RungSource

/// What can be wrong with a text before it is interpreted.
package enum SourceFaults {
  package static let all: [RuleInfo] = [
    tooLarge, notUTF8, tooDeep, tooManyNodes, controlCharacter, duplicateKey, empty,
  ]

  package static let tooLarge = RuleInfo(
    "too-large", family: "source", severity: .error,
    summary: "the file is larger than Rung reads",
    why: "A spec has a few kilobytes. A file of many megabytes is probably the wrong file, and reading it could exhaust a CI machine.",
    bad: [], good: [Example("rung: 1\nname: news\n")])

  package static let notUTF8 = RuleInfo(
    "not-utf8", family: "source", severity: .error,
    summary: "the file is not UTF-8 text",
    why: "YAML and JSON that travel between systems are UTF-8 (RFC 8259, section 8.1). Guessing another encoding could change names unnoticed.",
    bad: [], good: [Example("rung: 1\nname: Café\n")])

  package static let tooDeep = RuleInfo(
    "too-deep", family: "source", severity: .error,
    summary: "mappings and lists are nested too deep",
    why: "A spec needs six levels. Very deep nesting is a bug of a generator, or an attack on the reader.",
    bad: [], good: [Example("rung: 1\nname: news\n")])

  package static let tooManyNodes = RuleInfo(
    "too-many-values", family: "source", severity: .error,
    summary: "the file holds, or expands to, too many values",
    why: "Aliases can expand a few lines to billions of values. Rung stops before it exhausts the machine.",
    bad: [], good: [Example("rung: 1\nname: news\n")])

  package static let controlCharacter = RuleInfo(
    "control-character", family: "source", severity: .error,
    summary: "the text holds a control character",
    why: "YAML and JSON forbid raw control characters; if one is accepted, the text that is shown differs from the one that is sent.",
    bad: [
      Example("{\"rung\": 1, \"name\": \"ne⟦\u{1}⟧ws\"}"), Example("rung: 1\nname: ne⟦\u{1}⟧ws\n"),
      Example("rung: 1\nname: news\ntargets: {tenbyte: {extra: {⟦\"a\\0b\"⟧: 1}}}\n"),
    ],
    good: [Example("{\"rung\": 1, \"name\": \"ne\\u0001ws\"}")])

  package static let duplicateKey = RuleInfo(
    "duplicate-key", family: "source", severity: .error,
    summary: "a duplicate key in a mapping",
    why: "Most readers keep one of the two without a warning, and not all keep the same one.",
    bad: [
      Example("rung: 1\nname: news\n⟦name⟧: sport\n"),
      Example("{\"rung\": 1, \"name\": \"news\", ⟦\"name\"⟧: \"sport\"}"),
    ],
    good: [Example("rung: 1\nname: news\n")])

  package static let empty = RuleInfo(
    "empty", family: "source", severity: .error,
    summary: "the file holds no stream",
    why: "An empty file that passes a check hides the stream that should have been in it.",
    bad: [Example("⟦⟧# nothing but a comment\n")],
    good: [Example("rung: 1\nname: news\n")])
}

package enum YAMLFaults {
  package static let all: [RuleInfo] = [
    syntax, tab, unknownAlias, aliasInsideItself, keyNotText, mergeOfNoMapping, tag,
  ]

  package static let syntax = RuleInfo(
    "syntax", family: "yaml", severity: .error,
    summary: "the text is not YAML",
    why: "Nothing after the first syntax error can be read with certainty, so nothing else is reported about the file.",
    bad: [
      Example("rung: 1\nname: [news⟦⟧\n"),
      Example("rung: 1\nname: news⟦⟧: night\n"),
    ],
    good: [Example("rung: 1\nname: \"news: night\"\n")])

  package static let tab = RuleInfo(
    "tab", family: "yaml", severity: .error,
    summary: "a tab where YAML requires spaces",
    why: "YAML forbids tabs in indentation, because their width is not defined (yaml.org/spec/1.2.2, section 6.1).",
    bad: [
      Example("rung: 1\nname: news\nlabels:\n⟦\t⟧team: sports\n", mended: "rung: 1\nname: news\nlabels:\n  team: sports\n"),
      Example("rung: 1\n⟦\t⟧name: news\n", mended: "rung: 1\nname: news\n"),
      Example("rung: 1\nname: news\nlabels:\n  team: sports\n⟦\t⟧room: one\n", mended: "rung: 1\nname: news\nlabels:\n  team: sports\n  room: one\n"),
      Example(
        "rung: 1\nname: news\nladder:\n  renditions:\n    -⟦\t⟧name: a\n      fps: 25\n",
        mended: "rung: 1\nname: news\nladder:\n  renditions:\n    - name: a\n      fps: 25\n"),
    ],
    good: [Example("rung: 1\nname: news\nlabels:\n  team: sports\n")])

  package static let unknownAlias = RuleInfo(
    "unknown-alias", family: "yaml", severity: .error,
    summary: "an alias without an anchor before it",
    why: "YAML has no forward references: `*name` repeats what `&name` marked earlier in the same document.",
    bad: [Example("rung: 1\nname: news\nlabels: ⟦*team⟧\n")],
    good: [Example("rung: 1\nname: news\nlabels: {a: &t x, b: *t}\n")])

  package static let aliasInsideItself = RuleInfo(
    "alias-inside-itself", family: "yaml", severity: .error,
    summary: "an alias inside the value that it refers to",
    why: "Such a value would be infinite.",
    bad: [Example("rung: 1\nname: news\nlabels: &l {a: ⟦*l⟧}\n")],
    good: [Example("rung: 1\nname: news\nlabels: {a: &t x, b: *t}\n")])

  package static let keyNotText = RuleInfo(
    "key-not-text", family: "yaml", severity: .error,
    summary: "a key is a list or a mapping",
    why: "Every key of a stream spec is a string.",
    bad: [Example("rung: 1\nname: news\n? ⟦[a, b]⟧\n: c\n")],
    good: [Example("rung: 1\nname: news\n")])

  package static let mergeOfNoMapping = RuleInfo(
    "merge-of-no-mapping", family: "yaml", severity: .error,
    summary: "the value of `<<` is not a mapping",
    why: "`<<` merges the keys of a mapping, or of each mapping in a list; other values have no keys.",
    bad: [Example("rung: 1\nname: news\nlabels:\n  <<: ⟦sports⟧\n")],
    good: [Example("rung: 1\nname: news\nlabels:\n  <<: {team: sports}\n")])

  package static let tag = RuleInfo(
    "tag", family: "yaml", severity: .error,
    summary: "a value has a tag that Rung does not support, or that its text does not fit",
    why: "Tags run code or change types in some readers. Rung supports the tags of the core schema only: `!!str`, `!!int`, `!!float`, `!!bool`, `!!null`, `!!map`, `!!seq`. Many readers reject a file where the text is no value of its tag, such as `!!int x`.",
    bad: [Example("rung: 1\nname: ⟦!env NAME⟧\n"), Example("rung: 1\nname: a\nlabels: {tier: !!int ⟦gold⟧}\n")],
    good: [Example("rung: 1\nname: !!str 24\n")])
}

package enum JSONFaults {
  package static let all: [RuleInfo] = [syntax, comment, trailingComma]

  package static let syntax = RuleInfo(
    "syntax", family: "json", severity: .error,
    summary: "the text is not JSON",
    why: "Providers parse bodies strictly; so does Rung (RFC 8259, checked by jansson).",
    bad: [
      Example("{\"rung\": 1, \"name\": ⟦n⟧ews}"),
      Example("{\"rung\": 1, ⟦'⟧name': \"news\"}"),
      Example("{\"rung\": 1, \"name\": ⟦0⟧1}"),
    ],
    good: [Example("{\"rung\": 1, \"name\": \"news\"}")])

  package static let comment = RuleInfo(
    "comment", family: "json", severity: .error,
    summary: "a comment in JSON",
    why: "JSON has no comments; samples in provider documents have them, but their own APIs reject them.",
    bad: [Example("{\"rung\": 1, ⟦//⟧ version\n \"name\": \"news\"}")],
    good: [Example("{\"rung\": 1, \"name\": \"news\"}")])

  package static let trailingComma = RuleInfo(
    "trailing-comma", family: "json", severity: .error,
    summary: "a trailing comma in JSON",
    why: "JSON has no trailing commas; samples in provider documents have them, but their own APIs reject them.",
    bad: [Example("{\"rung\": 1, \"name\": \"news\"⟦,⟧}")],
    good: [Example("{\"rung\": 1, \"name\": \"news\"}")])
}
