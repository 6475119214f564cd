package import RungSource

/// Who may watch, and where.
package struct Playback: Sendable {
  package var policy: Located<PlaybackPolicy>?
  package var domain: Located<String>?
  package var allowedReferers: Located<[Located<String>]>?

  package static let shape = Shape("`playback`", "Who may watch, and where.", { Playback() }) {
    Field("policy", { $1(&$0.policy) }, .choice, "`public`, or `authenticated` with signed tokens.")
    Field("domain", { $1(&$0.domain) }, .string, "A domain of your own to play from.")
    Field("allowed_referers", { $1(&$0.allowedReferers) }, .list(.string), "Sites that may embed the player.")
  }
}
