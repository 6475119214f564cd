/// A name that is another one when its bytes are, whatever Unicode holds of its characters.
struct ByteName: Hashable {
  let name: String

  init(_ name: String) { self.name = name }

  static func == (left: ByteName, right: ByteName) -> Bool { left.name.utf8.elementsEqual(right.name.utf8) }

  func hash(into hasher: inout Hasher) {
    let isTaken: Void? = name.utf8.withContiguousStorageIfAvailable { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    if isTaken == nil { for byte in name.utf8 { hasher.combine(byte) } }
  }
}
