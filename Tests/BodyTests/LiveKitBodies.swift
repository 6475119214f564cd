import RungTestSupport

/// Valid bodies that look random and set every field now and then, in every spelling that protobuf's JSON has.
enum LiveKitBodies {
  static func body(_ random: inout SplitMix) -> String {
    typealias JSON = TenbyteBodies
    let input = random.pick(["RTMP_INPUT", "WHIP_INPUT", "URL_INPUT", ""])
    let transcodes = input == "WHIP_INPUT" ? random.pick([true, true, false]) : true
    var members = [JSON.string(random.pick(["participant_identity", "participantIdentity"]), "encoder-1")]
    switch input {
    case "": break
    case "URL_INPUT":
      members.append(JSON.member("input_type", random.pick(["\"URL_INPUT\"", "2"])))
      members.append(JSON.string("url", random.pick(["https", "srt"]) + "://cdn.example.com/live"))
    case "WHIP_INPUT": members.append(JSON.member("inputType", "1"))
    default:
      members.append(JSON.string("input_type", input))
      if random.chance(10) { members.append(JSON.string("url", random.pick(["https://cdn.example.com/live", ""]))) }
    }
    let isStated = input == "WHIP_INPUT" ? transcodes || random.chance() : random.chance(30)
    if isStated { members.append(JSON.member("enable_transcoding", "\(transcodes)")) }
    let enabled = input == "URL_INPUT" ? "true" : "\(random.chance())"
    if random.chance(40) { members.append(JSON.string("name", random.pick(["main", ""]))) }
    if random.chance(40) { members.append(JSON.string("room_name", random.pick(["stage", "stage", ""]))) }
    if random.chance(40) { members.append(JSON.string("participant_name", "Camera")) }
    if random.chance(40) { members.append(JSON.member("participant_metadata", random.pick(["\"{}\"", "null"]))) }
    if random.chance(40) { members.append(JSON.member("enabled", enabled)) }
    if random.chance(60) { members.append(JSON.member("audio", audio(transcodes, &random))) }
    if random.chance(60) { members.append(JSON.member("video", video(transcodes, &random))) }
    if random.chance(10) { members.append(JSON.member("bypass_transcoding", "true")) }
    return JSON.object(members.shuffled(using: &random))
  }

  private static func track(_ sources: [String], _ encoding: [String], _ random: inout SplitMix) -> String {
    var members = encoding
    if random.chance(40) { members.append(TenbyteBodies.string("name", random.pick(["track", ""]))) }
    if random.chance(40) { members.append(TenbyteBodies.member("source", random.pick(sources))) }
    return TenbyteBodies.object(members)
  }

  private static func audio(_ transcodes: Bool, _ random: inout SplitMix) -> String {
    typealias JSON = TenbyteBodies
    var encoding: [String] = []
    if transcodes, random.chance(80) {
      if random.chance(40) {
        encoding = [JSON.member("preset", random.pick(["\"OPUS_STEREO_96KBPS\"", "\"OPUS_MONO_64KBS\"", "0", "1"]))]
      } else {
        let options = [
          JSON.member("audio_codec", random.pick(["\"OPUS\"", "\"DEFAULT_AC\"", "1"])),
          JSON.member("bitrate", random.pick(["96000", "64000", "\"128000\"", "0", "123456", "64e3"])), JSON.member("channels", random.pick(["0", "1", "2"])),
          JSON.member("disable_dtx", "\(random.chance())"),
        ]
        encoding = [JSON.member("options", JSON.object(JSON.some(options, &random)))]
      }
    }
    return track(["\"MICROPHONE\"", "\"UNKNOWN\"", "4"], encoding, &random)
  }

  private static func video(_ transcodes: Bool, _ random: inout SplitMix) -> String {
    typealias JSON = TenbyteBodies
    guard transcodes, random.chance(85) else { return track(["\"CAMERA\"", "\"UNKNOWN\"", "3"], [], &random) }
    if random.chance(30) { return track(["\"CAMERA\""], [JSON.member("preset", "\(Int.random(in: 0...9, using: &random))")], &random) }
    let sizes = [(1280, 720, "\"HIGH\"", 1_900_000), (640, 360, "1", 671_751), (320, 180, "\"LOW\"", 237_500)]
    var layers: [String] = []
    for index in random.pick([[], [0], [0, 2], [0, 1, 2], [2, 1, 0], [1, 2], [0, 1], [2]]) {
      let (width, height, quality, bitrate) = sizes[index]
      var members = [JSON.member("width", "\(width)"), JSON.member("height", random.pick(["\"\(height)\"", "\(height)"]))]
      if index != 2 || random.chance(70) { members.append(JSON.member("quality", quality)) }
      if random.chance(80) { members.append(JSON.member("bitrate", "\(random.pick([bitrate, bitrate, bitrate + 1, 0]))")) }
      if random.chance(10) { members += [JSON.string("rid", "q"), JSON.member("ssrc", "\"7\""), JSON.member("spatial_layer", "-1"), JSON.member("repair_ssrc", "8")] }
      layers.append(JSON.object(members))
    }
    let options = [
      JSON.member("video_codec", random.pick(["\"H264_BASELINE\"", "\"VP8\"", "\"DEFAULT_VC\"", "4"])),
      JSON.member("frame_rate", random.pick(["30", "25", "0", "29.97", "\"24\"", "60.0", "0.5"])),
    ]
    let list = random.chance(90) ? [JSON.member("layers", JSON.list(layers))] : []
    return track(["\"CAMERA\"", "\"SCREEN_SHARE\""], [JSON.member("options", JSON.object(list + JSON.some(options, &random)))], &random)
  }
}
