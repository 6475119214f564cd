import Testing

/// Playlists as services and packagers write them: written anew, with the features of public test streams.
struct PlaylistShape: Sendable, CustomTestStringConvertible {
  let name: String
  let files: [(name: String, text: String)]
  /// How many are found in what is listed.
  let renditions: Int
  /// Whether it also satisfies Apple's rules.
  let isApple: Bool

  var testDescription: String { name }

  private init(_ name: String, renditions: Int, isApple: Bool = false, _ files: [(String, String)]) {
    (self.name, self.renditions, self.isApple) = (name, renditions, isApple)
    self.files = files.map { ($0.0, "#EXTM3U\n" + $0.1 + "\n") }
  }

  // MARK: Parts

  /// A media playlist that has ended.
  private static func vod(_ address: (Int) -> String, count: Int = 4, duration: String = "6.00000", head: String = "", type: String = "#EXT-X-PLAYLIST-TYPE:VOD\n", target: Int = 6, end: String = "#EXT-X-ENDLIST") -> String {
    "#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:\(target)\n#EXT-X-MEDIA-SEQUENCE:0\n\(type)\(head)" + (0..<count).map { "#EXTINF:\(duration),\n\(address($0))\n" }.joined() + end
  }

  private static func variant(_ address: String, _ bandwidth: Int, _ average: Int, _ codecs: String, _ size: String?, _ rate: String? = "25.000", _ more: String = "") -> String {
    "#EXT-X-STREAM-INF:BANDWIDTH=\(bandwidth),AVERAGE-BANDWIDTH=\(average),CODECS=\"\(codecs)\"\(size.map { ",RESOLUTION=\($0)" } ?? "")\(rate.map { ",FRAME-RATE=\($0)" } ?? "")\(more)\n\(address)\n"
  }

