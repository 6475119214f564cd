/// A key, an item of a list, or a word that may become one: as far as a text that is being typed shows it.
struct LooseEntry {
  /// Unquoted; empty for an item.
  var key = ""
  var isItem = false
  /// Whether it is a key with its colon, or an item with its dash: a word alone is one that is being typed.
  var isWhole = true
  /// Whether it stands for the braces around a whole text, whose members are at the top.
  var isRoot = false
  /// The key as it is written, with its quotes; the dash of an item.
  var keyRange: Range<Int>
  /// A scalar as it is written, with its quotes; empty behind the colon or the dash for a value on other lines.
  var value: Range<Int>
  /// Where the last of what it holds ends.
  var end: Int
  /// Nil at the top.
  var parent: Int?
  var children: [Int] = []
  /// The column of its key or dash in bytes; nil in braces and brackets.
  var indent: Int?
  /// The braces or brackets of its value, up to the closing one where there is one.
  var flow: Range<Int>?
  /// Whether these are brackets.
  var isFlowList = false
  /// From 0, in a text of several documents.
  var document = 0
  /// Without its sign; nil for none.
  var anchor: (name: String, range: Range<Int>)?
  /// Without its sign; nil where the value is none.
  var alias: (name: String, range: Range<Int>)?

  var start: Int { keyRange.lowerBound }
}
