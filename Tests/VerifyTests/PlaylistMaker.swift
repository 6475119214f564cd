import RungTestSupport

/// Makes playlists with tags in any order and values of every legal form.
///
/// What m3u8 reads in a way of its own is not made: single quotes, which it takes for quotes; line ends of Unicode, at which it cuts; a space before a value,
/// or behind it; EXT-X-GAP beside parts, which it gives to a part; numbers above 2⁵³, which it reads as floats.
struct PlaylistMaker {
  private(set) var text = "#EXTM3U\n"
  private var random: SplitMix

  init(_ outer: inout SplitMix) {
    random = SplitMix(seed: outer.next())
    if chance(3) { line("#EXT-X-VERSION:\(number(1...12))") }
    if chance(3) { multivariant() } else { media() }
    if chance(4) { text = text.replacing("\n", with: "\r\n") }
    if chance(6) { text.removeLast() }
  }

  // MARK: Choices

  private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }
  private mutating func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &random)] }
  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  /// Of any size.
  private mutating func count() -> Int { number(0...(1 << number(1...52))) }

  private mutating func decimal(_ range: ClosedRange<Int>) -> String {
    let whole = number(range)
    let digits = number(0...6)
    let fraction = digits == 0 ? "" : String(String(number(0...999_999) + 1_000_000).dropFirst().prefix(digits))
    return pick(["\(whole)", "\(whole).\(fraction.isEmpty ? "0" : fraction)", "\(whole).\(fraction)", "0\(whole).\(fraction)0", "\(whole == 0 ? "" : "\(whole)").\(fraction.isEmpty ? "5" : fraction)"])
  }

  private mutating func words() -> String {
    let parts = ["a", "720p", "Français", "日本", "🎬", "x=y", "a,b", "#", "#EXT", "{$v}", " ", "-", "_", ".", "/", "é", "e\u{301}", "&", "?", ":"]
    let text = (0..<number(1...4)).map { _ in pick(parts) }.joined()
    return "w" + text + "w"
  }

  private mutating func address() -> String {
    let names = ["a.m3u8", "../b/c.M3U8", "https://cdn.example.com/x/y.ts", "/top/1.m4s", "//h.example.com/2.ts", "s%20t.ts", "1.ts", "é.ts", "a b.mp4"]
    return pick(names) + pick(["", "", "", "?token=a=b,c", "?u=http://x.example.com/y#z", "#f"])
  }

  private mutating func line(_ line: String) {
    while chance(12) { text += pick(["\n", "# a comment\n", "#\n", "#comment: BANDWIDTH=1,\"\n", "##EXTINF:1,\n"]) }
    text += line + "\n"
  }

  private mutating func attributes(_ list: [(String, String)]) -> String { list.shuffled(using: &random).map { "\($0)=\($1)" }.joined(separator: chance(8) ? ", " : ",") }

  // MARK: Multivariant

  private mutating func variant(_ uri: String?) -> String {
    var list = [("BANDWIDTH", "\(chance(3) ? count() : number(1...9_999_999))")]
    if chance(2) { list.append(("AVERAGE-BANDWIDTH", "\(number(1...9_999_999))")) }
    if chance(2) { list.append(("CODECS", "\"\(pick(["avc1.64001f,mp4a.40.2", "hvc1.2.4.L123.B0", "dvh1.05.06,ec-3", "mp4a.40.2", "vp09.00.40.08, opus", ""]))\"")) }
    if chance(2) { list.append(("RESOLUTION", "\(number(1...9999))x\(number(1...9999))")) }
    if chance(2), uri == nil { list.append(("FRAME-RATE", pick(["25", "25.000", "29.970", "59.940", "23.976", "1.5"]))) }
    if chance(2), uri == nil { list.append(("AUDIO", "\"\(words())\"")) }
    if chance(3), uri == nil { list.append(("SUBTITLES", "\"\(words())\"")) }
    if chance(4) { list.append(("VIDEO-RANGE", pick(["SDR", "PQ", "HLG"]))) }
    if chance(4) { list.append(("HDCP-LEVEL", "TYPE-0")) }
    if chance(5) { list.append(("PATHWAY-ID", "\"\(words())\"")) }
    if chance(5) { list.append(("X-COM-EXAMPLE", pick(["0x1F", "\"\(words())\"", "1.5", "-2"]))) }
    if chance(6), uri == nil { list.append(("CLOSED-CAPTIONS", "NONE")) }
    if let uri { list.append(("URI", "\"\(uri)\"")) }
    return attributes(list)
  }

  private mutating func multivariant() {
    let order = (0..<number(1...7)).map { _ in number(0...5) }
    line("#EXT-X-STREAM-INF:\(variant(nil))")
    line(address())
    for kind in order {
      switch kind {
      case 0, 1:
        line("#EXT-X-STREAM-INF:\(variant(nil))")
        line(address())
      case 2:
        let uri = address()
        line("#EXT-X-I-FRAME-STREAM-INF:\(variant(uri))")
      case 3, 4:
        var list = [("TYPE", pick(["AUDIO", "VIDEO", "SUBTITLES", "CLOSED-CAPTIONS"])), ("GROUP-ID", "\"\(words())\""), ("NAME", "\"\(words())\"")]
        if chance(2) { list.append(("LANGUAGE", "\"\(pick(["en", "zh-Hans", "de"]))\"")) }
        if chance(2) { list.append(("URI", "\"\(address())\"")) }
        if chance(2) { list.append(("CHANNELS", "\"\(pick(["1", "2", "6", "16/JOC", "12/-/BINAURAL"]))\"")) }
        if chance(3) { list.append(("DEFAULT", "YES")) }
        line("#EXT-X-MEDIA:\(attributes(list))")
      default: line(pick(["#EXT-X-INDEPENDENT-SEGMENTS", "#EXT-X-SESSION-DATA:DATA-ID=\"a\",VALUE=\"b,c\"", "#EXT-X-START:TIME-OFFSET=-3.5", "#EXT-X-SESSION-KEY:METHOD=AES-128,URI=\"k\"", "#EXT-X-UNKNOWN:1"]))
      }
    }
  }

  // MARK: Media

  private mutating func time() -> String {
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let (date, clock) = ((number(1000...9998), number(1...12), number(1...28)), (number(0...23), number(0...59), number(0...59)))
    let fraction = pick(["", ".0", ".5", ".123", ".999999", ",25", ".000"])
    let zone = pick(["Z", "+00:00", "-00:00", "+01:00", "-0530", "+0545", "+14", "-12:00", ""])
    return chance(6)
      ? "\(date.0)\(two(date.1))\(two(date.2))T\(two(clock.0))\(two(clock.1))\(two(clock.2))\(fraction)\(zone)"
      : "\(date.0)-\(two(date.1))-\(two(date.2))T\(two(clock.0)):\(two(clock.1)):\(two(clock.2))\(fraction)\(zone)"
  }

  private mutating func part() { line("#EXT-X-PART:" + attributes([("DURATION", decimal(0...3)), ("URI", "\"\(address())\"")] + (chance(2) ? [("INDEPENDENT", "YES")] : []) + (chance(3) ? [("BYTERANGE", "\"100@5\"")] : []))) }

  private mutating func media() {
    var head = ["#EXT-X-TARGETDURATION:\(number(1...999))"]
    if chance(2) { head.append("#EXT-X-MEDIA-SEQUENCE:\(count())") }
    if chance(4) { head.append("#EXT-X-DISCONTINUITY-SEQUENCE:\(count())") }
    if chance(3) { head.append("#EXT-X-PLAYLIST-TYPE:\(pick(["VOD", "EVENT"]))") }
    if chance(4) { head.append("#EXT-X-INDEPENDENT-SEGMENTS") }
    if chance(8) { head.append("#EXT-X-I-FRAMES-ONLY") }
    if chance(4) { head.append("#EXT-X-PART-INF:PART-TARGET=\(decimal(0...3))") }
    if chance(4) { head.append("#EXT-X-SERVER-CONTROL:\(attributes([("CAN-BLOCK-RELOAD", "YES"), ("PART-HOLD-BACK", decimal(0...9)), ("CAN-SKIP-UNTIL", "24.0")]))") }
    if chance(8) { head.append("#EXT-X-SKIP:SKIPPED-SEGMENTS=\(number(0...9999))") }
    if chance(4) { head.append("#EXT-X-DEFINE:NAME=\"v\",VALUE=\"x\"") }
    head.shuffle(using: &random)
    for tag in head { line(tag) }
    let hasParts = chance(4)
    for _ in 0..<number(1...9) {
      if hasParts { for _ in 0..<number(0...3) { part() } }
      var tags = ["#EXTINF:\(decimal(0...30))\(pick([",", ",", "", ",a title", ",1.5,\"x\"", ",\t"]))"]
      if chance(4) { tags.append("#EXT-X-BYTERANGE:\(count())\(pick(["", "@\(count())"]))") }
      if chance(5) { tags.append("#EXT-X-DISCONTINUITY") }
      if chance(4) { tags.append("#EXT-X-PROGRAM-DATE-TIME:\(time())") }
      if chance(6), !hasParts { tags.append("#EXT-X-GAP") }
      if chance(6) { tags.append("#EXT-X-BITRATE:\(number(0...99_999))") }
      if chance(6) { tags.append("#EXT-X-MAP:URI=\"\(address())\",BYTERANGE=\"700@0\"") }
      if chance(6) { tags.append("#EXT-X-KEY:\(attributes([("METHOD", "SAMPLE-AES"), ("URI", "\"skd://k,1\""), ("KEYFORMAT", "\"com.apple.streamingkeydelivery\"")]))") }
      if chance(8) { tags.append("#EXT-X-DATERANGE:ID=\"a,b\",START-DATE=\"2026-11-27T10:00:00Z\",SCTE35-OUT=0xFC00") }
      tags.shuffle(using: &random)
      for tag in tags { line(tag) }
      line(address())
    }
    if hasParts { for _ in 0..<number(0...3) { part() } }
    if chance(3) { line("#EXT-X-ENDLIST") }
  }
}
