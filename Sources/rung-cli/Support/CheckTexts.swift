internal import Rung
internal import RungSource

/// Files that were judged elsewhere, as they are here.
struct CheckTexts {
  /// What many specs extend comes again.
  private var known: [String: (hash: String?, bytes: [UInt8])] = [:]
  private static let most = 64

  /// Texts that were judged here: their files may be others by now.
  mutating func add(_ files: [SourceFile]) {
    if known.count >= Self.most { known.removeAll() }
    for file in files { known[file.name] = (Analysis.hash(file.bytes), file.bytes) }
  }

  /// - Parameter hash: of the text that was judged; nil where any will do.
  mutating func text(_ name: String, _ hash: String?) throws(PartFault) -> [UInt8] {
    if let known = known[name], hash == nil || known.hash == hash { return known.bytes }
    let bytes: [UInt8]
    do throws(Unreadable) {
      bytes = try FileText.read(name, limit: Inputs.limit)
    } catch {
      throw PartFault("judged \(name), which \(error.reason) here; merge where the same commit is checked out")
    }
    guard hash == nil || Analysis.hash(bytes) == hash else { throw PartFault("judged another text of \(name) than is here; merge where the same commit is checked out") }
    if known.count >= Self.most { known.removeAll() }
    known[name] = (hash, bytes)
    return bytes
  }
}
