import RungSource
import RungSpec
import Testing

/// Every quantity: what is read, what is refused and why, and that what Rung writes reads as the same thing.
@Suite struct UnitTests {
  @Test("bitrates", arguments: [
    ("3000k", 3_000_000), ("3000 kbps", 3_000_000), ("3.5M", 3_500_000), ("3.5 Mbps", 3_500_000), ("128000 bps", 128_000),
    ("1G", 1_000_000_000), ("0.5k", 500), ("128 kbit/s", 128_000),
  ])
  func bitrate(_ text: String, _ bits: Int64) throws {
    #expect(try read(Bitrate.self, text).bitsPerSecond == bits)
  }

  @Test("no bitrates", arguments: ["3000", "3 megs", "3m", "3MB/s", "-3k", "k", "", "3,000k", "1_000k", "0.0001k", "99999999999999999999k", "9e9k", "0k", "0 bps"])
  func noBitrate(_ text: String) { refuse(Bitrate.self, text) }

  @Test("bits that are no whole kilobits say so")
  func kilobits() {
    #expect(Bitrate(bitsPerSecond: 128_500).kilobits == nil)
    #expect(Bitrate(bitsPerSecond: 128_000).kilobits == 128)
    #expect(BufferSize(bits: 500).kilobits == nil)
  }

  @Test("buffers", arguments: [("6000k", 6_000_000), ("6M", 6_000_000), ("6000 kbit", 6_000_000), ("500 bit", 500)])
  func buffer(_ text: String, _ bits: Int64) throws {
    #expect(try read(BufferSize.self, text).bits == bits)
  }

  @Test("no buffers", arguments: ["6000", "6000 kbps", "6 MB", "", "k"])
  func noBuffer(_ text: String) { refuse(BufferSize.self, text) }

  @Test("durations", arguments: [
    ("2s", Rational(2)), ("500ms", Rational(1, 2)), ("1h30m", Rational(5400)), ("1h 30m", Rational(5400)), ("4h", Rational(14400)),
    ("7d", Rational(604_800)), ("2.002s", Rational(1001, 500)), ("90 min", Rational(5400)), ("PT2S", Rational(2)),
    ("PT1H30M", Rational(5400)), ("P1DT1H", Rational(90000)), ("P1W", Rational(604_800)), ("PT0.5S", Rational(1, 2)), ("0s", Rational(0)),
  ])
  func seconds(_ text: String, _ value: Rational?) throws {
    #expect(try read(Seconds.self, text).value == value)
  }

  @Test("no durations", arguments: ["2", "soon", "30m1h", "1h1h", "-2s", "P", "PT", "P1Y", "P1M", "PT1S1H", "1:30", "", "s", "2 seconds"])
  func noSeconds(_ text: String) { refuse(Seconds.self, text) }

  @Test("ISO 8601 has hours, not days", arguments: [("7d", "PT168H"), ("90m", "PT1H30M"), ("2s", "PT2S")])
  func iso8601(_ text: String, _ iso: String) throws {
    #expect(try read(Seconds.self, text).iso8601 == iso)
  }

  @Test("frame rates", arguments: [
    ("25", Rational(25)), ("29.97", Rational(30000, 1001)), ("30000/1001", Rational(30000, 1001)), ("23.98", Rational(24000, 1001)),
    ("23.976", Rational(24000, 1001)), ("59.94", Rational(60000, 1001)), ("12.5", Rational(25, 2)), ("25 fps", Rational(25)),
    ("50fps", Rational(50)), ("60/2", Rational(30)), ("29.970", Rational(30000, 1001)), ("29.97003", Rational(30000, 1001)),
    ("29.97002997002997", Rational(30000, 1001)), ("29.97 fps", Rational(30000, 1001)), ("59.940", Rational(60000, 1001)), ("59.94006", Rational(60000, 1001)),
    ("23.9760", Rational(24000, 1001)), ("14.99", Rational(15000, 1001)), ("119.88011988011988", Rational(120_000, 1001)), ("47.95", Rational(48000, 1001)),
    ("24.0", Rational(24)), ("30.0", Rational(30)), ("60.0", Rational(60)), ("60.00", Rational(60)), ("25.00", Rational(25)),
    ("23.97", Rational(2397, 100)), ("29.98", Rational(2998, 100)), ("59.9", Rational(599, 10)), ("2997/100", Rational(2997, 100)), ("1499/100", Rational(1499, 100)),
  ])
  func frameRate(_ text: String, _ value: Rational?) throws {
    #expect(try read(FrameRate.self, text).value == value)
  }

