import Rung
import RungServers
import RungSource

/// What a text can be given to.
enum FuzzTarget: String, CaseIterable {
  case yaml, json, units, spec, compile, bodies, `import`, convert, diff, fix, fmt, config, allow, baseline, paths, views, verify, framing

  private static let providers = ["livekit", "mkio", "qencode", "tenbyte"]
  private static let all = providers.map { TargetID(rawValue: $0) } + ["ffmpeg", "obs"].map { TargetID(rawValue: $0) }

  func run(_ bytes: [UInt8]) {
    switch self {
    case .yaml: Self.yaml(bytes)
    case .json: Self.check(SourceInput(name: "a.json", bytes: bytes, format: .json))
    case .units: Self.units(bytes)
    case .spec: Invariants.hold { Rung.check(SourceInput(name: "a.yaml", bytes: bytes), for: Self.all, packs: RulePack.allCases) }
    case .compile: Self.compile(SourceInput(name: "a.yaml", bytes: bytes))
    case .bodies: Self.requests { name in Invariants.hold { Rung.check(SourceInput(name: "a.json", bytes: bytes), as: name) } }
    case .import: Self.requests { Self.import(bytes, from: $0) }
    case .convert: Self.convert(bytes)
    case .diff: Self.diff(bytes)
    case .fix: Self.fix(SourceInput(name: "a.yaml", bytes: bytes))
    case .fmt: Self.format(SourceInput(name: "a.yaml", bytes: bytes))
    case .config: Self.configure(bytes)
    case .allow: Self.allow(bytes)
    case .baseline: Invariants.hold { Baseline.read(SourceInput(name: "b.json", bytes: bytes)).analysis }
    case .paths: Self.paths(bytes)
    case .views: Self.views(SourceInput(name: "a.yaml", bytes: bytes))
    case .verify: Self.verify(bytes)
    case .framing: Self.frame(bytes)
    }
  }

  /// The text as a stream of messages, whole and in pieces of as many bytes as its first one says; and as a message among others.
  private static func frame(_ bytes: [UInt8]) {
    for framing in [MessageFraming.headers, .lines] {
      let size = max(1, Int(bytes.first ?? 1))
      let whole = parts([bytes], framing)
      let pieces = stride(from: 0, to: bytes.count, by: size).map { Array(bytes[$0..<min($0 + size, bytes.count)]) }
      Invariants.hold(parts(pieces, framing) == whole, "a stream in pieces has other messages")
      let text = String(decoding: bytes, as: UTF8.self).filter { !$0.isNewline }
      guard framing == .headers || text.utf8.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { continue }
      let framed = framing.framed(text) + framing.framed("{}")
      Invariants.hold(parts([Array(framed.utf8)], framing) == [text, "{}"].map { .message(Array($0.utf8)) }, "a message is not read as it was written")
    }
  }

  private static func parts(_ pieces: [[UInt8]], _ framing: MessageFraming) -> [MessageReader.Part] {
    var (reader, parts) = (MessageReader(framing, limit: 1 << 16), [MessageReader.Part]())
    for piece in pieces {
      reader.append(piece)
      while let part = reader.next() { parts.append(part) }
    }
    // What is given back is read again, and comes to an end.
    var again = reader
    for case .message(let bytes) in parts { again.giveBack(bytes) }
    var left = parts.reduce(1) { count, part in if case .message(let bytes) = part { count + bytes.count } else { count } }
    while again.next() != nil {
      left -= 1
      Invariants.hold(left >= 0, "what is given back does not come to an end")
    }
    return parts
  }

  private static func requests(_ work: (RequestName) -> Void) {
    for provider in providers { if let name = try? RequestName(provider) { work(name) } }
  }

  // MARK: Reading and judging

  private static func check(_ input: SourceInput) { Invariants.hold { Rung.check(input) } }

  /// The text, and the same with a line behind it that leaves it to libyaml.
  private static func yaml(_ bytes: [UInt8]) {
    let input = SourceInput(name: "a.yaml", bytes: bytes, format: .yaml)
    check(input)
    let analysis = Rung.check(input)
    guard bytes.last == UInt8(ascii: "\n"), Invariants.isRead(analysis) else { return }
    let other = Rung.check(SourceInput(name: "a.yaml", bytes: bytes + Array("#\r\n".utf8), format: .yaml))
    Invariants.hold(analysis.rendered(as: .json) == other.rendered(as: .json), "libyaml reads another tree")
  }

