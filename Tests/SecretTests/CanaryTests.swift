@testable import Rung
import RungProviders
import RungReading
import RungSource
import RungSpec
import RungTestSupport
import Testing

/// A canary in every place that may hold a secret, in every shape, through every command and format: it is never seen.
@Suite struct CanaryTests {
  private func expectHidden(_ outputs: [Commands.Output], in document: String, _ place: String) {
    for output in outputs where Canary.isSeen(in: output.text) {
      let line = output.text.split(separator: "\n").first { Canary.isSeen(in: String($0)) } ?? ""
      Issue.record("\(output.command) shows it: \(line.prefix(300))\nat \(place), of \(document.prefix(400))")
      return
    }
  }

  /// As a value, in wrong shapes, and under a key that is nearly the right one.
  private static func shapes(_ value: Node) -> [Node] {
    [value, Canary.list([value]), Canary.map([("value", value)]), Canary.list([Canary.list([value])]), Canary.map([("token", value), ("url", value)])]
  }

  /// The text without its end, with a line that is not YAML or JSON, with a key twice, and with a tab.
  private static func broken(_ text: String) -> [String] {
    let end = text.firstRange(of: Canary.text)?.upperBound ?? text.endIndex
    return [
      String(text[..<end]), text + "\n}{\n", "{\"a\": 1, \"a\": 2, \"b\": \(text)}", "\tx: y\n" + text, text.replacing("\"\(Canary.text)", with: Canary.text),
      "a: [\n" + text, text.replacing("\n", with: "\r"), text.replacing(":", with: ""),
    ]
  }

  /// A document that takes little time.
  private static let small = Canary.parsed("{rung: 1, name: news, targets: {tenbyte: {region: sg-edge-04}}}")
  private static let everything = Canary.parsed(Repository.text("Tests/Lossless/everything.yaml") ?? "")

  // MARK: Specs

  @Test("in every key of a spec, as a URL")
  func urlsInSpecs() throws {
    let places = Canary.places(in: Schemas.spec)
    #expect(places.count > 200)
    for (number, place) in Depth.some(Array(places.enumerated()), quick: 80) {
      // Every place has another of the URLs, and another shape.
      let value = Canary.string(Canary.urls[(number + number / Canary.urls.count) % Canary.urls.count])
      let text = Canary.json(Canary.setting(Self.shapes(value)[number % 3 == 0 ? number % 5 : 0], at: place.steps[...], in: Self.small))
      expectHidden(Commands.check(check(SourceInput(name: "a.json", text: text))), in: text, "\(place)")
    }
  }

  @Test("every URL in every place for one", arguments: [
    "ingest.source.url", "ingest.backup.url", "simulcast.[].url", "recording.destinations.[].url", "webhook", "targets.ffmpeg.input", "targets.ffmpeg.push_url",
    "targets.obs.server", "targets.livekit.host", "targets.mkio.timed_metadata_endpoints.[]", "targets.tenbyte.extra.any", "targets.mkio.extra.live-event.properties.any",
  ])
  func urlFields(_ path: String) {
    let steps = path.split(separator: ".").map { $0 == "[]" ? Canary.Step.item : .key(String($0)) }
    for (number, url) in Depth.some(Array(Canary.urls.enumerated()), quick: 8, from: path.utf8.count) {
      let text = Canary.json(Canary.setting(Canary.string(url), at: steps[...], in: Self.small))
      let analysis = check(SourceInput(name: "a.json", text: text))
      #expect(analysis.diagnostics.contains { $0.id == "spec/literal-secret" }, "\(url)")
      expectHidden(Commands.check(analysis), in: text, path)
      guard Depth.isFull, number == path.utf8.count % Canary.urls.count else { continue }
      expectHidden(Commands.spec(SourceInput(name: "a.json", text: Canary.json(Canary.setting(Canary.string(url), at: steps[...], in: Self.everything)))), in: text, path)
    }
  }

