import Rung
import RungOutput
import RungSource
import Testing

/// A secret that is a word: where a sentence of Rung's has the word, it says nothing of the secret.
@Suite struct MaskedWordsTests {
  /// What is said, without the lines of the source.
  private static func said(_ analysis: Analysis) -> String {
    let writer = TextDiagnostics(sources: analysis.sources, secrets: analysis.secrets)
    return analysis.diagnostics.map { writer.text($0) }.joined().split(separator: "\n").filter { !$0.contains(" | ") }.joined(separator: "\n")
  }

  @Test("Rung's own words stay", arguments: ["secret", "token", "accessToken", "text", "plain", "UUID", "Media"])
  func own(_ word: String) throws {
    let body = """
      {"tags": {}, "properties": {"useStaticHostname": false, "streamOptions": ["Default"], "encoding": {"encodingType": "Standard"}, "input": {"streamingProtocol": "RTMP",
      "accessControl": {"ip": {"allow": [{"name": "a", "address": "203.0.113.0", "subnetPrefixLength": 24}]}}, "accessToken": "\(word)", "timedMetadataEndpoints": []}}}
      """
    let analysis = check(SourceInput(name: "body.json", text: body), as: try RequestName.parse("mkio.live-event").get())
    #expect(analysis.diagnostics.map(\.id) == ["mkio/plain-secret", "mkio/token-malformed"])
    let said = Self.said(analysis)
    #expect(!said.contains(SecretSigns.mask), "\(said)")
    // The line of the source has it hidden.
    let writer = TextDiagnostics(sources: analysis.sources, secrets: analysis.secrets)
    #expect(analysis.diagnostics.allSatisfy { writer.text($0).contains(SecretSigns.mask) })
  }

  @Test("a value that a sentence quotes is hidden, and what is no word is hidden everywhere")
  func quoted() {
    let spec = "rung: 1\nname: news\nkind: hunterhunter\nmedia: 9f4c8a1e2b6d\ntargets: {obs: {key: hunterhunter}, ffmpeg: {push_key: 9f4c8a1e2b6d}}\n"
    let said = Self.said(check(SourceInput(name: "spec.yaml", text: spec)))
    #expect(!said.contains("hunterhunter") && !said.contains("9f4c8a1e2b6d"), "\(said)")
    #expect(said.contains("`\(SecretSigns.mask)` is not"), "\(said)")
  }
}
