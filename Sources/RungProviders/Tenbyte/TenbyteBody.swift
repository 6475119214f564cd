package import RungSource
package import RungSpec

/// The body of `POST /v1/livestream/streams`. No schema of Tenbyte's refuses unknown keys, and none says what becomes of
/// them. Source of every field: ``Tenbyte/Source/reference(_:strength:)``.
package struct TenbyteCreate: Sendable {
  package var name: Located<String>?
  package var type: Located<StreamKind>?
  package var mode: Located<MediaKind>?
  package var region: Located<String>?
  package var ingest: Located<TenbyteIngest>?
  package var outputProtocols: Located<[Located<String>]>?
  package var ladder: Located<TenbyteLadder>?
  package var packaging: Located<TenbytePackaging>?
  package var recording: Located<TenbyteRecording>?
  package var webhookURL: Located<String>?
  package var meta: Located<Node>?

  package static let shape = Shape("the create request", "Creates a live stream.", { TenbyteCreate() }) {
    Field("name", { $1(&$0.name) }, .text(within: Tenbyte.theFacts.nameLength), required: true, of: .name, "1 to 255 characters")
    Field("type", { $1(&$0.type) }, .choice, required: true, of: .kind, "`linear` (24/7) or `event` (up to 6 h)")
    Field("mode", { $1(&$0.mode) }, .choice, required: true, of: .media, "`video` or `audio`")
    Field("region", { $1(&$0.region) }, .string, required: true, empty: .unclear, of: .tenbyte("region"), "the region code, as `sg-edge-04`")
    Field("ingest", { $1(&$0.ingest) }, .object(TenbyteIngest.shape), required: true, of: .ingest, "the ingest")
    Field("output_protocols", { $1(&$0.outputProtocols) }, .list(.word(["hls", "dash"]), count: 1...2, unique: true), required: true, of: .packaging, as: .byHand, "`hls`, `dash`; no `dash` with mode audio")
    Field("ladder", { $1(&$0.ladder) }, .object(TenbyteLadder.shape), required: true, of: .ladder, "`video` or `audio`, by mode; never both")
    Field("packaging", { $1(&$0.packaging) }, .object(TenbytePackaging.shape), required: true, of: .packaging, "settings of each output protocol")
    Field("recording", { $1(&$0.recording) }, .object(TenbyteRecording.shape), of: .recording, "recording and its destination")
    Field("webhook_url", { $1(&$0.webhookURL) }, .uri("https://hooks.example.com/path", ["https", "http"]), of: .webhook, "where changes of state are posted")
    Field("meta", { $1(&$0.meta) }, .mapping, of: .labels, as: .byHand, "custom keys and values")
  }
}

package struct TenbyteIngest: Sendable {
  package var kind: Located<IngestMode>?
  package var protocols: Located<[Located<String>]>?
  package var primary: Located<TenbyteEndpoint>?
  package var backup: Located<TenbyteEndpoint>?

  package static let shape = Shape("ingest", "How the stream comes in.", { TenbyteIngest() }) {
    Field("kind", { $1(&$0.kind) }, .choice, required: true, of: .ingestMode, "`push` or `pull`")
    Field("protocols", { $1(&$0.protocols) }, .list(.word(of: Tenbyte.theFacts.pushProtocols), count: 1...2, unique: true), of: .ingestProtocols, "required for push")
    Field("primary", { $1(&$0.primary) }, .object(TenbyteEndpoint.shape), of: .ingestSource, "required for pull, not allowed for push")
    Field("backup", { $1(&$0.backup) }, .object(TenbyteEndpoint.shape), of: .ingestBackup, "a second target (push) or a failover source (pull)")
  }
}

