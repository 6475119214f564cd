internal import Rung
internal import RungSource

/// A baseline on the disk.
struct BaselineFile {
  let match: BaselineMatch
  private let path: String
  private let directory: String
  private let update: Bool
  let isNew: Bool
  private let before: String
  /// Directories, without links.
  private let searched: [String]
  /// Whether all specs are searched that may extend a base.
  private var allSpecs: Bool { searched.contains { PathName.isSame($0, directory) || PathName.below($0, directory) != nil } }

  /// - Parameters:
  ///   - paths: those that are searched.
  ///   - tells: whether standard error shows what is wrong in it; else the failure says it.
  init(_ path: String, update: Bool, searching paths: [String], tells: Bool = true) throws {
    self.path = path
    self.update = update
    let real = PathName.real(path)
    isNew = real == nil && PathName.link(path) == nil
    guard let folder = real.map(PathName.directory) ?? PathName.real(PathName.directory(of: path)) else {
      throw Failure.notRun("--baseline: the directory of \(path) does not exist")
    }
    directory = folder
    searched = paths.filter { PathName.kind($0) == .directory }.compactMap(PathName.real)
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
      let why = tells ? nil : analysis.diagnostics.first.map { ": \($0.message)" }
      if tells {
        let console = Console()
        console.remark(analysis.rendered(as: .text, style: Console.remarkStyle))
      }
      throw Failure.notRun("--baseline: nothing was judged: \(path) is not a baseline that can be read\(why ?? ""); it was not changed")
    }
    before = String(decoding: bytes, as: UTF8.self)
    match = BaselineMatch(baseline, in: folder)
  }

  /// It was read as a baseline, and is nothing to judge.
  func leaveOut(of collection: inout PathCollection) { collection.leaveOut([path]) { _ in true } }

  /// Whether a file is there, or was: its directory is.
  private func mayBeThere(_ file: String) -> Bool { PathName.kind(PathName.directory(of: PathName.join(directory, file))) != .missing }

  /// Whether a file would have been found.
  private func isGone(_ file: String) -> Bool {
    let path = PathName.tidy(PathName.join(directory, file))
    return searched.contains { PathName.below($0, path) != nil } && PathName.kind(path) == .missing
  }

  /// Writes what is left of it, where that was asked for.
  ///
  /// - Parameter isWhole: whether every file could be read.
  /// - Returns: what there is to say of it.
  func end(isWhole: Bool) throws -> String? {
    guard update else {
      let gone = match.gone(allSpecs: allSpecs, isGone: isGone)
      return gone == 0 ? nil : "\(gone) finding\(gone == 1 ? "" : "s") of the baseline \(path) \(gone == 1 ? "is" : "are") not found any more; --update-baseline removes \(gone == 1 ? "it" : "them")"
    }
    guard isWhole else { return "the baseline \(path) was not written: not every file could be read" }
    guard !match.isElsewhere(mayBeThere: mayBeThere) else {
      throw Failure.notRun("the baseline \(path) was not written: none of the directories of its files is there; its paths are relative to its directory: was it moved?")
    }
    guard isNew || (try? FileText.read(path, limit: Inputs.limit, isInput: false)) == Array(before.utf8) else {
      throw Failure.notRun("the baseline \(path) was not written: another program has changed it meanwhile; run it again")
    }
    let left = match.shrunk(allSpecs: allSpecs, isGone: isGone)
    let text = left.text
    let count = "\(left.count) finding\(left.count == 1 ? "" : "s")"
    guard text != before else { return "the baseline \(path) stays as it is: \(count)" }
    try OutputFiles.write([OutputFiles.File(path: path, text: text)], mustBeNew: isNew)
    return "wrote the baseline \(path): \(count)"
  }
}
