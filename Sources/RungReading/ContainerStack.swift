/// The contents so far of containers that are still open, the inner ones above the outer.
///
/// Each container's array is made when the container ends, with its final size. Arrays that grow while they are read
/// cost a third of the time for making the nodes.
struct ContainerStack<Element>: ~Copyable {
  private var base = UnsafeMutablePointer<Element>.allocate(capacity: 64)
  private var capacity = 64
  private(set) var count = 0

  deinit {
    base.deinitialize(count: count)
    base.deallocate()
  }

  mutating func push(_ element: consuming Element) {
    if count == capacity { grow() }
    (base + count).initialize(to: element)
    count += 1
  }

  /// The elements that were pushed since there were `mark` of them. Valid until the next change.
  func above(_ mark: Int) -> UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base + mark, count: count - mark) }

  /// The same, moved out.
  mutating func take(above mark: Int) -> [Element] {
    let taken = count - mark
    guard taken > 0 else { return [] }
    count = mark
    // An array of uninitialized elements would be made by generic code, which takes longer than to move the few that there are.
    var elements: [Element] = []
    elements.reserveCapacity(taken)
    for index in mark..<(mark + taken) { elements.append((base + index).move()) }
    return elements
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: base, count: count)
    base.deallocate()
    (base, capacity) = (larger, capacity * 2)
  }
}
