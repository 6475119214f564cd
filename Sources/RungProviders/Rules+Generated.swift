// Written by `swift run rung-dev generate`; do not edit.
package import RungSpec

extension CommonRules {
  package static let all: [Rule<Measured>] = [
    audioBitrateOutOfRange,
    audioChannelsNotTaken,
    audioCodecNotTaken,
    bitrateNotWhole,
    eventTooLong,
    frameRateNotTaken,
    ladderMissing,
    nameTooLong,
    pullSchemeNotTaken,
    rateControlNotTaken,
    resolutionNotTaken,
    sampleRateNotTaken,
    tooManyRenditions,
    videoCodecNotTaken,
  ]
}

extension MKIO {
  package static let rules: [Rule<Fit<MKIO>>] = [
  ]
}

extension Tenbyte {
  package static let rules: [Rule<Fit<Tenbyte>>] = [
    backupWithPush,
    crfBesideBitrate,
    dashNotFMP4,
    dashWithAudio,
    h265InMPEGTS,
    ingestMissing,
    libraryIDMissing,
    lowLatencyWithBframes,
    lowLatencyWithLongGOP,
    notWholeSeconds,
    onlyDASH,
    packagingMissing,
    pullFromPrivateAddress,
    pullWithProtocols,
    pullWithoutSource,
    pushProtocolsMissing,
    pushWithSource,
    recordingNotToS3,
    regionMissing,
    renditionIncomplete,
    rtmpsPullUndocumented,
    s3RecordingIncomplete,
    s3URLIncomplete,
    segmentFormatMissing,
    tooManyRecordingTargets,
    udpOverInternet,
  ]
}
