internal import RungSource
internal import RungSpec

/// HLS and DASH, written into a directory. With both, everything is encoded once and passed to both writers.
struct FFmpegPackaging {
  private let fit: Fit<FFmpeg>
  private let names: [String]
  private let renditions: [Rendition]
  private let hasVideo: Bool

  init(_ fit: Fit<FFmpeg>, names: [String]) {
    self.fit = fit
    self.names = names
    renditions = fit.decision.renditions.map(\.value)
    hasVideo = fit.stream.media.value == .video
  }

  private var hls: HLSPackaging? { fit.spec.packaging?.value.hls?.value }
  private var dash: DASHPackaging? { fit.spec.packaging?.value.dash?.value }
  private var isBoth: Bool { hls != nil && dash != nil }

  /// The output directory. One that is not plain is a finding.
  private var root: String { fit.options.directory?.value ?? "out" }

  var directories: [String] {
    (hls == nil ? [] : names.map { "\(root)/hls/\($0)" }) + (dash == nil ? [] : ["\(root)/dash"])
  }

  /// The rendition whose audio each rendition has, in a set without repetitions.
  private var distinctSounds: [Int] {
    var kept: [Int] = []
    for index in renditions.indices {
      guard let sound = renditions[index].audio?.value else { continue }
      if !kept.contains(where: { renditions[$0].audio?.value.isSame(as: sound) == true }) { kept.append(index) }
    }
    return kept
  }

  func parts(_ line: FFmpegCommandLine, _ report: inout Report) -> [EncoderCommand.Part] {
    report.use(fit.options.directory)
    // In HLS each rendition has its own audio; in DASH players choose video and audio separately.
    let sounds = hls == nil ? distinctSounds : renditions.indices.filter { renditions[$0].audio != nil }
    if hls == nil { for rendition in renditions { markSound(rendition, &report) } }
    var maps = FFmpegArguments()
    if hasVideo { for index in renditions.indices { maps.add("-map", "[v\(index)]") } }
    for _ in sounds { maps.add("-map", "0:a:0") }
    var parts = [EncoderCommand.Part("Outputs", maps.lines)]
    for (index, rendition) in renditions.enumerated() {
      report.use(rendition.name)
      var lines = hasVideo ? line.video(index, stream: index, &report).lines : []
      if let stream = sounds.firstIndex(of: index) { lines += line.audio(index, stream: stream, &report).lines }
      if !lines.isEmpty { parts.append(EncoderCommand.Part(rendition.name?.value ?? names[index], lines)) }
    }
    let hlsOptions = hls.map { self.options(of: $0, sounds, &report) } ?? []
    let dashOptions = dash.map { self.options(of: $0, sounds, &report) } ?? []
    var out = FFmpegArguments()
    if isBoth {
      // A file muxer requires global headers; FFmpeg's tee does not request them for its muxers.
      if hasVideo { out.add("-flags:v", "+cgop+global_header") }
      if !sounds.isEmpty { out.add("-flags:a", "+global_header") }
      out.add(["-f", "tee", tee([("hls", hlsOptions, hlsPath), ("dash", dashOptions, dashPath)])])
      parts.append(EncoderCommand.Part("HLS and DASH", out.lines))
    } else {
      let options = hls == nil ? dashOptions : hlsOptions
      out.add("-f", hls == nil ? "dash" : "hls")
      for option in options where option.name != "select" { out.add("-\(option.name)", option.value) }
      out.add([hls == nil ? dashPath : hlsPath])
      parts.append(EncoderCommand.Part(hls == nil ? "DASH" : "HLS", out.lines))
    }
    return parts
  }

  /// What the script writes before FFmpeg starts.
  var files: [EncoderFile] { fit.predictedPlaylist.map { [EncoderFile("\(root)/hls/\(Self.playlistName)", MultivariantPlaylist.text($0))] } ?? [] }

  private static let playlistName = "master.m3u8"

  private var hlsPath: String { "\(root)/hls/%v/index.m3u8" }
  private var dashPath: String { "\(root)/dash/manifest.mpd" }

  private typealias Option = (name: String, value: String)

  /// RFC 8216, 6.2.2 and Apple's 8.11: six segments in a live playlist, and as many again for slow players.
  static let usualSegments = 6

  // MARK: HLS

  private func options(of hls: HLSPackaging, _ sounds: [Int], _ report: inout Report) -> [Option] {
    report.use(hls.segmentFormat)
    let isMP4 = hls.isMP4
    let duration = SegmentLength.of(hls.segmentDuration?.value, renditions)
    report.use(hls.segmentDuration)
    var options: [Option] = [("hls_time", duration.decimal)]
    let count = hls.playlistSegments?.value ?? Self.usualSegments
    report.use(hls.playlistSegments)
    options.append(("hls_list_size", "\(count)"))
    var kept = count
    if let preserved = hls.preservedSegments, preserved.value > 0 {
      report.use(preserved)
      kept = preserved.value
    }
    options.append(("hls_delete_threshold", "\(kept)"))
    options.append(("hls_flags", "independent_segments+delete_segments+program_date_time"))
    options.append(("hls_segment_type", isMP4 ? "fmp4" : "mpegts"))
    if isMP4 { options.append(("hls_fmp4_init_filename", "init.mp4")) }
    options.append(("hls_segment_filename", "\(root)/hls/%v/%06d.\(isMP4 ? "m4s" : "ts")"))
    report.use(fit.options.playlist)
    if fit.predictedPlaylist == nil { options.append(("master_pl_name", Self.playlistName)) }
    let variants = renditions.indices.map { index -> String in
      var parts = hasVideo ? ["v:\(index)"] : []
      if let sound = sounds.firstIndex(of: index) { parts.append("a:\(sound)") }
      return (parts + ["name:\(names[index])"]).joined(separator: ",")
    }
    options.append(("var_stream_map", variants.joined(separator: " ")))
    return options
  }

