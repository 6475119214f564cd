package import RungSource

/// The `ladder:` of a spec, before the preset and the defaults are applied.
package struct LadderSpec: Sendable {
  package var preset: Located<String>?
  package var drop: Located<[Located<String>]>?
  package var defaults: Located<Rendition>?
  package var renditions: Located<[Located<Rendition>]>?

  package static let shape = Shape("`ladder`", "The renditions that viewers get.", { LadderSpec() }) {
    Field("preset", { $1(&$0.preset) }, .string, "A shipped ladder to start from (`rung presets`): a rendition with the same name changes it, a new name adds one.")
    Field("drop", { $1(&$0.drop) }, .list(.string), "Names of renditions to remove from the preset or the base.")
    Field(part: "defaults", { $1(&$0.defaults) }, Rendition.shape, "Values of every rendition that does not set its own.")
    Field("renditions", { $1(&$0.renditions) }, .list(.object(Rendition.shape)), "The renditions, from highest to lowest.")
  }
}
