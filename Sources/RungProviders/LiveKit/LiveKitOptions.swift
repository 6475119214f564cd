package import RungSource
package import RungSpec

extension LiveKit {
  package struct Options: Sendable {
    package var host: Located<StreamURL>?
    package var ingress: Located<String>?
    package var room: Located<String>?
    package var participant: Located<LiveKitParticipant>?
    package var enabled: Located<Bool>?
    package var input: Located<LiveKitInput>?
    package var video: Located<LiveKitVideoTrack>?
    package var audio: Located<LiveKitAudioTrack>?
  }

  package static let options = Shape("the target livekit", "LiveKit's own settings.", { Options() }) {
    Field("host", { $1(&$0.host) }, .url(["https", "http", "wss", "ws"], example: "https://acme.livekit.cloud"), "The project, as in `LIVEKIT_URL`: `https://acme.livekit.cloud`. Where it is not set, the URLs of the plan keep `{host}`.")
    Field("ingress", { $1(&$0.ingress) }, .text(0...Int.max), "The ingress's name; empty for none. Default: `name`.")
    Field("room", { $1(&$0.room) }, .string, "The room to publish to, up to 256 bytes. It is created when the first participant joins.")
    Field(part: "participant", { $1(&$0.participant) }, LiveKitParticipant.shape, "Who publishes the stream in the room.")
    Field("enabled", { $1(&$0.enabled) }, .bool, "False rejects encoders; RTMP and WHIP only. LiveKit's default: true.")
    Field("input", { $1(&$0.input) }, .choice, "`RTMP_INPUT`, `WHIP_INPUT` or `URL_INPUT`. Default: chosen by `ingest`; of several protocols, the first that LiveKit supports.")
    Field(part: "video", { $1(&$0.video) }, LiveKitVideoTrack.shape, "The video track in the room.")
    Field(part: "audio", { $1(&$0.audio) }, LiveKitAudioTrack.shape, "The audio track in the room.")
  }
}

package struct LiveKitParticipant: Sendable {
  package var identity: Located<String>?
  package var name: Located<String>?
  package var metadata: Located<String>?

  package static let shape = Shape("`participant`", "Who publishes the stream in the room.", { LiveKitParticipant() }) {
    Field("identity", { $1(&$0.identity) }, .string, "Unique in the room, up to 256 bytes; required by LiveKit.")
    Field("name", { $1(&$0.name) }, .string, "What viewers see, up to 256 bytes.")
    Field("metadata", { $1(&$0.metadata) }, .string, "Your own text for everybody in the room, often JSON; up to 512 KiB.")
  }
}

package struct LiveKitVideoTrack: Sendable {
  package var name: Located<String>?
  package var source: Located<LiveKitTrackSource>?
  package var presets: Located<Bool>?

  package static let shape = Shape("`video`", "The video track in the room.", { LiveKitVideoTrack() }) {
    Field("name", { $1(&$0.name) }, .string, "The track's name.")
    Field("source", { $1(&$0.source) }, .choice, "What the track shows: `CAMERA` or `SCREEN_SHARE`. LiveKit's default: `UNKNOWN`.")
    Field("presets", { $1(&$0.presets) }, .bool, "False sends the layers even where a preset of LiveKit's is the same. Default: true.")
  }
}

package struct LiveKitAudioTrack: Sendable {
  package var name: Located<String>?
  package var source: Located<LiveKitTrackSource>?
  package var disableDTX: Located<Bool>?
  package var presets: Located<Bool>?

  package static let shape = Shape("`audio`", "The audio track in the room.", { LiveKitAudioTrack() }) {
    Field("name", { $1(&$0.name) }, .string, "The track's name.")
    Field("source", { $1(&$0.source) }, .choice, "What the track carries: `MICROPHONE` or `SCREEN_SHARE_AUDIO`. LiveKit's default: `UNKNOWN`.")
    Field("disable_dtx", { $1(&$0.disableDTX) }, .bool, "True keeps sending during silence, for music. LiveKit's default: false.")
    Field("presets", { $1(&$0.presets) }, .bool, "False sends the settings even where a preset of LiveKit's is the same. Default: true.")
  }
}