  /// The text as the value of every kind of quantity.
  private static func units(_ bytes: [UInt8]) {
    let value = String(decoding: bytes, as: UTF8.self).filter { $0 != "'" && !$0.isNewline }
    let text = """
      rung: 1
      name: a
      targets: [tenbyte, mkio, qencode, livekit, ffmpeg, obs]
      ingest: {mode: push, protocols: [rtmp], allow: ['\(value)'], url: '\(value)', video: {fps: '\(value)', resolution: '\(value)'}}
      ladder:
        defaults: {fps: '\(value)', keyframe_interval: '\(value)', gop: '\(value)', buffer: '\(value)', audio: {bitrate: '\(value)', sample_rate: '\(value)'}}
        renditions: [{name: b, resolution: '\(value)', bitrate: '\(value)', max_bitrate: '\(value)', level: '\(value)', display_aspect: '\(value)'}]
      recording: {window: '\(value)'}
      packaging: {hls: {segment_duration: '\(value)', playlist_segments: '\(value)'}, dash: {segment_format: fmp4}}
      """
    Invariants.hold { Rung.check(SourceInput(name: "a.yaml", text: text)) }
  }

  /// What is compiled without an error is read back to a spec that compiles to the same.
  private static func compile(_ input: SourceInput) {
    for target in all.prefix(providers.count) {
      let analysis = Rung.compile(input, for: [target])
      Invariants.hold(of: analysis, in: [.json])
      guard !analysis.hasErrors, analysis.streams.count == 1, let text = try? analysis.bodies.rendered(), let name = try? RequestName(target.rawValue) else { continue }
      Invariants.hold((try? Rung.compile(input, for: [target]).bodies.rendered()) == text, "the same text has other bodies the second time")
      let imported = importBodies([SourceInput(name: "a.json", text: text)], from: name)
      guard let spec = imported.text, !imported.analysis.hasErrors else { continue }
      let again = Rung.compile(SourceInput(name: "b.yaml", text: spec), for: [target])
      Invariants.hold((try? again.bodies.rendered()) == text, "\(target): what is imported compiles to other bodies")
    }
  }

  /// Everything that is drawn of a spec.
  private static func views(_ input: SourceInput) {
    let matrix = Rung.matrix(input)
    Invariants.hold(of: matrix.analysis)
    for format in MatrixFormat.allCases { _ = matrix.rendered(as: format) }
    let inspection = inspect(input)
    Invariants.hold(of: inspection.analysis)
    for format in InspectionFormat.allCases { _ = inspection.rendered(as: format) }
    _ = try? preview(input).rendered(as: .text)
    Invariants.hold(report(input).html.hasSuffix("</html>\n"), "the page does not end")
  }

  // MARK: Bodies

  private static func `import`(_ bytes: [UInt8], from name: RequestName) {
    let imported = importBodies([SourceInput(name: "a.json", bytes: bytes)], from: name)
    Invariants.hold(of: imported.analysis)
    guard let text = imported.text else { return }
    let spec = Rung.check(SourceInput(name: "b.yaml", text: text))
    Invariants.hold(of: spec)
    Invariants.hold(Invariants.isRead(spec), "what is imported does not read: \(spec.rendered(as: .concise))")
  }

  /// Playlists, manifests and probes with a bar between them: against a spec, and alone.
  private static func verify(_ bytes: [UInt8]) {
    let parts = bytes.split(separator: UInt8(ascii: "|"), maxSplits: 3, omittingEmptySubsequences: false)
    let delivered = parts.enumerated().map { index, part in
      DeliveredInput(SourceInput(name: "out/\(index).m3u8", bytes: Array(part))) { address in address.utf8.count * 1000 }
    }
    let spec = """
      rung: 1
      name: a
      targets: [ffmpeg]
      ladder:
        defaults: {fps: 25, gop: 50, codec: h264, profile: main, level: "4.0", bframes: 2, ref_frames: 3, audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 128k}}
        renditions: [{name: 720p, resolution: 1280x720, bitrate: 2M, max_bitrate: 2M, buffer: 2M}, {name: 360p, resolution: 640x360, bitrate: 700k}]
      packaging: {hls: {segment_format: mpegts, segment_duration: 4s, playlist_segments: 6, part_duration: 500ms}, dash: {segment_duration: 4s, window: 60s}}
      """
    Invariants.hold { Rung.verify(delivered, packs: RulePack.allCases).analysis }
    Invariants.hold { Rung.verify(delivered, against: SourceInput(name: "a.yaml", text: spec), packs: RulePack.allCases).analysis }
    var drawing = PageDrawing()
    let text = drawing.draw(SourceInput(name: "a.yaml", text: spec), delivered: delivered)
    Invariants.hold(drawing.page(of: [text], title: "a").html.hasSuffix("</html>\n"), "the page does not end")
  }

