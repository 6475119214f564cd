internal import RungSource

/// The comments of a run, and what they allow.
struct Allows {
  /// File by file, in the order of the texts.
  var comments: [AllowComment] = []
  var malformed: [(span: SourceSpan, word: String?)] = []
  /// Whether the text says of itself that others extend it, or that none do: who says so may be extended, and comments be used there.
  var isShared = false

  var isEmpty: Bool { comments.isEmpty && malformed.isEmpty }
}
