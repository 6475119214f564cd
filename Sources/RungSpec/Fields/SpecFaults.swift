package import RungSource

/// What can be wrong with a value before any rule runs. The readers find these; no check runs them.
package enum SpecFaults {
  package static let all: [RuleInfo] = [
    unknownKey, missingKey, wrongType, notOneOf, unitMissing, malformedValue, outOfRange, unwritableNumber, yamlSurprise, exactMeaning, doubtfulRate,
    notReadable, literalSecret,
    unknownPreset, dropOfUnknown, notASpec, baseNotMarked,
  ]

  package static let unknownKey = RuleInfo(
    "unknown-key", family: "spec", severity: .error,
    summary: "a key that the mapping does not have",
    why: "A misspelled key would otherwise be dropped, and the stream would run with a default that nobody chose.",
    bad: [
      Example("rung: 1\nname: news\n⟦recroding⟧: {window: 4h}\n", mended: "rung: 1\nname: news\nrecording: {window: 4h}\n"),
      Example("rung: 1\nname: news\nladder:\n  defaults: {⟦key_frame_interval⟧: 2s}\n"),
      Example("rung: 1\nname: news\ntargets:\n  tenbyte: {overrides: {⟦extends⟧: base.yaml}}\n"),
    ],
    good: [Example("rung: 1\nname: news\nrecording: {window: 4h}\n")])

  package static let missingKey = RuleInfo(
    "missing-key", family: "spec", severity: .error,
    summary: "a required key is missing",
    why: "`rung` is the version of the spec language that the file uses, and `name` is the stream's name at every provider.",
    bad: [Example("⟦rung⟧: 1\n"), Example("⟦name⟧: news\n")],
    good: [Example("rung: 1\nname: news\n")])

  package static let wrongType = RuleInfo(
    "wrong-type", family: "spec", severity: .error,
    summary: "a value of the wrong kind",
    why: "A list where a mapping is expected, or a string where a number is expected, has no certain meaning.",
    bad: [
      Example("rung: 1\nname: ⟦24⟧\n", mended: "rung: 1\nname: \"24\"\n"),
      Example("rung: 1\nname: news\ningest: ⟦push⟧\n"), Example("rung: 1\nname: news\ntargets: [qencode, ⟦{mkio: {project: acme, event: main-stage}}⟧]\n"),
      Example("rung: 1\nname: news\nladder: {defaults: {gop: ⟦2s⟧}}\n"),
      Example("rung: 1\nname: news\nladder: {defaults: {gop: ⟦60 frames⟧}}\n", mended: "rung: 1\nname: news\nladder: {defaults: {gop: 60}}\n"),
      Example("rung: 1\nname: news\ningest: {audio: {channels: ⟦5.1⟧}}\n", mended: "rung: 1\nname: news\ningest: {audio: {channels: 6}}\n"),
      Example("rung: 1\nname: news\nlow_latency: ⟦\"true\"⟧\n", mended: "rung: 1\nname: news\nlow_latency: true\n"),
    ],
    good: [Example("rung: 1\nname: \"24\"\n")])

  package static let notOneOf = RuleInfo(
    "not-one-of", family: "spec", severity: .error,
    summary: "a value that is not one of the allowed words",
    why: "The allowed values are fixed, so that a typo is an error and not another meaning.",
    bad: [
      Example("rung: 1\nname: news\nkind: ⟦liniear⟧\n", mended: "rung: 1\nname: news\nkind: linear\n"),
      Example(
        "rung: 1\nname: news\nladder: {defaults: {codec: ⟦hevc⟧}}\n",
        mended: "rung: 1\nname: news\nladder: {defaults: {codec: h265}}\n"),
    ],
    good: [Example("rung: 1\nname: news\nkind: linear\n")])

  package static let unitMissing = RuleInfo(
    "unit-missing", family: "spec", severity: .error,
    summary: "a bare number where the unit decides what it means",
    why: "Providers count in bits, kilobits, seconds and frames under names that do not say which: 3000 means 3 Mbps to one and 3 kbps to another.",
    bad: [
      Example("rung: 1\nname: news\nladder: {renditions: [{name: a, bitrate: ⟦3000⟧}]}\n"),
      Example("rung: 1\nname: news\nrecording: {window: ⟦4⟧}\n"),
      Example("rung: 1\nname: news\ningest: {audio: {sample_rate: ⟦48000⟧}}\n"),
    ],
    good: [Example("rung: 1\nname: news\nrecording: {window: 4h}\n")])

  package static let malformedValue = RuleInfo(
    "malformed-value", family: "spec", severity: .error,
    summary: "a quantity, address or name that cannot be read",
    why: "Rung reads quantities exactly and does not guess; a value that it cannot read would reach the provider as something else.",
    bad: [
      Example("rung: 1\nname: news\nladder: {renditions: [{name: a, bitrate: ⟦3 Mbit⟧}]}\n", mended: "rung: 1\nname: news\nladder: {renditions: [{name: a, bitrate: 3M}]}\n"),
      Example(
        "rung: 1\nname: news\ningest: {video: {resolution: ⟦1080p⟧}}\n",
        mended: "rung: 1\nname: news\ningest: {video: {resolution: 1920x1080}}\n"),
      Example("rung: 1\nname: news\nidle_timeout: ⟦soon⟧\n"),
      Example("rung: 1\nname: news\ningest: {mode: pull, source: {url: ⟦\"${env:SOURCE}\"⟧}}\n"),
      Example("rung: 1\nname: news\nrecording: {window: ⟦4 hours⟧}\n", mended: "rung: 1\nname: news\nrecording: {window: 4h}\n"),
    ],
    good: [
      Example("rung: 1\nname: news\nidle_timeout: 120s\n"),
      Example("rung: 1\nname: news\ningest: {mode: pull, source: {url: \"srt://${env:HOST}:${env:PORT}\"}}\n"),
      Example("rung: 1\nname: news\ntargets: {obs: {server: \"rtmp://${env:HOST}:${env:PORT}/app\"}, ffmpeg: {push_url: \"rtmp://${env:HOST}:1935/app\"}}\n"),
    ])

  package static let outOfRange = RuleInfo(
    "out-of-range", family: "spec", severity: .error,
    summary: "a number, or the length of a string, outside the range that any encoder or provider accepts",
    why: "The range is a limit of the format itself: no codec has a CRF above 63, and a GOP has at least one frame.",
    bad: [Example("rung: 1\nname: news\nladder: {defaults: {crf: ⟦64⟧}}\n"), Example("rung: ⟦2⟧\nname: news\n")],
    good: [Example("rung: 1\nname: news\nladder: {defaults: {crf: 21}}\n")])

  package static let unwritableNumber = RuleInfo(
    "unwritable-number", family: "spec", severity: .error,
    summary: "a number that JSON cannot carry",
    why: "Bodies are JSON. It has no infinity and no NaN, and its readers keep integers in 64 bits and decimals in 64-bit floats: a number beyond these is rejected or arrives changed.",
    citation: Citation("RFC 8259", "section 6", url: "https://www.rfc-editor.org/rfc/rfc8259#section-6"),
    bad: [
      Example("rung: 1\nname: news\ntargets: {tenbyte: {extra: {a: ⟦.inf⟧}}}\n"),
      Example("rung: 1\nname: news\ntargets: {tenbyte: {extra: {a: [0x1F, ⟦18446744073709551616⟧]}}}\n"),
    ],
    good: [Example("rung: 1\nname: news\ntargets: {tenbyte: {extra: {a: [0x1F, 1.10]}}}\n")])

  package static let yamlSurprise = RuleInfo(
    "yaml-surprise", family: "spec", severity: .error,
    summary: "a value that YAML 1.1 and YAML 1.2 read differently",
    why: "`no`, `on`, `1_000`, `017` and `1:30` mean one thing in YAML 1.1 tools (PyYAML, Ruby) and another in YAML 1.2. Rung reads YAML 1.2 and reports values that other tools read differently.",
    citation: Citation("YAML 1.2.2", "section 10.3, core schema", url: "https://yaml.org/spec/1.2.2/"),
    bad: [
      Example("rung: 1\nname: news\nlow_latency: ⟦yes⟧\n", mended: "rung: 1\nname: news\nlow_latency: true\n"),
      Example("rung: 1\nname: ⟦no⟧\n", mended: "rung: 1\nname: \"no\"\n", severity: .warning),
      Example(
        "rung: 1\nname: news\nladder: {defaults: {gop: ⟦0o74⟧}}\n", mended: "rung: 1\nname: news\nladder: {defaults: {gop: 60}}\n"),
      Example(
        "rung: 1\nname: news\nladder: {renditions: [{name: a, bitrate: ⟦3_000k⟧}]}\n",
        mended: "rung: 1\nname: news\nladder: {renditions: [{name: a, bitrate: 3000k}]}\n"),
    ],
    good: [Example("rung: 1\nname: \"no\"\nlow_latency: true\n")])

  package static let exactMeaning = RuleInfo(
    "ntsc-frame-rate", family: "spec", severity: .note,
    summary: "a decimal name of an NTSC frame rate",
    why: "29.97 is a name for 30000/1001. The difference is one frame in half a minute, and GOP arithmetic must be exact.",
    scope: .specs,
    bad: [Example("rung: 1\nname: news\ningest: {video: {fps: ⟦29.97⟧}}\n")],
    good: [Example("rung: 1\nname: news\ningest: {video: {fps: 30000/1001}}\n")])

  package static let doubtfulRate = RuleInfo(
    "frame-rate-doubtful", family: "spec", severity: .warning,
    summary: "a frame rate close to an NTSC rate, but not equal to it",
    why: "No camera has 23.97, 29.98 or 59.9 fps: these are typos for an NTSC rate or for the whole rate beside it, or a tool measured them. Used literally they make every GOP and every segment slightly wrong.",
    bad: [
      Example("rung: 1\nname: news\ningest: {video: {fps: ⟦29.98⟧}}\n"),
      Example("rung: 1\nname: news\nladder: {defaults: {fps: ⟦2997/100⟧}}\n"),
    ],
    good: [Example("rung: 1\nname: news\ningest: {video: {fps: 29.970}}\n"), Example("rung: 1\nname: news\ningest: {video: {fps: 30.0}}\n")])

  package static let notReadable = RuleInfo(
    "base-not-readable", family: "spec", severity: .error,
    summary: "`extends` names a file that cannot be used",
    why: "A base that is missing, extends itself, or lies outside the repository would make the result depend on the machine.",
    bad: [Example("rung: 1\nname: news\nextends: ⟦missing.yaml⟧\n")],
    good: [Example("rung: 1\nname: news\n")])

  package static let literalSecret = RuleInfo(
    "literal-secret", family: "spec", severity: .error,
    summary: "a stream key, token or credential in plain text",
    why: "A spec is kept in version control, where a secret stays forever. References are resolved as late as possible, and only on request.",
    bad: [
      Example("rung: 1\nname: news\ningest: {token: ⟦hunter2hunter2⟧}\n"),
      Example("rung: 1\nname: news\nsimulcast: [{url: \"rtmp://live.example.com/app\", key: ⟦abcd-efgh⟧}]\n"),
      Example("rung: 1\nname: news\ningest: {source: {url: ⟦\"rtsp://${env:USER}:hunter2@camera.example.com/1\"⟧}}\n"),
    ],
    good: [
      Example("rung: 1\nname: news\ningest: {token: \"${env:INGEST_TOKEN}\"}\n"),
      Example("rung: 1\nname: news\ningest: {source: {url: \"rtsp://viewer:${env:CAMERA}@camera.example.com/1\"}}\n"),
      Example("rung: 1\nname: news\ningest: {source: {url: \"udp://@239.1.1.1:1234\"}}\n"),
    ])

  package static let unknownPreset = RuleInfo(
    "unknown-preset", family: "spec", severity: .error,
    summary: "`ladder.preset` names no shipped preset",
    why: "Presets are embedded in the binary; an unknown name gives no ladder.",
    bad: [
      Example(
        "rung: 1\nname: news\nladder: {preset: ⟦tenbyte-balance⟧}\n",
        mended: "rung: 1\nname: news\nladder: {preset: tenbyte-balanced}\n")
    ],
    good: [Example("rung: 1\nname: news\nladder: {preset: tenbyte-balanced}\n")])

  package static let dropOfUnknown = RuleInfo(
    "drop-of-unknown", family: "spec", severity: .error,
    summary: "`ladder.drop` names a rendition that the ladder does not have",
    why: "The rendition that was meant would stay in the ladder.",
    bad: [
      Example(
        "rung: 1\nname: news\nladder: {preset: tenbyte-balanced, drop: [⟦481p⟧]}\n",
        mended: "rung: 1\nname: news\nladder: {preset: tenbyte-balanced, drop: [480p]}\n")
    ],
    good: [Example("rung: 1\nname: news\nladder: {preset: tenbyte-balanced, drop: [480p]}\n")])

  package static let notASpec = RuleInfo(
    "not-a-spec", family: "spec", severity: .error,
    summary: "a file that is something else than a stream spec",
    why: "None of its keys is one that a spec begins with, so every one of them would be reported. A request body of a provider is checked with `--as`.",
    bad: [
      Example("⟦services⟧:\n  web: {image: nginx}\nvolumes: {}\n"),
      Example("⟦livestream_id⟧: ls_1\nversion: 2\n"),
    ],
    good: [Example("rung: 1\nname: news\n")])

  package static let baseNotMarked = RuleInfo(
    "base-not-marked", family: "spec", severity: .warning,
    summary: "a file that others extend, or that is no stream of its own, does not say that it is a base",
    why: "A base is read and never judged as a stream, whether a directory, a hook or a list of changed files names it. `base: true` says so; `base: false` says that it is a stream as well.",
    bad: [Example("⟦rung⟧: 1\npackaging: {hls: {segment_duration: 6s}}\n", mended: "base: true\nrung: 1\npackaging: {hls: {segment_duration: 6s}}\n")],
    good: [Example("rung: 1\nbase: true\npackaging: {hls: {segment_duration: 6s}}\n")])
}