  private static func convert(_ bytes: [UInt8]) {
    requests { name in
      for target in providers where target != name.provider.rawValue {
        Invariants.hold(of: Rung.convert([SourceInput(name: "a.json", bytes: bytes)], from: name, to: TargetID(rawValue: target)).analysis)
      }
    }
  }

  /// Two versions, with an empty line and dashes between them. A version beside itself has no difference.
  private static func diff(_ bytes: [UInt8]) {
    let mark: [UInt8] = Array("\n\n----\n".utf8)
    let cut = bytes.indices.first { bytes[$0...].starts(with: mark) } ?? bytes.endIndex
    let old = SourceInput(name: "old.yaml", bytes: Array(bytes[..<cut]))
    let new = SourceInput(name: "new.yaml", bytes: Array(bytes[cut...].dropFirst(mark.count)))
    for pair in [(old, new), (old, old)] {
      let difference = Rung.diff(DiffInput(pair.0), DiffInput(pair.1))
      for format in DiffFormat.allCases { _ = difference.rendered(as: format) }
      if pair.0.bytes == pair.1.bytes { Invariants.hold(!difference.differs, "a version differs from itself") }
    }
  }

  // MARK: Changing texts

  private static func fix(_ input: SourceInput) {
    for degree in FixIt.Degree.allCases {
      let fixing = fixed(input, degree)
      let text = fixing.texts[0]
      Invariants.hold(text.isChanged == (text.input.bytes != input.bytes), "a text is said to be changed that is not")
      guard text.isChanged else { continue }
      let (before, after) = (Rung.check(input), Rung.check(text.input))
      Invariants.hold(of: after)
      Invariants.hold(!Invariants.isRead(before) || Invariants.isRead(after), "a fixed text does not read")
    }
  }

  private static func format(_ input: SourceInput) {
    switch formatted(input) {
    case .formatted(let once):
      guard case .formatted(let twice) = formatted(once) else { fatalError("a formatted text is not formatted again") }
      Invariants.hold(once.bytes == twice.bytes, "formatting again changes the text")
    case .fault(let difference): fatalError("the formatter changes \(difference)")
    case .unreadable(let analysis): Invariants.hold(of: analysis)
    case .notASpec, .comment: break
    }
  }

  // MARK: Policies

  private static let sample = "rung: 1\nname: a\ntargets: {mkio: {project: a, event: b}}\nencoding: passthrough\ningest: {mode: push, protocols: [rtmp]}\nrecording: {window: 30h}\npackaging: {hls: {}}\n"

  private static func configure(_ bytes: [UInt8]) {
    let input = SourceInput(name: "rung.yaml", bytes: bytes)
    _ = Configuration.isMeant(input)
    Invariants.hold { Configuration.read(input).analysis }
    guard let configuration = Configuration.read(input).configuration else { return }
    var judged = SourceInput(name: "a.yaml", text: sample)
    judged.policy = Policy(configuration)
    judged.isBase = configuration.isBase("a.yaml")
    Invariants.hold { Rung.check(judged) }
  }

  /// The text as a comment on a line of a spec, and above it. How long it is picks the line.
  private static func allow(_ bytes: [UInt8]) {
    let comment = String(decoding: bytes, as: UTF8.self).filter { !$0.isNewline }
    let lines = sample.split(separator: "\n").map(String.init)
    let index = comment.utf8.count % lines.count
    var (beside, above) = (lines, lines)
    beside[index] += " # rung: \(comment)"
    above.insert("# rung: \(comment)", at: index)
    for text in [beside, above] { Invariants.hold { Rung.check(SourceInput(name: "a.yaml", text: text.joined(separator: "\n") + "\n")) } }
  }

  /// The first line is a path, the others are a `.gitignore`.
  private static func paths(_ bytes: [UInt8]) {
    let parts = bytes.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
    let path = String(decoding: parts[0], as: UTF8.self)
    let file = IgnoreFile(Array(parts.dropFirst().first ?? []))
    for isDirectory in [false, true] { _ = file.verdict(path, isDirectory: isDirectory) }
  }
}
