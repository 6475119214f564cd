// Written by `swift run rung-dev generate`; do not edit.
package import RungSpec

extension CommonRules {
  package static let all: [Rule<Measured>] = [
    archiveWindowAboveLimit,
    archiveWindowBelowLimit,
    audioBitrateOutOfRange,
    audioChannelsNotTaken,
    audioCodecNotTaken,
    bitrateNotWhole,
    eventTooLong,
    frameRateNotTaken,
    ingestBitrateAboveLimit,
    keyframeIntervalOutOfRange,
    ladderMissing,
    nameTooLong,
    pullSchemeNotTaken,
    pushProtocolNotTaken,
    rateControlNotTaken,
    resolutionNotTaken,
    rewindNotPlaylist,
    sampleRateNotTaken,
    sideLeftToSource,
    tooManyRenditions,
    videoCodecNotTaken,
  ]
}

extension FleetRules {
  package static let all: [Rule<Fleet.Meeting>] = [
    takenTwice,
  ]
}

extension DestinationRules {
  package static let all: [Rule<Feed>] = [
    audioBitrateAboveLimit,
    audioChannelsAboveLimit,
    audioCodecNotIngested,
    bframesAboveLimit,
    frameRateAboveLimit,
    keyframeIntervalAboveLimit,
    protocolNotIngested,
    rateControlNotIngested,
    resolutionAboveLimit,
    sampleRateNotIngested,
    videoBitrateAboveLimit,
    videoCodecNotIngested,
  ]
}

extension Cloudflare {
  package static let rules: [Rule<Fit<Cloudflare>>] = [
    backupNotTaken,
    ingestBitrateNotRecommended,
    inputCodecNotTaken,
    keyframeIntervalNotRecommended,
    keyframeIntervalNotTaken,
    lowLatencyWithoutRecording,
    manifestWithoutRecording,
    originNotADomain,
    outputKeyMissing,
    recordingTruncated,
    simulcastOverWebRTC,
    timeoutNotWhole,
    tooManyOutputs,
    webRTCNotRecorded,
  ]
}

extension IVS {
  package static let rules: [Rule<Fit<IVS>>] = [
    arnInOtherRegion,
    arnMalformed,
    audioOnly,
    bucketFolderIgnored,
    bucketInOtherRegion,
    bucketNotTaken,
    channelNameMalformed,
    dashNotServed,
    insecureIngest,
    keyframesNotAdvised,
    multitrackContainer,
    multitrackNotStandard,
    presetNotAdvanced,
    protocolRefused,
    recordingReconnectOutOfRange,
    regionUnknown,
    renditionAboveMultitrack,
    renditionsWithoutCustom,
    sentCodecNotTaken,
    sentSizeAboveLimit,
    severalDestinations,
    tagsNotTaken,
    typeMismatch,
  ]
}