  private static func audio(_ group: String, _ name: String, _ language: String, _ channels: String, _ address: String?, isDefault: Bool = false) -> String {
    "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"\(group)\",NAME=\"\(name)\",LANGUAGE=\"\(language)\",DEFAULT=\(isDefault ? "YES" : "NO"),AUTOSELECT=YES,CHANNELS=\"\(channels)\"\(address.map { ",URI=\"\($0)\"" } ?? "")\n"
  }

  // MARK: Multivariant

  private static let multivariant: [PlaylistShape] = [
    PlaylistShape(
      "languages", renditions: 4, isApple: true,
      [
        (
          "master.m3u8",
          "#EXT-X-VERSION:6\n#EXT-X-INDEPENDENT-SEGMENTS\n" + audio("aac", "English", "en", "2", "audio/en/index.m3u8", isDefault: true) + audio("aac", "Français, doublé", "fr", "2", "audio/fr/index.m3u8")
            + audio("aac", "日本語", "ja", "2", "audio/ja/index.m3u8")
            + "#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID=\"subs\",NAME=\"English\",DEFAULT=NO,AUTOSELECT=YES,FORCED=NO,LANGUAGE=\"en\",CHARACTERISTICS=\"public.accessibility.transcribes-spoken-dialog,public.accessibility.describes-music-and-sound\",URI=\"subs/en.m3u8\"\n"
            + "#EXT-X-MEDIA:TYPE=CLOSED-CAPTIONS,GROUP-ID=\"cc\",NAME=\"CC\",LANGUAGE=\"en\",INSTREAM-ID=\"CC1\",DEFAULT=YES\n"
            + variant("720p-high/index.m3u8", 4_300_000, 3_900_000, "avc1.64001f,mp4a.40.2", "1280x720", "25.000", ",AUDIO=\"aac\",SUBTITLES=\"subs\",CLOSED-CAPTIONS=\"cc\"")
            + variant("720p/index.m3u8", 3_300_000, 2_900_000, "avc1.64001f,mp4a.40.2", "1280x720", "25.000", ",AUDIO=\"aac\",SUBTITLES=\"subs\",CLOSED-CAPTIONS=\"cc\"")
            + variant("432p/index.m3u8", 1_300_000, 1_150_000, "avc1.64001e,mp4a.40.2", "768x432", "25.000", ",AUDIO=\"aac\",SUBTITLES=\"subs\",CLOSED-CAPTIONS=\"cc\"")
            + variant("234p/index.m3u8", 190_000, 170_000, "avc1.64000d,mp4a.40.2", "416x234", "25.000", ",AUDIO=\"aac\",SUBTITLES=\"subs\",CLOSED-CAPTIONS=\"cc\"")
        ),
        ("audio/en/index.m3u8", vod({ "en\($0).aac" })), ("audio/fr/index.m3u8", vod({ "fr\($0).aac" })), ("subs/en.m3u8", vod({ "en\($0).vtt" })),
        ("720p/index.m3u8", vod({ "\($0).ts" })), ("432p/index.m3u8", vod({ "\($0).ts" })), ("234p/index.m3u8", vod({ "\($0).ts" })),
      ]),
    PlaylistShape(
      "audio groups", renditions: 2,
      [
        (
          "master.m3u8",
          "#EXT-X-VERSION:6\n" + audio("stereo", "English", "en", "2", "a/stereo.m3u8", isDefault: true) + audio("surround", "English", "en", "6", "a/surround.m3u8", isDefault: true) + audio("atmos", "English", "en", "16/JOC", "a/atmos.m3u8", isDefault: true)
            + ["stereo", "surround", "atmos"].enumerated().map { index, group in
              let codec = ["mp4a.40.2", "ac-3", "ec-3"][index]
              return variant("v/1080.m3u8", 6_000_000 + index * 300_000, 5_000_000 + index * 300_000, "avc1.640028,\(codec)", "1920x1080", "23.976", ",AUDIO=\"\(group)\"")
                + variant("v/540.m3u8", 2_000_000 + index * 300_000, 1_800_000 + index * 300_000, "avc1.64001f,\(codec)", "960x540", "23.976", ",AUDIO=\"\(group)\"")
            }.joined()
        ), ("v/1080.m3u8", vod({ "1080-\($0).m4s" }, head: "#EXT-X-MAP:URI=\"1080.mp4\"\n")), ("v/540.m3u8", vod({ "540-\($0).m4s" }, head: "#EXT-X-MAP:URI=\"540.mp4\"\n")),
      ]),
    PlaylistShape(
      "keyframe playlists", renditions: 2, isApple: true,
      [
        (
          "main.m3u8",
          "#EXT-X-VERSION:4\n#EXT-X-INDEPENDENT-SEGMENTS\n" + variant("hi/prog_index.m3u8", 2_200_000, 2_000_000, "avc1.64001f,mp4a.40.2", "960x540", "29.970") + variant("lo/prog_index.m3u8", 190_000, 170_000, "avc1.64000d,mp4a.40.2", "416x234", "29.970")
            + "#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=190000,AVERAGE-BANDWIDTH=160000,CODECS=\"avc1.64001f\",RESOLUTION=960x540,URI=\"hi/iframe_index.m3u8\"\n#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=90000,RESOLUTION=416x234,CODECS=\"avc1.64000d\",URI=\"lo/iframe_index.m3u8\""
        ), ("hi/prog_index.m3u8", vod({ "file\($0).ts" }, duration: "6.006")), ("lo/prog_index.m3u8", vod({ "file\($0).ts" }, duration: "6.006")),
        (
          "hi/iframe_index.m3u8",
          "#EXT-X-TARGETDURATION:6\n#EXT-X-VERSION:4\n#EXT-X-MEDIA-SEQUENCE:0\n#EXT-X-PLAYLIST-TYPE:VOD\n#EXT-X-I-FRAMES-ONLY\n" + (0..<6).map { "#EXTINF:\($0 == 5 ? "4.004" : "2.002"),\n#EXT-X-BYTERANGE:\(9400 + $0)@\(376 + $0 * 300_000)\nfile0.ts\n" }.joined() + "#EXT-X-ENDLIST"
        ),
      ]),
    PlaylistShape(
      "redundancy and steering", renditions: 3,
      [
        (
          "index.m3u8",
          "#EXT-X-VERSION:7\n#EXT-X-CONTENT-STEERING:SERVER-URI=\"/steering?video=00012\",PATHWAY-ID=\"CDN-A\"\n"
            + ["a", "b"].map { cdn in
              let pathway = ",PATHWAY-ID=\"CDN-\(cdn.uppercased())\",STABLE-VARIANT-ID=\"v\""
              return variant("https://\(cdn).example.com/live/1080p.m3u8", 5_500_000, 5_000_000, "avc1.640028,mp4a.40.2", "1920x1080", "50.000", pathway)
                + variant("https://\(cdn).example.com/live/720p.m3u8", 3_300_000, 3_000_000, "avc1.640020,mp4a.40.2", "1280x720", "50.000", pathway)
            }.joined() + variant("https://a.example.com/live/audio.m3u8", 140_000, 130_000, "mp4a.40.2", nil, nil)
        ), ("1080p.m3u8", vod({ "\($0).ts" })),
      ]),
    PlaylistShape(
      "HDR", renditions: 4,
      [
        (
          "hdr.m3u8",
          "#EXT-X-VERSION:8\n#EXT-X-INDEPENDENT-SEGMENTS\n" + audio("a", "English", "en", "2", "a.m3u8")
            + variant("sdr.m3u8", 6_500_000, 5_800_000, "hvc1.2.4.L123.B0,mp4a.40.2", "1920x1080", "23.976", ",VIDEO-RANGE=SDR,HDCP-LEVEL=TYPE-0,AUDIO=\"a\"")
            + variant("hdr10.m3u8", 7_500_000, 6_800_000, "hvc1.2.4.L123.B0,mp4a.40.2", "1920x1080", "23.976", ",VIDEO-RANGE=PQ,HDCP-LEVEL=TYPE-1,AUDIO=\"a\"")
            + variant("dovi.m3u8", 7_800_000, 6_900_000, "dvh1.05.06,mp4a.40.2", "1920x1080", "23.976", ",VIDEO-RANGE=PQ,AUDIO=\"a\"")
            + variant("hlg.m3u8", 7_600_000, 6_700_000, "hvc1.2.20000000.L123.B0,mp4a.40.2", "1920x1080", "23.976", ",VIDEO-RANGE=HLG,SUPPLEMENTAL-CODECS=\"dvh1.08.07/db4h\",REQ-VIDEO-LAYOUT=\"CH-STEREO/PROJ-HEQU,CH-MONO\",SCORE=2.5,AUDIO=\"a\"")
        ),
      ]),
    PlaylistShape(
      "audio alone", renditions: 2, isApple: true,
      [
        (
          "radio.m3u8",
          "#EXT-X-VERSION:3\n" + variant("128.m3u8", 140_000, 133_000, "mp4a.40.2", nil, nil) + variant("64.m3u8", 66_000, 62_000, "mp4a.40.5", nil, nil) + "#EXT-X-SESSION-DATA:DATA-ID=\"com.example.title\",LANGUAGE=\"en\",VALUE=\"Radio, all day\""
        ), ("128.m3u8", vod({ "128/\($0).aac" })), ("64.m3u8", vod({ "64/\($0).aac" })),
      ]),
    PlaylistShape(
      "little is said", renditions: 2,
      [("index.M3U8", "#EXT-X-STREAM-INF:PROGRAM-ID=1,BANDWIDTH=1280000\nlow/Index.M3U8?token=a=b,c&u=https://x.example.com/y\n#EXT-X-STREAM-INF:PROGRAM-ID=1, BANDWIDTH=2560000, NAME=\"HD\"\n/top/mid.m3u8\n"), ("low/Index.M3U8", vod({ "\($0).TS" }))]),
    PlaylistShape(
      "variables", renditions: 1,
      [
        (
          "main.m3u8",
          "#EXT-X-VERSION:8\n#EXT-X-DEFINE:NAME=\"path\",VALUE=\"720p\"\n#EXT-X-DEFINE:NAME=\"auth\",VALUE=\"?a=1&b=2\"\n#EXT-X-DEFINE:QUERYPARAM=\"user\"\n"
            + variant("{$path}/index.m3u8{$auth}", 3_300_000, 2_900_000, "avc1.64001f,mp4a.40.2", "1280x720")
        ), ("720p/index.m3u8", vod({ "{$base}/\($0).ts{$auth}" }, head: "#EXT-X-DEFINE:IMPORT=\"auth\"\n#EXT-X-DEFINE:NAME=\"base\",VALUE=\"s\"\n").replacing("#EXT-X-VERSION:7", with: "#EXT-X-VERSION:8")),
      ]),
    PlaylistShape(
      "session keys", renditions: 1,
      [
        (
          "drm.m3u8",
          "#EXT-X-VERSION:6\n#EXT-X-SESSION-KEY:METHOD=SAMPLE-AES,URI=\"skd://example.com/key?id=1\",KEYFORMAT=\"com.apple.streamingkeydelivery\",KEYFORMATVERSIONS=\"1\"\n#EXT-X-START:TIME-OFFSET=-12.5,PRECISE=YES\n"
            + variant("v.m3u8", 3_300_000, 2_900_000, "avc1.64001f,mp4a.40.2", "1280x720")
        ),
        (
          "v.m3u8",
          vod({ "\($0).m4s" }, head: "#EXT-X-KEY:METHOD=SAMPLE-AES-CTR,URI=\"data:text/plain;base64,AAAA\",KEYID=0x00112233445566778899AABBCCDDEEFF,KEYFORMAT=\"urn:uuid:edef8ba9-79d6-4ace-a3c8-27dcd51d21ed\",KEYFORMATVERSIONS=\"1/2\"\n#EXT-X-KEY:METHOD=SAMPLE-AES,URI=\"skd://example.com/key?id=1\",KEYFORMAT=\"com.apple.streamingkeydelivery\",IV=0x0123456789ABCDEF0123456789ABCDEF\n#EXT-X-MAP:URI=\"init.mp4\"\n")
        ),
      ]),
  ]

  // MARK: Media

  private static func live(_ name: String, isApple: Bool = false, _ text: String) -> PlaylistShape { PlaylistShape(name, renditions: 1, isApple: isApple, [("live.m3u8", text)]) }

  private static let media: [PlaylistShape] = [
    live(
      "discontinuities",
      "#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:10\n#EXT-X-MEDIA-SEQUENCE:2680\n#EXT-X-DISCONTINUITY-SEQUENCE:4\n#EXTINF:9.009,\nmain-2680.ts\n#EXTINF:9.009,\nmain-2681.ts\n#EXT-X-DISCONTINUITY\n#EXTINF:10,advertisement, one\nad-1.ts\n#EXTINF:5,advertisement, two\nad-2.ts\n#EXT-X-DISCONTINUITY\n#EXTINF:9.009,\nmain-2682.ts"),
    live(
      "keys that rotate",
      "#EXT-X-VERSION:3\n#EXT-X-MEDIA-SEQUENCE:7794\n#EXT-X-TARGETDURATION:15\n#EXT-X-KEY:METHOD=AES-128,URI=\"https://priv.example.com/key.php?r=52\"\n#EXTINF:2.833,\nhttps://media.example.com/a52-1.ts\n#EXTINF:15.0,\nhttps://media.example.com/a52-2.ts\n#EXT-X-KEY:METHOD=AES-128,URI=\"https://priv.example.com/key.php?r=53\",IV=0X1\n#EXTINF:15.0,\nhttps://media.example.com/a53-1.ts\n#EXT-X-KEY:METHOD=NONE\n#EXTINF:13.333,\n//media.example.com/a54.ts"),
    live(
      "byte ranges", isApple: true,
      "#EXT-X-TARGETDURATION:6\n#EXT-X-VERSION:7\n#EXT-X-MEDIA-SEQUENCE:0\n#EXT-X-PLAYLIST-TYPE:VOD\n#EXT-X-INDEPENDENT-SEGMENTS\n#EXT-X-MAP:URI=\"main.mp4\",BYTERANGE=\"719@0\"\n#EXTINF:6.00000,\n#EXT-X-BYTERANGE:1508000@719\nmain.mp4\n#EXTINF:6.00000,\n#EXT-X-BYTERANGE:1510244\nmain.mp4\n#EXT-X-BYTERANGE:1499087@3018963\n#EXTINF:6.00000,\t\nmain.mp4\n#EXTINF:3.16667,\n#EXT-X-BYTERANGE:700000\nmain.mp4\n#EXT-X-ENDLIST"),
    live(
      "date ranges",
      "#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:6\n#EXT-X-MEDIA-SEQUENCE:100\n#EXT-X-PROGRAM-DATE-TIME:2026-11-27T23:59:54.000+01:00\n#EXT-X-DATERANGE:ID=\"splice-6FFFFFF0\",START-DATE=\"2026-11-27T22:59:54Z\",PLANNED-DURATION=12.0,SCTE35-OUT=0xFC002F0000000000FF000014056FFFFFF000E011622DCAFF000052636200000000000A0008029896F50000008700000000,X-COM-EXAMPLE-N=0.5\n#EXTINF:6.0,\n100.ts\n#EXTINF:6.0,\n101.ts\n#EXT-X-DATERANGE:ID=\"splice-6FFFFFF0\",DURATION=12.001,SCTE35-IN=0xFC002A0000000000FF00000F056FFFFFF000401162802E6100000000000A0008029896F50000008700000000,END-ON-NEXT=NO\n#EXT-X-PROGRAM-DATE-TIME:2026-11-28T00:00:06.000+0100\n#EXTINF:6.0,\n102.ts"),
    live(
      "gaps and rates",
      "#EXT-X-VERSION:8\n#EXT-X-TARGETDURATION:4\n#EXT-X-MEDIA-SEQUENCE:18446744073709551615\n#EXT-X-BITRATE:1210\n#EXTINF:4.000000,\n1.m4s\n#EXT-X-GAP\n#EXTINF:4.000000,\n2.m4s\n#EXT-X-BITRATE:980\n#EXTINF:4.000000,\n3.m4s"
        .replacing("#EXTINF:4.000000,\n1.m4s", with: "#EXT-X-MAP:URI=\"init.mp4\"\n#EXTINF:4.000000,\n1.m4s").replacing("18446744073709551615", with: "1764237600000000000")),
    live(
      "low latency",
      "#EXT-X-TARGETDURATION:4\n#EXT-X-VERSION:9\n#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=1.2,CAN-SKIP-UNTIL=24.0\n#EXT-X-PART-INF:PART-TARGET=0.40000\n#EXT-X-MEDIA-SEQUENCE:266\n#EXT-X-PROGRAM-DATE-TIME:2026-11-27T10:00:00.000Z\n#EXT-X-MAP:URI=\"init.mp4\"\n#EXTINF:4.00008,\nfile266.mp4\n#EXTINF:4.00008,\nfile267.mp4\n"
        + (268...271).map { number in
          (0..<10).map { "#EXT-X-PART:DURATION=0.40000,URI=\"file\(number).mp4\",BYTERANGE=\"\(20_000 + $0)@\($0 * 21_000)\"\($0 == 0 ? ",INDEPENDENT=YES" : "")\n" }.joined() + "#EXTINF:4.00000,\nfile\(number).mp4\n"
        }.joined()
        + "#EXT-X-PART:DURATION=0.4,INDEPENDENT=YES,URI=\"filePart272.a.mp4\"\n#EXT-X-PART:DURATION=0.33,URI=\"filePart272.b.mp4\"\n#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"filePart272.c.mp4\",BYTERANGE-START=0\n#EXT-X-RENDITION-REPORT:URI=\"../1M/waitForMSN.m3u8\",LAST-MSN=272,LAST-PART=1\n#EXT-X-RENDITION-REPORT:URI=\"../4M/waitForMSN.m3u8\",LAST-MSN=272,LAST-PART=1"),
    live(
      "delta update",
      "#EXT-X-VERSION:9\n#EXT-X-TARGETDURATION:4\n#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,CAN-SKIP-UNTIL=24,PART-HOLD-BACK=1.0\n#EXT-X-PART-INF:PART-TARGET=0.33334\n#EXT-X-MEDIA-SEQUENCE:266\n#EXT-X-SKIP:SKIPPED-SEGMENTS=3,RECENTLY-REMOVED-DATERANGES=\"a\tb\"\n#EXTINF:4.00008,\nfile269.m4s\n#EXTINF:4.00008,\nfile270.m4s\n#EXT-X-PART:DURATION=0.33334,URI=\"filePart271.0.m4s\""
        .replacing("\t", with: " ")),
    live(
      "event", "#EXT-X-PLAYLIST-TYPE:EVENT\n#EXT-X-VERSION:3\n#EXT-X-ALLOW-CACHE:NO\n#EXT-X-TARGETDURATION:6\n#EXT-X-MEDIA-SEQUENCE:1\n#EXTINF:6,\n1.ts\n#EXTINF:6\n2.ts\n#EXTINF:6,Live, with a title\n3.ts?token=exp=1~acl=/*~hmac=ab\n#EXTINF:6.,\n4.ts\n#EXTINF:.9,\n5.ts"),
    live(
      "an ended live playlist", "#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:2\n#EXT-X-MEDIA-SEQUENCE:90071\n#EXT-X-DISCONTINUITY-SEQUENCE:1\n#EXTINF:2.000,\nseg-90071.ts\n#EXTINF:2.000,\nseg-90072.ts\n#EXTINF:0.480,\nseg-90073.ts\n#EXT-X-ENDLIST"),
    live(
      "advertisement tags",
      "#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:6\n#EXT-X-MEDIA-SEQUENCE:10\n#EXT-X-CUE-OUT:12.0\n#EXT-OATCLS-SCTE35:/DAlAAAAAAAAAP/wFAUAAAABf+/+c2nALv4AUsz1AAAAAAAKAAhDVUVJAAABNWLbowo=\n#EXT-X-ASSET:CAID=0x0000000020FB6501\n#EXTINF:6.0,\n10.ts\n#EXT-X-CUE-OUT-CONT:6.0/12.0\n#EXTINF:6.0,\n11.ts\n#EXT-X-CUE-IN\n#EXTINF:6.0,\n12.ts"),
    live("seconds only", "#EXT-X-TARGETDURATION:11\n#EXTINF:11,\nhttp://media.example.com/1.ts\n#EXTINF:11,\nhttp://media.example.com/2.ts\n#EXTINF:3,\nhttp://media.example.com/3.ts\n#EXT-X-ENDLIST"),
    live(
      "times of many forms",
      "#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:2\n#EXT-X-MEDIA-SEQUENCE:3\n"
        + ["2026-11-27T10:00:00.000Z", "2026-11-27T11:00:02+01:00", "2026-11-27T11:00:04.000+0100", "2026-11-27T11:00:06.0+01", "2026-11-27T10:00:08.000000", "2026-11-27T04:30:10,000-05:30", "20261127T100012Z"].enumerated().map { "#EXT-X-PROGRAM-DATE-TIME:\($1)\n#EXTINF:2.0,\n\($0 + 3).ts\n" }.joined()),
  ]

  static let all = multivariant + media
}
