internal import RungProviders
internal import RungReading
internal import RungSource
package import RungSpec

/// What a `rung.yaml` says about the files below its directory.
public struct Configuration: Sendable {
  /// The name of the file that says so.
  public internal(set) var name = ""
  /// Its directory: patterns are relative to it. As a path of the caller's; empty where all names are relative to it.
  public internal(set) var directory = ""
  package var bytes: [UInt8] = []

  var requires: Located<VersionRequirement>?
  var severity: Located<[SeverityEntry]>?
  var overrides: Located<[Located<Override>]>?
  var include: Located<[Located<PathPattern>]>?
  var exclude: Located<[Located<PathPattern>]>?
  var gitignore: Located<Bool>?
  var bases: Located<[Located<PathPattern>]>?
  var targets: Located<[Located<String>]>?
  var limits: Located<Node>?
  var output: Located<Output>?

  init() {}

  /// One line under `severity`.
  struct SeverityEntry: Sendable {
    let rules: RulePattern
    /// Nil for `off`.
    let severity: Severity?
    let place: SourcePlace
  }

  struct Override: Sendable {
    var paths: Located<[Located<PathPattern>]>?
    var severity: Located<[SeverityEntry]>?
  }

  struct Output: Sendable {
    var format: Located<FindingsFormat>?
  }

  // MARK: Declaration

  static let shape = Shape("the configuration", "What holds for the stream specs below the directory of this file.", { Configuration() }) {
    Field("requires", { $1(&$0.requires) }, .requirement, "Versions of Rung that may judge the repository: `>=0.2`, `>=0.2, <1`. Any other ends with exit code 3.")
    Field("severity", { $1(&$0.severity) }, .severities, "The severity of findings by rule (`mkio/event-too-long`), pattern (`*/gop-*`), or family or provider (`mkio`): error, warning, note or off. The narrowest entry decides.")
    Field("overrides", { $1(&$0.overrides) }, .list(.object(override)), "Other severities for files by their paths; a later entry decides over an earlier one.")
    Field("include", { $1(&$0.include) }, .patterns, "Where directories are searched: only files that one of these matches are specs. Patterns as in .gitignore.")
    Field("exclude", { $1(&$0.exclude) }, .patterns, "Where directories are searched, and of lists: files and directories that are passed over. Patterns as in .gitignore.")
    Field("gitignore", { $1(&$0.gitignore) }, .bool, "Whether files that .gitignore excludes are passed over where directories are searched. Default: true.")
    Field("bases", { $1(&$0.bases) }, .patterns, "Files that are bases without `base: true`. Patterns as in .gitignore.")
    Field("targets", { $1(&$0.targets) }, .list(.targetID, unique: true), "Targets of specs that name none under `targets`.")
    Field("limits", { $1(&$0.limits) }, .limits, "Limits that the account has negotiated with each provider, for every spec; `limits` of a target in a spec decides over them.")
    Field(part: "output", { $1(&$0.output) }, output, "What `rung check` prints where the command line does not say.")
  }

  private static let override = Shape("an entry of `overrides`", "Severities for some of the files.", { Override() }) {
    Field("paths", { $1(&$0.paths) }, .patterns, required: true, "[legacy/**]: which files. Patterns as in .gitignore.")
    Field("severity", { $1(&$0.severity) }, .severities, required: true, "{}: severities, as at the top.")
  }

  private static let output = Shape("`output`", "What `rung check` prints.", { Output() }) {
    Field("format", { $1(&$0.format) }, .findingsFormat, "As `--format` takes it.")
  }

  /// What a `rung.yaml` may hold.
  package static var schema: ObjectSchema { shape.schema }

  package static var schemaText: String {
    JSONWriter.shown(SchemaWriter.document(shape.schema, name: "config.v1", title: "Configuration of Rung: rung.yaml, version 1")) + "\n"
  }

  // MARK: Reading

  /// Keys of stream specs, and of nothing else; and those of configurations.
  private static let ofSpecs = Set(Spec.shape.keys).subtracting(shape.keys)
  private static let own = Set(shape.keys).subtracting(Spec.shape.keys)

