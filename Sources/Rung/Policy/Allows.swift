internal import RungSource

/// The comments of a run, and what they allow.
struct Allows {
  /// File by file, in the order of the texts.
  var comments: [AllowComment] = []
  var malformed: [(span: SourceSpan, word: String?)] = []

  var isEmpty: Bool { comments.isEmpty && malformed.isEmpty }
}
