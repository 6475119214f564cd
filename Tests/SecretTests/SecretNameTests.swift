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
}
