import Rung
import RungProviders
import RungReading
import RungSource
import RungSpec
import RungTestSupport
import Testing

/// Lossless or loud, tried from outside: for every provider, each value of a spec is named by a finding, or another value
/// in its place makes another body, another request, or another finding.
@Suite struct LosslessTests {
  static let texts: [(name: String, text: String)] =
    Repository.names(in: "Tests/Lossless").map { ("Tests/Lossless/\($0)", Repository.text("Tests/Lossless/\($0)") ?? "") }
    + GoldenCase.all.flatMap { golden in
      golden.specs.map { ("\(golden)/\($0)", String(decoding: golden.bytes(of: $0) ?? [], as: UTF8.self)) }
    }

  /// Values that a provider honours without being told, whatever they are.
  static let heldAnyway: [String: [String: String]] = [
    "mkio": [
      "kind": "an event and a channel are the same to MK.IO: they run until they are stopped",
      "media": "what has no picture is forwarded, archived and published like what has one",
      "duration": "nothing in MK.IO ends or refuses an event by its length",
      "name": "`event` of the target is written in its place",
      "description": "`event_description` of the target is written in its place",
      "playback.policy": "`streaming_policy` of the target is written in its place",
    ],
    "medialive": ["ladder.defaults.bit_depth": "`profile` is written and says it; a general rule refuses another depth"],
    "ffmpeg": [
      "kind": "an event and a channel are the same to FFmpeg: it runs until its input ends",
      "ladder.defaults.rate_control": "with a stated maximum CBR and VBR are one to x264: what the buffer lets through",
    ],
    "obs": [
      "kind": "an event and a channel are the same to OBS: it runs until it is stopped",
      "name": "`profile` of the target is written in its place",
      "ingest.mode": "OBS pushes, whatever is said; a source to pull is named",
      "ladder.renditions[0].name": "one rendition is sent, and nobody who receives it sees its name",
      "ingest.protocols[0]": "RTMP and RTMPS are one to OBS: the address says which",
    ],
  ]

  @Test("no value of a spec gets lost on its way to a provider", arguments: Targets.ids)
  func kept(_ provider: String) {
    for (name, text) in Self.texts where name.hasPrefix("Tests/Lossless/") || Depth.isFull && text.contains("\(provider):") {
      // What stands under a key that nobody knows has no meaning that could be kept; the key is named.
      if compile(SourceInput(name: name, text: text)).diagnostics.contains(where: { $0.id == "spec/unknown-key" }) { continue }
      let lost = Silence.leaves(of: text, oneIn: 24) { text in Silence.outcome(of: text, provider) }
        // Editors read `$schema`, and no provider.
        .filter { path in path != "$schema" && Self.heldAnyway[provider]?.keys.contains(path) != true }
      #expect(lost.isEmpty, "\(name), \(provider): nothing changes and nothing is said when these change: \(lost)")
    }
  }

  @Test("the specs of Tests/Lossless set every key there is")
  func complete() {
    var set: Set<String> = []
    for (_, text) in Self.texts {
      Disguise.tree(text)?.forEachLeaf { path, _ in
        var plain = ""
        var inside = false
        for character in path {
          if character == "[" { inside = true } else if character == "]" { inside = false } else if !inside { plain.append(character) }
        }
        // A leaf speaks for every mapping that it stands in.
        let keys = plain.split(separator: ".")
        for count in 1...max(1, keys.count) { set.insert(keys.prefix(count).joined(separator: ".")) }
      }
    }
    var wanted = Self.paths(Spec.shape.schema, "")
    for target in Targets.all { wanted += Self.paths(target.optionsSchema, "targets.\(target.id).") }
    // The first belongs to files, the second to a document of its own.
    let missing = wanted.filter { !set.contains($0) && !["extends"].contains($0) && !$0.contains(".overrides") }
    #expect(missing.isEmpty, "no spec sets these: \(missing)")
  }

  private static func paths(_ object: ObjectSchema, _ lead: String) -> [String] {
    object.properties.flatMap { [lead + $0.key] + paths($0.schema, "\(lead)\($0.key).") }
  }

  private static func paths(_ schema: Schema, _ lead: String) -> [String] {
    switch schema {
    case .object(let object): paths(object, lead)
    case .list(let element, _, _): paths(element, lead)
    case .anyOf(let choices): choices.flatMap { paths($0, lead) }
    default: []
    }
  }

  // MARK: Red

  private static let small = """
    rung: 1
    name: news
    targets: {leaky: {region: here, colour: red}}
    packaging: {hls: {segment_format: fmp4}}
    webhook: https://hooks.example.com/rung
    """