  @Test("a rate next to an NTSC rate is asked about, with both that may be meant", arguments: [
    ("23.97", "24000/1001", "24"), ("29.98", "30000/1001", "30"), ("59.9", "60000/1001", "60"), ("29.9", "30000/1001", "30"), ("59.95", "60000/1001", "60"),
    ("30.01", "30000/1001", "30"), ("2997/100", "30000/1001", "30"), ("119.8", "120000/1001", "120"),
  ])
  func doubtful(_ text: String, _ ntsc: String, _ whole: String) throws {
    guard case .doubtful(_, let doubt) = FrameRate.parse(text) else {
      Issue.record("`\(text)` is taken in silence")
      return
    }
    #expect(doubt.replacements == [ntsc, whole])
    for replacement in doubt.replacements {
      guard case .value = FrameRate.parse(replacement) else { Issue.record("`\(replacement)` is not taken"); continue }
    }
  }

  @Test("other rates are not", arguments: ["12.5", "6.25", "27.5", "24.5", "25", "50", "29.5", "25/2", "15/2", "100", "144"])
  func plain(_ text: String) {
    guard case .value = FrameRate.parse(text) else { Issue.record("`\(text)` is not taken as it stands"); return }
  }

  @Test("no frame rates", arguments: ["0", "-25", "25p", "", "30000/", "/1001", "30/0", "1/2/3", "fps", "25i"])
  func noFrameRate(_ text: String) { refuse(FrameRate.self, text) }

  @Test("sample rates", arguments: [("48 kHz", 48000), ("44.1 kHz", 44100), ("44100 Hz", 44100), ("48kHz", 48000), ("22.05 kHz", 22050)])
  func sampleRate(_ text: String, _ hertz: Int) throws {
    #expect(try read(SampleRate.self, text).hertz == hertz)
  }

  @Test("no sample rates", arguments: ["48000", "48", "48 k", "0 Hz", "44.1", "0.0001 kHz", ""])
  func noSampleRate(_ text: String) { refuse(SampleRate.self, text) }

  @Test("resolutions", arguments: [("1920x1080", 1920, 1080), ("1x1", 1, 1), ("99999x99999", 99999, 99999), ("1080x1920", 1080, 1920)])
  func resolution(_ text: String, _ width: Int, _ height: Int) throws {
    let value = try read(Resolution.self, text)
    #expect((value.width, value.height) == (width, height))
  }

  @Test("no resolutions", arguments: ["1080p", "4k", "1920X1080", "1920×1080", "1920 x 1080", "0x1080", "1920x", "x1080", "100000x1", "1.5x2", "1920x1080x3", ""])
  func noResolution(_ text: String) { refuse(Resolution.self, text) }

  // MARK: Near misses

  @Test("what people write elsewhere is one fault with one mend, which reads", arguments: [
    ("1080p", "1920x1080"), ("1920X1080", "1920x1080"), ("1920×1080", "1920x1080"), ("1920 x 1080", "1920x1080"), ("1920*1080", "1920x1080"),
    ("1920:1080", "1920x1080"), ("1920x1080p", "1920x1080"), ("1920x1080@30", "1920x1080"), ("1080p60", "1920x1080"), ("1080i", "1920x1080"),
    ("720P", "1280x720"), ("480p", "854x480"), ("240p", "426x240"), ("1080", "1920x1080"), ("Full HD", "1920x1080"), ("4K", "3840x2160"), ("1920 by 1080 pixels", "1920x1080"),
  ])
  func resolutions(_ text: String, _ meant: String) throws { try mends(Resolution.self, text, meant) }

