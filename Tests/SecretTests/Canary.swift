@testable import Rung
import RungProviders
import RungReading
import RungSource
import RungSpec
import RungTestSupport

/// A secret that can be told in any output, and the places of a document that can hold it.
enum Canary {
  static let text = "q7Zk2mWx9LpT4vBn8RcY6hDs"

  /// Whether a part of it stands there that is long enough to be of use.
  static func isSeen(in output: String) -> Bool {
    // By bytes: outputs are many, and a search by characters takes most of a test's time.
    var output = output
    return output.withUTF8 { output in
      let last = output.count - 9
      return last >= 0 && (0...last).contains { start in
        parts.contains { part in part[0] == output[start] && output[start..<(start + 9)].elementsEqual(part) }
      }
    }
  }

  private static let parts = [text.prefix(9), text.suffix(9), text.dropFirst(8).prefix(9)].map { Array($0.utf8) }

  /// URLs that carry it, each in another way, well formed and not.
  static let urls: [String] =
    ["token", "access_token", "api_key", "apikey", "key", "client_secret", "secret", "password", "pwd", "pass", "passphrase", "jwt", "sig", "signature",
      "X-Amz-Signature", "X-Amz-Security-Token", "X-Goog-Signature", "hdnts", "hdnea", "sastoken", "auth", "streamid",
      "code", "session", "sas", "license", "api_tok", "password_hash",
    ].map { "srt://h.example.com:9000/a?mode=caller&\($0)=\(text)&latency=20" } + [
      "rtmp://user:\(text)@h.example.com/app", "https://\(text)@h.example.com/a", "rtmp://h.example.com/app/\(text)", "rtmps://h.example.com:443/app/x/\(text)?a=1",
      "s3://AKIA:\(text)@s3.example.com/bucket/path", "srt://h.example.com:9000?streamid=#!::r=live/\(text),m=publish", "https://h.example.com/#access_token=\(text)",
      "https://h.example.com/?se=2030-01-01&sp=r&sig=\(text)%3D", "https://h.example.com/?%70assword=\(text)", "https://h.example.com/?next=https%3A%2F%2Fi%3Ftoken%3D\(text)",
      // Whoever has the address may post to it.
      "https://hooks.slack.com/services/T00000000/B00000000/\(text)", "https://discord.com/api/webhooks/123456789012345678/\(text)",
      "https://example.webhook.office.com/webhookb2/0e1c2f3a@5b6d7e8f/IncomingWebhook/\(text)/9a8b7c6d", "https://hooks.zapier.com/hooks/catch/123456/\(text)/",
      "https://api.telegram.org/bot123456789:\(text)/sendMessage", "https://maker.ifttt.com/trigger/live/with/key/\(text)", "https://hook.eu1.make.com/\(text)",
      "https://chat.example.com/hooks/\(text)", "https://h.example.com/v1/\(text)/push", "https://h.example.com/token/\(text)/index.m3u8",
      // Not well formed.
      "rtmp://h .example.com/app?key=\(text)", "rtmp://user:pa/\(text)@h.example.com/app", "rtmp://user:pa \(text)@h.example.com/app", "srt://:port?passphrase=\(text)",
      "h.example.com/a?token=\(text)", "https:///a?token=\(text)", "ftp://u:\(text)@h.example.com:99999/x", "https://h.example.com/\(String(repeating: "long/", count: 40))?token=\(text)&x=\(String(repeating: "y", count: 90))",
    ]