  @Test("a provider that forgets a value is caught, whatever it claims")
  func caught() {
    let lost = Silence.leaves(of: Self.small) { text in Silence.outcome(of: text, Leaky<Claims>.self) }
    #expect(lost == ["targets.leaky.colour", "packaging.hls.segment_format", "webhook"])
  }

  @Test("a provider that forgets a value and claims nothing names it in a finding")
  func named() {
    let lost = Silence.leaves(of: Self.small) { text in Silence.outcome(of: text, Leaky<Honest>.self) }
    #expect(lost.isEmpty)
    let outcome = Silence.outcome(of: Self.small, Leaky<Honest>.self)
    #expect(outcome.findings.filter { $0.contains("leaky/not-expressible") }.count == 3)
  }

  @Test("lists of paths are read as they are meant")
  func expansion() {
    #expect(Paths.expanded("a.b: because: so") == ["a.b"])
    #expect(Paths.expanded("r[0–1].{b, c.d[2]}, e[0, 3]: no") == ["r[0].b", "r[0].c.d[2]", "r[1].b", "r[1].c.d[2]", "e[0]", "e[3]"])
  }

  @Test("what is read is written again, field for field")
  func roundTrip() throws {
    let tree = try #require(Disguise.tree(Self.texts.first { $0.name.hasSuffix("everything.yaml") }?.text ?? ""))
    var report = Report()
    let spec = try #require(Spec.shape.read(tree, &report))
    let written = Spec.shape.write(spec, at: tree.place)
    var before: [String] = []
    var after: [String] = []
    tree.forEachLeaf { path, _ in before.append(path) }
    written.forEachLeaf { path, _ in after.append(path) }
    #expect(Set(before) == Set(after), "two fields share a slot, or one is never written: \(Set(before).symmetricDifference(after).sorted())")
    var again = Report()
    let reread = try #require(Spec.shape.read(written, &again))
    #expect(Spec.shape.write(reread, at: tree.place).firstDifference(from: written) == nil)
  }
}

/// Finds values that make no difference.
enum Silence {
  struct Outcome {
    /// Everything that a change may show in, without places: they move when a text grows.
    var shown: [String]
    var findings: [String]
    /// Ranges that findings of the provider point at.
    var named: Set<Range<Int>>
    /// Paths that findings of the provider list.
    var listed: Set<String>
    /// Ranges whose value could not be read.
    var unread: Set<Range<Int>>
  }

  /// - Parameter few: how many leaves there are for each that a quick run tries.
  static func leaves(of text: String, oneIn few: Int = 1, _ outcome: (String) -> Outcome) -> [String] {
    guard let tree = Disguise.tree(text) else { return ["the text does not read"] }
    let before = outcome(text)
    let bytes = Array(text.utf8)
    var silent: [String] = []
    var number = 0
    tree.forEachLeaf { path, leaf in
      guard let scalar = leaf.scalar, path != "rung" else { return }
      number += 1
      guard Depth.takes(number, oneIn: few) else { return }
      // The options of other providers are theirs.
      if path.hasPrefix("targets["), !path.contains(".") { return }
      let range = Int(leaf.span.lower)..<Int(leaf.span.upper)
      guard !before.listed.contains(path), !before.named.contains(range), !Self.named(before, leaf, path, tree) else { return }
      if path.hasPrefix("targets.") && !isOwn(path, before) { return }
      var isHeard = false
      for value in others(than: scalar) {
        var changed = bytes
        changed.replaceSubrange(range, with: Array(value.utf8))
        let after = outcome(String(decoding: changed, as: UTF8.self))
        guard !after.unread.contains(range.lowerBound..<range.lowerBound + value.utf8.count) else { continue }
        if after.shown != before.shown || after.findings != before.findings {
          isHeard = true
          break
        }
      }
      if !isHeard { silent.append(path) }
    }
    return silent
  }

  /// Whether a finding of the provider points at a mapping or list that holds the leaf, or at the key of one. The keys of
  /// whole sections do not count: what stands there is listed leaf by leaf.
  private static func named(_ outcome: Outcome, _ leaf: Node, _ path: String, _ tree: Node) -> Bool {
    var holder = tree
    for (depth, part) in path.split(whereSeparator: { $0 == "." || $0 == "[" }).enumerated() {
      if part.hasSuffix("]"), let index = Int(part.dropLast()), index < holder.items.count {
        holder = holder.items[index]
      } else if let entry = holder.entries.first(where: { $0.key.value == part }) {
        let key = Int(entry.key.place.span.lower)..<Int(entry.key.place.span.upper)
        if depth > 0, outcome.named.contains(key) { return true }
        // A key that nobody knows, or a value that does not read.
        if outcome.unread.contains(key) { return true }
        holder = entry.value
      } else {
        return false
      }
      let range = Int(holder.span.lower)..<Int(holder.span.upper)
      if outcome.named.contains(range) || outcome.unread.contains(range) { return true }
    }
    return false
  }