package struct TenbyteEndpoint: Sendable {
  package var `protocol`: Located<String>?
  package var url: Located<String>?

  package static let shape = Shape("an ingest endpoint", "A place to pull from.", { TenbyteEndpoint() }) {
    Field("protocol", { $1(&$0.protocol) }, .word(["srt", "rtsp", "rtmp", "udp"]), required: true, "`srt`, `rtsp`, `rtmp` or `udp`")
    Field("url", { $1(&$0.url) }, .uri("srt://origin.example.com:9000"), required: true, of: .sourceURL, "its URL, of the same protocol")
  }
}

package struct TenbyteLadder: Sendable {
  package var video: Located<[Located<TenbyteVideo>]>?
  package var audio: Located<[Located<TenbyteAudio>]>?

  package static let shape = Shape("ladder", "The renditions.", { TenbyteLadder() }) {
    Field("video", { $1(&$0.video) }, .list(.object(TenbyteVideo.shape), count: Tenbyte.theFacts.videoRenditions.value), of: .renditions, "1 to 6 renditions, for mode video")
    Field("audio", { $1(&$0.audio) }, .list(.object(TenbyteAudio.shape), count: Tenbyte.theFacts.audioRenditions.value), of: .renditions, "1 to 3 renditions, for mode audio")
  }
}

package struct TenbyteVideo: Sendable {
  package var name: Located<String>?
  package var width: Located<Int>?
  package var height: Located<Int>?
  package var fps: Located<Int>?
  package var gop: Located<Int>?
  package var bitrate: Located<Int>?
  package var maxBitrate: Located<Int>?
  package var bufferSize: Located<Int>?
  package var codec: Located<VideoCodec>?
  package var preset: Located<EncoderPreset>?
  package var profile: Located<VideoProfile>?
  package var level: Located<String>?
  package var rateControl: Located<RateControl>?
  package var crf: Located<Int>?
  package var bframes: Located<Int>?
  package var refFrames: Located<Int>?
  package var lookahead: Located<Int>?
  package var audio: Located<TenbyteSound>?

  package static let shape = Shape("a video rendition", "One step of the ladder.", { TenbyteVideo() }) {
    Field("name", { $1(&$0.name) }, .string, empty: .unclear, of: .renditionName, "its name")
    Field("width", { $1(&$0.width) }, .integer(within: Tenbyte.theFacts.width, from: .min), required: true, of: .resolution, as: .width, "pixels, at most 2560")
    Field("height", { $1(&$0.height) }, .number(of: Tenbyte.theFacts.heights), required: true, of: .resolution, as: .height, "pixels")
    Field("fps", { $1(&$0.fps) }, .number(of: Tenbyte.theFacts.frameRates), required: true, of: .fps, "frames per second")
    Field("gop", { $1(&$0.gop) }, .integer, required: true, of: .gop, "frames between keyframes")
    Field("bitrate_kbps", { $1(&$0.bitrate) }, .integer, required: true, of: .bitrate, as: .kilobits, "target, kbps")
    Field("max_bitrate_kbps", { $1(&$0.maxBitrate) }, .integer, of: .maxBitrate, as: .kilobits, "maximum, kbps")
    Field("buf_size_kbps", { $1(&$0.bufferSize) }, .integer, of: .buffer, as: .kilobitBuffer, "VBV buffer, kbit")
    Field("codec", { $1(&$0.codec) }, .choice(of: Tenbyte.theFacts.videoCodecs), required: true, of: .codec, "`h264` or `h265`")
    Field("preset", { $1(&$0.preset) }, .openChoice, empty: .unclear, of: .encoderPreset, "encoder preset; any text is accepted")
    Field("profile", { $1(&$0.profile) }, .openChoice, empty: .unclear, of: .profile, "codec profile; any text is accepted")
    Field("level", { $1(&$0.level) }, .openLevel, empty: .unclear, of: .level, "codec level, as text: \"4.0\"; any text is accepted")
    Field("rate_control", { $1(&$0.rateControl) }, .choice(of: Tenbyte.theFacts.rateControls), of: .rateControl, "`cbr` or `vbr`")
    Field("crf", { $1(&$0.crf) }, .integer(0...51), of: .crf, "0 to 51")
    Field("bframes", { $1(&$0.bframes) }, .integer, of: .bframes, "consecutive B-frames; answers omit 0")
    Field("ref_frames", { $1(&$0.refFrames) }, .integer, of: .refFrames, "reference frames")
    Field("rc_lookahead", { $1(&$0.lookahead) }, .integer, of: .lookahead, "frames that rate control looks ahead")
    Field("audio", { $1(&$0.audio) }, .object(TenbyteSound.shape), required: true, of: .audio, "the audio of this rendition")
  }
}

