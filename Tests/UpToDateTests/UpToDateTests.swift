import Foundation
import RungProviders
import RungTestSupport
import Testing

/// What is generated is what the sources say, and the house keeps its borders.
@Suite struct UpToDateTests {
  @Test("generated files are up to date")
  func generated() {
    // The build that runs these tests has just built both programs.
    let result = Repository.shell("'\(Repository.products)/rung-dev' generate --check --no-build")
    #expect(result.status == 0, "\(result.output)")
  }

  @Test("the table of service models is that of the judges' botocore", .enabled(if: Judge.present(.botocore)))
  func serviceModels() {
    let result = Repository.shell("'\(Repository.products)/rung-dev' service-models --check")
    #expect(result.status == 0, "\(result.output)")
  }

  /// As somebody sees it in 2100, when all of them are old.
  private static let old = Repository.shell("SOURCE_DATE_EPOCH=4102444800 '\(Repository.products)/rung-dev' facts --older-than 0 --no-build")

  @Test("the list of old citations knows those of every provider", arguments: Providers.ids)
  func checked(_ provider: String) {
    #expect(Self.old.status == 0 && Self.old.output.contains(", for \(provider), "), "\(Self.old.output)")
  }

  @Test("no Foundation under Sources")
  func withoutFoundation() {
    for file in Repository.files(below: "Sources", ending: ".swift") {
      for line in (Repository.text(file) ?? "").split(separator: "\n") where line.contains("import Foundation") {
        guard line.split(separator: " ").last == "Foundation", !line.hasPrefix("//") else { continue }
        Issue.record("\(file): \(line)")
      }
    }
  }

  /// Files of several types that are read together: a request's body with its objects, words that a key takes, lists of rules.
  static let shared = ["Choices", "SpecRules", "SourceFaults", "CodecNameFault", "RungDev", "Generator"]

  /// What a provider declares of one body, or of its options, belongs together.
  private static func isProviders(_ file: String, _ name: String) -> Bool {
    file.hasPrefix("Sources/RungProviders/") && ["Body", "Options", "Reader"].contains { name.hasSuffix($0) && name != $0 }
  }

  @Test("a type lives in the file of its name")
  func files() {
    var known: Set<String> = []
    for file in Repository.files(below: "Sources", ending: ".swift") where !file.hasSuffix("+Generated.swift") {
      let name = String(file.split(separator: "/").last?.prefix { $0 != "." && $0 != "+" } ?? "")
      let kinds = ["struct", "enum", "class", "protocol", "actor"]
      let types = (Repository.text(file) ?? "").split(separator: "\n").compactMap { line -> String? in
        guard let first = line.first, first.isLetter || first == "@", !line.hasPrefix("private "), !line.hasPrefix("fileprivate ") else { return nil }
        let words = line.split { " :<({".contains($0) }
        return words.firstIndex { kinds.contains(String($0)) }.flatMap { $0 < 4 && words.indices.contains($0 + 1) ? String(words[$0 + 1]) : nil }
      }
      if Self.shared.contains(name) {
        known.insert(name)
        continue
      }
      let others = types.filter { $0 != name }
      #expect(others.isEmpty || Self.isProviders(file, name), "\(file) declares \(others)")
    }
    #expect(known == Set(Self.shared), "no such file: \(Set(Self.shared).subtracting(known))")
  }