  @Test("bitrates", arguments: [
    ("3 Mbit", "3M"), ("3 mbit", "3M"), ("3mbps", "3M"), ("3m", "3M"), ("3 megs", "3M"), ("3,000k", "3000k"), ("3_000k", "3000k"), ("3 000k", "3000k"), ("3,5 Mbps", "3.5 Mbps"),
    ("3.5 Mbits/s", "3.5M"), ("3000 kbits", "3000k"), ("3000kb", "3000k"), ("3000 Kbit/s", "3000k"), ("128 kilobits per second", "128k"), ("500 bits/s", "500 bps"),
    ("1.5 megabits", "1.5M"), (".5M", "0.5M"), ("3MB/s", "24M"), ("16 kB/s", "128k"), ("3\u{A0}Mbps", "3 Mbps"), ("~3M", "3M"), ("3 Mbit.", "3M"), ("3 megabts", "3M"),
  ])
  func bitrates(_ text: String, _ meant: String) throws { try mends(Bitrate.self, text, meant) }

  @Test("buffers", arguments: [("6000 kbps", "6000k"), ("6 Mb", "6M"), ("6 megabits", "6M"), ("6000 kilobits", "6000k"), ("6,000k", "6000k"), ("2 MB", "16M"), ("6m", "6M")])
  func buffers(_ text: String, _ meant: String) throws { try mends(BufferSize.self, text, meant) }

  @Test("durations", arguments: [
    ("4 hours", "4h"), ("4hrs", "4h"), ("4 Hours", "4h"), ("4H", "4h"), ("2 sec", "2s"), ("2 seconds", "2s"), ("2S", "2s"), ("500 milliseconds", "500ms"), ("500 msec", "500ms"),
    ("500 MS", "500ms"), ("30 mins", "30m"), ("1 hour 30 minutes", "1h30m"), ("1 hour and 30 minutes", "1h30m"), ("2 days", "2d"), ("1 week", "7d"), ("2,5s", "2.5s"),
    ("pt2s", "PT2S"), ("01:30:00", "1h30m"), ("0:30", "30s"), (".5s", "0.5s"), ("2 secnds", "2s"),
  ])
  func durations(_ text: String, _ meant: String) throws { try mends(Seconds.self, text, meant) }

  @Test("frame rates", arguments: [
    ("25p", "25"), ("30 FPS", "30"), ("30 frames/s", "30"), ("30 Hz", "30"), ("29,97", "29.97"), ("30000:1001", "30000/1001"), ("30000 / 1001", "30000/1001"), ("30/1.001", "30000/1001"),
    ("ntsc", "30000/1001"), ("PAL", "25"), ("50i", "25"), ("25i", "25"), ("30 frames per second", "30"),
  ])
  func frameRates(_ text: String, _ meant: String) throws { try mends(FrameRate.self, text, meant) }

  @Test("sample rates", arguments: [("48k", "48 kHz"), ("48 K", "48 kHz"), ("48 KHZ", "48 kHz"), ("44,1 kHz", "44.1 kHz"), ("44100 hertz", "44100 Hz"), ("48,000 Hz", "48000 Hz")])
  func sampleRates(_ text: String, _ meant: String) throws { try mends(SampleRate.self, text, meant) }