  @Test("every text in every place for one", arguments: [
    "targets.ffmpeg.input", "targets.ffmpeg.directory", "targets.obs.profile", "labels.any", "targets.tenbyte.extra.any", "targets.mkio.extra.live-event.properties.any", "targets.livekit.extra.create.any",
  ])
  func textFields(_ path: String) {
    let steps = path.split(separator: ".").map { Canary.Step.key(String($0)) }
    for value in Depth.some(Canary.texts, quick: 6, from: path.utf8.count) {
      let text = Canary.json(Canary.setting(Canary.string(value), at: steps[...], in: Self.small))
      let input = SourceInput(name: "a.json", text: text)
      let analysis = check(input)
      #expect(analysis.diagnostics.contains { $0.id == "spec/literal-secret" }, "\(value)")
      expectHidden(Commands.check(analysis), in: text, path)
      if path.hasPrefix("labels") { expectHidden(Commands.spec(input), in: text, path) }
      expectHidden(Commands.difference(DiffInput(SourceInput(name: "old.json", text: Canary.json(Self.small))), DiffInput(input)), in: text, path)
    }
  }

  @Test("under names that say so with the value", arguments: Canary.keys)
  func byShape(_ key: String) {
    for path in ["labels", "targets.tenbyte.extra", "targets.mkio.extra.live-event.properties"] {
      let steps = (path.split(separator: ".").map(String.init) + [key]).map { Canary.Step.key($0) }
      func analysis(_ value: Node) -> (Analysis, String) {
        let text = Canary.json(Canary.setting(value, at: steps[...], in: Self.small))
        return (check(SourceInput(name: "a.json", text: text)), text)
      }
      let (found, text) = analysis(Canary.string(Canary.text))
      #expect(found.diagnostics.contains { $0.id == "spec/literal-secret" }, "\(path) \(key)")
      expectHidden(Commands.check(found), in: text, "\(path) \(key)")
      // A token is one whatever it looks like.
      for value in key == "api_tok" ? ["true"] : ["true", "apache-2.0", "bcrypt"] {
        #expect(!analysis(Canary.string(value)).0.diagnostics.contains { $0.id == "spec/literal-secret" }, "\(path) \(key): \(value)")
      }
    }
  }

  @Test func argumentsInLists() {
    let head = "rung: 1\nname: news\ntargets:\n  tenbyte:\n    region: sg-edge-04\n    extra:\n      arguments:"
    for list in [" [-passphrase, \(Canary.text), -i, a]\n", "\n        - -passphrase\n        - \(Canary.text)\n        - -i\n"] {
      let analysis = check(SourceInput(name: "a.yaml", text: head + list))
      #expect(analysis.diagnostics.count { $0.id == "spec/literal-secret" } == 1)
      expectHidden(Commands.check(analysis), in: head + list, "a list")
    }
  }

  @Test func secretsInSpecs() throws {
    let places = Canary.places(in: Schemas.spec).filter(\.isSecret)
    #expect(places.count >= 12)
    for place in places {
      let isOverridden = place.steps.contains(.key("overrides"))
      for (number, shape) in Self.shapes(Canary.string(Canary.text)).enumerated() {
        let text = Canary.json(Canary.setting(shape, at: place.steps[...], in: Self.small))
        let input = SourceInput(name: "a.json", text: text)
        let analysis = check(input)
        #expect(analysis.hasErrors, "\(place)")
        expectHidden(Commands.check(analysis), in: text, "\(place)")
        guard number == 0, !isOverridden else { continue }
        expectHidden(Commands.spec(input), in: text, "\(place)")
        expectHidden(Commands.difference(DiffInput(SourceInput(name: "old.json", text: Canary.json(Self.small))), DiffInput(input)), in: text, "\(place)")
        for text in Self.broken(text) {
          for name in ["a.yaml", "a.json"] { expectHidden(Commands.check(check(SourceInput(name: name, text: text))), in: text, "\(place), broken") }
        }
      }
    }
  }

