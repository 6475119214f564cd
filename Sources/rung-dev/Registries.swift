/// The lists of rules and providers: what the folders contain, in the order of the names.
enum Registries {
  /// Where generated sources live.
  static let folders = ["Sources/RungSpec/Rules", "Sources/RungDelivery", "Sources/RungProviders", "Sources/Rung"]

  static func files(in root: String) throws(Fault) -> [GeneratedFile] {
    let providers = try folders(declaring: "Provider", in: root)
    let encoders = try folders(declaring: "Encoder", in: root)
    return [
      try ruleList(
        "Sources/RungSpec/Rules/Rules+Generated.swift", imports: [],
        [
          Registry("LadderRules", property: "all", subject: "Ladder", folder: "Sources/RungSpec/Rules/Ladder"),
          Registry("SpecRules", property: "all", subject: "Stream", folder: "Sources/RungSpec/Rules/Spec"),
        ]
          + packs(in: root).map {
            Registry("\($0)Rules", property: "all", subject: "Stream", folder: "Sources/RungSpec/Packs/\($0)")
          }, in: root),
      try ruleList(
        "Sources/RungProviders/Rules+Generated.swift", imports: ["RungSpec"],
        [
          Registry("CommonRules", property: "all", subject: "Measured", folder: "Sources/RungProviders/CommonRules"),
          Registry("FleetRules", property: "all", subject: "Fleet.Meeting", folder: "Sources/RungProviders/Fleet/Rules"),
          Registry("DestinationRules", property: "all", subject: "Feed", folder: "Sources/RungProviders/Destinations/Rules"),
        ]
          + (providers + encoders).map {
            Registry($0, property: "rules", subject: "Fit<\($0)>", folder: "Sources/RungProviders/\($0)/Rules")
          }
          + providers.map {
            Registry($0, property: "bodyRules", subject: "ParsedBody", folder: "Sources/RungProviders/\($0)/BodyRules")
          }, in: root),
      try ruleList(
        "Sources/RungDelivery/Rules+Generated.swift", imports: ["RungSpec"],
        [
          Registry("PlaylistRules", property: "all", subject: "Verification", folder: "Sources/RungDelivery/PlaylistRules"),
          Registry("AppleHLSDelivery", property: "all", subject: "Verification", folder: "Sources/RungDelivery/Packs/AppleHLS"),
          Registry("VerifyRules", property: "all", subject: "Verification", folder: "Sources/RungDelivery/Rules"),
        ], in: root),
      GeneratedFile(
        path: "Sources/RungProviders/Providers+Generated.swift",
        text: GeneratedFile.header + """

          package enum Providers {
            package static let all: [any Provider.Type] = [
          \(providers.map { "    \($0).self,\n" }.joined())  ]
          }

          package enum Encoders {
            package static let all: [any Encoder.Type] = [
          \(encoders.map { "    \($0).self,\n" }.joined())  ]
          }

          package enum Destinations {
            package static let all: [Destination] = [
          \(try destinations(in: root).map { "    .\($0),\n" }.joined())  ]
          }

          """),
    ]
  }

  /// One folder is one rule pack.
  static func packs(in root: String) -> [String] {
    Tree.names(in: "\(root)/Sources/RungSpec/Packs").filter { Tree.isFolder("\(root)/Sources/RungSpec/Packs/\($0)") }
  }

  /// One folder is one provider or encoder: it holds a file of its own name that declares `enum NAME: Provider`.
  static func folders(declaring kind: String, in root: String) throws(Fault) -> [String] {
    var folders: [String] = []
    for name in Tree.names(in: "\(root)/Sources/RungProviders") {
      let file = "\(root)/Sources/RungProviders/\(name)/\(name).swift"
      if try Tree.text(of: file)?.contains("enum \(name): \(kind) ") == true { folders.append(name) }
    }
    return folders
  }

  /// One file is one destination.
  private static func destinations(in root: String) throws(Fault) -> [String] {
    var names: [String] = []
    for file in Tree.swiftFiles(below: "\(root)/Sources/RungProviders/Destinations/Known") {
      for line in (try Tree.text(of: file) ?? "").split(separator: "\n") {
        let words = line.split(separator: " ")
        if words.count > 4, words[0] == "static", words[4].hasPrefix("Destination(") { names.append(String(words[2])) }
      }
    }
    return names
  }

  private struct Registry {
    let owner: String
    let property: String
    let subject: String
    let folder: String

    init(_ owner: String, property: String, subject: String, folder: String) {
      (self.owner, self.property, self.subject, self.folder) = (owner, property, subject, folder)
    }
  }

  private static func ruleList(
    _ path: String, imports: [String], _ registries: [Registry], in root: String
  ) throws(Fault) -> GeneratedFile {
    var text = GeneratedFile.header
    for module in imports { text += "package import \(module)\n" }
    for registry in registries {
      var names: [String] = []
      for file in Tree.swiftFiles(below: "\(root)/\(registry.folder)") {
        let declared = try declarations(in: file, subject: registry.subject)
        guard declared.count <= 1 else {
          throw Fault("`\(file)` declares \(declared.count) rules; one rule is one file")
        }
        names += declared
      }
      names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      text += "\nextension \(registry.owner) {\n  package static let \(registry.property): [Rule<\(registry.subject)>] = [\n"
      for name in names { text += "    \(name),\n" }
      text += "  ]\n}\n"
    }
    return GeneratedFile(path: path, text: text)
  }

  /// The names in `static let NAME = Rule<SUBJECT>(`.
  private static func declarations(in file: String, subject: String) throws(Fault) -> [String] {
    var names: [String] = []
    for line in (try Tree.text(of: file) ?? "").split(separator: "\n") {
      let words = line.split(separator: " ")
      guard let start = words.firstIndex(of: "static"), words.count >= start + 5, words[start + 1] == "let",
        words[start + 3] == "=", words[start + 4].hasPrefix("Rule<")
      else { continue }
      guard words[start + 4] == "Rule<\(subject)>(" else {
        throw Fault("`\(file)`: a rule in this folder is a Rule<\(subject)>, not \(words[start + 4].dropLast())")
      }
      names.append(String(words[start + 2]))
    }
    return names
  }
}