  private static func isOwn(_ path: String, _ outcome: Outcome) -> Bool {
    outcome.shown.first.map { path.hasPrefix("targets.\($0).") } ?? true
  }

  /// Other values of the same kind; those that cannot be read are passed over.
  static func others(than scalar: Scalar) -> [String] {
    let text = scalar.text
    var values: [String] = []
    if text == "true" { values.append("false") }
    if text == "false" { values.append("true") }
    // Another number in the place of each.
    var index = text.startIndex
    while index < text.endIndex {
      guard text[index].isNumber else {
        index = text.index(after: index)
        continue
      }
      let end = text[index...].firstIndex { !$0.isNumber } ?? text.endIndex
      if let number = Int(text[index..<end]) {
        for other in [number + 1, number * 2, number - 1, number * 10, number + 2] where other >= 0 {
          values.append("\(text[..<index])\(other)\(text[end...])")
        }
      }
      index = end
    }
    values += words.filter { $0 != text }
    values += [text + "x", "x" + text, text.replacing("example", with: "sample"), text.replacing("env:", with: "env:OTHER_")]
    values += ["${env:OTHER}", "https://other.example.com", "srt://other.example.com:9000", "rtmp://other.example.com/x", "other", "9"]
    let isText = scalar.type == .string
    return values.filter { $0 != text }.map { isText ? Rewriting.quoted($0) : $0 }
  }

  /// Every word of every closed set.
  private static let words: [String] = {
    func collect(_ schema: Schema) -> [String] {
      switch schema {
      case .oneOf(let words): words
      case .list(let element, _, _): collect(element)
      case .dictionary(let element): collect(element)
      case .anyOf(let choices): choices.flatMap(collect)
      case .object(let object): object.properties.flatMap { collect($0.schema) }
      default: []
      }
    }
    var seen: Set<String> = []
    let all = collect(.object(Spec.shape.schema)) + Targets.all.flatMap { collect(.object($0.optionsSchema)) } + Presets.names
    return all.filter { seen.insert($0).inserted }
  }()

  // MARK: Outcomes

  private static let readers = Set(SpecFaults.all.map(\.id))

  static func outcome(of text: String, _ provider: String) -> Outcome {
    let analysis = compile(SourceInput(name: "spec.yaml", text: text), for: [TargetID(rawValue: provider)])
    return outcome(provider, analysis.streams.flatMap(\.plans), analysis.diagnostics, analysis.streams.flatMap(\.setups))
  }

  /// The same for a provider that is not among those that ship.
  static func outcome(of text: String, _ provider: any Provider.Type) -> Outcome {
    var report = Report()
    let file = SourceFile(name: "spec.yaml", bytes: Array(text.utf8))
    guard let document = Reader.read(file, id: FileID(index: 0), format: .yaml, into: &report).first else {
      return outcome(provider.id, [], report.diagnostics)
    }
    let stream = Stream(reading: document, &report)
    let target = stream.spec.targets?.value.first { $0.id.value == provider.id } ?? Target(id: Located(provider.id, at: stream.place), options: nil)
    let judgment = provider.judge(stream, for: target, &report)
    Accounting.name([Accounting.leftovers(of: judgment, provider, common: report.coverage, report.provenance)], in: document, &report)
    return outcome(provider.id, [judgment.plan?()].compactMap { $0 }, report.diagnostics)
  }

  private static func outcome(
    _ provider: String, _ plans: [RequestPlan], _ diagnostics: [Diagnostic], _ setups: [EncoderSetup] = []
  ) -> Outcome {
    var shown = [provider]
    for setup in setups {
      shown.append(setup.stream ?? "")
      shown += setup.command.map { command in (command.arguments + command.testInput).map(\.text) } ?? []
      shown += setup.command?.parts.map(\.title) ?? []
      shown += setup.settings.map { "\($0.name) \($0.value)" } + setup.files.map(\.text)
    }
    for step in plans.flatMap(\.steps) {
      shown.append("\(step.id) \(step.method) \(step.url.text)")
      shown += step.headers.map { "\($0.name) \($0.template.text) \($0.scheme.map { "\($0)" } ?? "") \($0.isOptional)" } + step.remarks
      if let body = step.node { shown.append(JSONWriter.shown(body)) }
    }
    // Before any provider is asked: a GOP in frames is checked against one in time, a default that nothing takes is named,
    // and a tier is refused where the codec has none.
    let shared = [
      "ladder/gop-mismatch", "spec/ingest-gop-mismatch", "spec/unused-default", "ladder/tier-not-of-codec", "spec/ingest-tier-not-of-codec",
    ]
    let own = diagnostics.filter { $0.provider?.rawValue == provider || shared.contains($0.id.rawValue) }
    let lists = own.filter { TargetFaults.isLoss($0.id) }.flatMap(\.notes).map(\.text)
    var named: Set<Range<Int>> = []
    for span in own.flatMap({ [$0.span] + $0.notes.compactMap(\.span) }) { named.insert(Int(span.lower)..<Int(span.upper)) }
    // What a rule pack finds shows that the pack is heard, and accounts for no other value.
    let packs = allPacks.map { "\($0.name)/" }
    let asked = diagnostics.filter { found in packs.contains { found.id.rawValue.hasPrefix($0) } }
    let unread = diagnostics.filter { readers.contains($0.id) && $0.severity == .error }.map { Int($0.span.lower)..<Int($0.span.upper) }
    return Outcome(shown: shown, findings: (own + asked).map { "\($0.id) \($0.message) \($0.notes.map(\.text))" }, named: named, listed: Set(lists.flatMap(Paths.expanded)), unread: Set(unread))
  }
}

