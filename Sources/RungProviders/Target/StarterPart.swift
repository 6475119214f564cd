/// What a provider adds to the spec that `rung init` writes.
package struct StarterPart: Sendable {
  /// The options without which the requests are not complete, in flow style.
  package let options: String
  /// A short remark on them.
  package let remark: String
  /// Everything from `ingest` on, for a stream for this provider alone; nil where the ladder for all providers fits.
  package let alone: String?

  package init(options: String, remark: String, alone: String? = nil) { (self.options, self.remark, self.alone) = (options, remark, alone) }
}