  /// Texts that are no URLs, and carry it.
  static let texts: [String] = [
    "-passphrase \(text) -i srt://h.example.com:9000", "-passphrase '\(text)' -i srt://h.example.com:9000", "-headers 'Authorization: Bearer \(text)' -i https://h.example.com/a",
    "-headers \"X-Api-Key: \(text)\r\n\" -i https://h.example.com/a", "-cookies 'session=\(text); path=/' -i https://h.example.com/a", "-decryption_key \(text) -i a.mp4",
    "-cryptokey \(text) -i a.ts", "-user viewer:\(text) -i https://h.example.com", "--password=\(text) https://h.example.com", "-srt_streamid \(text) -i srt://h", "-srtp_out_params \(text)",
    "Bearer \(text)", "bearer \(text)", "Basic \(text)", "Authorization: Digest \(text)", "Cookie: a=\(text)", "eyJhbGciOiJIUzI1NiJ9.\(text).\(text)", "see Bearer eyJhbGciOiJIUzI1NiJ9.\(text).",
  ]
  static let all = urls + texts
  /// Names whose values are secret where they look it.
  static let keys = ["api_tok", "session", "pin", "sas", "private", "license", "password_hash"]

  // MARK: Places

  enum Step: Sendable, Hashable {
    case key(String)
    case item
  }

  struct Spot: Sendable, CustomStringConvertible {
    let steps: [Step]
    /// Whether the value is secret as a whole, wherever it stands.
    let isSecret: Bool

    var description: String {
      steps.map { if case .key(let key) = $0 { ".\(key)" } else { "[]" } }.joined()
    }
  }

  /// Every key of a declaration, those of whole parts too.
  static func places(in schema: ObjectSchema) -> [Spot] {
    var places: [Spot] = []
    collect(.object(schema), of: schema, [], &places, depth: 0)
    return places
  }

  private static func collect(_ schema: Schema, of root: ObjectSchema, _ steps: [Step], _ places: inout [Spot], depth: Int) {
    guard depth < 12 else { return }
    switch schema {
    case .object(let object):
      for property in object.properties {
        let steps = steps + [.key(property.key)]
        places.append(Spot(steps: steps, isSecret: SecretName.isSecret(property.key)))
        collect(property.schema, of: root, steps, &places, depth: depth + 1)
      }
    case .list(let element, _, _): collect(element, of: root, steps + [.item], &places, depth: depth + 1)
    case .dictionary(let element):
      for key in ["any", "stream_token"] {
        places.append(Spot(steps: steps + [.key(key)], isSecret: SecretName.isSecret(key)))
        if key == "any" { collect(element, of: root, steps + [.key(key)], &places, depth: depth + 1) }
      }
    case .nullable(let inner), .described(_, let inner): collect(inner, of: root, steps, &places, depth: depth)
    case .anyOf(let all): for one in all { collect(one, of: root, steps, &places, depth: depth + 1) }
    // What a target overrides is declared at the top.
    case .reference(let pointer):
      guard let key = pointer.split(separator: "/").last, let property = root.properties.first(where: { $0.key == key }) else { return }
      collect(property.schema, of: root, steps, &places, depth: depth + 6)
    case .any, .boolean, .string, .integer, .number, .null, .oneOf, .oneOfIntegers, .numbered, .const: break
    }
  }

  // MARK: Documents

  static func string(_ text: String) -> Node { .string(text, at: .nowhere) }
  static func map(_ entries: [(String, Node)]) -> Node { .map(entries, at: .nowhere) }
  static func list(_ items: [Node]) -> Node { .list(items, at: .nowhere) }

  static func parsed(_ text: String) -> Node {
    var report = Report()
    return Reader.read(SourceFile(name: "base", bytes: Array(text.utf8)), id: FileID(index: 0), format: .yaml, into: &report).first ?? map([])
  }

  /// The document with a value at a place, all above it made where it is missing.
  static func setting(_ value: Node, at steps: ArraySlice<Step>, in node: Node?) -> Node {
    guard let step = steps.first else { return value }
    switch step {
    case .item:
      let items = node?.items ?? []
      return list([setting(value, at: steps.dropFirst(), in: items.first)] + items.dropFirst())
    case .key(let key):
      let entries = node?.entries.map { ($0.key.value, $0.value) } ?? []
      let below = setting(value, at: steps.dropFirst(), in: node?[key])
      return map(entries.filter { $0.0 != key } + [(key, below)])
    }
  }

  static func json(_ node: Node) -> String { JSONWriter.shown(node) }
}
