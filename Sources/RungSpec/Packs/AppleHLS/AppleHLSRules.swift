internal import RungSource

/// The Apple HLS Authoring Specification, as far as a spec shows it. MUST is an error, SHOULD a warning, advice a note. All
/// streams here are live; requirements for video on demand apply to recordings.
package enum AppleHLSRules {
  static let family = RulePack.appleHLS.rawValue

  static let adopted = [
    PackRequirement("spec/codec-not-in-hls", .error, Standard.apple("1.1 (MUST): H.264, HEVC, Dolby Vision or AV1")),
    PackRequirement("spec/codec-not-in-mpegts", .error, Standard.apple("1.2 and 1.5 (MUST): only H.264 comes in MPEG-TS; other codecs in fMP4")),
    PackRequirement("spec/hevc-in-mpegts", .error, Standard.apple("1.5 (MUST): the container for HEVC is fMP4")),
    PackRequirement("ladder/level-above-need", .warning, Standard.apple("1.11 (SHOULD NOT): a higher level than size and frame rate need")),
    PackRequirement("ladder/aspect-ratio-drift", .warning, Standard.apple("1.33 (SHOULD): identical aspect ratios")),
    PackRequirement("spec/hls-without-aac", .error, Standard.apple("2.3 (MUST): stereo AAC, HE-AAC v1 or HE-AAC v2 is present")),
    PackRequirement(
      "spec/segment-not-whole-gops", .warning,
      Standard.apple("7.6 (SHOULD): segments of the target duration; 7.7 (MUST NOT): longer than it by more than half a second")),
    PackRequirement("spec/playlist-below-three-segments", .error, Standard.apple("8.11 (MUST): at least six segments in a live playlist")),
    PackRequirement("spec/playlist-below-six-segments", .error, Standard.apple("8.11 (MUST): at least six segments in a live playlist")),
    PackRequirement("spec/part-hold-back-below-three-parts", .error, Standard.apple("14.3 (MUST): PART-HOLD-BACK of at least three parts")),
    PackRequirement("ladder/keyframe-intervals-differ", .warning, Standard.apple("8.22 (SHOULD): the same segment boundaries in all variants")),
  ]
}
