import Foundation
import RungTestSupport
import Testing

/// Whatever is open, saved, edited or gone, what is shown of a text is what `rung check` says where every text is saved.
@Suite struct OpenTextsTests {
  /// Names with links, in a folder that is not there, and two that Unicode holds to be the same.
  private static let names = ["a.rung.yaml", "b.rung.yaml", "base.yaml", "top.yaml", "new/deep.yaml", "link.yaml", "rung.yaml", "bas\u{E9}.yaml", "base\u{301}.yaml"]
  private static let extended = ["base.yaml", "top.yaml", "new/deep.yaml", "link.yaml", "bas\u{E9}.yaml", "./base.yaml", "new/../base.yaml", "../base.yaml", "a.rung.yaml", "gone.yaml", "[base.yaml, top.yaml]"]
  private static let configurations = ["severity: {spec/no-target: note}\n", "bases: [top.yaml]\n", "severity: {tenbyte/region-missing: warning}\n"]
  private static let broken = ["rung: [", "rung: 1\n---\nrung: 1\n", "rung: 1\nname: x\n", "rung: 1\na: *no\n"]

  private var random: SplitMix
  private let folder: Folder
  private let server: EditorProcess
  private var open: [(name: String, text: String, version: Int)] = []
  private var shown: [String: [String]] = [:]
  private var steps: [String] = []

  init() throws {
    random = SplitMix(seed: 0)
    (folder, server) = (try Folder(), try EditorProcess())
  }

  @Test("after each step the findings of every open text are those of `rung check`", arguments: 1...UInt64(Depth.times(40, quick: 2)))
  mutating func steps(_ seed: UInt64) throws {
    random = SplitMix(seed: seed)
    if seed % 3 != 0 { try folder.write(".git/HEAD", "ref: refs/heads/main\n") }
    try folder.link("link.yaml", to: "real.yaml")
    try server.start()
    for number in 1...40 {
      try step()
      guard number % 4 == 0 else { continue }
      let expected = try checked()
      // What is published may still be under way.
      for _ in 0..<400 where shownNow() != expected {
        _ = try server.ask("textDocument/unheardOf")
        take()
        if shownNow() != expected { usleep(10_000) }
      }
      let shown = shownNow()
      try #require(shown == expected, "only shown: \(shown.subtracting(expected))\nnot shown: \(expected.subtracting(shown))\n\(steps.joined(separator: "\n"))")
    }
    #expect(try server.shutDown() == 0)
  }

  // MARK: Steps

  private mutating func step() throws {
    let name = choice(Self.names)
    let index = open.indices.randomElement(using: &random)
    switch Int.random(in: 0..<9, using: &random) {
    case 0...1 where !open.contains { $0.name.utf8.elementsEqual(name.utf8) }:
      let text = text(of: name)
      open.append((name, text, 1))
      try server.open(folder.uri(name), text)
      steps.append("open \(name): \(text.debugDescription)")
    case 2...4:
      guard let index else { return }
      open[index].text = text(of: open[index].name)
      open[index].version += 1
      try server.change(folder.uri(open[index].name), version: open[index].version, [["text": open[index].text]])
      steps.append("edit \(open[index].name): \(open[index].text.debugDescription)")
    case 5:
      guard let index else { return }
      try folder.write(open[index].name, open[index].text)
      try server.notify("textDocument/didSave", ["textDocument": ["uri": folder.uri(open[index].name)]])
      steps.append("save \(open[index].name)")
    case 6:
      guard let index else { return }
      let closed = open.remove(at: index)
      try server.notify("textDocument/didClose", ["textDocument": ["uri": folder.uri(closed.name)]])
      steps.append("close \(closed.name)")
    case 7 where name != "link.yaml":
      try? folder.remove(name)
      try server.notify("workspace/didChangeWatchedFiles", ["changes": [EditorProcess.Message]()])
      steps.append("remove \(name)")
    default:
      let text = text(of: name)
      try folder.write(name, text)
      try server.notify("workspace/didChangeWatchedFiles", ["changes": [EditorProcess.Message]()])
      steps.append("write \(name): \(text.debugDescription)")
    }
  }

