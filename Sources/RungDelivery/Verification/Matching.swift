internal import RungSource
internal import RungSpec

/// Which delivered rendition is which of those that were asked for.
struct Matching {
  /// By the index of what was delivered, the index of what was asked for.
  private(set) var of: [Int: Int] = [:]

  /// - Parameter isWhole: whether each rendition is listed once; else several sources may be of one.
  init(_ asked: [AskedRendition], _ delivered: [DeliveredRendition], isWhole: Bool) {
    guard isWhole else {
      matchEach(asked, delivered)
      return
    }
    var left = Set(asked.indices)
    func take(_ index: Int, _ rendition: Int) {
      of[index] = rendition
      left.remove(rendition)
    }
    // What was said; then names that only one of each has.
    if delivered.contains(where: { $0.given != nil }) {
      var named: [String: [Int]] = [:]
      for rendition in asked.indices.reversed() { for name in asked[rendition].names { named[name, default: []].append(rendition) } }
      for index in delivered.indices {
        guard let given = delivered[index].given?.lowercased() else { continue }
        while let rendition = named[given]?.popLast() {
          guard left.contains(rendition) else { continue }
          take(index, rendition)
          break
        }
      }
    }
    // Ladders of thousands are not looked through by names and likeness.
    guard asked.count * delivered.count <= 1 << 20 else { return }
    let words = delivered.map { Set($0.names.map { $0.lowercased() }) }
    for rendition in asked.indices where left.contains(rendition) {
      let named = delivered.indices.filter { of[$0] == nil && !asked[rendition].names.isDisjoint(with: words[$0]) }
      if named.count == 1 { take(named[0], rendition) }
    }
    // Then those that are most alike, by size first.
    var likely: [(likeness: Int, index: Int, rendition: Int)] = []
    for index in delivered.indices where of[index] == nil {
      for rendition in left {
        let likeness = Self.likeness(asked[rendition], delivered[index])
        if likeness > 0 { likely.append((likeness, index, rendition)) }
      }
    }
    likely.sort { ($1.likeness, $0.index, $0.rendition) < ($0.likeness, $1.index, $1.rendition) }
    for (_, index, rendition) in likely where of[index] == nil && left.contains(rendition) { take(index, rendition) }
    // One of each is left, or as many: their order says which is which.
    let unknown = delivered.indices.filter { of[$0] == nil }
    if unknown.count == left.count, delivered.count == asked.count { for (index, rendition) in zip(unknown, left.sorted()) { take(index, rendition) } }
  }

  /// Each source for itself: by the name that is given for it, then by a name in its own, then by likeness. What is left over follows the
  /// order, where as many renditions are left.
  private mutating func matchEach(_ asked: [AskedRendition], _ delivered: [DeliveredRendition]) {
    guard asked.count * delivered.count <= 1 << 20 else { return }
    let names = asked.map { $0.names.map(Self.tokens) }
    for index in delivered.indices {
      if let given = delivered[index].given?.lowercased() {
        of[index] = asked.indices.first { asked[$0].names.contains(given) }
        continue
      }
      let words = delivered[index].names.map(Self.tokens)
      let named = asked.indices.filter { rendition in names[rendition].contains { name in words.contains { Self.contains($0, name) } } }
      let likely = asked.indices.map { (likeness: Self.likeness(asked[$0], delivered[index]), rendition: $0) }.filter { $0.likeness > 0 }
      let best = likely.max { ($0.likeness, $1.rendition) < ($1.likeness, $0.rendition) }
      of[index] = named.count == 1 ? named[0] : best?.rendition ?? (asked.count == 1 && delivered[index].size == nil ? 0 : nil)
    }
    // Of a single rendition everything is, where nothing else is like it.
    if asked.count == 1, of.isEmpty { for index in delivered.indices where delivered[index].given == nil { of[index] = 0 } }
    let left = asked.indices.filter { !of.values.contains($0) }
    let unknown = delivered.indices.filter { of[$0] == nil && delivered[$0].given == nil }
    if unknown.count == left.count, delivered.count == asked.count { for (index, rendition) in zip(unknown, left) { of[index] = rendition } }
  }

  /// `news_720p`: `news`, `720p`.
  private static func tokens(_ name: String) -> [Substring] { name.lowercased().split { !$0.isLetter && !$0.isNumber } }

  private static func contains(_ words: [Substring], _ name: [Substring]) -> Bool {
    guard !name.isEmpty, words.count >= name.count else { return false }
    return (0...words.count - name.count).contains { words[$0..<$0 + name.count].elementsEqual(name) }
  }

  /// 0 where they have nothing in common that tells one rendition from another.
  private static func likeness(_ asked: AskedRendition, _ delivered: DeliveredRendition) -> Int {
    var likeness = 0
    if let size = delivered.size?.value, let wanted = asked.whole.resolution?.value {
      // A packager may cut a row or a column to an even number.
      if size == wanted { likeness += 16 } else if abs(size.height - wanted.height) <= 2, abs(size.width - wanted.width) <= 2 { likeness += 12 } else { return 0 }
    } else if delivered.size == nil, asked.whole.resolution == nil {
      likeness += 1
    }
    if let codec = delivered.codec?.value.codec, codec == asked.whole.codec?.value { likeness += 4 }
    if let fps = delivered.fps?.value, let wanted = asked.whole.fps?.value, abs(fps.value.approximation - wanted.value.approximation) < 0.02 { likeness += 2 }
    if likeness > 0, let rate = delivered.averageBandwidth ?? delivered.bandwidth ?? delivered.videoBitrate, let average = asked.variant?.average,
      isNear(Double(rate.value.bitsPerSecond), Double(average.bitsPerSecond))
    { likeness += 1 }
    // Audio alone: by its bitrate.
    if asked.whole.resolution == nil, delivered.size == nil, let rate = delivered.audio?.bitrate ?? delivered.averageBandwidth ?? delivered.bandwidth, let average = asked.variant?.average,
      isNear(Double(rate.value.bitsPerSecond), Double(average.bitsPerSecond))
    { likeness += 2 }
    return likeness
  }

  private static func isNear(_ left: Double, _ right: Double) -> Bool { left < right * 1.35 && right < left * 1.35 }
}
