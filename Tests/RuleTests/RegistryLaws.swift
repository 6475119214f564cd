import Rung
import RungProviders
import RungSource
import RungTestSupport
import Testing

/// What holds for every rule, so that nobody has to remember it.
@Suite struct RegistryLaws {
  /// Bounds that only generated texts cross; ReadingTests has those.
  static let withoutBadExample: Set<String> = ["source/too-large", "source/not-utf8", "source/too-deep", "source/too-many-values"]
  /// Shared rules that speak of Rung itself or of an account, where no document can be cited.
  static let withoutCitation: Set<String> = [
    "provider/limit-negotiated", "provider/extra-field", "provider/extra-hides-value", "provider/extra-member-missing", "provider/keyframe-interval-not-set", "provider/not-expressible",
    "provider/null-removes-nothing", "provider/accepts-nothing",
    "provider/body-not-recognised", "provider/refused-request",
  ]

  @Test("ids are unique and in the form of words-with-dashes")
  func ids() {
    var seen: Set<String> = []
    for rule in allRules {
      #expect(seen.insert(rule.id.rawValue).inserted, "\(rule.id) is declared twice", sourceLocation: rule.sourceLocation)
      let isPlain = rule.name.utf8.allSatisfy { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x2D }
      #expect(isPlain && rule.name.utf8.first != 0x2D, "\(rule.id)", sourceLocation: rule.sourceLocation)
    }
  }

  @Test("one rule is one file, and the file has its name")
  func fileNames() {
    for rule in allRules {
      let file = rule.declaredIn.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? ""
      // What readers and shared machinery find is listed together, without checks of its own.
      if file.hasSuffix("Faults") { continue }
      #expect(
        file.lowercased() == rule.name.filter { $0 != "-" }, "\(rule.id) is declared in \(rule.declaredIn)",
        sourceLocation: rule.sourceLocation)
    }
  }

  @Test("every rule has examples, a why and a summary")
  func explained() {
    for rule in allRules {
      let place = rule.sourceLocation
      #expect(!rule.good.isEmpty, "\(rule.id) has no good example", sourceLocation: place)
      #expect(rule.bad.isEmpty == Self.withoutBadExample.contains(rule.id.rawValue), "\(rule.id): bad examples", sourceLocation: place)
      #expect(rule.why.utf8.count >= 20 && rule.why.hasSuffix("."), "\(rule.id): a why is a sentence", sourceLocation: place)
      #expect(!rule.summary.isEmpty && !rule.summary.hasSuffix("."), "\(rule.id): the summary", sourceLocation: place)
      #expect(Self.startsLow(rule.summary), "\(rule.id): the summary starts in lower case", sourceLocation: place)
      #expect(!rule.summary.contains("\n") && !rule.why.contains("\n"), "\(rule.id): one line each", sourceLocation: place)
    }
  }

  /// Slips of the pen that a test asks about.
  static let misspelt: Set<String> = ["ladder/gop-mismath", "ladder/gop-mismatsh"]

  @Test("an id of a rule that is written as text, in a pack, a replacement, an exemption or a test, is one of a rule")
  func references() {
    let ids = Set(allRules.map(\.id))
    let families = Set(allRules.compactMap(\.family)).union(["provider"])
    let shared = Set(allRules.filter { $0.family == nil }.map(\.name))
    var seen = 0
    for path in Repository.files(below: "Sources", ending: ".swift") + Repository.files(below: "Tests", ending: ".swift") {
      for match in (Repository.text(path) ?? "").matches(of: #/"([a-z0-9-]+)\/([a-z0-9-]+)"/#) {
        let (family, name) = (String(match.1), String(match.2))
        guard families.contains(family) else { continue }
        seen += 1
        let isKnown = ids.contains(RuleID(rawValue: "\(family)/\(name)")) || shared.contains(name) || Self.misspelt.contains("\(family)/\(name)")
        #expect(isKnown, "\(path) speaks of `\(family)/\(name)`, which is no rule")
      }
    }
    #expect(seen > 100)
  }

  @Test("what a provider refuses is cited, with the day on which the source was read")
  func cited() {
    for rule in allRules {
      if let citation = rule.citation { checkForm(citation, rule) }
      guard rule.isProviders, !Self.withoutCitation.contains(rule.id.rawValue) else { continue }
      for example in rule.bad {
        for finding in ExampleTests.analyse(MarkedText(example.text).text, example).diagnostics where rule.isRule(of: finding) {
          guard let citation = finding.citation else {
            Issue.record("\(finding.id) cites nothing: \(finding.message)", sourceLocation: example.sourceLocation)
            continue
          }
          checkForm(citation, rule)
        }
      }
    }
  }

  @Test("messages say found → expected in one line, help says what to do")
  func messages() {
    for rule in allRules {
      for example in rule.bad {
        for finding in ExampleTests.analyse(MarkedText(example.text).text, example).diagnostics where rule.isRule(of: finding) {
          let texts = [finding.message] + [finding.help].compactMap { $0 } + finding.notes.map(\.text)
          for text in texts {
            #expect(!text.isEmpty && !text.contains("\n") && !text.contains("  "), "\(rule.id): \(text)", sourceLocation: example.sourceLocation)
            #expect(!text.hasSuffix("."), "\(rule.id) ends in a full stop: \(text)", sourceLocation: example.sourceLocation)
            #expect(!text.contains("Optional("), "\(rule.id): \(text)", sourceLocation: example.sourceLocation)
            #expect(Self.startsLow(text), "\(rule.id) starts in upper case: \(text)", sourceLocation: example.sourceLocation)
          }
        }
      }
    }
  }

  private func checkForm(_ citation: Citation, _ rule: RuleInfo) {
    let place = rule.sourceLocation
    #expect(!citation.document.isEmpty, "\(rule.id)", sourceLocation: place)
    if let url = citation.url { #expect(url.hasPrefix("https://"), "\(rule.id): \(url)", sourceLocation: place) }
    guard rule.isProviders else { return }
    #expect(citation.checked?.utf8.count == 10, "\(rule.id) cites \(citation.text) without the day it was checked", sourceLocation: place)
  }

  /// Names and abbreviations keep their capitals: `MK.IO`, `HLS`, `Tenbyte`.
  static func startsLow(_ text: String) -> Bool {
    guard let first = text.first, first.isUppercase else { return true }
    let word = text.prefix { $0 != " " && $0 != "," }
    return names.contains(where: { text.hasPrefix($0) }) || word.dropFirst().contains { $0.isUppercase || $0.isNumber } || word.dropFirst().first == "-"
  }

  private static let names = Providers.all.map { $0.title } + ["LiveKit", "Qencode", "Cloudflare", "MediaKind", "Rung", "Apple", "Opus", "Passthrough", "Standard", "Premium"]
}

extension RuleInfo {
  /// Whether a provider, or all of them, speak through the rule.
  var isProviders: Bool {
    guard let family else { return true }
    return !["source", "yaml", "json", "spec", "ladder", "extends", "target", "import", "convert", "diff", "allow", "config", "xml", "manifest", "playlist", "verify"].contains(family) && !isPacks
  }

  var isPacks: Bool { allPacks.contains { $0.name == family } }

  var sourceLocation: SourceLocation {
    SourceLocation(fileID: declaredIn, filePath: declaredIn, line: (bad + good).first?.line ?? 1, column: 1)
  }
}
