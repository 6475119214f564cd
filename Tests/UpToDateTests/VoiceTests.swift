import Rung
import RungSource
import RungTestSupport
import Testing

/// The words of docs/style.md: what is printed, commented and documented is in plain engineering English.
@Suite struct VoiceTests {
  /// Phrases as runs of words. `…` is up to ten words or signs of one clause.
  static let banned: [[String]] = [
    "is to be", "are to be", "go by", "goes by", "come to", "comes to", "leave … away", "leaves … away", "take … away", "takes … away",
    "taken … away", "stand here", "stands here", "stand behind", "stands behind", "stand in the place of", "stands in the place of",
    "has no word", "have no word", "in silence", "is told", "are told", "own affair", "make of", "makes of", "spoken of", "speak of",
    "speaks of", "slip of the pen", "whoever", "somebody", "keep quiet", "keeps quiet", "without a word",
  ].map { $0.split(separator: " ").map(String.init) }

  static let byFirstWord = Dictionary(grouping: banned) { $0[0] }

  /// The pairs of docs/style.md quote what not to write; docs/reference is generated from Sources, which are read themselves.
  static let excluded = ["docs/style.md", "docs/reference/"]

  static func files() -> [String] {
    (Repository.files(below: "Sources", ending: ".swift") + ["README.md"] + Repository.files(below: "docs", ending: ".md")).filter { file in
      !excluded.contains { file.hasPrefix($0) }
    }
  }

  /// Lower-case words, and every other sign as a word of its own.
  static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    func end() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
    }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...: word.append(byte)
      default:
        end()
        if byte != 0x20 { words.append(String(UnicodeScalar(byte))) }
      }
    }
    end()
    return words
  }

  /// The banned phrases in a text.
  static func found(in text: String) -> [String] {
    let words = words(text)
    return words.indices.flatMap { start in
      (byFirstWord[words[start]] ?? []).filter { phrase in
        if phrase.count == 3, phrase[1] == "…" {
          let clause = words[(start + 1)...].prefix(11).prefix { ![".", ";", ":", "\""].contains($0) }
          return clause.contains(phrase[2])
        }
        return words[start...].starts(with: phrase)
      }.map { $0.joined(separator: " ") }
    }
  }

  /// A line without the marked part of an example and without what a citation quotes from its source.
  static func own(_ line: String) -> String {
    var line = line
    if line.contains("⟦") { line = line.replacing(/⟦.*?⟧/, with: "") }
    if line.contains("Source.") || line.contains("Standard.") || line.contains("Citation(") {
      line = line.replacing(/(Citation|(Source|Standard)\.\w+)\("[^"]*"/, with: "")
    }
    return line
  }

  /// Lines of code one by one; the lines of a comment, and those of a paragraph in Markdown, together.
  static func passages(of text: String, isMarkdown: Bool) -> [(line: Int, text: String)] {
    var passages: [(line: Int, text: String)] = []
    var isOpen = false
    for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = own(String(raw.drop { $0 == " " }))
      let isRunning = isMarkdown ? !line.isEmpty && !line.hasPrefix("|") && !line.hasPrefix("```") : line.hasPrefix("//")
      if isRunning, isOpen, let last = passages.indices.last {
        passages[last].text += " " + line.drop { $0 == "/" }
      } else {
        passages.append((index + 1, String(line.drop { $0 == "/" })))
      }
      isOpen = isRunning
    }
    return passages
  }

  @Test("no banned phrase in Sources, README.md and docs")
  func phrases() {
    let files = Self.files()
    #expect(files.count > 500 && files.contains("README.md"))
    for file in files {
      for passage in Self.passages(of: Repository.text(file) ?? "", isMarkdown: file.hasSuffix(".md")) {
        for phrase in Self.found(in: passage.text) { Issue.record("\(file):\(passage.line): `\(phrase)`; see docs/style.md") }
      }
    }
  }

  @Test(
    "the search sees a phrase, and only where it is the author's own",
    arguments: [
      ("/// The sound is to\n/// be aac.", ["is to be"]),
      (#"throw Failure.usage("--root is for specs; take --as away")"#, ["take … away"]),
      ("// Whoever asks is told.", ["whoever", "is told"]),
      ("let isTold = told.isEmpty // What it is. To be exact: 2.", []),
      ("/// Take it. Far away, `w` stands for width.", []),
      ("channel: ⟦goes by⟧", []),
      (#"citation: Source.reference("the client is told"),"#, []),
    ])
  func search(_ text: String, _ expected: [String]) {
    #expect(Self.passages(of: text, isMarkdown: false).flatMap { Self.found(in: $0.text) } == expected)
  }

  @Test("the summary of a rule is one phrase of at most 140 characters, without a full stop")
  func summaries() {
    for rule in allRules {
      #expect(!rule.summary.isEmpty && rule.summary.count <= 140, "\(rule.id): \(rule.summary.count) characters: \(rule.summary)")
      #expect(!rule.summary.hasSuffix("."), "\(rule.id): \(rule.summary)")
    }
  }
}
