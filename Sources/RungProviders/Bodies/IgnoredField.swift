package import RungSource
internal import RungSpec

/// A field that a request may have, but should not.
package struct IgnoredField: Sendable {
  /// From the top of the body, through the members of lists: `video.options.layers.rid`.
  package let path: String
  /// Why, as the end of a sentence.
  package let reason: Message
  package let citation: Citation
  /// What to use instead; nil where there is nothing.
  package let instead: Help?

  package init(_ path: String, _ reason: Message, _ citation: Citation, instead: Help? = nil) {
    self.path = path
    self.reason = reason
    self.citation = citation
    self.instead = instead
  }
}
