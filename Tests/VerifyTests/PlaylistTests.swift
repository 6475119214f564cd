import Rung
import RungDelivery
import RungReading
import RungSource
import RungSpec
import RungTestSupport
import Testing

/// Playlists of the shapes that services and packagers write: none gives a false finding, and the PyPI package m3u8 reads the same of them.
@Suite struct PlaylistTests {
  // MARK: Both

  /// What Rung reads, in the form of playlists.py; nil where it has something to say against the text.
  private static func listing(_ text: String) -> (lines: String, findings: [String]) {
    let bytes = Array(text.utf8)
    var report = Report()
    guard let playlist = HLSPlaylist(reading: bytes, file: FileID(index: 0), into: &report) else { return ("", report.diagnostics.map(\.message)) }
    var lines = [["version", playlist.version.text]]
    func variant(_ variant: HLSVariant) -> [String] {
      [
        variant.uri.text, variant.bandwidth.map { "\($0.value.bitsPerSecond)" } ?? "", variant.averageBandwidth.map { "\($0.value.bitsPerSecond)" } ?? "", variant.codecs.text,
        variant.resolution?.value.text ?? "", variant.frameRate.map { micros($0.value.value) } ?? "", variant.audio.text, variant.subtitles.text, variant.videoRange.text,
      ]
    }
    lines += playlist.variants.map { ["variant"] + variant($0) }
    lines += playlist.keyframeVariants.map { ["keyframes"] + variant($0) }
    lines += playlist.renditions.map { ["media", $0.type.text, $0.group.text, $0.name.text, $0.language.text, $0.uri.text, $0.channels.text] }
    if let media = playlist.media {
      lines += [
        ["target", media.targetDuration.text], ["sequence", "\(media.sequence?.value ?? 0)"], ["discontinuities", "\(media.discontinuitySequence?.value ?? 0)"],
        ["type", media.type?.value.lowercased() ?? ""], ["ended", python(media.endList != nil)], ["keyframes only", python(media.iFramesOnly != nil)],
        ["independent", python(playlist.independentSegments != nil)], ["part target", media.partTarget.map { micros($0.value.value) } ?? ""],
        ["hold back", media.partHoldBack.map { micros($0.value.value) } ?? ""], ["skipped", "\(media.skipped)"],
      ]
      func part(_ part: HLSPart) -> [String] { ["part", micros(part.duration.value.value), python(part.isIndependent)] }
      for segment in media.segments {
        lines += segment.parts.map(part)
        lines.append([
          "segment", String(decoding: bytes[segment.uri], as: UTF8.self), micros(segment.duration.value), segment.bytes.map { "\($0)" } ?? "", python(segment.hasDiscontinuity),
          python(segment.isGap), segment.programDateTime.map { "\($0.value)" } ?? "",
        ])
      }
      lines += media.openParts.map(part)
    }
    return (lines.map { $0.joined(separator: "\t") }.joined(separator: "\n"), report.diagnostics.map(\.message))
  }

  private static func micros(_ value: Rational) -> String { value.times(Rational(1_000_000))?.rounded.map { "\($0)" } ?? "–" }
  private static func python(_ value: Bool) -> String { value ? "True" : "False" }

  private static func judged(_ texts: [String]) throws -> [String] {
    let folder = try #require(Repository.temporaryFolder())
    defer { _ = Repository.shell("rm -rf '\(folder)'") }
    try #require(Repository.write(texts.flatMap { Array("\($0.utf8.count)\n\($0)".utf8) }, to: "\(folder)/texts"))
    let result = Repository.shell("'\(Judge.python)' Tests/VerifyTests/playlists.py '\(folder)/texts' '\(folder)/verdicts'")
    try #require(result.status == 0, "\(result.output)")
    var rest = try #require(Repository.bytes("\(folder)/verdicts"))[...]
    var verdicts: [String] = []
    while let line = rest.firstIndex(of: 0x0A) {
      let count = try #require(Int(String(decoding: rest[..<line], as: UTF8.self)))
      verdicts.append(String(decoding: rest[(line + 1)...].prefix(count), as: UTF8.self))
      rest = rest[(line + 1 + count)...]
    }
    try #require(verdicts.count == texts.count)
    return verdicts
  }

