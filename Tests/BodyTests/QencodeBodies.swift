import RungTestSupport

/// Valid bodies for one stream at Qencode that look random and set every field now and then.
enum QencodeBodies {
  private typealias T = TenbyteBodies

  static let every = ["create", "update", "domain", "playback-id", "simulcast-target"]

  static func bodies(_ random: inout SplitMix) -> [(kind: String, text: String)] {
    var bodies: [(String, String)] = []
    let creates = random.chance(70)
    let domain = creates && random.chance(40)
    if domain, random.chance() { bodies.append(("domain", #"{"name": "live.example.com", "type": "live"}"#)) }
    if creates { bodies.append(("create", create(domain, &random))) }
    if random.chance(70) || !creates { bodies.append(("update", update(&random))) }
    if random.chance(40) { for _ in 0..<random.pick([1, 2]) { bodies.append(("playback-id", T.object([T.string("policy", random.pick(["public", "authenticated"]))]))) } }
    if random.chance(40) { for _ in 0..<random.pick([1, 2]) { bodies.append(("simulcast-target", target(&random))) } }
    return bodies
  }

  private static func settings(_ random: inout SplitMix) -> [String] {
    T.some(
      [
        T.string("name", random.pick(["news", "Stream: one", "no"])), T.string("input_format", random.pick(["rtmp", "webrtc", "srt"])),
        T.string("output_format", random.pick(["hls", "hls", "cmaf", "ll-hls", "dash"])), T.member("stream_timeout", random.pick(["1", "120", "7200"])),
      ], &random)
  }

  private static func create(_ domain: Bool, _ random: inout SplitMix) -> String {
    var members = settings(&random)
    if members.isEmpty { members.append(T.string("name", "news")) }
    if domain { members.append(T.string("playback_domain", "live.example.com")) }
    return T.object(members)
  }

  private static func update(_ random: inout SplitMix) -> String {
    var members = settings(&random)
    // A request that only clears the callback is about a stream that is there, and none of a spec's.
    let callbacks = ["https://hooks.example.com/x"] + (members.isEmpty ? [] : [""])
    if random.chance() { members.append(T.string("callback_url", random.pick(callbacks))) }
    if random.chance(70) || members.isEmpty { members.append(T.member("dvr", dvr(&random))) }
    return T.object(members)
  }

  private static func dvr(_ random: inout SplitMix) -> String {
    let formats = ["\"mp4\"", "\"ts\"", "\"hls\"", "[\"mp4\"]", "[\"mp4\", \"hls\"]"]
    let resolutions = ["highest", "lowest", "240p", "480p", "720p", "1080p", "1440p", "4k", "all"]
    var members = T.some(
      [
        T.member("enabled", random.pick(["1", "0", "true", "false"])), T.string("stream_source", random.pick(["original", "transcoded", "auto"])),
        T.string("resolution", random.pick(resolutions)), T.member("format", random.pick(formats)), T.member("max_file_duration", random.pick(["1", "14400", "21600"])),
      ], &random)
    let one = destination(&random)
    if random.chance(70) || members.isEmpty { members.append(T.member("destination", random.pick([one, "[\(one)]", "[\(one), \(destination(&random))]"]))) }
    return T.object(members)
  }

  private static func destination(_ random: inout SplitMix) -> String {
    T.object(
      [T.string("url", random.pick(["s3", "b2", "ftp", "sftp"]) + "://storage.example.com/bucket/path\(Int.random(in: 0...3, using: &random))")]
        + T.some(
          [
            T.string("key", random.pick(["AKIA0123456789ABCDEF", "${env:S3_KEY}"])), T.string("secret", random.pick(["hunter2hunter2", "<SECRET>"])),
            T.string("permissions", random.pick(["public-read", ""])), T.string("storage_class", "REDUCED_REDUNDANCY"),
          ], &random))
  }

  private static func target(_ random: inout SplitMix) -> String {
    T.object(
      [T.string("url", random.pick(["rtmp://a.rtmp.youtube.com/live2", "rtmps://live.example.com:443/app"]))]
        + T.some([T.string("stream_key", random.pick(["abcd-1234", "efgh-5678", ""]))], &random))
  }
}
