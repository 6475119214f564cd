internal import Rung

/// A baseline on the disk.
struct BaselineFile {
  let match: BaselineMatch
  private let path: String
  private let directory: String
  private let update: Bool
  let isNew: Bool
  private let before: String
  private let allSpecs: Bool

  /// - Parameter paths: those that are searched.
  init(_ path: String, update: Bool, searching paths: [String]) throws {
    self.path = path
    self.update = update
    let real = PathName.real(path)
    isNew = real == nil && PathName.link(path) == nil
    guard let folder = real.map(PathName.directory) ?? PathName.real(PathName.directory(of: path)) else {
      throw Failure.notRun("--baseline: the directory of \(path) does not exist")
    }
    directory = folder
    allSpecs = paths.contains { path in
      guard PathName.kind(path) == .directory, let searched = PathName.real(path) else { return false }
      return PathName.isSame(searched, folder) || PathName.below(searched, folder) != nil
    }
    guard !isNew else {
      guard update else { throw Failure.notRun("--baseline: \(path) does not exist; add --update-baseline to write it with all that is found now") }
      before = ""
      match = BaselineMatch(nil, in: folder)
      return
    }
    let bytes: [UInt8]
    do throws(Unreadable) {
      bytes = try FileText.read(path, limit: Inputs.limit, isInput: false)
    } catch {
      throw Failure.notRun("--baseline: \(path) \(error.reason)")
    }
    let (baseline, analysis) = Baseline.read(SourceInput(name: path, bytes: bytes))
    guard let baseline else {
      let console = Console()
      console.remark(analysis.rendered(as: .text, style: Console.remarkStyle))
      throw Failure.notRun("--baseline: nothing was judged: \(path) is not a baseline that can be read; it was not changed")
    }
    before = String(decoding: bytes, as: UTF8.self)
    match = BaselineMatch(baseline, in: folder)
  }

  /// It was read as a baseline, and is nothing to judge.
  func leaveOut(of collection: inout PathCollection) { collection.leaveOut([path]) { _ in true } }

  private func isThere(_ file: String) -> Bool { PathName.kind(PathName.join(directory, file)) != .missing }

  /// Writes what is left of it, where that was asked for.
  ///
  /// - Parameter isWhole: whether every file could be read.
  /// - Returns: what there is to say of it.
  func end(isWhole: Bool) throws -> String? {
    guard update else {
      let gone = match.gone(allSpecs: allSpecs, isThere: isThere)
      return gone == 0 ? nil : "\(gone) finding\(gone == 1 ? "" : "s") of the baseline \(path) \(gone == 1 ? "is" : "are") not found any more; --update-baseline removes \(gone == 1 ? "it" : "them")"
    }
    guard isWhole else { return "the baseline \(path) was not written: not every file could be read" }
    let left = match.shrunk(allSpecs: allSpecs, isThere: isThere)
    let text = left.text
    let count = "\(left.count) finding\(left.count == 1 ? "" : "s")"
    guard text != before else { return "the baseline \(path) stays as it is: \(count)" }
    try OutputFiles.write([OutputFiles.File(path: path, text: text)], mustBeNew: isNew)
    return "wrote the baseline \(path): \(count)"
  }
}
