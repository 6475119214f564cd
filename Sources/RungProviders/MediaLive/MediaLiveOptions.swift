package import RungSource
package import RungSpec

extension MediaLive {
  package struct Options: Sendable {
    package var region: Located<String>?
    package var role: Located<String>?
    package var channelClass: Located<String>?
    package var input: Located<String>?
    package var inputName: Located<String>?
    package var inputType: Located<MediaLiveInputType>?
    package var inputResolution: Located<String>?
    package var maximumInputBitrate: Located<String>?
    package var streamNames: Located<[Located<String>]>?
    package var srtLatency: Located<Seconds>?
    package var srtStreamID: Located<String>?
    package var srtAlgorithm: Located<String>?
    package var srtPassphraseARN: Located<String>?
    package var sourceEnd: Located<String>?
    package var output: Located<Output>?
    package var destinations: Located<[Located<StreamURL>]>?
    package var channelGroup: Located<String>?
    package var channelGroupExists: Located<Bool>?
    package var packageChannel: Located<String>?
    package var originEndpoint: Located<String>?
    package var gopUnits: Located<String>?
    package var quality: Located<Int>?
    package var sceneChangeDetect: Located<Bool>?
    package var timecode: Located<String>?
    package var logLevel: Located<String>?
  }

  package static let options = Shape("the target medialive", "AWS MediaLive's own settings.", { Options() }) {
    Field("region", { $1(&$0.region) }, .awsRegion(Source.medialive("the hosts of the API are medialive.REGION.amazonaws.com", strength: .inferred)), "The AWS region, as `us-east-1`. Where it is not set, the URLs of the plan keep `{region}`.")
    Field("role", { $1(&$0.role) }, .string, "The ARN of the role that the channel takes to reach its inputs and outputs.")
    Field("channel_class", { $1(&$0.channelClass) }, .word([single, standard]), "`SINGLE_PIPELINE`, or `STANDARD` with a second pipeline to fail over to. Default: SINGLE_PIPELINE.")
    Field("input", { $1(&$0.input) }, .string, "The id of an input that exists, in place of one that the plan creates.")
    Field("input_name", { $1(&$0.inputName) }, .string, "The input's name. Default: the stream's.")
    Field("input_type", { $1(&$0.inputType) }, .choice, "The kind of input. Default: by `ingest.protocols`, or the scheme of the source.")
    Field("input_resolution", { $1(&$0.inputResolution) }, .word(["SD", "HD", "UHD"]), "The largest input, which decides the price. Default: by `ingest.video.resolution`.")
    Field("maximum_input_bitrate", { $1(&$0.maximumInputBitrate) }, .word(["MAX_10_MBPS", "MAX_20_MBPS", "MAX_50_MBPS"]), "The input's bitrate at most. Default: by the bitrates of `ingest`.")
    Field("stream_names", { $1(&$0.streamNames) }, .list(.string, count: 1...2), "Of an RTMP push input, the application name and instance for each pipeline: `live/primary`. Who has them can push. Default: derived from `name`.")
    Field("srt_latency", { $1(&$0.srtLatency) }, .unit, "Of an SRT input, the latency for recovering packets, in whole milliseconds. Default: 2s.")
    Field("srt_stream_id", { $1(&$0.srtStreamID) }, .string, "Of an SRT push input, the stream id that the encoder gives.")
    Field("srt_algorithm", { $1(&$0.srtAlgorithm) }, .word(["AES128", "AES192", "AES256"]), "Of an SRT push input, the cipher. Default: AES256.")
    Field("srt_passphrase_arn", { $1(&$0.srtPassphraseARN) }, .string, "Of an SRT push input, the ARN of the passphrase in AWS Secrets Manager; required there.")
    Field("source_end", { $1(&$0.sourceEnd) }, .word(["CONTINUE", "LOOP"]), "What happens at the end of a file: `LOOP` plays it again. MediaLive's default: CONTINUE.")
    Field("output", { $1(&$0.output) }, .choice, "Where the ladder goes: `mediapackage` (v2, which serves viewers), `hls` or `cmaf-ingest` to `destinations`, or `none`, for simulcast and recording alone. Default: mediapackage.")
    Field("destinations", { $1(&$0.destinations) }, .list(.url(), count: 1...2), "Of the outputs `hls` and `cmaf-ingest`, a URL for each pipeline: `s3ssl://bucket/folder/index`.")
    Field("channel_group", { $1(&$0.channelGroup) }, .text(1...256), "The channel group of MediaPackage. Default: derived from `name`.")
    Field("channel_group_exists", { $1(&$0.channelGroupExists) }, .bool, "True where `channel_group` exists: the plan neither creates nor deletes it. Default: false.")
    Field("package_channel", { $1(&$0.packageChannel) }, .text(1...256), "The channel of MediaPackage. Default: derived from `name`.")
    Field("origin_endpoint", { $1(&$0.originEndpoint) }, .text(1...256), "The origin endpoint of MediaPackage; a second one, for DASH beside MPEG-TS, has `-dash` after it. Default: derived from `name`.")
    Field("gop_units", { $1(&$0.gopUnits) }, .word(["FRAMES", "SECONDS"]), "How the keyframe interval is sent. Default: FRAMES, which is exact at NTSC rates.")
    Field("quality", { $1(&$0.quality) }, .integer(1...10), "Of `rate_control: capped-crf`, which is QVBR here, the quality level, 1 to 10. Default: MediaLive's choice.")
    Field("scene_change_detect", { $1(&$0.sceneChangeDetect) }, .bool, "True adds keyframes where a scene changes: segments are no whole number of GOPs then. Default: false.")
    Field("timecode", { $1(&$0.timecode) }, .word(["EMBEDDED", "SYSTEMCLOCK", "ZEROBASED"]), "Where timecodes come from. Default: SYSTEMCLOCK.")
    Field("log_level", { $1(&$0.logLevel) }, .word(["ERROR", "WARNING", "INFO", "DEBUG", "DISABLED"]), "What is written to CloudWatch Logs. MediaLive's default: DISABLED.")
  }
}
