package import RungSource
internal import RungSpec

/// A field that a request may have, and better has not.
package struct IgnoredField: Sendable {
  /// From the top of the body; members of lists are gone into: `video.options.layers.rid`.
  package let path: String
  /// Why, as the end of a sentence.
  package let reason: Message
  package let citation: Citation
  /// What does what it was meant to do; nil where nothing does.
  package let instead: Help?

  package init(_ path: String, _ reason: Message, _ citation: Citation, instead: Help? = nil) {
    self.path = path
    self.reason = reason
    self.citation = citation
    self.instead = instead
  }
}
