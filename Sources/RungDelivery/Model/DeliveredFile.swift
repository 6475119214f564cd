package import RungSource

/// A text about what was delivered.
package struct DeliveredFile: Sendable {
  package var name: String
  package var bytes: [UInt8]
  package var id: FileID
  /// The name of the rendition that it is said to be of.
  package var given: String?
  /// When it was taken, in milliseconds since 1970; nil where that is not known.
  package var taken: Int64?
  /// The size in bytes of a file by its address in this one, relative to this one's folder; nil where it is not at hand.
  package var size: @Sendable (_ address: String) -> Int?

  package init(name: String, bytes: [UInt8], id: FileID, given: String? = nil, taken: Int64? = nil, size: @escaping @Sendable (_ address: String) -> Int? = { _ in nil }) {
    (self.name, self.bytes, self.id, self.given, self.taken, self.size) = (name, bytes, id, given, taken ?? SnapshotTime.milliseconds(in: String(name.split(separator: "/").last ?? "")), size)
  }

  /// The parts of its folder.
  var folder: [Substring] { name.split(separator: "/").dropLast().filter { $0 != "." } }
  var path: [Substring] { name.split(separator: "/").filter { $0 != "." } }

  func text(_ range: Range<Int>) -> String { bytes.withUnsafeBufferPointer { String(decoding: $0[range], as: UTF8.self) } }
}
