package import RungSource
package import RungSpec

/// The body of `CreateInputSecurityGroup`.
package struct MediaLiveSecurityGroup: Sendable {
  package var whitelistRules: Located<[Located<MediaLiveRange>]>?
  package var tags: Located<[DictionaryEntry<String>]>?

  package static let shape = Shape("the input security group", "The addresses that may push.", { MediaLiveSecurityGroup() }) {
    Field("WhitelistRules", { $1(&$0.whitelistRules) }, .list(.object(MediaLiveRange.shape)), of: .ingestAllow, as: .byHand, "the addresses that may push")
    Field("Tags", { $1(&$0.tags) }, .dictionary(.string), of: .labels, "tags")
  }
}

package struct MediaLiveRange: Sendable {
  package var cidr: Located<String>?

  package static let shape = Shape("a whitelist rule", "A range of addresses.", { MediaLiveRange() }) {
    Field("Cidr", { $1(&$0.cidr) }, .string, "an IPv4 range, as 203.0.113.0/24")
  }
}

/// The body of `CreateInput`.
package struct MediaLiveInput: Sendable {
  package var name: Located<String>?
  package var type: Located<String>?
  package var inputSecurityGroups: Located<[Located<String>]>?
  package var destinations: Located<[Located<MediaLiveStreamName>]>?
  package var sources: Located<[Located<MediaLiveSource>]>?
  package var srtSettings: Located<MediaLiveSRT>?
  package var tags: Located<[DictionaryEntry<String>]>?

  package static let shape = Shape("the input", "What a channel takes in.", { MediaLiveInput() }) {
    Field("Name", { $1(&$0.name) }, .string, of: .medialive("input_name"), "the input's name")
    Field("Type", { $1(&$0.type) }, .string, of: .medialive("input_type"), "the kind of input")
    Field("InputSecurityGroups", { $1(&$0.inputSecurityGroups) }, .list(.string, count: .free), "the ids of the groups of addresses that may push")
    Field("Destinations", { $1(&$0.destinations) }, .list(.object(MediaLiveStreamName.shape), count: .free), of: .medialive("stream_names"), as: .byHand, "of a push input, one for each pipeline")
    Field("Sources", { $1(&$0.sources) }, .list(.object(MediaLiveSource.shape), count: .free), of: .ingestSource, as: .byHand, "of a pull input, one for each pipeline")
    Field("SrtSettings", { $1(&$0.srtSettings) }, .object(MediaLiveSRT.shape), "of an SRT input")
    Field("Tags", { $1(&$0.tags) }, .dictionary(.string), of: .labels, "tags")
  }
}

package struct MediaLiveStreamName: Sendable {
  package var streamName: Located<String>?

  package static let shape = Shape("an input destination", "Where an encoder pushes to.", { MediaLiveStreamName() }) {
    Field("StreamName", { $1(&$0.streamName) }, .string, "of RTMP, the application name and instance")
  }
}

package struct MediaLiveSource: Sendable {
  package var url: Located<String>?

  package static let shape = Shape("an input source", "What is pulled.", { MediaLiveSource() }) {
    Field("Url", { $1(&$0.url) }, .string, of: .sourceURL, "the address to pull from")
  }
}

package struct MediaLiveSRT: Sendable {
  package var srtCallerSources: Located<[Located<MediaLiveSRTCaller>]>?
  package var srtListenerSettings: Located<MediaLiveSRTListener>?

  package static let shape = Shape("SrtSettings", "SRT.", { MediaLiveSRT() }) {
    Field("SrtCallerSources", { $1(&$0.srtCallerSources) }, .list(.object(MediaLiveSRTCaller.shape), count: .free), "what MediaLive calls")
    Field("SrtListenerSettings", { $1(&$0.srtListenerSettings) }, .object(MediaLiveSRTListener.shape), "how MediaLive is called")
  }
}

package struct MediaLiveSRTCaller: Sendable {
  package var srtListenerAddress: Located<String>?
  package var srtListenerPort: Located<String>?
  package var streamId: Located<String>?
  package var minimumLatency: Located<Int>?

  package static let shape = Shape("an SRT source", "A listener that MediaLive calls.", { MediaLiveSRTCaller() }) {
    Field("SrtListenerAddress", { $1(&$0.srtListenerAddress) }, .string, "the host")
    Field("SrtListenerPort", { $1(&$0.srtListenerPort) }, .string, "the port, as a string")
    Field("StreamId", { $1(&$0.streamId) }, .string, "the stream id, where the listener asks for one")
    Field("MinimumLatency", { $1(&$0.minimumLatency) }, .integer(0...Int.max), of: .medialive("srt_latency"), as: .byHand, "milliseconds")
  }
}

package struct MediaLiveSRTListener: Sendable {
  package var decryption: Located<MediaLiveSRTDecryption>?
  package var minimumLatency: Located<Int>?
  package var streamId: Located<String>?

  /// In milliseconds: "Range 120-15000".
  static let latencies = 120...15_000

  package static let shape = Shape("SrtListenerSettings", "How an encoder calls.", { MediaLiveSRTListener() }) {
    Field("Decryption", { $1(&$0.decryption) }, .object(MediaLiveSRTDecryption.shape), "required: an SRT listener takes encrypted streams only")
    Field("MinimumLatency", { $1(&$0.minimumLatency) }, .integer(latencies), of: .medialive("srt_latency"), as: .byHand, "milliseconds")
    Field("StreamId", { $1(&$0.streamId) }, .string, of: .medialive("srt_stream_id"), "the stream id that the encoder gives")
  }
}

package struct MediaLiveSRTDecryption: Sendable {
  package var algorithm: Located<String>?
  package var passphraseSecretArn: Located<String>?

  package static let shape = Shape("Decryption", "How a stream is decrypted.", { MediaLiveSRTDecryption() }) {
    Field("Algorithm", { $1(&$0.algorithm) }, .string, of: .medialive("srt_algorithm"), "the cipher")
    Field("PassphraseSecretArn", { $1(&$0.passphraseSecretArn) }, .string, of: .medialive("srt_passphrase_arn"), "the ARN of the passphrase in AWS Secrets Manager")
  }
}
