internal import RungSource

/// DASH-IF's interoperability points and CMAF, as far as a spec shows them.
package enum DASHIFRules {
  static let family = RulePack.dashIF.rawValue

  static let adopted = [
    PackRequirement("spec/dash-in-mpegts", .error, Standard.dash("segments are those of CMAF, ISO BMFF (MUST)")),
    PackRequirement("spec/segment-not-whole-gops", .warning, Standard.dash("segment durations (SHOULD): equal, occasional jitter aside"))
  ]
}
