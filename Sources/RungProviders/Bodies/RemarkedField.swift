package import RungSpec

/// A field that a request may have, but should not.
package struct RemarkedField: Sendable {
  /// From the top of the body, through the members of lists: `video.options.layers.rid`.
  package let path: String
  package let remark: FieldRemark
}