/// `a[0–1].{b, c.d}, e: why` → `a[0].b`, `a[0].c.d`, `a[1].b`, …
enum Paths {
  static func expanded(_ note: String) -> [String] {
    let end = note.firstRange(of: ": ")?.lowerBound ?? note.endIndex
    return split(note[..<end]).flatMap { alternatives(of: $0) }
  }

  private static func alternatives(of path: String) -> [String] {
    guard let open = path.firstIndex(where: { $0 == "{" || $0 == "[" }),
      let close = path[open...].firstIndex(of: path[open] == "{" ? "}" : "]")
    else { return [path] }
    let inside = path[path.index(after: open)..<close]
    let rests = alternatives(of: String(path[path.index(after: close)...]))
    let choices = path[open] == "{" ? split(inside).flatMap(alternatives) : split(inside).flatMap(numbers).map { "[\($0)]" }
    return choices.flatMap { choice in rests.map { "\(path[..<open])\(choice)\($0)" } }
  }

  private static func numbers(_ range: String) -> [Int] {
    let ends = range.split(separator: "–").compactMap { Int($0) }
    guard let first = ends.first, let last = ends.last, first <= last else { return [] }
    return Array(first...last)
  }

  /// At the commas that stand outside brackets.
  private static func split(_ text: Substring) -> [String] {
    var parts = [""]
    var depth = 0
    for character in text {
      if character == "{" || character == "[" { depth += 1 }
      if character == "}" || character == "]" { depth -= 1 }
      if depth == 0, character == "," {
        parts.append("")
      } else if !(parts[parts.count - 1].isEmpty && character == " ") {
        parts[parts.count - 1].append(character)
      }
    }
    return parts
  }
}

// MARK: A provider with holes

protocol Honesty: Sendable {
  static var claims: Bool { get }
}

enum Claims: Honesty {
  static let claims = true
}

enum Honest: Honesty {
  static let claims = false
}

/// Emits the stream's name and its region, and forgets the rest; it may claim to have used it.
enum Leaky<H: Honesty>: Provider {
  static var id: String { "leaky" }
  static var title: String { "Leaky" }

  struct Options: Sendable {
    var region: Located<String>?
    var colour: Located<String>?
  }

  static var options: Shape<Options> {
    Shape("the target leaky", "Leaky's own settings.", { Options() }) {
      Field("region", { $1(&$0.region) }, .string, "A place.")
      Field("colour", { $1(&$0.colour) }, .string, "A colour.")
    }
  }

  static var rules: [Rule<Fit<Leaky>>] { [] }
  static var requests: [RequestKind] { [] }
  static var inexpressible: [Inexpressible] { [] }
  static var changes: [ChangeFact] { [] }
  static func decide(_ stream: Stream, _ options: Options, _ report: inout Report) {}
  static func facts(for decision: Void) -> Facts { Facts(party: title) }

  struct Content: PlanContent {
    let used: [SourcePlace]

    func useBodies(_ report: inout Report) {}
    func useWords(_ report: inout Report) { for place in used { report.use(place) } }
  }

  static func content(_ fit: Fit<Leaky>, _ report: inout Report) -> Content {
    var used = [fit.spec.name?.place, fit.options.region?.place].compactMap(\.self)
    if H.claims { fit.stream.document.forEachLeaf { _, leaf in used.append(leaf.place) } }
    return Content(used: used)
  }

  static func plan(_ fit: Fit<Leaky>, _ content: Content) -> RequestPlan {
    let parameters = [URLTemplate.Parameter("name", fit.spec.name), URLTemplate.Parameter("region", fit.options.region)]
    return RequestPlan(
      provider: id,
      steps: [RequestStep("create", "Create", method: "POST", url: URLTemplate("https://leaky.example.com/{name}/{region}", parameters))])
  }
}
