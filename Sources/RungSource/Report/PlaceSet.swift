/// A set of leaves, made for one thing: hundreds of insertions for every stream and provider.
///
/// Two leaves never begin at the same byte of the same file on the same trail, so start, file and trail identify one.
/// Nothing is ever removed.
package struct PlaceSet: Sendable {
  /// - Parameter start: the byte of the first file after which most of the leaves are.
  package init(startingAt start: UInt32 = 0) {
    firstWord = Int(start >> 6)
  }

  /// One bit for each byte of the first file from a certain one on: nearly all leaves are there, used where they were written. A text of 3 KB
  /// takes 400 bytes, a tenth of a table of its leaves.
  private var written: [UInt64] = []
  private var firstWord: Int
  /// A set that was not told where its leaves begin has none far before the first of them: a text may have any number of documents before it.
  private static let far = 256
  private var others = PlaceTable()

  /// The word that has the bit for a leaf; nil for one of the others.
  private func word(of place: SourcePlace) -> Int? {
    guard place.trail == .none, place.span.file.index == 0 else { return nil }
    let word = Int(place.span.lower >> 6) - firstWord
    return word < 0 ? nil : word
  }

  package func contains(_ place: SourcePlace) -> Bool {
    guard let word = word(of: place) else { return others.contains(place) }
    return word < written.count && written[word] & 1 << UInt64(place.span.lower & 63) != 0
  }

  /// - Returns: false when it was in already.
  @discardableResult
  package mutating func insert(_ place: SourcePlace) -> Bool {
    guard var word = word(of: place) else { return others.insert(place) }
    if written.isEmpty, word > Self.far {
      firstWord += word - Self.far
      word = Self.far
    }
    if word >= written.count {
      written.append(contentsOf: repeatElement(0, count: Swift.max(64, written.count, word + 1 - written.count)))
    }
    let bit: UInt64 = 1 << UInt64(place.span.lower & 63)
    if written[word] & bit != 0 { return false }
    written[word] |= bit
    return true
  }
}

/// Leaves of any file, on any trail. Open addressing over a power of two.
private struct PlaceTable: Sendable {
  private var slots: [Key] = []
  private var count = 0

  private struct Key: Equatable {
    var start: UInt64
    /// The trail, plus one: zero marks an empty slot.
    var trail: UInt64

    init(_ place: SourcePlace) {
      start = UInt64(place.span.file.index) << 32 | UInt64(place.span.lower)
      trail = UInt64(place.trail.index) + 1
    }

    init() {
      start = 0
      trail = 0
    }

    /// Both count: an alias of an alias puts the same bytes on thousands of trails.
    var hash: Int {
      let product = (start ^ trail &* 0xC2B2_AE3D_27D4_EB4F) &* 0x9E37_79B9_7F4A_7C15
      return Int(truncatingIfNeeded: product >> 32)
    }
  }

  func contains(_ place: SourcePlace) -> Bool {
    guard !slots.isEmpty else { return false }
    let key = Key(place)
    let mask = slots.count - 1
    var index = key.hash & mask
    while slots[index].trail != 0 {
      if slots[index] == key { return true }
      index = (index + 1) & mask
    }
    return false
  }

  mutating func insert(_ place: SourcePlace) -> Bool {
    if count * 2 >= slots.count { grow() }
    return add(Key(place))
  }

  @discardableResult
  private mutating func add(_ key: Key) -> Bool {
    let mask = slots.count - 1
    var index = key.hash & mask
    while slots[index].trail != 0 {
      if slots[index] == key { return false }
      index = (index + 1) & mask
    }
    slots[index] = key
    count += 1
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Key(), count: Swift.max(32, old.count * 2))
    count = 0
    for key in old where key.trail != 0 { add(key) }
  }
}
