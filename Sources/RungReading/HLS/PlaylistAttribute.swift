package import RungSource

/// One attribute of a tag (RFC 8216, section 4.2).
package struct PlaylistAttribute: Sendable {
  package let name: Located<String>
  /// Without quotes; the place is that of the text between them.
  package let value: Located<String>
  package let isQuoted: Bool
}
