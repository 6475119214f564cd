import RungSource
import Testing

@Suite struct SecretSignsTests {
  static let key = "q7Zk2mWx9LpT4vBn"

  @Test("what of a text is masked", arguments: [
    ("srt://o.example.com:9000?passphrase=hunter2hunter2", "srt://o.example.com:9000?passphrase=••••••••"),
    ("srt://o.example.com:9000?mode=caller&pwd=ab,cd&latency=200", "srt://o.example.com:9000?mode=caller&pwd=••••••••&latency=200"),
    ("https://h.example.com/a?x=1&access_token=abc.def-ghi#part", "https://h.example.com/a?x=1&access_token=••••••••#part"),
    ("https://h.example.com/a#access_token=abcdef", "https://h.example.com/a#access_token=••••••••"),
    ("https://h.example.com/?X-Amz-Signature=ab/cd+ef==&X-Amz-Date=1", "https://h.example.com/?X-Amz-Signature=••••••••&X-Amz-Date=1"),
    ("https://h.example.com/?hdnts=st=1~exp=2~acl=/*~hmac=abcdef", "https://h.example.com/?hdnts=••••••••"),
    ("https://h.example.com/?se=2030&sp=r&sig=abc%2Fdef%3D", "https://h.example.com/?se=2030&sp=r&sig=••••••••"),
    ("https://h.example.com/?%74oken=abcdef", "https://h.example.com/?%74oken=••••••••"),
    ("https://h.example.com/?next=https%3A%2F%2Fb%3Ftoken%3Dabcdef%26x%3D1", "https://h.example.com/?next=https%3A%2F%2Fb%3Ftoken%3D••••••••%26x%3D1"),
    ("rtsp://viewer:hunter2@camera.example.com/1", "rtsp://viewer:••••••••@camera.example.com/1"),
    ("https://ghp_abcdef@h.example.com/", "https://••••••••@h.example.com/"),
    ("s3://${env:USER}:hunter2@s3.example.com/b", "s3://${env:USER}:••••••••@s3.example.com/b"),
    ("rtmp://user:pa/ss@h.example.com/app", "rtmp://user:••••••••@h.example.com/app"),
    ("rtmp://user:pa ss@h.example.com/app", "rtmp://user:••••••••@h.example.com/app"),
    ("rtmp://live.example.com/app/\(key)", "rtmp://live.example.com/app/••••••••"),
    ("rtmps://live.example.com:443/app/abcd-1234-efgh-5678?x=1", "rtmps://live.example.com:443/app/••••••••?x=1"),
    ("rtmp://live.example.com/a/b/live_123456_\(key)", "rtmp://live.example.com/a/b/••••••••"),
    ("u:hunter2@h.example.com/x", "u:••••••••@h.example.com/x"), ("//u:hunter2@h.example.com", "//u:••••••••@h.example.com"),
    ("u:hunter2@h.example.com:1935", "u:••••••••@h.example.com:1935"),
    ("rtmp://live.example.com/app/live_123456_AbCdEfGhIjKl", "rtmp://live.example.com/app/••••••••"),
    ("rtmp://live.example.com/app/live_123456789_abcdefghijklmnopqrstuvwxyz1234", "rtmp://live.example.com/app/••••••••"),
    ("rtmps://live.example.com/rtmp/FB-123456789012345-0-AbyZ12345", "rtmps://live.example.com/rtmp/••••••••"),
    ("rtmps://live.example.com/app/sk_us-west-2_abcdABCDefgh_567890abcdef", "rtmps://live.example.com/app/••••••••"),
    ("rtmp://live.example.com/app/live_2025_news", "rtmp://live.example.com/app/live_2025_news"),
    ("rtmps://live.example.com:443/rtmp/FB-123456789012345-0-AbCdEfGhIjKlMnOp", "rtmps://live.example.com:443/rtmp/••••••••"),
    ("srt://h:9710?streamid=#!::r=live/9f4c8a1e-2b6d-4e3f-8a7c-1d5b9e6f3a2c,m=publish", "srt://h:9710?streamid=#!::r=live/••••••••,m=publish"),
    ("srt://h:9710?streamid=publish:news:token=abcdef&latency=2", "srt://h:9710?streamid=publish:news:token=••••••••&latency=2"),
    ("srt://h:9710?streamid=%23!%3A%3Ar%3D\(key)%2Cm%3Dpublish", "srt://h:9710?streamid=%23!%3A%3Ar%3D••••••••%2Cm%3Dpublish"),
    ("see `https://h.example.com/?token=abcdef` (or https://h.example.com/?key=abcdef), twice", "see `https://h.example.com/?token=••••••••` (or https://h.example.com/?key=••••••••), twice"),
    ("{url: https://h.example.com/?token=abcdef, x: 1}", "{url: https://h.example.com/?token=••••••••, x: 1}"),
    ("rtmp://h .example.com/app?key=abcdef", "rtmp://h .example.com/app?key=••••••••"),
    ("https://hooks.slack.com/services/T000/B000/C", "https://hooks.slack.com/services/T000/B000/••••••••"),
    ("https://hooks.slack.com/services/T00000000/B00000000/abcdefghijkl", "https://hooks.slack.com/services/T00000000/B00000000/••••••••"),
    ("https://discord.com/api/webhooks/123456789012345678/abc-def_ghi/slack", "https://discord.com/api/webhooks/123456789012345678/••••••••/slack"),
    ("https://x.webhook.office.com/webhookb2/a@b/IncomingWebhook/abcdef/ghi", "https://x.webhook.office.com/webhookb2/a@b/IncomingWebhook/••••••••/••••••••"),
    ("https://hooks.zapier.com/hooks/catch/123456/abcdef/", "https://hooks.zapier.com/hooks/catch/123456/••••••••/"),
    ("https://api.telegram.org/bot123456789:AAEhBOweik6ad6PsVMRxjeQKXkSupGuqB6M/sendMessage", "https://api.telegram.org/••••••••/sendMessage"),
    ("https://maker.ifttt.com/trigger/live/with/key/abcdef", "https://maker.ifttt.com/trigger/live/with/key/••••••••"),
    ("https://chat.example.com/hooks/xu6gtuy7tjf5fpz3jxnwwbw3ka", "https://chat.example.com/hooks/••••••••"),
    ("https://n8n.example.com/webhook/550e8400-e29b-41d4-a716-446655440000", "https://n8n.example.com/webhook/••••••••"),
    ("https://h.example.com/in/q7Zk2mWx9LpT4vBn8RcY6hDs", "https://h.example.com/in/••••••••"),
    ("https://f.azurewebsites.net/api/live?code=q7Zk2mWx9LpT4vBn8RcY6hDs==&x=1", "https://f.azurewebsites.net/api/live?code=••••••••&x=1"),
    ("-passphrase hunter2hunter2 -i srt://h:9000", "-passphrase •••••••• -i srt://h:9000"), ("-re -passphrase 'ab cd' -i x", "-re -passphrase '••••••••' -i x"),
    ("-headers 'Authorization: Bearer abcdef' -i x", "-headers 'Authorization: Bearer ••••••••' -i x"),
    ("-headers \"Authorization: Basic dXNlcjpwYXNz\\r\\nAccept: a/b\\r\\n\" -i x", "-headers \"Authorization: Basic ••••••••\\r\\nAccept: a/b\\r\\n\" -i x"),
    ("-cookies 'a=b; path=/' -i x", "-cookies '••••••••' -i x"), ("-decryption_key 0123abcd -cryptokey 4567", "-decryption_key •••••••• -cryptokey ••••••••"),
    ("-user viewer:hunter2 -password hunter3", "-user viewer:•••••••• -password ••••••••"), ("-i x -f mpegts srt://h -streamid \(key)", "-i x -f mpegts srt://h -streamid ••••••••"),
    ("Bearer abcdef123456", "Bearer ••••••••"), ("Basic dXNlcjpwYXNz", "Basic ••••••••"), ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln", "••••••••"), ("X-Api-Key: abcdef123", "X-Api-Key: ••••••••"),
    ("https://h.example.com/?token=sk_live_\(key)${env:REST}", "https://h.example.com/?token=••••••••"),
  ])
  func masked(_ text: String, _ expected: String) { #expect(SecretSigns.masked(text) == expected) }

  @Test("what holds no secret stays as it is", arguments: [
    "rtmp://live.twitch.tv/app", "rtmp://127.0.0.1/live", "srt://127.0.0.1:9000", "rtmp://a.rtmp.example.com/live2", "udp://@239.1.1.1:1234",
    "rtmp://live.example.com/app/${env:KEY}", "rtmp://live.example.com/app/<STREAM_KEY>", "rtmp://origin.example.net/live/stadium",
    "rtmp://h.example.com/live/camera-1-studio-2-hd-1080p", "rtmp://h.example.com/live/MainStage2025Evening", "rtmp://h.example.com/live/news-20261126",
    "rtmp://h.example.com/live/CameraNorthStage_20261126", "mailto:ops@example.com/x", "contact:ops@example.com", "nginx:1.25@sha256:0123456789ab",
    "12:30@studio-1", "ops@example.com/x",
    "srt://h:9000?streamid=live/news", "srt://h:9000?streamid=#!::r=main-stage,m=publish", "srt://h:9000?streamid=publish:${env:KEY}",
    "https://h.example.com/?token=${env:TOKEN}", "https://h.example.com/?auth={token}", "https://h.example.com/?token=<TOKEN>", "https://u:${env:P}@h.example.com",
    "https://h.example.com/q7Zk2mWx9LpT4vBn/a.m3u8", "https://h.example.com/?keyframe=2&policy=abcdef&page=2", "s3://s3.example.com:9000/bucket/path",
    // Names of things, and what is public.
    "https://h.example.com/0f9c2b7e-1a2b-4c3d-8e9f-001122334455/manifest.ism/manifest(format=m3u8-cmaf)", "https://ep-x.uksouth.streaming.mediakind.com/0f9c2b7e-1a2b-4c3d-8e9f-001122334455/a.mpd",
    "https://www.youtube.com/channel/UCq7Zk2mWx9LpT4vBn8RcY6h", "https://www.youtube.com/UCq7Zk2mWx9LpT4vBn8RcY6h", "https://h.example.com/playlist/PLq7Zk2mWx9LpT4vBn8RcY6hDs12",
    "https://cdn.example.com/hls/seg-9f4c8a1e2b6d4e3f8a7c1d5b9e6f3a2c.m4s", "https://cdn.example.com/v/q7Zk2mWx9LpT4vBn8RcY6hDs/seg-1.ts", "https://stream.mux.com/q7Zk2mWx9LpT4vBn8RcY6hDs.m3u8",
    "https://cdn.example.com/9f4c8a1e2b6d4e3f8a7c1d5b9e6f3a2c/live", "https://h.example.com/assets/q7Zk2mWx9LpT4vBn8RcY6hDs", "https://app.tenbyte.com/streams/0f9c2b7e1a2b4c3d",
    "https://h.example.com/webhooks/live", "https://h.example.com/webhooks/123456789012345678", "https://hooks.example.com/streams/news", "https://hooks.slack.com/services/T000/B000/${env:SLACK}", "https://hooks.slack.com/services/T000/B000/<SLACK>",
    "https://discord.com/channels/123456789012345678/123456789012345678", "https://h.example.com/live/Main-Stage-2025-Evening-Session-1080p", "s3://b.example.com/q7Zk2mWx9LpT4vBn8RcY6hDs",
    "https://h.example.com/?code=200&lang=en", "https://h.example.com/?session=evening&pin=17&license=apache-2.0",
    "-pass 1 -keyint_min 25 -g 50", "-x264-params keyint=50:pass=1", "-re -stream_loop -1 -i input.mp4", "-user_agent 'Rung' -key_file /etc/ssl/a.key", "-key /etc/ssl/a.pem", "-passphrase ${env:P} -i x",
    "-passphrase \"$PASS\" -i x", "-passphrase <PASSPHRASE>", "-headers 'Accept: a/b' -i x", "-password -i x", "-headers 'Authorization: Bearer ${env:T}'", "Bearer authentication", "Basic authentication", "Basic MainStage", "Bearer <TOKEN>",
    "authorization: required", "the key: a story", "eyJ...", "eyJhbGciOi.", "Basic tier: 4 renditions", "-streamid 0:33", "x-pass-key: none",
    "a=b", "PATH=VALUE", "auth=true", "key=1", "https://[::1]:8080/x", "https://h.example.com:${env:PORT}/a@b",
  ])
  func kept(_ text: String) {
    #expect(SecretSigns.masked(text) == text)
    #expect(!SecretSigns.areIn(text))
  }

  @Test("a label is scheme, host and path", arguments: [
    ("srt://u:p@h.example.com:9000/x?passphrase=abcdef&mode=caller", "srt://h.example.com:9000/x"), ("720p", "720p"),
    ("rtmp://h.example.com/app/\(key)#a", "rtmp://h.example.com/app/••••••••"), ("https://${env:U}:${env:P}@h.example.com/a", "https://h.example.com/a"),
  ])
  func label(_ text: String, _ expected: String) { #expect(SecretSigns.label(text) == expected) }

  @Test func aSecretDoesNotPrintItself() {
    let secret = SecretText("hunter2hunter2")
    var dumped = ""
    dump(secret, to: &dumped)
    for text in ["\(secret)", String(describing: secret), String(reflecting: secret), dumped, "\([secret])", "\(Optional(secret) as Any)"] {
      #expect(!text.contains("hunter2"), "\(text)")
    }
    #expect("\(SecretText("${env:NAME}"))" == "${env:NAME}")
  }
}
