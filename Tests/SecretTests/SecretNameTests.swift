import RungSource
import Testing

@Suite struct SecretNameTests {
  @Test("names of secrets, and slips of them", arguments: [
    "token", "the token", "stream key", "access_token", "accessToken", "ACCESS_TOKEN", "tokens", "api_key", "apikey", "apiKey", "key", "keys", "key2", "client_secret",
    "secret", "secret_access_key", "access_key_id", "AWSAccessKeyId", "password", "passwd", "pwd", "pass", "passphrase", "jwt", "sig", "signature",
    "X-Amz-Signature", "X-Amz-Security-Token", "X-Goog-Signature", "hdnts", "hdnea", "sastoken", "auth", "authorization", "streamkey",
    "stream_key", "streamKey", "stream_key_2", "contentKeys", "credentials", "private-key", "push_key", "SharedAccessKey", "wsSecret",
    "tokn", "tokken", "toekn", "secert", "scret", "secrt", "pasword", "passphase", "passprhase", "kye", "stream_kye", "steamkey", "acces_token",
  ])
  func secret(_ name: String) { #expect(SecretName.isSecret(name)) }

  @Test("names that are none", arguments: [
    "keyframe_interval", "keyframe", "keyframes", "key_policy", "key_frame_interval", "keyFrameIntervalDuration", "tokenize", "tokenizer",
    "token_ttl", "page_token", "next_page_token", "secret_name", "passthrough", "bypass_transcoding", "encoding", "author", "authors", "authored", "authoritative", "monkey", "turkey",
    "hotkey", "public_key", "sort_key", "kind", "kbps", "packs", "path", "signal", "sigma", "section", "sector", "secure", "secondary", "select",
    "broken", "taken", "spoken", "contentKeyPolicyName", "streamingPolicyName", "name", "url", "server", "streamid", "stream_id", "policy",
    "permissions", "passes", "compass", "", "0", "assess", "auto", "bass", "design", "st", "se", "region",
  ])
  func ordinary(_ name: String) { #expect(!SecretName.isSecret(name)) }

  @Test("names whose values decide", arguments: [
    "session", "user_session", "sas", "private", "license", "licence", "password_hash", "token_digest", "code", "auth_code",
  ])
  func perhaps(_ name: String) {
    #expect(SecretName.weight(name) == .byShape)
    for value in ["q7Zk2mWx9LpT4vBn", "9f4c8a1e2b6d4e3f", "550e8400-e29b-41d4-a716-446655440000"] { #expect(SecretSigns.isSecretEntry(name, value), "\(value)") }
    for value in [
      "true", "1", "42", "1080", "apache", "apache-2.0", "CC-BY-NC-SA-4.0", "MIT OR Apache-2.0", "evening", "MainStage2025", "widevine", "en-US", "https://h.example.com/license",
      "${env:SESSION}", "<SESSION>", "bcrypt", "",
    ] { #expect(!SecretSigns.isSecretEntry(name, value), "\(value)") }
  }

  @Test func digits() {
    for value in ["1234", "007700"] { #expect(SecretSigns.isSecretEntry("pin", value)) }
    for value in ["1", "17", "true", "GPIO17", "left"] { #expect(!SecretSigns.isSecretEntry("pin", value)) }
  }

  @Test("names that are none, whatever stands under them", arguments: [
    "session_id", "sessions_total", "license_url", "licenseServer", "country_code", "error_code", "codec", "hash", "content_hash", "is_pinned", "spin", "privately", "pinned",
  ])
  func none(_ name: String) { #expect(SecretName.weight(name) == .none) }
}
