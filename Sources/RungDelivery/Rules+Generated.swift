// Written by `swift run rung-dev generate`; do not edit.
package import RungSpec

extension PlaylistRules {
  package static let all: [Rule<Verification>] = [
    bandwidthBelowSegments,
    discontinuitySequenceWrong,
    mediaSequenceJumps,
    mediaSequenceWentBack,
    partAboveTarget,
    playlistStalled,
    programDateTimeDrift,
    segmentReplaced,
    segmentsNotAligned,
    targetDurationChanged,
    targetDurationExceeded,
  ]
}

extension AppleHLSDelivery {
  package static let all: [Rule<Verification>] = [
    attributeMissing,
    measuredAverageOffAverageBandwidth,
    measuredPeakOffBandwidth,
    programDateTimeMissing,
    segmentBeyondTarget,
  ]
}

extension VerifyRules {
  package static let all: [Rule<Verification>] = [
    audioBitrateDiffers,
    audioCodecDiffers,
    audioMissing,
    bFramesDiffer,
    bitrateDiffers,
    channelsDiffer,
    codecDiffers,
    containerDiffers,
    declaredBitrateDiffers,
    discontinuity,
    frameRateDiffers,
    frameRateVaries,
    keyframeIntervalDiffers,
    keyframesIrregular,
    levelDiffers,
    maximumExceeded,
    notShown,
    openGOP,
    partTargetDiffers,
    pixelAspectDiffers,
    pixelFormatDiffers,
    profileDiffers,
    referenceFramesDiffer,
    renditionMissing,
    renditionNotAsked,
    renditionUnclear,
    sampleRateDiffers,
    scanDiffers,
    segmentLengthDiffers,
    sizeDiffers,
    transferDiffers,
    windowDiffers,
  ]
}