/// Audio beside video: here the bitrate is called `audio_bitrate_kbps`.
package struct TenbyteSound: Sendable {
  package var codec: Located<AudioCodec>?
  package var channels: Located<Int>?
  package var sampleRate: Located<Int>?
  package var bitrate: Located<Int>?

  package static let shape = Shape("audio", "Audio of a video rendition.", { TenbyteSound() }) {
    Field("codec", { $1(&$0.codec) }, .choice(of: Tenbyte.theFacts.audioCodecs), required: true, of: .audioCodec, "`aac`")
    Field("channels", { $1(&$0.channels) }, .number(of: Tenbyte.theFacts.audioChannels), required: true, of: .audioChannels, "1, 2 or 6")
    Field("sample_rate_hz", { $1(&$0.sampleRate) }, .number(of: Tenbyte.theFacts.sampleRates), required: true, of: .audioSampleRate, as: .hertz, "Hz")
    Field("audio_bitrate_kbps", { $1(&$0.bitrate) }, .kilobits(within: Tenbyte.theFacts.audioBitrate), required: true, of: .audioBitrate, as: .kilobits, "64 to 256 kbps")
  }
}

/// A step of an audio ladder: here the bitrate is called `bitrate_kbps`.
package struct TenbyteAudio: Sendable {
  package var name: Located<String>?
  package var codec: Located<AudioCodec>?
  package var channels: Located<Int>?
  package var sampleRate: Located<Int>?
  package var bitrate: Located<Int>?

  package static let shape = Shape("an audio rendition", "One step of an audio ladder.", { TenbyteAudio() }) {
    Field("name", { $1(&$0.name) }, .string, empty: .unclear, of: .renditionName, "its name")
    Field("codec", { $1(&$0.codec) }, .choice(of: Tenbyte.theFacts.audioCodecs), required: true, of: .audioCodec, "`aac`")
    Field("channels", { $1(&$0.channels) }, .number(of: Tenbyte.theFacts.audioChannels), required: true, of: .audioChannels, "1, 2 or 6")
    Field("sample_rate_hz", { $1(&$0.sampleRate) }, .number(of: Tenbyte.theFacts.sampleRates), required: true, of: .audioSampleRate, as: .hertz, "Hz")
    Field("bitrate_kbps", { $1(&$0.bitrate) }, .kilobits(within: Tenbyte.theFacts.audioBitrate), required: true, of: .audioBitrate, as: .kilobits, "64 to 256 kbps")
  }
}

package struct TenbytePackaging: Sendable {
  package var hls: Located<TenbyteHLS>?
  package var dash: Located<TenbyteDASH>?

  package static let shape = Shape("packaging", "Settings of each output protocol.", { TenbytePackaging() }) {
    Field("hls", { $1(&$0.hls) }, .object(TenbyteHLS.shape), of: .hls, "required when `output_protocols` has hls")
    Field("dash", { $1(&$0.dash) }, .object(TenbyteDASH.shape), of: .dash, "required when `output_protocols` has dash")
  }
}