  @Test("under extra of every provider, over secret fields too", arguments: Providers.ids)
  func extra(_ provider: String) {
    let kinds = Providers.named(provider)?.requests.filter { $0.schema != nil } ?? []
    for kind in kinds {
      for place in Canary.places(in: kind.schema?() ?? Spec.shape.schema) {
        let steps = [.key("targets"), .key(provider), .key("extra")] + (kinds.count > 1 ? [.key(kind.name)] : []) + place.steps
        let value = place.isSecret ? Canary.text : Canary.urls[place.description.utf8.count % Canary.urls.count]
        let text = Canary.json(Canary.setting(Canary.string(value), at: steps[...], in: Canary.parsed("{rung: 1, name: news}")))
        let analysis = check(SourceInput(name: "a.json", text: text))
        #expect(analysis.diagnostics.contains { $0.id == "spec/literal-secret" }, "\(provider) \(place)")
        expectHidden(Commands.check(analysis), in: text, "\(place)")
      }
    }
  }

  @Test("lines as people write them", arguments: [
    "ingest: {tokn: CANARY}", "ingest:\n  token: [CANARY]", "ingest:\n  token:\n    - CANARY", "ingest:\n  token: {value: CANARY}", "ingest:\n  token: |\n    CANARY",
    "ingest:\n  stream key: CANARY", "ingest: {token: CANARY", "ingest: {token: \"CANARY}", "ingest:\n  token: *CANARY", "ingest:\n  token: !CANARY", "ingest:\n  token: &CANARY",
    "ingest:\n\ttoken: CANARY", "ingest: token: CANARY", "ingest:\n  token: @CANARY", "token: CANARY\ntoken: CANARY", "recording: {destinations: {key: CANARY, secret: CANARY, url: \"s3://h/b\"}}",
    "recording:\n  destinations: [{url: \"s3://a:CANARY@h/b\", keys: CANARY}]", "simulcast: {url: \"rtmp://h/app/CANARY\", key: CANARY}", "simulcast: [{url: rtmp://h/app, stream_key: CANARY}]",
    "ingest: {source: \"srt://h:9000?passphrase=CANARY\"}", "ingest: {source: {url: srt://h:9000?passphrase=CANARY, urls: [\"https://u:CANARY@h\"]}}", "webhook: https://h.example.com/?token=CANARY x: y",
    "ladder: {renditions: [{name: \"rtmp://u:CANARY@h/a\", resolution: \"https://u:CANARY@h\"}]}", "targets: {mkio: {extra: {live-event: {properties: {input: {accessToken: CANARY}}}}}}",
    "x-token: &t CANARY\ningest: {token: *t}", "targets: {tenbyte: {extra: &e {password: CANARY}, overrides: {ingest: {token: CANARY}}}}", "extends: \"https://u:CANARY@h/base.yaml\"",
    "ingest: {token: \"CAN\\u0041RY\", source: {url: \"srt:\\/\\/h:9000?passphrase\\u003dCANARY\"}}",
  ])
  func lines(_ lines: String) {
    let text = "rung: 1\nname: news\n" + lines.replacing("CANARY", with: Canary.text) + "\n"
    expectHidden(Commands.spec(SourceInput(name: "a.yaml", text: text)), in: text, "")
    for text in Self.broken(text) { expectHidden(Commands.check(check(SourceInput(name: "a.yaml", text: text))), in: text, "broken") }
    let base = "rung: 1\nname: news\ntargets: [tenbyte, mkio, livekit, qencode]\n"
    expectHidden(Commands.difference(DiffInput(SourceInput(name: "old.yaml", text: base)), DiffInput(SourceInput(name: "new.yaml", text: text))), in: text, "")
  }

  // MARK: Bodies and answers

  static let kinds: [String] = Providers.all.flatMap { provider in
    provider.requests.filter { $0.schema != nil && $0.judge != nil }.map { "\(provider.id).\($0.name)" }
  }