extension LiveKit {
  package static let rules: [Rule<Fit<LiveKit>>] = [
    audioCodecChanged,
    audioSourceNotSound,
    codecNotDecoded,
    disabledPull,
    dtxWithoutTranscoding,
    frameRateBelowOne,
    frameRateNotWhole,
    hostWithPath,
    identityMissing,
    ingressDisabled,
    inputMismatch,
    joinTextTooLong,
    kilobitsAsBits,
    layerBitrateNotRising,
    layerBitrateOutOfRange,
    layerBitrateTruncated,
    layerOfAnotherShape,
    layerSizeOdd,
    layerWidthsNotRising,
    layerWithoutSize,
    layersAboveSource,
    passthroughNotWHIP,
    pullSourceMissing,
    pullWithoutRoom,
    pulledMediaNotTaken,
    pushWithoutRoom,
    singleLayer,
    sourceURLMalformed,
    sourceWithPush,
    videoNotDropped,
    videoSourceNotVideo,
    whipCodecNotTaken,
    whipSoundNotOpus,
    whipWithBFrames,
    whipWithoutSimulcast,
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
    lowLatencyManyFragments,
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

extension MediaLive {
  package static let rules: [Rule<Fit<MediaLive>>] = [
    allowListMissing,
    channelWithoutOutputs,
    frameRateMissing,
    gopInSecondsInexact,
    keptSegmentsTooFew,
    levelNotOffered,
    outputWithoutDestination,
    packageNameMalformed,
    passthroughNotMade,
    rateControlNotOfCodec,
    renditionNameTwice,
    segmentDurationsOfOneEndpoint,
    segmentNotWholeSeconds,
    settingOutOfRange,
    sourceOfSecondPipelineMissing,
    srtPassphraseMissing,
    streamNamesNotOfClass,
    windowBelow30s,
  ]
}

extension Mux {
  package static let rules: [Rule<Fit<Mux>>] = [
    backupIngestNotTaken,
    dashNotMade,
    drmWithoutItsPolicy,
    eventAboveContinuousDuration,
    inputBitrateNotRecommended,
    inputVideoNotTaken,
    keyframesNotRecommended,
    latencyModesDiffer,
    mp4Twice,
    passthroughTooLong,
    playbackPolicyMissing,
    reconnectWindowOutOfRange,
    reconnectWindowUnset,
    recordingResolutionNotMade,
    simulcastKeyNotUsed,
    simulcastOverSRT,
    slateNotShown,
    slateRecommended,
    testStreamTooShort,
  ]
}

extension Qencode {
  package static let rules: [Rule<Fit<Qencode>>] = [
    awsKeyMalformed,
    dashAnnouncedOnly,
    extraFieldNotTaken,
    fileDurationOutOfRange,
    fractionOfSecond,
    frameRateAboveMaximum,
    frameRateNotSettable,
    inputFormatNotPushed,
    lowLatencyAnnouncedOnly,
    originalRecordedAsMP4,
    outputFormatAnnouncedOnly,
    permissionsNotSupported,
    permissionsUnknown,
    playbackDomainNotCreated,
    playbackDomainNotQualified,
    playbackDomainNotUpdatable,
    playbackIDsAgainstPolicy,
    playbackWithoutID,
    presetWithoutEffect,
    pullNotTaken,
    recordingFormatRepeated,
    recordingFormatsEmpty,
    recordingResolutionAboveSource,
    recordingResolutionConditional,
    recordingResolutionIgnored,
    recordingResolutionNotTaken,
    recordingSplit,
    recordingWithoutDestination,
    redundantIngest,
    referersSetByHand,
    rewindWindowNotOffered,
    simulcastKeyMissing,
    simulcastKeyTwice,
    simulcastSchemeNotTaken,
    storageBucketMissing,
    storageClassWithoutAWS,
    storageCredentialsInURL,
    storageKeyMissing,
    storagePathIsFile,
    storageSchemeNotTaken,
    streamTimeoutBilled,
    streamTimeoutOutOfRange,
    webhookNotHTTPS,
    whipNotSpoken,
  ]
}

extension Tenbyte {
  package static let rules: [Rule<Fit<Tenbyte>>] = [
    backupWithPush,
    dashNotFMP4,
    dashWithAudio,
    ingestMissing,
    libraryIDMissing,
    notWholeSeconds,
    onlyDASH,
    packagingMissing,
    pullFromPrivateAddress,
    pullWithProtocols,
    pullWithoutSource,
    pushProtocolsMissing,
    pushWithSource,
    rateFactorNotWhole,
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

extension FFmpeg {
  package static let rules: [Rule<Fit<FFmpeg>>] = [
    audioNotEncoded,
    bandwidthBelowPeak,
    bitrateNotConstant,
    codecNotInFLV,
    codecNotInMPEGTS,
    codecsNotSignalled,
    colorNotConverted,
    dashWindowNotSet,
    directoryNotPlain,
    encoderNotBuiltIn,
    hdrSourceIn8Bits,
    highTierNotSignalled,
    maximumNotEnforced,
    nothingToEncode,
    nothingToWrite,
    playlistNotPredicted,
    presetLowersProfile,
    pushAddressShared,
    settingNotPassed,
    settingRefused,
  ]
}

extension OBS {
  package static let rules: [Rule<Fit<OBS>>] = [
    audioChanged,
    codecWithoutEncoder,
    contributionUndescribed,
    enhancedRTMPUnconfirmed,
    keyframeIntervalChanged,
    settingNotOfEncoder,
    severalRenditions,
  ]
}

extension Cloudflare {
  package static let bodyRules: [Rule<ParsedBody>] = [
  ]
}

extension IVS {
  package static let bodyRules: [Rule<ParsedBody>] = [
    multitrackIncomplete,
  ]
}

extension LiveKit {
  package static let bodyRules: [Rule<ParsedBody>] = [
    codecRefused,
    emptyKeeps,
    encodingWithoutTranscoding,
    frameRateCut,
    layerOff,
    layerQualityTwice,
    layerSideOdd,
    layersNotRising,
    pullWithoutURL,
    singleLayerNotHigh,
    transcodingWithEncoding,
  ]
}

extension MKIO {
  package static let bodyRules: [Rule<ParsedBody>] = [
    encodingTypeDeprecated,
    keyframeIntervalUnset,
  ]
}

extension MediaLive {
  package static let bodyRules: [Rule<ParsedBody>] = [
    audioSelectorNotDefined,
    bitrateOfModeMissing,
    descriptionNotDefined,
    descriptionNotUsed,
    destinationNotDefined,
    destinationNotUsed,
    destinationsNotOfClass,
    gopSizeNotOfUnits,
    inputSourcesMisplaced,
    inputWithoutGroup,
    keepBelowIndex,
    nameModifierTwice,
    nameTwice,
    outputOfAnotherGroup,
    unionNotOne,
  ]
}

extension Mux {
  package static let bodyRules: [Rule<ParsedBody>] = [
    drmConfigurationMissing,
    drmPolicyMisplaced,
    latencyModesExclude,
    staticRenditionsWithMP4,
  ]
}

extension Qencode {
  package static let bodyRules: [Rule<ParsedBody>] = [
    nothingToUpdate,
    simulcastBodyForPlaybackID,
  ]
}

extension Tenbyte {
  package static let bodyRules: [Rule<ParsedBody>] = [
    encoderSettingUnusual,
    ladderOfAnotherMode,
    ladderOfModeMissing,
    outputWithoutPackaging,
    packagingNotListed,
    protocolNotOfURL,
    recordingFieldUnused,
    recordingNotEnabled,
    recordingTargetMissing,
  ]
}
