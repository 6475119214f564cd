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
