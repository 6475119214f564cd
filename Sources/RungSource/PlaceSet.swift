/// A set of leaves, made for one thing: hundreds of insertions for every stream and provider.
///
/// Two leaves never begin at the same byte of the same file on the same trail, so start, file and trail identify one.
/// Open addressing over a power of two; keys are never removed.
package struct PlaceSet: Sendable {
  package init() {}

  private var slots: [Key] = []
  private var count = 0

  private struct Key: Equatable {
    var start: UInt64
    /// The trail, plus one: zero marks an empty slot.
    var trail: UInt64

    init(_ place: Place) {
      start = UInt64(place.span.file.index) << 32 | UInt64(place.span.lower)
      trail = UInt64(place.trail.index) + 1
    }

    init() {
      start = 0
      trail = 0
    }

    var hash: Int { Int(truncatingIfNeeded: ((start ^ trail << 40) &* 0x9E37_79B9_7F4A_7C15) >> 20) }
  }

  package func contains(_ place: Place) -> Bool {
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

  /// - Returns: false when it was in already.
  @discardableResult
  package mutating func insert(_ place: Place) -> Bool {
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
    slots = Array(repeating: Key(), count: Swift.max(256, old.count * 2))
    count = 0
    for key in old where key.trail != 0 { add(key) }
  }
}
