/// What a provider adds to the spec that `rung init` writes.
package struct StarterPart: Sendable {
  /// The options without which the requests are not complete, in flow style.
  package let options: String
  /// The same in a spec for several providers, where one of the sections that they share does not fit.
  package let beside: String
  /// A short remark on them.
  package let remark: String
  /// Everything from `ingest` on, for a stream for this provider alone; nil where the ladder for all providers fits.
  package let alone: String?

  package init(options: String, beside: String? = nil, remark: String, alone: String? = nil) {
    (self.options, self.beside, self.remark, self.alone) = (options, beside ?? options, remark, alone)
  }
}
