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

  @Test("the list of old citations knows those of every provider", arguments: Providers.ids)
  func checked(_ provider: String) {
    let result = Repository.shell("'\(Repository.products)/rung-dev' facts --older-than 0 --no-build")
    #expect(result.status == 0 && result.output.contains(", for \(provider), "), "\(result.output)")
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

  /// Data flows one way; what a target may import is decided here, not by what happens to compile.
  static let imports: [String: Set<String>] = [
    "RungSource": ["Synchronization"],
    "RungReading": ["RungSource", "CYAML", "CJansson"],
    "RungSpec": ["RungSource"],
    "RungProviders": ["RungSource", "RungSpec"],
    "RungOutput": ["RungSource", "RungReading", "RungSpec", "RungProviders"],
    "Rung": ["RungSource", "RungReading", "RungSpec", "RungProviders", "RungOutput", "Synchronization"],
    "rung-cli": ["Rung", "RungOutput", "RungSource", "RungSpec", "RungReading", "RungProviders", "ArgumentParser", "CSystem", "Glibc", "Synchronization"],
    "rung-dev": ["Glibc"],
    "RungTestSupport": ["Rung", "RungReading", "RungSource", "Glibc"],
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
