import Rung
import RungProviders
import RungReading
import RungSource
import RungSpec
import RungTestSupport
import Testing

/// What `rung import` writes: compiled, it gives the bodies again, and no secret is in it.
@Suite struct ImportTests {
  struct Given {
    let kind: String
    let text: String
  }

  /// Imports the bodies, compiles the text of the spec, and compares what comes out with what went in.
  static func expectSame(_ given: [Given], _ provider: String, _ request: String? = nil) throws {
    let name = try RequestName.parse(request ?? provider).get()
    let shown = given.map { "\($0.kind): \($0.text)" }.joined(separator: "\n")
    let inputs = given.map { SourceInput(name: "\($0.kind).json", text: $0.text) }
    let imported = importBodies(inputs, from: name)
    let notHeld = imported.analysis.diagnostics.filter { $0.id == "import/not-held" }
    #expect(notHeld.isEmpty, "\(notHeld.map(\.message))\n\(shown)")
    let text = try #require(imported.text, "\(imported.analysis.diagnostics.map(\.message))\n\(shown)")
    let compiled = compile(SourceInput(name: "spec.yaml", text: text))
    let theProvider = try #require(Providers.named(provider))
    let known = theProvider.reader
    let reader = try #require(known)
    var values: [String: String] = [:]
    for secret in imported.secrets { values[secret.variable] = Self.value(secret, imported.analysis.sources) }
    for (kind, bodies) in Dictionary(grouping: given, by: \.kind) {
      let made = compiled.streams.flatMap(\.plans).flatMap(\.steps).filter { $0.bodyKind?.rawValue == kind }.compactMap(\.node)
      #expect(made.count == bodies.count, "\(kind)\n\(shown)\n\(text)")
      for (made, given) in zip(made, bodies) {
        let tree = try #require(Disguise.tree(given.text))
        var report = Report()
        let intake = try #require(BodyIntake(theProvider, kind: kind))
        let wanted = try #require(intake.bodies(in: tree, &report).first?.whole)
        let difference = MergePatch().difference(from: reader.meaning(Self.resolved(made, values), kind), to: reader.meaning(wanted, kind))
        #expect(difference == nil, "\(kind): \(difference?.compact ?? "")\n\(shown)\n\(text)")
      }
    }
    // What the spec itself has wrong, the bodies have wrong as well; the reader of specs has nothing to say of it.
    if !imported.analysis.hasErrors {
      let faults = compiled.diagnostics.filter { $0.severity == .error && ($0.id.rawValue.hasPrefix("spec/") || $0.id.rawValue.hasPrefix("yaml/")) }
      #expect(faults.isEmpty, "\(faults.map(\.message))\n\(text)")
    }
    for secret in ["hunter2", "AKIA0123", "abcd-1234", "efgh-5678", "token: 6f1c2f0e"] { #expect(!text.contains(secret), "\(text)") }
  }

  /// What a variable has to be set to: only the text of the body says it.
  private static func value(_ secret: NamedSecret, _ sources: SourceMap) -> String {
    let text = sources[secret.span.file].text(secret.span)
    let plain = String(text.dropFirst().dropLast())
    guard let query = plain.firstRange(of: "passphrase=") else { return plain }
    return String(plain[query.upperBound...].prefix { $0 != "&" })
  }

  private static func resolved(_ node: Node, _ values: [String: String]) -> Node {
    switch node.content {
    case .map(let entries): return Node(.map(entries.map { Node.Entry(key: $0.key, value: resolved($0.value, values)) }), at: node.place)
    case .list(let items): return Node(.list(items.map { resolved($0, values) }), at: node.place)
    case .scalar(let scalar):
      guard scalar.type == .string else { return node }
      var text = scalar.text
      for (name, value) in values { text = text.replacing("${env:\(name)}", with: value) }
      return .string(text, at: node.place)
    }
  }

  @Test("MK.IO: generated bodies with every field come again")
  func mkio() throws {
    var random = SplitMix(seed: 0x3710)
    var seen: [String: Set<String>] = [:]
    for number in 0..<400 {
      let bodies = MKIOBodies.bodies(&random)
      for body in bodies { Disguise.tree(body.text)?.forEachLeaf { path, _ in seen[body.kind, default: []].insert(String(path.filter { !$0.isNumber })) } }
      guard Depth.takes(number, oneIn: 20) else { continue }
      try Self.expectSame(bodies.map { Given(kind: $0.kind, text: $0.text) }, "mkio")
    }
    try Self.expectEveryField(of: "mkio", MKIOBodies.every, in: seen)
  }

  @Test("Qencode: generated bodies with every field come again")
  func qencode() throws {
    var random = SplitMix(seed: 0x9E2C)
    var seen: [String: Set<String>] = [:]
    for number in 0..<400 {
      let bodies = QencodeBodies.bodies(&random)
      for body in bodies { Disguise.tree(body.text)?.forEachLeaf { path, _ in seen[body.kind, default: []].insert(String(path.filter { !$0.isNumber })) } }
      guard Depth.takes(number, oneIn: 20) else { continue }
      // A body of settings alone may be for either request: the names say which it is.
      let whole = "{\(bodies.enumerated().map { "\"\(Self.unique($1.kind, $0, bodies.map(\.kind)))\": \($1.text)" }.joined(separator: ", "))}"
      try Self.expectTogether(whole, bodies.map { Given(kind: $0.kind, text: $0.text) })
    }
    try Self.expectEveryField(of: "qencode", QencodeBodies.every, in: seen)
  }

  /// `rung compile` numbers the steps of one kind.
  private static func unique(_ kind: String, _ index: Int, _ kinds: [String]) -> String {
    kinds.count { $0 == kind } == 1 ? kind : "\(kind)-\(index)"
  }

  private static func expectTogether(_ whole: String, _ given: [Given]) throws {
    let name = try RequestName.parse("qencode").get()
    let imported = importBodies([SourceInput(name: "bodies.json", text: whole)], from: name)
    let text = try #require(imported.text, "\(imported.analysis.diagnostics.map(\.message))\n\(whole)")
    let compiled = compile(SourceInput(name: "spec.yaml", text: text))
    let theProvider = try #require(Providers.all.first { $0.id == "qencode" })
    let known = theProvider.reader
    let reader = try #require(known)
    var values: [String: String] = [:]
    for secret in imported.secrets { values[secret.variable] = value(secret, imported.analysis.sources) }
    let held = imported.analysis.diagnostics.filter { $0.id == "import/not-held" }
    let folded = held.contains { $0.severity == .note }
    for (kind, bodies) in Dictionary(grouping: given, by: \.kind) {
      // Two bodies of one kind that differ in what a spec has no word for are named.
      if held.contains(where: { $0.message.contains(kind) }) || folded && kind == "create" { continue }
      let made = compiled.streams.flatMap(\.plans).flatMap(\.steps).filter { $0.bodyKind?.rawValue == kind }.compactMap(\.node)
      #expect(made.count == bodies.count, "\(kind)\n\(whole)\n\(text)")
      for (made, given) in zip(made, bodies) {
        let tree = try #require(Disguise.tree(given.text))
        var report = Report()
        let wanted = try #require(BodyIntake(theProvider, kind: kind)?.bodies(in: tree, &report).first?.whole)
        let difference = MergePatch().difference(from: reader.meaning(resolved(made, values), kind), to: reader.meaning(wanted, kind))
        #expect(difference == nil, "\(kind): \(difference?.compact ?? "")\n\(whole)\n\(text)")
      }
    }
    #expect(held.allSatisfy { $0.severity == .note }, "\(held.map(\.message))\n\(whole)\n\(text)")
    for secret in ["hunter2", "AKIA0123", "abcd-1234", "efgh-5678"] { #expect(!text.contains(secret), "\(text)") }
    let faults = compiled.diagnostics.filter { $0.severity == .error && ($0.id.rawValue.hasPrefix("spec/") || $0.id.rawValue.hasPrefix("yaml/")) }
    #expect(faults.isEmpty, "\(faults.map(\.message))\n\(text)")
  }

  @Test("Tenbyte and LiveKit: what is tidied comes again too")
  func tidied() throws {
    var random = SplitMix(seed: 0x71D1)
    for _ in 0..<Depth.times(150, quick: 15) {
      try Self.expectSame([Given(kind: "create", text: TenbyteBodies.body(&random))], "tenbyte")
      try Self.expectSame([Given(kind: "create", text: LiveKitBodies.body(&random))], "livekit")
    }
  }

  /// The generators leave no field of any request out.
  static func expectEveryField(of provider: String, _ kinds: [String], in seen: [String: Set<String>]) throws {
    func paths(_ schema: Schema, _ lead: String) -> [String] {
      switch schema {
      case .object(let object): object.properties.flatMap { paths($0.schema, lead.isEmpty ? $0.key : "\(lead).\($0.key)") }
      case .list(let element, _, _): paths(element, lead + "[]")
      case .anyOf(let choices): choices.flatMap { paths($0, lead) }
      default: [lead]
      }
    }
    for kind in kinds {
      let schema = try #require(Providers.named(provider)?.requests.first { $0.name == kind }?.schema)
      let missing = paths(.object(schema()), "").map { String($0.filter { !$0.isNumber }) }.filter { path in
        !(seen[kind] ?? []).contains { $0 == path || $0.hasPrefix(path + ".") || $0.hasPrefix(path + "[") }
      }
      #expect(missing.isEmpty, "the generator never writes \(missing.sorted()) of \(kind)")
    }
  }
}