package struct TenbyteHLS: Sendable {
  package var segmentFormat: Located<SegmentFormat>?
  package var playlistSize: Located<Int>?
  package var preservedSegments: Located<Int>?
  package var lowLatency: Located<Bool>?

  package static let shape = Shape("packaging.hls", "HLS.", { TenbyteHLS() }) {
    Field("segment_format", { $1(&$0.segmentFormat) }, .choice, required: true, of: .hlsSegmentFormat, "`mpegts` or `fmp4`")
    Field("playlist_size", { $1(&$0.playlistSize) }, .integer, of: .hlsPlaylistSegments, "segments in the live playlist")
    Field("preserved_segments", { $1(&$0.preservedSegments) }, .integer, of: .hlsPreservedSegments, "segments kept behind the playlist")
    Field("low_latency", { $1(&$0.lowLatency) }, .bool, of: .lowLatency, "low-latency HLS")
  }
}

package struct TenbyteDASH: Sendable {
  package var segmentFormat: Located<SegmentFormat>?
  package var window: Located<Int>?
  package var minBuffer: Located<Int>?

  package static let shape = Shape("packaging.dash", "MPEG-DASH.", { TenbyteDASH() }) {
    Field("segment_format", { $1(&$0.segmentFormat) }, .choice(of: [.fmp4]), required: true, of: .dashSegmentFormat, "`fmp4`")
    Field("window_s", { $1(&$0.window) }, .integer, of: .dashWindow, as: .seconds, "seconds of time shift")
    Field("min_buffer_s", { $1(&$0.minBuffer) }, .integer, of: .dashMinBuffer, as: .seconds, "seconds that players buffer")
  }
}

package struct TenbyteRecording: Sendable {
  package var enabled: Located<Bool>?
  package var target: Located<String>?
  package var libraryID: Located<String>?
  package var folderID: Located<String>?
  package var prefix: Located<String>?
  package var s3: Located<TenbyteS3>?

  package static let shape = Shape("recording", "What is recorded, and where to.", { TenbyteRecording() }) {
    Field("enabled", { $1(&$0.enabled) }, .bool, "default false")
    Field("target", { $1(&$0.target) }, .word(["library", "s3"]), "`library` or `s3`")
    Field("library_id", { $1(&$0.libraryID) }, .string, empty: .unclear, of: .libraryID, "required for the target library")
    Field("folder_id", { $1(&$0.folderID) }, .string, empty: .unclear, of: .libraryFolder, "a folder in the library")
    Field("prefix", { $1(&$0.prefix) }, .string, empty: .unclear, of: .libraryPrefix, "what file names start with")
    Field("s3_config", { $1(&$0.s3) }, .object(TenbyteS3.shape), of: .recordingDestinations, "needed for the target s3")
  }
}

package struct TenbyteS3: Sendable {
  package var endpoint: Located<String>?
  package var bucket: Located<String>?
  package var region: Located<String>?
  package var key: Located<SecretText>?
  package var secret: Located<SecretText>?
  package var prefix: Located<String>?
  package var storageClass: Located<String>?

  package static let shape = Shape("recording.s3_config", "A bucket.", { TenbyteS3() }) {
    Field("endpoint", { $1(&$0.endpoint) }, .uri("https://s3.example.com"), required: true, of: .destinationURL, as: .byHand, "URL of the storage")
    Field("bucket", { $1(&$0.bucket) }, .string, required: true, empty: .unclear, "bucket")
    Field("region", { $1(&$0.region) }, .string, required: true, empty: .unclear, of: .destinationRegion, "region")
    Field("access_key_id", { $1(&$0.key) }, .secret.described(.string()), required: true, empty: .unclear, of: .destinationKey, "access key id")
    Field("secret_access_key", { $1(&$0.secret) }, .secret.described(.string()), required: true, empty: .unclear, of: .destinationSecret, "secret access key")
    Field("prefix", { $1(&$0.prefix) }, .string, empty: .unclear, "folder in the bucket")
    Field("storage_class", { $1(&$0.storageClass) }, .string, empty: .unclear, of: .destinationStorageClass, "storage class")
  }
}
