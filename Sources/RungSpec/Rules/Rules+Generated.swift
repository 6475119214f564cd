// Written by `swift run rung-dev generate`; do not edit.

extension LadderRules {
  package static let all: [Rule<Ladder>] = [
    aspectRatioDrift,
    audioWithoutBitrate,
    bFramesInBaseline,
    bitrateNotFalling,
    bufferAboveTwoSeconds,
    bufferBelowOneFrame,
    bufferBelowOneSecond,
    bufferWithoutMax,
    cbrMaxAboveTarget,
    crfBesideBitrate,
    duplicateRendition,
    duplicateRenditionName,
    frameRatesUnrelated,
    gopMismatch,
    gopNotWhole,
    keyframeIntervalUnusual,
    keyframeIntervalsDiffer,
    levelAboveNeed,
    levelNotOfCodec,
    levelOnlyInHighTier,
    levelTooLow,
    maxBelowTarget,
    maxWithoutBuffer,
    oddDimensions,
    presetNotOfCodec,
    profileNotOfCodec,
    refFramesAboveLevel,
    renditionsOutOfOrder,
    sizeAboveEveryLevel,
    videoFieldInAudioLadder,
  ]
}

extension SpecRules {
  package static let all: [Rule<Stream>] = [
    addressCoveredTwice,
    dashWindowBelowBuffer,
    domainNotAHostName,
    durationOnLinear,
    hevcInMPEGTS,
    hlsWithoutAAC,
    hostBitsSet,
    ingestGOPMismatch,
    ingestGOPNotWhole,
    lowLatencyWithBFrames,
    lowLatencyWithLongGOP,
    opusInMPEGTS,
    passthroughUndescribed,
    playlistBelowSixSegments,
    playlistBelowThreeSegments,
    segmentNotWholeGOPs,
    unusedDefault,
    upscaling,
  ]
}

extension AppleHLSRules {
  package static let all: [Rule<Stream>] = [
    audioBitrateNotRecommended,
    av1AboveLevel62,
    everyUhdVariantAbove15m,
    frameRateAbove60,
    frameRateNotNatural,
    h264AboveLevel52,
    h264ProfileBelowHigh,
    heAacAbove64k,
    hevcAboveLevel51,
    keyframesBeyond2s,
    noH264Variant,
    noH264WithinLevel41,
    noHevcWithinLevel40,
    noVariantForCellular,
    noVariantNear2000k,
    oneVariantAtTopSize,
    peakAboveTwiceTheAverage,
    playlistBelow15Minutes,
    segmentNotSixSeconds,
    singleBitrate,
    sourceRateNotKept,
    stereoAacMissing,
    targetDurationsDiffer,
    videoCodecNotListed,
  ]
}

extension DASHIFRules {
  package static let all: [Rule<Stream>] = [
    dashNotCmaf,
    segmentDeviatesByHalf,
    segmentsNotAligned,
  ]
}
