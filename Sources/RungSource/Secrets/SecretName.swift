internal import Synchronization

/// Whether a key, or the name of a query parameter, marks its value as a secret: `access_token`, `streamKey`,
/// `X-Amz-Signature`, and what is nearly one of them (`tokn`).
///
/// The last word of a name decides: `key_policy` is a policy, `keyframe_interval` an interval.
package enum SecretName {
  /// What a name implies about its value.
  package enum Weight: Sendable {
    /// Nothing.
    case none
    /// It is a secret where it looks as if it were made by chance: a `session` or a `license` may be a word as well.
    case byShape
    /// It is a secret where it has the digits of one: `pin: 1234`, and no flag or number of a connector.
    case byDigits
    /// Whatever it is, it is a secret.
    case always
  }

  /// Longer names are none.
  private static let longest = 64

  /// Last words, in lower case and in the singular.
  private static let words: Set<String> = [
    "token", "secret", "password", "passwd", "passphrase", "passcode", "pass", "pwd", "key", "jwt", "sig", "signature", "hmac", "credential",
    "auth", "authorization", "bearer", "cookie", "otp", "creds", "hdnts", "hdnea", "hdntl", "tok",
  ]
  /// Last words whose values say whether they are meant so.
  private static let perhaps: Set<String> = ["session", "sas", "private", "license", "licence"]
  private static let pin = "pin"
  /// `password_hash` opens nothing by itself, and can be tried out at leisure.
  private static let digests: Set<String> = ["hash", "digest"]
  /// A `code` of Azure Functions or of OAuth; a `country_code` is none.
  private static let codes: Set<String> = ["", "access", "auth", "authorization", "function", "host"]
  /// Ends of names that run words together: `apikey`, `sastoken`. A `key` alone ends ordinary words too (`monkey`).
  private static let ends =
    ["token", "secret", "password", "passwd", "passphrase", "signature"]
    + ["access", "account", "api", "auth", "content", "ingest", "private", "publish", "push", "secret", "shared", "storage", "stream",
      "crypto", "decryption", "encryption"].map { "\($0)key" }
  /// What a name may be a slip of. Short words are near too many others.
  private static let mistyped = [
    "token", "secret", "passwd", "password", "passphrase", "signature", "credential", "streamkey", "accesstoken", "secretkey",
  ].map(Similarity.Word.init)
  /// Names that are not secrets although their last word is a secret's.
  private static let harmless: Set<[String]> = [
    ["public", "key"], ["sort", "key"], ["primary", "key"], ["partition", "key"], ["cache", "key"], ["hot", "key"], ["page", "token"],
  ]
  /// Last words of rules of Rung, behind the family: `spec/unknown-key: off` is no key.
  private static let ofRules: Set<[String]> = [
    ["duplicate", "key"], ["unknown", "key"], ["missing", "key"], ["literal", "secret"], ["plain", "secret"], ["without", "token"],
  ]
  /// One slip away from a secret's name, and words of their own.
  private static let ordinary: Set<String> = ["taken", "broken", "secure", "sector"]

  package static func isSecret(_ name: String) -> Bool { weight(name) == .always }

  /// Names that were asked for, each at the place that its hash gives: all specs of a fleet have the same ones, and texts of
  /// nothing but different names must not be kept a second time.
  private static let asked = Mutex(Array(repeating: (name: [UInt8](), weight: Weight.none), count: 1024))

  package static func weight(_ name: String) -> Weight {
    var name = name
    return name.withUTF8 { weight($0) }
  }

  static func weight(_ name: UnsafeBufferPointer<UInt8>) -> Weight {
    guard name.count <= longest else { return .none }
    var hash: UInt32 = 0x811C_9DC5
    for byte in name { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    // Two names may have the same place.
    let place = Int(hash >> 22)
    let known: Weight? = asked.withLock {
      isSame($0[place].name, name) ? $0[place].weight : isSame($0[place ^ 1].name, name) ? $0[place ^ 1].weight : nil
    }
    if let known { return known }
    let weight = weighed(String(decoding: name, as: UTF8.self))
    asked.withLock { $0[$0[place].name.isEmpty ? place : place ^ 1] = (Array(name), weight) }
    return weight
  }

  private static func isSame(_ known: [UInt8], _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard known.count == name.count else { return false }
    for index in 0..<name.count where known[index] != name[index] { return false }
    return true
  }

  private static func weighed(_ name: String) -> Weight {
    let words = numberless(name)
    guard let last = words.last else { return .none }
    if name.utf8.contains(UInt8(ascii: "/")), ofRules.contains(Array(words.suffix(2))) { return .none }
    if isSecret(words) { return .always }
    let before = words.dropLast()
    if perhaps.contains(last) || last.hasSuffix("s") && perhaps.contains(String(last.dropLast())) || last == "code" && codes.contains(before.last ?? "") || digests.contains(last) && isSecret(Array(before)) {
      return .byShape
    }
    return last == pin ? .byDigits : .none
  }

  /// Whether ``weight(_:)`` is ``Weight/byDigits``, which takes less to tell.
  static func isPIN(_ name: String) -> Bool { numberless(name).last == pin }

  /// The words of a name without numbers at its end.
  private static func numberless(_ name: String) -> [String] {
    guard name.utf8.count <= longest else { return [] }
    var words = self.words(of: name)
    while let last = words.last, last.utf8.allSatisfy({ $0 &- 0x30 < 10 }) { words.removeLast() }
    guard var last = words.last else { return [] }
    while let digit = last.utf8.last, digit &- 0x30 < 10 { last.removeLast() }
    words[words.count - 1] = last
    return words
  }

  /// - Parameter words: of a name, in lower case, without numbers at its end.
  private static func isSecret(_ words: [String]) -> Bool {
    guard let last = words.last else { return false }
    let before = words.dropLast().last
    // `access_key_id` is half of a pair that opens a storage.
    if last == "id", before == "key", words.dropLast(2).last == "access" { return true }
    let singular = last.hasSuffix("s") && last != "pass" ? String(last.dropLast()) : last
    if self.words.contains(last) || self.words.contains(singular) { return !harmless.contains([before ?? "", singular]) }
    let joined = words.dropLast().joined() + singular
    if ends.contains(where: { joined.hasSuffix($0) }) { return true }
    if ordinary.contains(last) { return false }
    return isNear(last) || words.count > 1 && isNear(joined)
  }

  /// Whether a member of an object says something about a secret, and is none: the `type` and the `policyName` of a key.
  package static func isDescription(_ name: String) -> Bool {
    guard name.utf8.count <= longest, let last = words(of: name).last else { return false }
    return ["id", "name", "type", "label", "policy", "algorithm", "version", "expiration", "protocol"].contains(last)
  }

  private static func isNear(_ word: String) -> Bool {
    if word.utf8.first == UInt8(ascii: "k"), (2...4).contains(word.utf8.count), Similarity.isNear(word, "key", edits: 1) { return true }
    guard word.utf8.count >= 4 else { return false }
    let word = Similarity.Word(word)
    return mistyped.contains { Similarity.isNear(word, $0, edits: $0.count >= 8 ? 2 : 1) }
  }

  /// `streamKey`, `stream_key`, `X-Stream-Key` → stream, key.
  private static func words(of name: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    let bytes = Array(name.utf8)
    func isUpper(_ index: Int) -> Bool { index < bytes.count && bytes[index] &- 0x41 < 26 }
    func isLower(_ index: Int) -> Bool { index < bytes.count && bytes[index] &- 0x61 < 26 }
    func end() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word = []
    }
    for (index, byte) in bytes.enumerated() {
      guard (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80 else {
        end()
        continue
      }
      // A capital begins a word after a small letter, and the last of several does before one.
      if isUpper(index), index > 0, !isUpper(index - 1) || isLower(index + 1) { end() }
      word.append(isUpper(index) ? byte | 0x20 : byte)
    }
    end()
    return words
  }
}