  /// Whether a `rung.yaml` is a configuration: it has a key that only configurations have, and no `rung`; or none of the keys that only stream
  /// specs have. A key of a spec in a configuration is a fault of the configuration.
  public static func isMeant(_ input: SourceInput) -> Bool {
    var pipeline = Pipeline()
    let documents = pipeline.read(input)
    if documents.isEmpty {
      return !SpecKeys.areIn(input.bytes, ["rung"]) && (SpecKeys.areIn(input.bytes, own) || !SpecKeys.areIn(input.bytes, ofSpecs))
    }
    func have(_ keys: Set<String>) -> Bool { documents.contains { $0.entries.contains { keys.contains($0.key.value) } } }
    if have(["rung"]) { return false }
    return have(own) || !have(ofSpecs) && !documents.contains(where: DocumentKind.hasMisspeltVersion)
  }

  /// - Parameters:
  ///   - input: YAML.
  ///   - directory: what its patterns are relative to, as ``Policy/locate`` names files.
  /// - Returns: the configuration, nil where one of the findings is an error; and the findings.
  public static func read(_ input: SourceInput, in directory: String = "") -> (configuration: Configuration?, analysis: Analysis) {
    var pipeline = Pipeline()
    pipeline.report.silent = [SourceFaults.empty.name]
    let documents = pipeline.read(input)
    pipeline.report.silent = []
    var configuration: Configuration?
    if documents.isEmpty, !pipeline.report.hasErrors { configuration = Configuration() }
    if let document = documents.first {
      if documents.count > 1 {
        pipeline.report.flag(SpecFaults.wrongType, documents[1].place, "the configuration is one document; the file has \(documents.count)", help: "move all keys into the first")
      } else if let requires = document["requires"], let required = FieldType<VersionRequirement>.requirement.read(requires, &pipeline.report), !required.isMet(by: rungVersion) {
        // Another version may have other keys.
        pipeline.report.flag(
          ConfigFaults.otherVersion, requires.place, "this is Rung \(rungVersion); the repository requires \(required.text)",
          help: "install a version that meets `\(required.text)`, or change `requires`")
      } else {
        configuration = Configuration.shape.read(document, &pipeline.report)
      }
    }
    let analysis = pipeline.analysis(of: [])
    guard !analysis.hasErrors else { return (nil, analysis) }
    configuration?.name = input.name
    configuration?.bytes = input.bytes
    configuration?.directory = directory
    return (configuration, analysis)
  }

  /// `rung.yaml:4`, of a value of the configuration.
  func line(of place: SourcePlace) -> String { "\(name):\(LineMap(bytes).lineNumber(of: place.span.lower))" }

  // MARK: What it says

  /// The path of a file, as patterns take it; nil outside the directory.
  func relative(_ path: String) -> String? {
    if directory.isEmpty { return path }
    let start = directory.utf8.last == UInt8(ascii: "/") ? directory : directory + "/"
    return path.utf8.starts(with: start.utf8) ? String(decoding: path.utf8.dropFirst(start.utf8.count), as: UTF8.self) : nil
  }

  private static func last(_ patterns: Located<[Located<PathPattern>]>?, covering path: String) -> Located<PathPattern>? {
    guard let patterns else { return nil }
    let bytes = Array(path.utf8)
    return patterns.value.last { $0.value.covers(bytes) }
  }

  /// The entry that excludes a file, by its path as ``Policy/locate`` gives it. Below a directory that is excluded nothing is taken back.
  func excluding(_ path: String) -> Located<PathPattern>? {
    guard let exclude, let path = relative(path).map({ Array($0.utf8) }) else { return nil }
    let ends = path.indices.filter { path[$0] == UInt8(ascii: "/") } + [path.count]
    for end in ends {
      let part = Array(path[..<end])
      if let last = exclude.value.last(where: { $0.value.matches(part, isDirectory: end < path.count) }), !last.value.isNegated { return last }
    }
    return nil
  }

  /// Whether a file is passed over where directories are searched, by its path as ``Policy/locate`` gives it.
  public func excludes(_ path: String) -> Bool { excluding(path) != nil }