  @Test("in every field of every body", arguments: kinds)
  func bodies(_ name: String) throws {
    guard case .success(let request) = RequestName.parse(name), let provider = Providers.named(request.provider.rawValue),
      let kind = provider.requests.first(where: { $0.name == request.request?.rawValue }), let schema = kind.schema?()
    else { return }
    let base = Canary.parsed(Self.sample(name))
    var places = Canary.places(in: schema)
    places += kind.filled.filter(\.isSecret).map { Canary.Spot(steps: $0.path.split(separator: ".").map { .key(String($0)) }, isSecret: true) }
    for unknown in ["new_token", "newKey", "new_url", "new_text"] + Canary.keys {
      places.append(Canary.Spot(steps: [.key(unknown)], isSecret: !["new_url", "new_text"].contains(unknown)))
    }
    for (number, place) in Depth.some(Array(places.enumerated()), quick: 2, from: name.utf8.count) {
      let isText = place.steps == [.key("new_text")]
      let value = Canary.string(
        place.isSecret ? Canary.text : isText ? Canary.texts[name.utf8.count % Canary.texts.count] : Canary.all[(number + number / Canary.all.count) % Canary.all.count])
      // What can be secret is met by every command, the rest by `check`.
      let isFull = place.isSecret || place.description.contains("rl")
      for (shape, node) in Self.shapes(value).prefix(place.isSecret ? 5 : 1).enumerated() {
        let text = Canary.json(Canary.setting(node, at: place.steps[...], in: base))
        let input = SourceInput(name: "a.json", text: text)
        expectHidden(isFull && shape < 1 ? Commands.body(input, of: request) : Commands.check(check(input, as: request)), in: text, "\(place)")
        guard shape < 1, isFull else { continue }
        let plain = DiffInput(SourceInput(name: "old.json", text: Canary.json(base)), as: request)
        expectHidden(Commands.difference(plain, DiffInput(input, as: request)), in: text, "\(place)")
        expectHidden(Commands.difference(DiffInput(input, as: request), plain), in: text, "\(place)")
        guard case .key(let key)? = place.steps.last, SecretName.isSecret(key) else { continue }
        for text in Self.broken(text) { expectHidden(Commands.check(check(SourceInput(name: "a.json", text: text), as: request)), in: text, "\(place), broken") }
      }
    }
  }

  @Test("lists whose members go by their URLs", arguments: [
    ("qencode", "{\"name\": \"news\", \"simulcast_targets\": [{\"url\": \"URL\", \"stream_key\": \"CANARY\"}, {\"url\": \"rtmp://b.example.com/app\"}]}"),
    ("qencode.create", "{\"name\": \"news\", \"dvr\": {\"enabled\": true, \"destination\": [{\"url\": \"URL\", \"key\": \"CANARY\"}, {\"url\": \"s3://h/b\"}]}}"),
    ("tenbyte.create", "{\"name\": \"news\", \"webhook_url\": \"URL\", \"recording\": {\"s3_config\": {\"endpoint\": \"URL\", \"access_key_id\": \"CANARY\"}}}"),
    ("mkio.live-event", "{\"location\": \"x\", \"properties\": {\"timedMetadataEndpoints\": [{\"url\": \"URL\"}, {\"url\": \"https://b\"}], \"input\": {\"accessToken\": \"CANARY\"}}}"),
    ("livekit.create", "{\"input_type\": \"URL_INPUT\", \"name\": \"cam\", \"url\": \"URL\", \"participant_identity\": \"p\"}"),
  ])
  func labels(_ name: String, _ template: String) throws {
    guard case .success(let request) = RequestName.parse(name) else { return }
    for url in Depth.some(Canary.urls.filter { $0.utf8.count % 3 == 0 || $0.contains("@") }, quick: 1, from: name.utf8.count) {
      let text = template.replacing("URL", with: url).replacing("CANARY", with: Canary.text)
      let other = template.replacing("URL", with: url.replacing(Canary.text, with: "another")).replacing("CANARY", with: "another-secret")
      let (old, new) = (DiffInput(SourceInput(name: "old.json", text: other), as: request), DiffInput(SourceInput(name: "new.json", text: text), as: request))
      expectHidden(Commands.difference(old, new) + Commands.difference(new, old), in: text, name)
      let plain = DiffInput(SourceInput(name: "old.json", text: template.replacing("URL", with: "rtmp://h.example.com/app").replacing("\"CANARY\"", with: "null")), as: request)
      expectHidden(Commands.difference(plain, new) + Commands.difference(new, plain), in: text, name)
    }
  }

  /// A body of the kind that is in order, or nearly.
  private static func sample(_ name: String) -> String {
    Repository.files(below: "Tests/Golden", ending: "/\(name).json").first.flatMap { Repository.text($0) } ?? "{}"
  }
}
