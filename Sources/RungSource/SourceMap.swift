internal import Synchronization

/// The files of one run; a ``FileID`` is an index into it.
public struct SourceMap: Sendable {
  /// In the order in which they were read; without those that ship with Rung.
  public private(set) var files: [SourceFile] = []
  /// Shipped files keep one id in every run, so that they need to be parsed only once in a process.
  private var shipped: [FileID: SourceFile] = [:]

  /// No file yet.
  public init() {}

  /// Adds a file, and names it.
  public mutating func add(_ file: SourceFile) -> FileID {
    files.append(file)
    return FileID(index: UInt32(files.count - 1))
  }

  /// Gives a file its text, of which only places were known.
  package mutating func fill(_ index: Int, with bytes: [UInt8]) { files[index] = SourceFile(name: files[index].name, bytes: bytes) }

  package static func shippedID(_ number: Int) -> FileID { FileID(index: FileID.firstShipped + UInt32(number)) }

  package mutating func add(_ file: SourceFile, shippedAs id: FileID) {
    shipped[id] = file
  }

  /// The file of an id; one without a name and without bytes for an id of another run.
  public subscript(id: FileID) -> SourceFile {
    if id.isShipped, let file = shipped[id] { return file }
    return files.indices.contains(Int(id.index)) ? files[Int(id.index)] : SourceFile(name: "", bytes: [])
  }
}
