/// A change of a text as a unified diff (POSIX, diff -u), which `patch -p1` and `git apply` take.
package struct UnifiedDiff {
  /// The name in the header, as its bytes.
  package let path: [UInt8]
  /// One text.
  package struct Side {
    package let bytes: [UInt8]
    /// What is not shown.
    package let hidden: [Range<Int>]

    package init(_ bytes: [UInt8], hiding hidden: [Range<Int>] = []) {
      self.bytes = bytes
      self.hidden = hidden.sorted { $0.lowerBound < $1.lowerBound }
    }
  }

  private let old: [Line]
  private let new: [Line]

  /// With its line end, which the last one may lack.
  private struct Line {
    let bytes: ArraySlice<UInt8>
    /// What is shown.
    let text: String
    let isWhole: Bool
  }

  private static let context = 3
  /// More differences are shown as one.
  private static let most = 1500

  package init(_ path: [UInt8], from old: Side, to new: Side) {
    self.path = path
    self.old = Self.lines(of: old)
    self.new = Self.lines(of: new)
  }

  /// - Returns: empty for the same text. It is exact, and can be applied, unless a line that it holds is not shown as it is.
  package func text() -> (text: String, isExact: Bool) {
    let pairs = matches()
    guard !(pairs.count == old.count && old.count == new.count) else { return ("", true) }
    var text = "--- \(Self.name("a/", path))\n+++ \(Self.name("b/", path))\n"
    var isExact = true
    for hunk in hunks(pairs) {
      var body = ""
      func add(_ sign: String, _ line: Line) {
        body += sign + line.text
        if line.bytes.last != 0x0A { body += "\n\\ No newline at end of file\n" }
        isExact = isExact && line.isWhole
      }
      var (a, b) = (hunk.old.lowerBound, hunk.new.lowerBound)
      for (i, j) in pairs where hunk.old.contains(i) && hunk.new.contains(j) {
        while a < i { add("-", old[a]); a += 1 }
        while b < j { add("+", new[b]); b += 1 }
        add(" ", old[i])
        (a, b) = (i + 1, j + 1)
      }
      while a < hunk.old.upperBound { add("-", old[a]); a += 1 }
      while b < hunk.new.upperBound { add("+", new[b]); b += 1 }
      text += "@@ -\(Self.range(hunk.old)) +\(Self.range(hunk.new)) @@\n" + body
    }
    return (text, isExact)
  }

  /// Lines count from one; an empty range is behind the line that it names.
  private static func range(_ range: Range<Int>) -> String {
    range.isEmpty ? "\(range.lowerBound),0" : range.count == 1 ? "\(range.lowerBound + 1)" : "\(range.lowerBound + 1),\(range.count)"
  }

  /// In C's quotes where it has to be; a tab ends a name with spaces.
  private static func name(_ prefix: String, _ path: [UInt8]) -> String {
    let plain = String(validating: path, as: UTF8.self)
    if let plain, path.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
      return prefix + plain + (path.contains(0x20) ? "\t" : "")
    }
    var text = "\"" + prefix
    for byte in path {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): text += "\\" + String(UnicodeScalar(byte))
      case 0x20..<0x7F: text += String(UnicodeScalar(byte))
      default: text += "\\" + String(byte, radix: 8).zeroPadded(to: 3)
      }
    }
    return text + "\""
  }

  private static func lines(of side: Side) -> [Line] {
    var lines: [Line] = []
    var start = 0
    var hidden = side.hidden[...]
    let bytes = side.bytes
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      end = min(end + 1, bytes.count)
      var shown: [UInt8] = []
      var done = start
      for range in hidden where range.lowerBound < end && range.upperBound > start && !range.isEmpty {
        let lower = max(range.lowerBound, start), upper = min(range.upperBound, end)
        guard lower >= done else { continue }
        shown += bytes[done..<lower]
        shown += "••••••".utf8
        done = upper
      }
      let isWhole = done == start
      shown += bytes[done..<end]
      if !isWhole, bytes[end - 1] == 0x0A, shown.last != 0x0A { shown.append(0x0A) }
      lines.append(Line(bytes: bytes[start..<end], text: String(decoding: shown, as: UTF8.self), isWhole: isWhole))
      hidden = hidden.drop { $0.upperBound <= end }
      start = end
    }
    return lines
  }

  // MARK: Comparing

  /// Lines with a few around them, and what stands in between when that is little.
  private func hunks(_ pairs: [(Int, Int)]) -> [(old: Range<Int>, new: Range<Int>)] {
    var hunks: [(old: Range<Int>, new: Range<Int>)] = []
    func take(_ lines: Range<Int>, _ others: Range<Int>) {
      guard !(lines.isEmpty && others.isEmpty) else { return }
      let before = min(Self.context, min(lines.lowerBound, others.lowerBound))
      let after = min(Self.context, min(old.count - lines.upperBound, new.count - others.upperBound))
      let hunk = (old: lines.lowerBound - before..<lines.upperBound + after, new: others.lowerBound - before..<others.upperBound + after)
      if let last = hunks.last, last.old.upperBound >= hunk.old.lowerBound {
        hunks[hunks.count - 1] = (last.old.lowerBound..<hunk.old.upperBound, last.new.lowerBound..<hunk.new.upperBound)
      } else {
        hunks.append(hunk)
      }
    }
    var (a, b) = (0, 0)
    for (i, j) in pairs {
      take(a..<i, b..<j)
      (a, b) = (i + 1, j + 1)
    }
    take(a..<old.count, b..<new.count)
    return hunks
  }

  /// Pairs of the same line, in rising order (E. W. Myers, An O(ND) difference algorithm, 1986).
  private func matches() -> [(Int, Int)] {
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    func number(_ line: Line) -> Int {
      if let known = numbers[line.bytes] { return known }
      numbers[line.bytes] = numbers.count
      return numbers.count - 1
    }
    let left = old.map(number), right = new.map(number)
    var first = 0
    while first < min(left.count, right.count), left[first] == right[first] { first += 1 }
    var last = 0
    while last < min(left.count, right.count) - first, left[left.count - 1 - last] == right[right.count - 1 - last] { last += 1 }
    let middle = Self.shortest(Array(left[first..<left.count - last]), Array(right[first..<right.count - last]))
    return (0..<first).map { ($0, $0) } + middle.map { ($0.0 + first, $0.1 + first) }
      + (0..<last).map { (left.count - last + $0, right.count - last + $0) }
  }

  private static func shortest(_ left: [Int], _ right: [Int]) -> [(Int, Int)] {
    let (n, m) = (left.count, right.count)
    guard n > 0, m > 0 else { return [] }
    let bound = min(n + m, most)
    var ends = [Int](repeating: 0, count: 2 * bound + 3)
    let zero = bound + 1
    var traces: [[Int]] = []
    for d in 0...bound {
      traces.append(Array(ends[(zero - d - 1)...(zero + d + 1)]))
      for k in stride(from: -d, through: d, by: 2) {
        var x = k == -d || (k != d && ends[zero + k - 1] < ends[zero + k + 1]) ? ends[zero + k + 1] : ends[zero + k - 1] + 1
        var y = x - k
        while x < n, y < m, left[x] == right[y] { (x, y) = (x + 1, y + 1) }
        ends[zero + k] = x
        if x >= n, y >= m { return path(traces, d, n, m, left, right) }
      }
    }
    return []
  }

  private static func path(_ traces: [[Int]], _ d: Int, _ n: Int, _ m: Int, _ left: [Int], _ right: [Int]) -> [(Int, Int)] {
    var pairs: [(Int, Int)] = []
    var (x, y) = (n, m)
    for d in stride(from: d, through: 0, by: -1) {
      // From -d - 1 to d + 1.
      let ends = traces[d]
      let k = x - y
      let at = k + d + 1
      let before = k == -d || (k != d && ends[at - 1] < ends[at + 1]) ? k + 1 : k - 1
      let start = d == 0 ? 0 : ends[before + d + 1]
      let startY = d == 0 ? 0 : start - before
      while x > start, y > startY {
        (x, y) = (x - 1, y - 1)
        pairs.append((x, y))
      }
      (x, y) = (start, startY)
    }
    return pairs.reversed()
  }
}
