import RungTestSupport

/// Valid bodies that look random and set every field now and then.
enum TenbyteBodies {
  static func body(_ random: inout SplitMix) -> String {
    let isAudio = random.chance(25)
    let outputs = isAudio ? ["hls"] : random.pick([["hls"], ["dash"], ["hls", "dash"], ["dash", "hls"]])
    let ladder = isAudio ? audio(&random) : video(&random)
    var packagings: [String] = []
    for output in outputs { packagings.append(packaging(output, &random)) }
    var members = [
      string("name", "Channel \(Int.random(in: 1...9, using: &random))"), string("type", random.pick(["linear", "event"])),
      string("mode", isAudio ? "audio" : "video"), string("region", "sg-edge-04"), member("ingest", ingest(&random)),
      member("output_protocols", list(outputs.map { "\"\($0)\"" })), member("ladder", object([member(isAudio ? "audio" : "video", ladder)])),
      member("packaging", object(packagings)),
    ]
    if random.chance() { members.append(member("recording", recording(&random))) }
    if random.chance() { members.append(string("webhook_url", random.pick(["https", "http"]) + "://hooks.example.com/x")) }
    if random.chance() {
      members.append(
        member("meta", random.pick(["{}", #"{"a": "b"}"#, #"{"a": 1, "b": {"c": [true, ""]}}"#, #"{"a": "", "gop": "x"}"#])))
    }
    return object(members.shuffled(using: &random))
  }

  static func member(_ key: String, _ value: String) -> String { "\"\(key)\": \(value)" }
  static func string(_ key: String, _ value: String) -> String { "\"\(key)\": \"\(value)\"" }
  static func object(_ members: [String]) -> String { "{\(members.joined(separator: ", "))}" }
  static func list(_ members: [String]) -> String { "[\(members.joined(separator: ", "))]" }
  static func some(_ members: [String], _ random: inout SplitMix) -> [String] { members.filter { _ in random.chance() } }

  private static func endpoint(_ random: inout SplitMix) -> String {
    let (word, scheme) = random.pick([("srt", "srt"), ("rtsp", "rtsp"), ("rtmp", "rtmp"), ("rtmp", "rtmps"), ("udp", "udp"), ("srt", "rtsp")])
    return object([string("protocol", word), string("url", "\(scheme)://origin.example.com:9000/live")])
  }

  private static func ingest(_ random: inout SplitMix) -> String {
    var members: [String] = []
    if random.chance() {
      members = [string("kind", "push"), member("protocols", random.pick([#"["rtmp"]"#, #"["srt"]"#, #"["rtmp", "srt"]"#, #"["srt", "rtmp"]"#]))]
    } else {
      members = [string("kind", "pull"), member("primary", endpoint(&random))]
      if random.chance(20) { members.append(member("protocols", #"["srt"]"#)) }
    }
    if random.chance(30) { members.append(member("backup", endpoint(&random))) }
    return object(members)
  }

  private static func video(_ random: inout SplitMix) -> String {
    let sizes = [(2560, 1440), (1920, 1080), (1280, 720), (854, 480), (640, 360), (426, 240)]
    var steps = sizes.indices.filter { _ in random.chance(60) }
    if steps.isEmpty { steps = [1] }
    let fps = random.pick([24, 25, 30, 60])
    var renditions: [String] = []
    for index in steps {
      let rate = (6 - index) * 800
      let sound = object([
        string("codec", "aac"), member("channels", random.pick(["1", "2", "6"])), member("sample_rate_hz", random.pick(["22050", "32000", "44100", "48000"])),
        member("audio_bitrate_kbps", "\(Int.random(in: 64...256, using: &random))"),
      ])
      let required = [
        member("width", "\(sizes[index].0)"), member("height", "\(sizes[index].1)"), member("fps", "\(fps)"),
        member("gop", "\(Int.random(in: 1...200, using: &random))"), member("bitrate_kbps", "\(rate)"),
        string("codec", random.pick(["h264", "h265"])), member("audio", sound),
      ]
      let optional = [
        string("name", random.pick(["\(sizes[index].1)p", "\(sizes[index].1)p", ""])), member("max_bitrate_kbps", "\(rate + 100)"), member("buf_size_kbps", "\(rate * 2)"),
        string("preset", random.pick(["veryfast", "medium", "p5"])), string("profile", random.pick(["main", "high", "stereo-high", ""])),
        string("level", random.pick(["4.0", "5.2", "5", ""])), string("rate_control", random.pick(["cbr", "vbr"])),
        member("crf", "\(Int.random(in: 0...51, using: &random))"), member("bframes", "\(Int.random(in: 0...3, using: &random))"),
        member("ref_frames", "\(Int.random(in: 0...4, using: &random))"), member("rc_lookahead", "\(Int.random(in: 0...300, using: &random))"),
      ]
      renditions.append(object(required + some(optional, &random)))
    }
    return list(renditions)
  }

  private static func audio(_ random: inout SplitMix) -> String {
    var renditions: [String] = []
    for rate in [256, 128, 64].prefix(Int.random(in: 1...3, using: &random)) {
      let required = [
        string("codec", "aac"), member("channels", random.pick(["1", "2"])), member("sample_rate_hz", random.pick(["22050", "48000"])),
        member("bitrate_kbps", "\(rate)"),
      ]
      renditions.append(object(required + some([string("name", "\(rate)k")], &random)))
    }
    return list(renditions)
  }

  private static func packaging(_ output: String, _ random: inout SplitMix) -> String {
    if output == "dash" {
      let optional = [member("window_s", "\(Int.random(in: 0...400, using: &random))"), member("min_buffer_s", "\(Int.random(in: 0...9, using: &random))")]
      return member("dash", object([string("segment_format", "fmp4")] + some(optional, &random)))
    }
    let optional = [
      member("playlist_size", "\(Int.random(in: 0...20, using: &random))"), member("preserved_segments", "\(Int.random(in: 0...9, using: &random))"),
      member("low_latency", "\(random.chance())"),
    ]
    return member("hls", object([string("segment_format", random.pick(["mpegts", "fmp4"]))] + some(optional, &random)))
  }

  private static func recording(_ random: inout SplitMix) -> String {
    if random.chance(10) { return object([member("enabled", "\(random.chance())")]) }
    var members: [String] = []
    if random.chance(80) { members.append(member("enabled", random.chance(75) ? "true" : "false")) }
    if random.chance() {
      members += [string("target", "library"), string("library_id", "lib")] + some([string("folder_id", random.pick(["f", ""])), string("prefix", random.pick(["p", ""]))], &random)
    } else {
      let endpoint = random.pick(["https://s3.example.com", "https://s3.example.com:9000", "http://s3.example.com", "https://s3.example.com/base", "https://minio"])
      let bucket = [
        string("endpoint", endpoint), string("bucket", random.pick(["b", "b/c"])), string("region", "r"), string("access_key_id", "${env:K}"),
        string("secret_access_key", random.pick(["${env:S}", "<SECRET>", "plain"])),
      ] + some([string("prefix", random.pick(["a", "a/b", "/a", "a/"])), string("storage_class", "STANDARD")], &random)
      members += [string("target", "s3"), member("s3_config", object(bucket))] + some([string("prefix", "p")], &random)
    }
    return object(members)
  }
}
