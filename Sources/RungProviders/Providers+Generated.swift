// Written by `swift run rung-dev generate`; do not edit.

package enum Providers {
  package static let all: [any Provider.Type] = [
    Cloudflare.self,
    IVS.self,
    LiveKit.self,
    MKIO.self,
    MediaLive.self,
    Mux.self,
    Qencode.self,
    Tenbyte.self,
  ]
}

package enum Encoders {
  package static let all: [any Encoder.Type] = [
    FFmpeg.self,
    OBS.self,
  ]
}

package enum Destinations {
  package static let all: [Destination] = [
    .apiVideo,
    .amazonIVS,
    .bintu,
    .castr,
    .dLive,
    .facebook,
    .joystickTV,
    .kick,
    .mux,
    .nimoTV,
    .picarto,
    .restream,
    .rumble,
    .soop,
    .steam,
    .trovo,
    .twitch,
    .vimeo,
    .x,
    .youTube,
  ]
}
