internal import RungSource
package import RungSpec

/// `targets.P.limits`: what an account has negotiated beyond the published limits. It replaces them, with a note.
package struct NegotiatedLimits: Sendable {
  var archive: Located<Seconds>?
  var ingestBitrate: Located<Bitrate>?
  var renditions: Located<Int>?
  var eventDuration: Located<Seconds>?

  package static let shape = Shape("`limits`", "Limits that the account has negotiated; they replace the published ones.", { NegotiatedLimits() }) {
    Field("archive", { $1(&$0.archive) }, .unit, "The longest archive window.")
    Field("ingest_bitrate", { $1(&$0.ingestBitrate) }, .unit, "The highest bitrate that the encoder may send.")
    Field("renditions", { $1(&$0.renditions) }, .integer(1...1000), "The maximum number of renditions in a ladder.")
    Field("event_duration", { $1(&$0.eventDuration) }, .unit, "The longest event.")
  }

  func apply(to facts: inout Facts, _ report: inout Report) {
    if let archive {
      let lower = facts.archiveWindow.value?.lowerBound ?? Seconds(0)
      let before = facts.archiveWindow.value?.upperBound.text
      facts.archiveWindow = .negotiated(min(lower, archive.value)...archive.value, archive.place)
      note("archive window", before, archive.value.text, archive.place, facts, &report)
    }
    if let ingestBitrate {
      let before = facts.ingestBitrate.value?.prose
      facts.ingestBitrate = .negotiated(ingestBitrate.value, ingestBitrate.place)
      note("ingest bitrate", before, ingestBitrate.value.prose, ingestBitrate.place, facts, &report)
    }
    if let renditions {
      let before = facts.videoRenditions.value.map { String($0.upperBound) }
      // The maximum is negotiated; whether at least one is required does not change.
      let (video, audio) = (facts.videoRenditions.value?.lowerBound ?? 0, facts.audioRenditions.value?.lowerBound ?? 0)
      facts.videoRenditions = .negotiated(min(video, renditions.value)...renditions.value, renditions.place)
      facts.audioRenditions = .negotiated(min(audio, renditions.value)...renditions.value, renditions.place)
      note("number of renditions", before, String(renditions.value), renditions.place, facts, &report)
    }
    if let eventDuration {
      let before = facts.eventDuration.value?.text
      facts.eventDuration = .negotiated(eventDuration.value, eventDuration.place)
      note("event duration", before, eventDuration.value.text, eventDuration.place, facts, &report)
    }
  }

  private func note(
    _ what: String, _ before: String?, _ now: String, _ place: SourcePlace, _ facts: Facts, _ report: inout Report
  ) {
    report.flag(
      TargetFaults.limitNegotiated, place,
      "`limits` sets the \(what) to at most \(now); \(facts.party) publishes \(before ?? "no limit"), and Rung cannot check yours")
  }
}