  @Test("where two things may be meant both are said, and both read")
  func ambiguous() throws {
    guard case .fault(let clock) = Seconds.parse("1:30"), case .fault(let bytes) = Bitrate.parse("3 MB"), case .fault(let bare) = Bitrate.parse("3000") else {
      Issue.record("one of them is read")
      return
    }
    #expect(clock.replacements == ["1h30m", "1m30s"])
    #expect(bytes.replacements == ["3M", "24M"])
    for text in clock.replacements { #expect(value(Seconds.self, text) != nil) }
    for text in bytes.replacements + bare.replacements { #expect(value(Bitrate.self, text) != nil) }
  }

  @Test("nothing is proposed that is refused: a half of a bit per second, no bitrate at all")
  func readableProposals() {
    for digits in ["0", "00", "0.0", "1.5", "0.0001", "12", "48000", "99999999999999"] {
      for unit in ["", "m", "kBps", "MB/s", "kB", "MB", "kbps", "bps", "frames", "i", " weeks", "p"] { proposes(digits + unit) }
    }
    #expect(fault(Bitrate.self, "0")?.message == "is not above zero; a bitrate must be")
    for text in ["0", "0.0"] { #expect(fault(Seconds.self, text)?.replacements == []) }
    for text in ["0", "0 kB", "0 kbps"] { #expect(fault(BufferSize.self, text)?.replacements == []) }
    #expect(fault(Seconds.self, "0 frames")?.help == "use a form such as `2s`, `500ms`, `1h30m` or `PT2S`")
    #expect(fault(Bitrate.self, "1.5")?.help == "write `1.5k` (kbps) or `1.5M` (Mbps)")
  }

  private func proposes(_ text: String) {
    func check<Value: UnitValue>(_ type: Value.Type) {
      for replacement in fault(type, text)?.replacements ?? [] { #expect(fault(type, replacement) == nil, "\(type.noun): `\(text)` proposes `\(replacement)`") }
    }
    check(Bitrate.self)
    check(BufferSize.self)
    check(SampleRate.self)
    check(Seconds.self)
    check(FrameRate.self)
    check(Resolution.self)
  }

  private func fault<Value: UnitValue>(_ type: Value.Type, _ text: String) -> UnitFault? { if case .fault(let fault) = type.parse(text) { fault } else { nil } }

  @Test("long and odd texts end", arguments: [String(repeating: "+", count: 100_000), String(repeating: "3,", count: 50_000), String(repeating: ". ", count: 20), "+ + + + 3k", "\u{300}3k", "３k", "3\u{1F469}\u{200D}k"])
  func hostile(_ text: String) {
    refuse(Bitrate.self, text)
    refuse(Seconds.self, text)
    refuse(FrameRate.self, text)
    refuse(Resolution.self, text)
  }

  /// One replacement, which reads, and which the help names.
  private func mends<Value: UnitValue>(_ type: Value.Type, _ text: String, _ meant: String) throws {
    guard case .fault(let fault) = Value.parse(text) else {
      Issue.record("`\(text)` is read as \(type.noun)")
      return
    }
    #expect(fault.replacements.count == 1, "\(text): \(fault.help)")
    let replacement = try #require(fault.replacements.first)
    #expect(value(type, replacement) == value(type, meant), "\(text): \(replacement)")
    #expect(fault.help.contains("`\(replacement)`"), "\(text): \(fault.help)")
  }

  @Test("address ranges", arguments: [
    ("203.0.113.0/24", "203.0.113.0", 24, false), ("203.0.113.7/24", "203.0.113.7", 24, true), ("203.0.113.7", "203.0.113.7", 32, false),
    ("0.0.0.0/0", "0.0.0.0", 0, false), ("128.0.0.0/0", "128.0.0.0", 0, true), ("203.0.113.7/32", "203.0.113.7", 32, false),
  ])
  func addressRange(_ text: String, _ address: String, _ prefix: Int, _ hasHostBits: Bool) throws {
    let range = try #require(AddressRange(text))
    #expect(range.addressText == address)
    #expect(range.prefix == prefix)
    #expect(range.hasHostBits == hasHostBits)
  }

  @Test("no address ranges", arguments: ["", "203.0.113", "203.0.113.256", "203.0.113.0/33", "203.0.113.0/", "203.0.113.0/+8", "::1", "a.b.c.d", "1.2.3.4.5", "1..2.3", "0001.2.3.4"])
  func noAddressRange(_ text: String) {
    #expect(AddressRange(text) == nil)
  }

  @Test("secrets", arguments: [
    ("${env:KEY}", SecretText.Kind.environment("KEY")), ("<STREAM_KEY>", .placeholder("STREAM_KEY")), ("hunter2", .literal), ("${env:}", .literal),
    ("${env:1A}", .literal), ("${KEY}", .literal), ("<two words>", .literal), ("", .literal),
  ])
  func secret(_ text: String, _ kind: SecretText.Kind) {
    #expect(SecretText(text).kind == kind)
  }

  @Test("URLs are taken apart")
  func url() throws {
    let url = try #require(StreamURL("SRT://user:pw@origin.example.com:9000/live?streamid=a#b"))
    #expect(url.scheme == "srt")
    #expect(url.userInfo == "user:pw")
    #expect(url.host == "origin.example.com")
    #expect(url.port == 9000)
    #expect(url.path == "/live")
    #expect(url.query == "streamid=a")
    #expect(StreamURL("udp://@:1234")?.host == "")
    #expect(StreamURL("rtmp://[2001:db8::1]:1935/a")?.host == "2001:db8::1")
  }

  @Test("references stand in any part of a URL, and divide nothing", arguments: [
    ("rtmp://${env:HOST}/app", "${env:HOST}", nil, "/app", "${env:HOST}", false),
    ("rtmp://${env:HOST}:1935/app", "${env:HOST}", 1935, "/app", "${env:HOST}:1935", false),
    ("srt://${env:HOST}:${env:PORT}", "${env:HOST}", nil, "", "${env:HOST}:${env:PORT}", false),
    ("srt://a.example.com:${env:PORT}?mode=${env:M}", "a.example.com", nil, "", "a.example.com:${env:PORT}", true),
    ("srt://a.example.com:90${env:P}/${env:X}", "a.example.com", nil, "/${env:X}", "a.example.com:90${env:P}", true),
    ("rtsp://${env:USER}:${env:PASS}@${env:NODE}.example.com:554/s", "${env:NODE}.example.com", 554, "/s", "${env:NODE}.example.com:554", false),
    ("srt://[${env:V6}]:9000", "${env:V6}", 9000, "", "[${env:V6}]:9000", false),
  ] as [(String, String, Int?, String, String, Bool)])
  func references(_ text: String, _ host: String, _ port: Int?, _ path: String, _ authority: String, _ isKnown: Bool) throws {
    let url = try #require(StreamURL(text))
    #expect(url.host == host && url.path == path && url.authority == authority && url.isHostKnown == isKnown && url.text == text)
    #expect(url.port == port)
    #expect(!url.isPrivate)
  }

  @Test("no URLs", arguments: ["", "example.com", "http:/example.com", "://x", "rtmp://", "rtmp://a b", "1http://a", "rtmp://host:99999/", "rtmp://host:${env:}/", "rtmp://host:${PORT}/", "${env:SCHEME}://host"])
  func noURL(_ text: String) {
    #expect(StreamURL(text) == nil)
  }

  @Test("private addresses", arguments: [
    ("rtsp://192.168.1.10/", true), ("srt://10.0.0.1:9000", true), ("srt://172.32.0.1:9000", false), ("srt://172.16.0.1:9000", true),
    ("rtmp://localhost/live", true), ("rtmp://203.0.113.7/live", false), ("rtmp://camera.local/live", true),
    ("srt://[::1]:9000", true), ("srt://[fd12:3456::1]:9000", true), ("srt://[FE80::1]:9000", true), ("srt://[2001:db8::1]:9000", false),
    ("srt://[::ffff:10.0.0.1]:9000", true), ("srt://[::ffff:203.0.113.7]:9000", false), ("srt://[fec0::1]:9000", false),
  ])
  func privacy(_ text: String, _ isPrivate: Bool) throws {
    #expect(try #require(StreamURL(text)).isPrivate == isPrivate)
  }

  /// Reads, and checks that the text that Rung would write reads as the same.
  private func read<Value: UnitValue>(_ type: Value.Type, _ text: String) throws -> Value {
    let value = try #require(self.value(type, text))
    #expect(self.value(type, value.text) == value, "`\(text)` is written as `\(value.text)`")
    return value
  }

  private func value<Value: UnitValue>(_ type: Value.Type, _ text: String) -> Value? {
    switch Value.parse(text) {
    case .value(let value), .remarked(let value, _), .doubtful(let value, _): value
    case .fault: nil
    }
  }

  private func refuse<Value: UnitValue>(_ type: Value.Type, _ text: String) {
    guard case .fault(let fault) = Value.parse(text) else {
      Issue.record("`\(text)` is read as \(type.noun)")
      return
    }
    #expect(!fault.message.isEmpty)
    #expect(!fault.help.isEmpty)
  }
}