  /// How many values were compared.
  @discardableResult
  private static func compare(_ texts: [String]) throws -> Int {
    var count = 0
    for (text, verdict) in zip(texts, try judged(texts)) {
      let (lines, findings) = listing(text)
      // Of made-up playlists the version is made up as well.
      let others = findings.filter { !$0.contains("needs version") }
      #expect(others.isEmpty, "\(others): \(text)")
      count += lines.utf8.count { $0 == 0x09 }
      guard lines != verdict else { continue }
      let (mine, its) = (lines.split(separator: "\n"), verdict.split(separator: "\n"))
      let first = zip(mine, its).first { $0 != $1 }
      Issue.record("Rung: \(first.map { "\($0.0)" } ?? "\(mine.count) lines"); m3u8: \(first.map { "\($0.1)" } ?? "\(its.count) lines"):\n\(text)")
    }
    return count
  }

  // MARK: Shapes

  private static func files(_ shape: PlaylistShape, _ change: (String) -> String = { $0 }) -> [DeliveredInput] {
    shape.files.map { DeliveredInput(SourceInput(name: "live/\($0.name)", text: change($0.text))) }
  }

  @Test("no false finding", arguments: PlaylistShape.all)
  func shape(_ shape: PlaylistShape) {
    let forms: [(String, (String) -> String)] = [
      ("as it is", { $0 }), ("CRLF", { $0.replacing("\n", with: "\r\n") }), ("without the last line end", { String($0.dropLast()) }),
      ("with trailing spaces", { $0.replacing("\n", with: " \t\n") }), ("with blank lines", { $0.replacing("\n", with: "\n\n") }),
      ("with comments", { $0.replacing("\n#EXT", with: "\n# a comment: with=signs,\"and\n#\n#EXT") }),
    ]
    for packs in shape.isApple ? [[], [RulePack.appleHLS]] : [[]] {
      for (form, change) in forms {
        let found = verify(Self.files(shape, change), packs: packs)
        #expect(found.isJudged && found.renditions == shape.renditions, "\(form): \(found.renditions) renditions")
        let findings = found.analysis.diagnostics.filter { $0.severity >= .warning }
        #expect(findings.isEmpty, "\(shape.name), \(form), \(packs): \(findings.map { "\($0.id.rawValue): \($0.message)" })")
      }
    }
  }

  @Test("m3u8 reads the same of every shape", .enabled(if: Judge.present(.m3u8)))
  func shapes() throws {
    // Variables: m3u8 keeps references as they are written, where Rung follows them; compared below.
    let texts = PlaylistShape.all.filter { $0.name != "variables" }.flatMap(\.files).map(\.text)
    try Self.compare(texts + texts.map { $0.replacing("\n", with: "\r\n") } + texts.map { $0.replacing("\n", with: "\n\n") + "\n" })
  }

  @Test("references to variables are followed, as far as their values are known")
  func variables() throws {
    let text = """
      #EXTM3U
      #EXT-X-DEFINE:NAME="host",VALUE="https://cdn.example.com/a"
      #EXT-X-DEFINE:NAME="q",VALUE="720p"
      #EXT-X-DEFINE:QUERYPARAM="token"
      #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="English",URI="{$q}/audio.m3u8"
      #EXT-X-STREAM-INF:BANDWIDTH=900000
      {$host}/{$q}.m3u8?token={$token}
      #EXT-X-STREAM-INF:BANDWIDTH=800000
      {q}/{$}/{$q/{{$q}}.m3u8

      """
    var report = Report()
    let playlist = try #require(HLSPlaylist(reading: Array(text.utf8), file: FileID(index: 0), into: &report))
    #expect(playlist.variants.map(\.uri?.value) == ["https://cdn.example.com/a/720p.m3u8?token={$token}", "{q}/{$}/{$q/{720p}.m3u8"])
    #expect(playlist.renditions.map(\.uri?.value) == ["720p/audio.m3u8"])
    #expect(report.diagnostics.map(\.id) == ["playlist/version-too-low"])
  }

