internal import RungSource

/// Which of many spans contains a place, without a search of all of them: a table has as many leaves as findings.
struct SpanIndex {
  /// By where they begin; of those that begin together the widest first, of equals the one that was given last.
  private let spans: [(span: SourceSpan, index: Int)]
  /// For each of them the nearest before it that reaches as far; -1 where none does.
  private let wider: [Int]

  init(_ spans: [SourceSpan]) {
    let sorted = spans.enumerated().map { (span: $1, index: $0) }.sorted { left, right in
      Self.key(left.span, left.index) < Self.key(right.span, right.index)
    }
    var wider: [Int] = []
    wider.reserveCapacity(sorted.count)
    for (index, entry) in sorted.enumerated() {
      var before = index - 1
      while before >= 0, sorted[before].span.file == entry.span.file, sorted[before].span.upper < entry.span.upper { before = wider[before] }
      wider.append(before >= 0 && sorted[before].span.file == entry.span.file ? before : -1)
    }
    self.spans = sorted
    self.wider = wider
  }

  /// The index of the narrowest given span that contains the span; the first one of equals.
  func around(_ span: SourceSpan) -> Int? {
    var (low, high) = (0, spans.count)
    while low < high {
      let middle = (low + high) / 2
      let start = spans[middle].span
      if (start.file.index, start.lower) <= (span.file.index, span.lower) { low = middle + 1 } else { high = middle }
    }
    var index = low - 1
    while index >= 0, spans[index].span.file == span.file {
      if spans[index].span.upper >= span.upper { return spans[index].index }
      index = wider[index]
    }
    return nil
  }

  private static func key(_ span: SourceSpan, _ index: Int) -> (UInt32, UInt32, UInt32, Int) {
    (span.file.index, span.lower, UInt32.max - span.upper, -index)
  }
}
