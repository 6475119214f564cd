// Written by `swift run rung-dev generate`; do not edit.
package import RungSpec

extension CommonRules {
  package static let all: [Rule<Measured>] = [
    archiveWindowAboveLimit,
    archiveWindowBelowLimit,
    ingestBitrateAboveLimit,
    keyframeIntervalOutOfRange,
    pushProtocolNotTaken,
    tooManyRenditions,
  ]
}

extension MKIO {
  package static let rules: [Rule<Fit<MKIO>>] = [
    archiveWindowUnset,
    assetNotCreated,
    audioOnlyEncoding,
    authenticatedPlaybackUnprotected,
    codecNotCarried,
    descriptionTooLong,
    encoderGopMismatch,
    encodingSettingOnPassthrough,
    encodingTypeMismatch,
    encryptionWithoutKeyPolicy,
    endpointRegionUnknown,
    eventLongerThanArchive,
    eventNameMalformed,
    eventNameMissing,
    fieldWithoutEffect,
    frameRateHalved,
    hostnamePrefixIgnored,
    ingestOpenToAll,
    keyframeIntervalInexact,
    ladderFixedByPreset,
    layerBitrateAboveLimit,
    lowLatencyGated,
    lowLatencyLongGop,
    presetOfOtherType,
    presetUnpublished,
    previewPolicyNotTaken,
    resourceNameMalformed,
    rungAbovePreset,
    severalStreamsPushed,
    sourceAboveInputLimit,
    staticHostnameWithoutToken,
    streamingPolicyUnknown,
    tagTooLong,
    tokenMalformed,
    tokenPlaceholder,
    tooManyTags,
    transcriptionOnPassthrough,
  ]
}

extension Tenbyte {
  package static let rules: [Rule<Fit<Tenbyte>>] = [
  ]
}