  /// What users can import.
  static let modules = (Repository.text("Package.swift") ?? "").matches(of: /\.library\(name: [^\]]*targets: \[([^\]]*)\]/)
    .flatMap { $0.1.matches(of: /"(\w+)"/).map { String($0.1) } }

  @Test("what is public says what it is, and DocC reads all of it without a warning", arguments: modules)
  func documented(_ module: String) throws {
    let folder = try #require(Repository.temporaryFolder())
    defer { _ = Repository.shell("rm -rf '\(folder)'") }
    let triple = try #require(Repository.products.split(separator: "/").dropLast().last)
    // What `swift package generate-documentation` does for each module, on the modules of this build.
    let extracted = Repository.shell("""
      swift symbolgraph-extract -module-name \(module) -I '\(Repository.products)/Modules' -I Sources/CYAML -I Sources/CJansson \
        -target \(triple) -minimum-access-level public -output-dir '\(folder)'
      """)
    #expect(extracted.status == 0, "\(extracted.output)")
    struct Graph: Decodable {
      struct Symbol: Decodable {
        struct Name: Decodable { let precise: String }
        struct Comment: Decodable {}
        let identifier: Name
        let pathComponents: [String]
        let docComment: Comment?
      }
      let symbols: [Symbol]
    }
    for file in Repository.names(in: folder) {
      let graph = try JSONDecoder().decode(Graph.self, from: Data(Repository.bytes("\(folder)/\(file)") ?? []))
      #expect(!graph.symbols.isEmpty)
      for symbol in graph.symbols where symbol.docComment == nil && !symbol.identifier.precise.contains("::SYNTHESIZED::") {
        Issue.record("\(module): \(symbol.pathComponents.joined(separator: ".")) has no comment")
      }
    }
    let converted = Repository.shell("""
      docc convert --fallback-display-name \(module) --fallback-bundle-identifier \(module) --additional-symbol-graph-dir '\(folder)' \
        --output-path '\(folder)/\(module).doccarchive' --warnings-as-errors
      """)
    #expect(converted.status == 0, "\(converted.output)")
  }

  @Test("one file imports the C library, and no library exports another")
  func cLibrary() {
    let only = "Sources/RungPlatform/CLibrary.swift"
    #expect(Repository.text(only)?.contains("import Glibc") == true)
    for file in Repository.files(below: "Sources", ending: ".swift") where file != only {
      for line in (Repository.text(file) ?? "").split(separator: "\n") where !line.hasPrefix(" ") && !line.hasPrefix("//") {
        let words = line.split(separator: " ")
        guard let at = words.firstIndex(of: "import"), at + 1 < words.count else { continue }
        #expect(!["Glibc", "Musl", "Darwin"].contains(words[at + 1]) && !words.contains("@_exported"), "\(file): \(line)")
      }
    }
  }

  /// Data flows one way; what a target may import is decided here, not by what happens to compile.
  static let imports: [String: Set<String>] = [
    "RungSource": ["Synchronization"],
    "RungReading": ["RungSource", "CYAML", "CJansson"],
    "RungSpec": ["RungSource"],
    "RungDelivery": ["RungSource", "RungReading", "RungSpec"],
    "RungProviders": ["RungSource", "RungSpec"],
    "RungOutput": ["RungSource", "RungReading", "RungSpec", "RungDelivery", "RungProviders"],
    "Rung": ["RungSource", "RungReading", "RungSpec", "RungDelivery", "RungProviders", "RungOutput", "Synchronization"],
    "RungCall": ["Rung", "RungOutput", "RungSource", "RungSpec", "RungReading", "RungProviders"],
    "RungC": ["Rung", "RungCall"],
    "RungServers": ["Rung", "RungCall", "RungOutput", "RungSource", "RungSpec", "RungReading", "RungProviders"],
    "rung-cli": ["Rung", "RungCall", "RungServers", "RungOutput", "RungSource", "RungSpec", "RungReading", "RungProviders", "ArgumentParser", "RungPlatform", "Synchronization"],
    "rung-dev": ["RungPlatform"],
    "RungPlatform": ["CSystem"],
    "RungTestSupport": ["Rung", "RungProviders", "RungReading", "RungSource", "RungSpec", "RungPlatform", "Synchronization"],
  ]

  @Test("targets import what they may")
  func borders() {
    for (target, allowed) in Self.imports {
      for file in Repository.files(below: "Sources/\(target)", ending: ".swift") {
        for line in (Repository.text(file) ?? "").split(separator: "\n") {
          let words = line.split(separator: " ")
          guard let at = words.firstIndex(of: "import"), at <= 2, at + 1 < words.count, !line.hasPrefix(" "), !line.hasPrefix("//") else { continue }
          #expect(allowed.contains(String(words[at + 1])), "\(file): \(line)")
        }
      }
    }
    for name in Repository.names(in: "Sources") where !name.hasPrefix("C") {
      #expect(Self.imports[name] != nil, "Sources/\(name) has no entry here")
    }
  }
}