  /// Whether a file among others may be a spec, by its path as ``Policy/locate`` gives it.
  public func includes(_ path: String) -> Bool {
    guard include != nil, let path = relative(path) else { return true }
    return Self.last(include, covering: path).map { !$0.value.isNegated } ?? false
  }

  /// Whether `.gitignore` counts.
  public var honoursGitignore: Bool { gitignore?.value ?? true }

  /// The entry that makes a file a base.
  func base(_ path: String) -> Located<PathPattern>? {
    relative(path).flatMap { Self.last(bases, covering: $0) }.flatMap { $0.value.isNegated ? nil : $0 }
  }

  /// Whether a file is a base although it does not say so, by its path as ``Policy/locate`` gives it.
  public func isBase(_ path: String) -> Bool { base(path) != nil }

  /// How findings are written where nothing else is asked for.
  public var format: FindingsFormat? { output?.value.format?.value }

  /// The entry that decides about a rule in a file.
  func entry(for id: RuleID, at path: String?) -> SeverityEntry? {
    let path = path.flatMap(relative).map { Array($0.utf8) }
    if let path, let overrides {
      for override in overrides.value.reversed() {
        guard let last = override.value.paths?.value.last(where: { $0.value.covers(path) }), !last.value.isNegated else { continue }
        if let entry = Self.narrowest(override.value.severity?.value ?? [], id) { return entry }
      }
    }
    return Self.narrowest(severity?.value ?? [], id)
  }

  private static func narrowest(_ entries: [SeverityEntry], _ id: RuleID) -> SeverityEntry? {
    entries.filter { $0.rules.matches(id) }.max { $0.rules.weight < $1.rules.weight }
  }
}

/// Whether a text that does not parse has a key at the start of a line.
private enum SpecKeys {
  static func areIn(_ bytes: [UInt8], _ keys: Set<String>) -> Bool {
    bytes.split { $0 == 0x0A || $0 == 0x0D }.contains { line in
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return false }
      return keys.contains(String(decoding: line[..<colon], as: UTF8.self))
    }
  }
}

// MARK: Values

extension FieldType where Value == VersionRequirement {
  fileprivate static var requirement: FieldType {
    FieldType(.string(pattern: "^(>=|<=|>|<|=) *[0-9]+(\\.[0-9]+){0,2}(, *(>=|<=|>|<|=) *[0-9]+(\\.[0-9]+){0,2})*$", examples: [">=0.2", ">=0.2, <1"])) { node, report in
      guard let text = FieldType<String>.string.read(node, &report) else { return nil }
      if let value = VersionRequirement(text) { return value }
      report.flag(
        SpecFaults.malformedValue, node.place, "`\(text)` is no requirement of versions; expected `>=0.2`, or several with commas: `>=0.2, <1`",
        help: VersionRequirement(">=" + text).map { _ in "write `'>=\(text)'`" })
      return nil
    } write: { .string($0.text, at: $1) }
  }
}

extension FieldType where Value == String {
  fileprivate static var targetID: FieldType {
    FieldType(.oneOf(Targets.ids)) { node, report in
      guard let text = FieldType<String>.string.read(node, &report) else { return nil }
      if Targets.ids.contains(text) { return text }
      ScalarReading.flagNoChoice(text, node, noun: "a target", words: Targets.ids, alias: nil, &report)
      return nil
    } write: { .string($0, at: $1) }
  }
}

extension FieldType where Value == FindingsFormat {
  fileprivate static var findingsFormat: FieldType {
    let words = FindingsFormat.allCases.map(\.rawValue)
    return FieldType(.oneOf(words)) { node, report in
      guard let text = FieldType<String>.string.read(node, &report) else { return nil }
      if let format = FindingsFormat(rawValue: text) { return format }
      ScalarReading.flagNoChoice(text, node, noun: "a format of findings", words: words, alias: nil, &report)
      return nil
    } write: { .string($0.rawValue, at: $1) }
  }
}

extension FieldType where Value == [Located<PathPattern>] {
  fileprivate static var patterns: FieldType { .list(pattern) }

