// Written by `swift run rung-dev generate`; do not edit.

extension LadderRules {
  package static let all: [Rule<Ladder>] = [
    aspectRatioDrift,
    audioWithoutBitrate,
    bFramesInBaseline,
    bitrateNotFalling,
    bitsPerPixelHigh,
    bitsPerPixelLow,
    bufferAboveTwoSeconds,
    bufferBelowOneFrame,
    bufferBelowOneSecond,
    bufferWithoutMax,
    cappedCRFWithoutCRF,
    cappedCRFWithoutMax,
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
    maxBitrateNotFalling,
    maxWithoutBuffer,
    oddDimensions,
    presetNotOfCodec,
    profileNotOfCodec,
    refFramesAboveLevel,
    renditionsOutOfOrder,
    sizeAboveEveryLevel,
    stepTooLarge,
    stepTooSmall,
    videoFieldInAudioLadder,
  ]
}

extension SpecRules {
  package static let all: [Rule<Stream>] = [
    addressCoveredTwice,
    bitrateAboveIngest,
    codecNotInHLS,
    codecNotInMPEGTS,
    dashInMPEGTS,
    dashWindowBelowBuffer,
    dashWindowBelowThreeSegments,
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
    playlistBelowThreeTargets,
    segmentDurationUnusual,
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
  ]
}

extension DASHIFRules {
  package static let all: [Rule<Stream>] = [
    segmentDeviatesByHalf,
    segmentsNotAligned,
  ]
}
