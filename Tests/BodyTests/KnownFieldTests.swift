import Rung
import RungProviders
import RungReading
import RungSource
import RungSpec
import RungTestSupport
import Testing

/// Keys of bodies: those of the provider are known, wherever they stand; others are judged in requests only.
@Suite struct KnownFieldTests {
  struct Row: Sendable {
    let request: String
    let text: String
    /// Ids, with the text that each stands at.
    let found: [(id: String, at: String)]

    init(_ request: String, _ text: String, _ found: [(id: String, at: String)] = []) {
      (self.request, self.text, self.found) = (request, text, found)
    }
  }

  private static func endpoint(_ members: String) -> String { #"{"location": "uksouth", "properties": {"scaleUnits": 0, \#(members)}}"# }
  private static func asset(_ members: String) -> String { #"{"properties": {"storageAccountName": "a", \#(members)}}"# }
  private static func locator(_ members: String) -> String {
    #"{"properties": {"assetName": "a", "streamingPolicyName": "Predefined_ClearStreamingOnly", \#(members)}}"#
  }

  static let rows: [Row] = [
    Row("mkio.streaming-endpoint", endpoint(#""sku": {"name": "Standard"}"#)), Row("mkio.streaming-endpoint", endpoint(#""urlStyle": "AMS""#)),
    Row("mkio.streaming-endpoint", endpoint(#""accessControl": {"ip": {"allow": [{"address": "192.0.2.0"}]}}"#)),
    Row("mkio.streaming-endpoint", endpoint(#""crossSiteAccessPolicies": {"clientAccessPolicy": null, "crossDomainPolicy": null}"#)),
    Row("mkio.streaming-endpoint", endpoint(#""serverCredentialNames": ["a"], "shieldCache": {"scaleUnits": 0}, "advancedSettingsName": null"#)),
    Row("mkio.streaming-endpoint", endpoint(#""cdnEnabled": true, "cdnProvider": "StandardAkamai""#), [("mkio/ignored-field", #""cdnProvider""#)]),
    Row("mkio.streaming-endpoint", endpoint(#""customHostNames": ["video.example.com"]"#), [("mkio/ignored-field", #""customHostNames""#)]),
    Row(
      "mkio.streaming-endpoint", endpoint(#""accessControl": {"akamai": {"akamaiSignatureHeaderAuthenticationKeyList": []}}"#),
      [("mkio/deprecated-field", #""akamai""#)]),
    Row("mkio.streaming-endpoint", endpoint(#""sku": {"name": "Standard", "capacity": 600}"#), [("mkio/filled-by-provider", "600")]),
    Row("mkio.streaming-endpoint", endpoint(#""sku": {"name": "Basic"}"#), [("mkio/value-not-taken", #""Basic""#)]),
    Row("mkio.asset", asset(#""alternateId": "b""#)), Row("mkio.asset", asset(#""encryptionScope": "s""#), [("mkio/ignored-field", #""encryptionScope""#)]),
    Row("mkio.asset", asset(#""storageEncryptionFormat": "None""#), [("mkio/ignored-field", #""storageEncryptionFormat""#)]),
    Row("mkio.locator".replacing("locator", with: "streaming-locator"), locator(#""alternativeMediaId": "a", "contentId": "c", "defaultManifestFilename": "index.qfm""#)),
    Row("mkio.streaming-locator", locator(#""contentKeys": [{"id": "k", "type": "CommonEncryptionCenc"}]"#)),
    Row("mkio.streaming-locator", locator(#""contentKeys": [{"id": "k", "tracks": []}]"#), [("mkio/ignored-field", #""tracks""#)]),
  ]

  @Test("fields of the vendor's own model are known, and those without effect named", arguments: rows)
  func known(_ row: Row) throws {
    let found = check(SourceInput(name: "body.json", text: row.text), as: try RequestName.parse(row.request).get()).diagnostics.filter { $0.severity != .note }
    let bytes = Array(row.text.utf8)
    let told = found.map { "\($0.id) \(String(decoding: bytes[Int($0.span.lower)..<Int($0.span.upper)], as: UTF8.self))" }
    #expect(told == row.found.map { "\($0.id) \($0.at)" }, "\(row.text): \(found.map(\.message))")
    #expect(found.allSatisfy { $0.severity == .error || $0.id.rawValue.hasSuffix("filled-by-provider") || $0.citation?.url != nil })
  }

  @Test("a key of another place is not renamed: the help says where it belongs")
  func misplaced() throws {
    let rows = [
      ("mkio.live-output", #"{"properties": {"assetName": "a", "archiveWindowLength": "PT4H", "cdnProvider": "x"}}"#, "remove it: it is a field of the streaming-endpoint request"),
      ("mkio.live-event", #"{"tags": {}, "properties": {"encoding": {"encodingType": "Standard"}, "streamingProtocol": "RTMP"}}"#, "move it to `properties.input`"),
      ("livekit.update", #"{"ingress_id": "IN_1", "input_type": "RTMP_INPUT"}"#, "remove it: it is a field of the create request"),
      ("tenbyte.create", #"{"name": "n", "playlist_size": 6}"#, "move it to `packaging.hls`"),
    ]
    for (request, text, help) in rows {
      let found = check(SourceInput(name: "body.json", text: text), as: try RequestName.parse(request).get()).diagnostics.filter { $0.id.rawValue.hasSuffix("/unknown-field") }
      #expect(found.map(\.help) == [help], "\(text): \(found.map { $0.help ?? "-" })")
      #expect(found.allSatisfy { $0.fixIts.isEmpty })
    }
  }

  @Test("MK.IO: what an endpoint's answer has beside the settings leaves no trace in its spec")
  func endpointAnswer() throws {
    let text = #"""
      {"name": "main", "id": "/x", "type": "Microsoft.Media/mediaservices/streamingEndpoints", "location": "uksouth", "tags": {}, "properties": {
      "scaleUnits": 0, "sku": {"name": "Standard", "capacity": 600}, "cdnEnabled": true, "cdnProvider": "StandardAkamai", "cdnProfile": "",
      "customHostNames": [], "hostName": "main.example.com", "provisioningState": "Succeeded", "resourceState": "Running", "urlStyle": "AMS",
      "accessControl": {"ip": {"allow": []}}, "crossSiteAccessPolicies": {"clientAccessPolicy": null, "crossDomainPolicy": null}}}
      """#
    let imported = importBodies([SourceInput(name: "answer.json", text: text)], from: try RequestName.parse("mkio").get())
    // The name is in the URL of the request.
    #expect(imported.analysis.diagnostics.map(\.id) == ["import/name-made-up"], "\(imported.analysis.rendered(as: .text))")
    #expect(imported.text?.contains("extra") == false, "\(imported.text ?? "")")
  }

  @Test("the one pair of names for one thing is told apart by its place")
  func renamed() throws {
    let text = #"{"name": "n", "ladder": {"video": [{"audio": {"codec": "aac", "channels": 2, "sample_rate_hz": 48000, "bitrate_kbps": 128}}]}}"#
    let found = check(SourceInput(name: "body.json", text: text), as: try RequestName.parse("tenbyte.create").get()).diagnostics
    let unknown = try #require(found.first { $0.id == "tenbyte/unknown-field" })
    #expect(unknown.help == "did you mean `audio_bitrate_kbps`?" && unknown.fixIts.count == 1)
    #expect(!found.contains { $0.message.contains("requires `audio_bitrate_kbps`") })
  }

  /// Every key of every body of a provider.
  private static func keys(of provider: any Provider.Type) -> Set<String> {
    var keys: Set<String> = []
    func visit(_ schema: Schema) {
      switch schema {
      case .object(let object):
        for property in object.properties {
          keys.insert(property.key)
          visit(property.schema)
        }
      case .list(let element, _, _): visit(element)
      case .anyOf(let choices): for choice in choices { visit(choice) }
      default: break
      }
    }
    for kind in provider.requests {
      if let schema = kind.schema?() { visit(.object(schema)) }
      for path in kind.filled.map(\.path) { keys.formUnion(path.split(separator: ".").map(String.init)) }
    }
    return keys
  }

  @Test("no fix turns one known key into another, in any object of any body", arguments: Providers.ids)
  func neverRenamed(_ id: String) throws {
    let provider = try #require(Providers.named(id))
    let known = Self.keys(of: provider)
    for kind in provider.requests where kind.judge != nil {
      let schema = try #require(kind.schema)
      for key in known.sorted() where !schema().properties.contains(where: { $0.key == key }) {
        let text = "{\"\(key)\": 1}"
        let found = check(SourceInput(name: "body.json", text: text), as: try RequestName.parse("\(id).\(kind.name)").get()).diagnostics
        for finding in found where finding.id.rawValue.hasSuffix("/unknown-field") {
          #expect(finding.fixIts.isEmpty, "\(id).\(kind.name): \(key): \(finding.fixIts.map(\.title))")
          #expect(finding.help?.contains("did you mean") != true, "\(id).\(kind.name): \(key): \(finding.help ?? "")")
        }
      }
    }
  }

  private static let answers = BodyFixture.all.filter { $0.name.contains("response") && !$0.name.hasPrefix("validation") }

  @Test("in an answer, a key that came after the documents is a note, wherever it stands", arguments: answers)
  func newInAnswers(_ fixture: BodyFixture) throws {
    let request = try RequestName.parse(fixture.provider).get()
    let tree = try #require(Disguise.tree(fixture.text))
    let usual = Set(check(SourceInput(name: fixture.name, text: fixture.text), as: request).diagnostics.filter { $0.severity != .note }.map(\.id))
    let spec = importBodies([SourceInput(name: fixture.name, text: fixture.text)], from: request).text
    var places: [Int] = []
    func visit(_ node: Node) {
      if case .map(let entries) = node.content, !entries.isEmpty { places.append(Int(node.span.lower) + 1) }
      // Where keys are one's own, a new one is one's own as well.
      for entry in node.entries where !["meta", "tags", "Tags", "labels"].contains(entry.key.value) { visit(entry.value) }
      for item in node.items { visit(item) }
    }
    visit(tree)
    for place in Depth.some(places, quick: 4) {
      for value in ["1", "null", "{\"x\": {\"y\": []}}"] {
        var bytes = Array(fixture.text.utf8)
        bytes.insert(contentsOf: Array("\"new_server_field\": \(value), ".utf8), at: place)
        let input = SourceInput(name: fixture.name, bytes: bytes)
        let found = check(input, as: request).diagnostics
        let own = Set(found.filter { $0.severity != .note }.map(\.id)).subtracting(usual)
        #expect(own.isEmpty, "\(fixture): \(own) with \(value) at \(place)")
        for finding in found where finding.message.contains("new_server_field") {
          #expect(finding.severity == .note && finding.help == nil && finding.fixIts.isEmpty)
        }
        #expect(importBodies([input], from: request).text == spec, "\(fixture): \(value) at \(place)")
      }
    }
  }

  @Test("an answer with many new keys is recognised among other files", arguments: answers)
  func recognised(_ fixture: BodyFixture) throws {
    let request = try RequestName.parse(fixture.provider).get()
    var bytes = Array(fixture.text.utf8)
    let start = try #require(bytes.firstIndex(of: UInt8(ascii: "{")))
    let new = (0..<30).map { "\"new_field_\($0)\": {}, " }.joined()
    // Envelopes are told by what stands beside them; the body is what gets new fields.
    let inner = ["\"data\": {", "\"stream\": {"].compactMap { fixture.text.firstRange(of: $0) }.first.map { fixture.text[..<$0.upperBound].utf8.count } ?? start + 1
    bytes.insert(contentsOf: Array(new.utf8), at: inner)
    #expect(looksLikeBody(SourceInput(name: fixture.name, bytes: bytes), of: request), "\(fixture)")
  }
}
