// Written by `swift run rung-dev generate`; do not edit.
package import RungSpec

extension PlaylistRules {
  package static let all: [Rule<Comparison>] = [
    bandwidthBelowSegments,
    partAboveTarget,
    targetDurationExceeded,
  ]
}

extension VerifyRules {
  package static let all: [Rule<Comparison>] = [
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
    openGOP,
    partTargetDiffers,
    pixelAspectDiffers,
    pixelFormatDiffers,
    profileDiffers,
    referenceFramesDiffer,
    renditionMissing,
    renditionNotAsked,
    sampleRateDiffers,
    scanDiffers,
    segmentLengthDiffers,
    segmentsNotAligned,
    sizeDiffers,
    windowDiffers,
  ]
}
