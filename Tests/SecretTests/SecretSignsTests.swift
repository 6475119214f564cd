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
    ("srt://h:9710?streamid=#!::r=live/9f4c8a1e-2b6d-4e3f-8a7c-1d5b9e6f3a2c,m=publish", "srt://h:9710?streamid=#!::r=live/••••••••,m=publish"),
    ("srt://h:9710?streamid=publish:news:token=abcdef&latency=2", "srt://h:9710?streamid=publish:news:token=••••••••&latency=2"),
    ("srt://h:9710?streamid=%23!%3A%3Ar%3D\(key)%2Cm%3Dpublish", "srt://h:9710?streamid=%23!%3A%3Ar%3D••••••••%2Cm%3Dpublish"),
    ("see `https://h.example.com/?token=abcdef` (or https://h.example.com/?key=abcdef), twice", "see `https://h.example.com/?token=••••••••` (or https://h.example.com/?key=••••••••), twice"),
    ("{url: https://h.example.com/?token=abcdef, x: 1}", "{url: https://h.example.com/?token=••••••••, x: 1}"),
    ("rtmp://h .example.com/app?key=abcdef", "rtmp://h .example.com/app?key=••••••••"),
    ("https://h.example.com/?token=sk_live_\(key)${env:REST}", "https://h.example.com/?token=••••••••"),
  ])
  func masked(_ text: String, _ expected: String) { #expect(SecretSigns.masked(text) == expected) }

  @Test("what holds no secret stays as it is", arguments: [
    "rtmp://live.twitch.tv/app", "rtmp://127.0.0.1/live", "srt://127.0.0.1:9000", "rtmp://a.rtmp.example.com/live2", "udp://@239.1.1.1:1234",
    "rtmp://live.example.com/app/${env:KEY}", "rtmp://live.example.com/app/<STREAM_KEY>", "rtmp://origin.example.net/live/stadium",
    "rtmp://h.example.com/live/camera-1-studio-2-hd-1080p", "rtmp://h.example.com/live/MainStage2025Evening", "rtmp://h.example.com/live/news-20261126",
    "srt://h:9000?streamid=live/news", "srt://h:9000?streamid=#!::r=main-stage,m=publish", "srt://h:9000?streamid=publish:${env:KEY}",
    "https://h.example.com/?token=${env:TOKEN}", "https://h.example.com/?auth={token}", "https://h.example.com/?token=<TOKEN>", "https://u:${env:P}@h.example.com",
    "https://h.example.com/q7Zk2mWx9LpT4vBn/a.m3u8", "https://h.example.com/?keyframe=2&policy=abcdef&page=2", "s3://s3.example.com:9000/bucket/path",
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