  @Test("addresses: what is below the folder, and what is not")
  func addresses() {
    let inside = ["720p.m3u8", "a/b.m3u8?u=https://x.example.com/y", "./a.m3u8#x://", "a/../b.m3u8", "a:b.m3u8"]
    let outside = ["/a.m3u8", "//cdn.example.com/a.m3u8", "https://cdn.example.com/a.m3u8", "data:application/x-mpegurl,", "HTTP://x/a.m3u8"]
    for address in inside { #expect(!AddressWords.isElsewhere(address), "\(address)") }
    for address in outside { #expect(AddressWords.isElsewhere(address), "\(address)") }
    #expect(AddressWords.path(of: inside[1]) == "a/b.m3u8" && AddressWords.path(of: outside[1]) == "/a.m3u8" && AddressWords.path(of: outside[2]) == "/a.m3u8")
    #expect(AddressWords.path(of: "https://cdn.example.com") == "" && AddressWords.path(of: "a?b=/c") == "a" && AddressWords.path(of: "") == "")
    let references = DeliveredInput(
      SourceInput(name: "m.m3u8", text: "#EXTM3U\n" + ["a.m3u8?1", "./a.m3u8", "x/../a.m3u8", "../a.m3u8", "/etc/a.m3u8", "x/../../a.m3u8", "..", ".", "b/a.m3u8#1"].map { "#EXT-X-STREAM-INF:BANDWIDTH=1\n\($0)\n" }.joined())
    ).references
    #expect(references == ["a.m3u8", "b/a.m3u8"])
  }

  @Test("program dates and times with the forms of ISO 8601")
  func times() {
    let same = [
      "2026-11-27T10:00:00.500Z", "2026-11-27T10:00:00,5Z", "2026-11-27T11:00:00.5+01:00", "2026-11-27T11:00:00.500000+0100", "2026-11-27T11:00:00.5009+01", "20261127T100000.5Z",
      "2026-11-27T04:30:00.5-05:30", "2026-11-27T10:00:00.5", "2026-11-27T10:00:00.5-00:00", "2026-11-28T00:00:00.5+14:00",
    ]
    for text in same { #expect(DateTime.milliseconds(text) == 1_795_773_600_500, "\(text)") }
    for text in ["2026-11-27", "10:00:00Z", "2026-1127T10:00:00Z", "2026-11-27T1000:00Z", "2026-13-01T00:00:00Z", "2026-11-27T10:00:00Zx", "2026-11-27T10:00:00.Z", "2026-11-27T10:00:00+1", ""] {
      #expect(DateTime.milliseconds(text) == nil, "\(text)")
    }
    #expect(DateTime.milliseconds("9999-12-31T23:59:59.999Z") == 253_402_300_799_999 && DateTime.milliseconds("0000-01-01T00:00:00Z") == -62_167_219_200_000)
  }

  // MARK: Generated

  @Test("m3u8 reads the same of playlists made up with a fixed seed", .enabled(if: Judge.present(.m3u8)))
  func generated() throws {
    var random = SplitMix(seed: 8216)
    let texts = (0..<Depth.times(6000, quick: 2500)).map { _ in PlaylistMaker(&random).text }
    #expect(try Self.compare(texts) > texts.count * 30)
  }
}

extension Located<String>? {
  fileprivate var text: String { self?.value ?? "" }
}

extension Located<Int>? {
  fileprivate var text: String { map { "\($0.value)" } ?? "" }
}