  // MARK: DASH

  private func options(of dash: DASHPackaging, _ sounds: [Int], _ report: inout Report) -> [Option] {
    if dash.segmentFormat?.value == .fmp4 { report.use(dash.segmentFormat) }
    report.use(dash.segmentDuration)
    let duration = SegmentLength.of(dash.segmentDuration?.value ?? hls?.segmentDuration?.value, renditions)
    // By default FFmpeg writes VP9 and Opus as WebM.
    var options: [Option] = [("seg_duration", duration.decimal), ("use_template", "1"), ("use_timeline", "1"), ("dash_segment_type", "mp4")]
    report.use(dash.window)
    if let window = dash.window?.value ?? fit.usualWindow, let count = window.value.divided(by: duration.value)?.roundedUp, count > 0 {
      options.append(("window_size", "\(count)"))
    }
    let distinct = distinctSounds
    if isBoth {
      let chosen = distinct.compactMap { sounds.firstIndex(of: $0) }.map { "a:\($0)" }
      options.append(("select", ((hasVideo ? ["v"] : []) + chosen).joined(separator: ",")))
    }
    options.append(("adaptation_sets", adaptationSets(distinct)))
    return options
  }

  /// A set has what players switch between without a break: one codec.
  private func adaptationSets(_ sounds: [Int]) -> String {
    var sets: [[Int]] = []
    func group<Key: Equatable>(_ streams: [(index: Int, key: Key)]) {
      var keys: [Key] = []
      for stream in streams where !keys.contains(stream.key) { keys.append(stream.key) }
      for key in keys { sets.append(streams.filter { $0.key == key }.map(\.index)) }
    }
    if hasVideo { group(renditions.enumerated().map { ($0, $1.codec?.value ?? .h264) }) }
    let first = hasVideo ? renditions.count : 0
    group(sounds.enumerated().map { (first + $0, renditions[$1].audio?.value.codec?.value ?? .aac) })
    return sets.enumerated().map { "id=\($0),streams=\($1.map(String.init).joined(separator: ","))" }.joined(separator: " ")
  }

  private func markSound(_ rendition: Rendition, _ report: inout Report) {
    guard let audio = rendition.audio?.value else { return }
    report.use(audio.codec)
    report.use(audio.channels)
    report.use(audio.sampleRate)
    report.use(audio.bitrate)
  }

  // MARK: Both

  /// FFmpeg's tee: `[f=hls:key=value]path|[…]path`, read twice: once for `|`, once for `:`.
  private func tee(_ writers: [(format: String, options: [Option], path: String)]) -> String {
    writers.map { writer in
      let options = writer.options.map { "\($0.name)=\($0.value.contains(":") ? "'\($0.value)'" : $0.value)" }
      return "[\((["f=\(writer.format)"] + options).joined(separator: ":"))]".replacing("'", with: "\\'") + writer.path
    }.joined(separator: "|")
  }
}

extension HLSPackaging {
  /// fMP4 where none is set, as in `ladder preview`.
  var isMP4: Bool { segmentFormat?.value != .mpegts }
}

extension Fit<FFmpeg> {
  /// Whether FFmpeg is to write HLS.
  var writesHLS: Bool { decision.delivery == .package && !decision.renditions.isEmpty && spec.packaging?.value.hls != nil }

  /// The stream as viewers get it, where Rung writes its multivariant playlist: where that is not left to FFmpeg, and nothing in it is unknown.
  var predictedPlaylist: PreviewedStream? {
    guard writesHLS, options.playlist?.value != .ffmpeg else { return nil }
    let stream = PreviewedStream(stream, packager: .script)
    return stream.variants.allSatisfy { $0.codecs != nil && $0.hlsBandwidth != nil } ? stream : nil
  }

  /// The window of a linear stream's DASH manifest where none is set: as many segments as an HLS playlist has.
  /// FFmpeg would keep every segment. Nil where a window is set, and for an event, which is kept completely.
  var usualWindow: Seconds? {
    guard case .package = decision.delivery, let packaging = spec.packaging?.value, let dash = packaging.dash?.value, !isWritten("packaging", "dash", "window"),
      stream.kind.value == .linear
    else { return nil }
    let segment = SegmentLength.of(dash.segmentDuration?.value ?? packaging.hls?.value.segmentDuration?.value, decision.renditions.map(\.value))
    return segment.value.times(Rational(packaging.hls?.value.playlistSegments?.value ?? FFmpegPackaging.usualSegments)).map { Seconds($0) }
  }

  /// Whether every container of the video allows filler data: MP4 does not (ISO/IEC 14496-15).
  var takesFiller: Bool {
    switch decision.delivery {
    case .push: true
    case .nowhere: false
    case .package: spec.packaging?.value.dash == nil && spec.packaging?.value.hls?.value.isMP4 == false
    }
  }
}