  private static var pattern: FieldType<PathPattern> {
    FieldType<PathPattern>(.string(examples: ["drafts/", "channels/**/*.yaml"])) { node, report in
      guard let scalar = node.scalar, scalar.type == .string else { return FieldType<String>.string.read(node, &report).flatMap { PathPattern($0) } }
      let isOutside = scalar.text.split(separator: "/").contains("..")
      if !isOutside, let pattern = PathPattern(scalar.text) { return pattern }
      report.flag(
        ConfigFaults.malformedPattern, node.place,
        isOutside ? "`\(scalar.text)` leads out of the directory of the configuration, which says nothing about files there" : "`\(scalar.text)` matches no path",
        help: isOutside ? "move the configuration to a directory above these files" : "remove it, or write a pattern such as `drafts/`")
      return nil
    } write: { .string($0.text, at: $1) }
  }
}

extension FieldType where Value == [Configuration.SeverityEntry] {
  fileprivate static var severities: FieldType {
    FieldType(.dictionary(.oneOf(words))) { node, report in
      guard case .map(let entries) = node.content else {
        ScalarReading.flagNoMapping(node, &report)
        return nil
      }
      return entries.compactMap { read($0, &report) }
    } write: { entries, place in
      .map(entries.map { ($0.rules.text, .string($0.severity?.name ?? "off", at: place)) }, at: place)
    }
  }

  private static let words = ["error", "warning", "note", "off"]
  private static let aliases = ["warn": "warning", "info": "note", "notice": "note", "ignore": "off", "none": "off", "false": "off", "no": "off", "allow": "off"]

  private static func read(_ entry: Node.Entry, _ report: inout Report) -> Configuration.SeverityEntry? {
    let key = entry.key
    // `off` is a word here, and no boolean of YAML 1.1.
    let word = entry.value.scalar?.text ?? ""
    if !words.contains(word) {
      ScalarReading.flagNoChoice(word, entry.value, noun: "a severity", words: words, alias: aliases[word.lowercased()], &report)
    }
    guard let rules = RulePattern(key.value) else {
      let isName = !key.value.contains("*")
      let near = key.value.contains("/") ? RuleNames.guess(key.value) : Similarity.nearest(to: key.value, among: RuleNames.families)
      report.flag(
        ConfigFaults.unknownRule, key.place, isName ? "there is no rule, family or provider `\(key.value)`" : "no rule has a name that matches `\(key.value)`",
        help: isName ? near.help ?? "`rung rules` lists them" : "`rung rules` lists them", fix: isName ? near.only.map { .replace(key.place.span, with: $0, .unsafe) } : nil)
      return nil
    }
    guard words.contains(word) else { return nil }
    let severity = Severity.allCases.first { $0.name == word }
    if rules.isExact, severity != .error, FirmRules.hold(key.value) {
      report.flag(
        ConfigFaults.cannotBeLowered, entry.value.place, "`\(key.value)` stays an error: it is \(FirmRules.reason(key.value))",
        help: "remove the entry, and mend what the rule finds")
      return nil
    }
    return Configuration.SeverityEntry(rules: rules, severity: severity, place: key.place)
  }
}

extension FieldType where Value == Node {
  /// Limits by provider.
  fileprivate static var limits: FieldType {
    FieldType(
      .object(
        ObjectSchema(
          name: "limits by provider", summary: "What each account has negotiated.",
          properties: Providers.all.map { .init(key: $0.id, schema: .object(NegotiatedLimits.shape.schema), summary: "With \($0.title).", required: false) }, closed: true))
    ) { node, report in
      guard case .map(let entries) = node.content else {
        ScalarReading.flagNoMapping(node, &report)
        return nil
      }
      for entry in entries {
        guard Providers.ids.contains(entry.key.value) else {
          let near = Similarity.nearest(to: entry.key.value, among: Providers.ids)
          report.flag(
            SpecFaults.unknownKey, entry.key.place, "`limits` has no key `\(entry.key.value)`; expected \(oneOf(Providers.ids))", help: near.help,
            fix: near.only.map { .replace(entry.key.place.span, with: $0, .unsafe) })
          continue
        }
        _ = NegotiatedLimits.shape.read(entry.value, &report)
      }
      return node
    } write: { node, _ in node }
  }
}