  private mutating func choice(_ values: [String]) -> String { values.randomElement(using: &random) ?? "" }
  private mutating func happens(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  private mutating func text(of name: String) -> String {
    if name == "rung.yaml" { return choice(Self.configurations) }
    if happens(12) { return choice(Self.broken) }
    let isSpec = name.hasSuffix(".rung.yaml")
    var text = "rung: 1\n"
    if isSpec || happens(15) { text += "name: news\n" }
    if !isSpec, happens(50) { text += "base: true\n" }
    if happens(isSpec ? 80 : 35) {
      let base = choice(Self.extended)
      text += "extends: \(name.contains("/") && !base.hasPrefix("[") && happens(80) ? "../" : "")\(base)\n"
    }
    if happens(50) { text += "targets: [tenbyte, livekit]\n" }
    if happens(30) { text += "ladder: {renditions: [{name: p, resolution: 1280x720, bitrate: 1500}]}\n" }
    if happens(30) { text += "packaging: {hls: {segment_duration: 0}}\n" }
    return text
  }

  // MARK: Findings

  /// As addresses have it: Swift holds names to be the same that are other bytes.
  private func word(_ name: String) -> String { name.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? name }

  private mutating func take() {
    for message in server.takeOthers() where message["method"] as? String == "textDocument/publishDiagnostics" {
      guard let params = message["params"] as? EditorProcess.Message, let uri = params["uri"] as? String else { continue }
      shown[uri] = (params["diagnostics"] as? [EditorProcess.Message] ?? []).map { finding in
        let start = (finding["range"] as? EditorProcess.Message)?["start"] as? [String: Int] ?? [:]
        let message = (finding["message"] as? String ?? "").split(separator: "\n").first.map(String.init) ?? ""
        let severity = ["", "error", "warning", "note"][finding["severity"] as? Int ?? 0]
        return "\((start["line"] ?? 0) + 1):\((start["character"] ?? 0) + 1) \(severity) \(finding["code"] ?? ""): \(message.replacingOccurrences(of: folder.path(".") + "/", with: ""))"
      }
    }
  }

  private func shownNow() -> Set<String> {
    Set(open.filter { $0.name != "rung.yaml" }.flatMap { text in (shown[folder.uri(text.name)] ?? []).map { "\(word(text.name)):\($0)" } })
  }

  /// What `rung check` says of each open text in a copy of the folder where all of them are saved, at the first place that is open.
  private func checked() throws -> Set<String> {
    let copy = try Folder()
    try folder.copy(to: copy)
    for (name, text, _) in open { try copy.write(name, text) }
    let names = open.map(\.name).filter { $0 != "rung.yaml" }
    let words = names.map(word)
    var found: Set<String> = []
    for name in names {
      let run = Repository.shell("cd '\(copy.path("."))' && '\(EditorProcess.program)' check '\(name)' --format json 2>said")
      let said = try copy.read("said")
      let document = try #require((try? JSONSerialization.jsonObject(with: Data(run.output.utf8))) as? EditorProcess.Message, "\(said)\n\(steps.joined(separator: "\n"))")
      for finding in try #require(document["diagnostics"] as? [EditorProcess.Message]) {
        let places = ([finding] + (finding["notes"] as? [EditorProcess.Message] ?? [])).compactMap { place -> (file: String, line: Int, column: Int)? in
          guard let file = place["file"] as? String, let start = (place["span"] as? EditorProcess.Message)?["start"] as? [String: Int] else { return nil }
          return (word(file == "real.yaml" ? "link.yaml" : file), start["line"] ?? 0, start["column"] ?? 0)
        }
        let place = places.first { words.contains($0.file) } ?? (word(name), 1, 1)
        found.insert("\(place.file):\(place.line):\(place.column) \(finding["severity"] ?? "") \(finding["id"] ?? ""): \(finding["message"] ?? "")")
      }
    }
    return found
  }
}
