internal import RungPlatform

/// The one road on which a command writes files: all of them or none, each the old one or the new one and never half of it.
///
/// Everything is written and synced beside its target first and then renamed; what fails undoes what was done before it,
/// directories included. Mode, owner, group, access list and attributes of a file stay; links are followed and stay; pipes and devices
/// are written to; what this run reads is not written. Other hard links of a replaced file keep what it held.
enum OutputFiles {
  struct File {
    let path: String
    let text: String
  }

  /// - Parameters:
  ///   - folders: made before, with those that they lie in, when missing.
  ///   - isPrivate: the files hold secrets: nobody but their owner may read them.
  ///   - mustBeNew: whether what exists already is in the way.
  /// - Returns: how many of them are regular files.
  @discardableResult
  static func write(_ files: [File], in folders: [String] = [], private isPrivate: Bool = false, mustBeNew: Bool = false) throws -> Int {
    var regular: [(target: OutputTarget, text: String)] = []
    var streams: [(target: OutputTarget, text: String)] = []
    var taken: Set<FileIdentity> = []
    var folded: Set<String> = []
    for folder in folders where PathName.kind(folder) == .file { throw Failure.notRun("\(folder) is a file, not a directory") }
    for file in files {
      let target = try OutputTarget(file.path, mustBeNew: mustBeNew)
      switch target.kind {
      case .stream, .descriptor: streams.append((target, file.text))
      case .file(let status):
        guard taken.insert(FileIdentity(status)).inserted else { throw sharing(file.path) }
        regular.append((target, file.text))
      case .missing:
        // Some file systems hold names to be the same that differ in case only.
        guard folded.insert(target.path.uppercased().lowercased()).inserted else { throw sharing(file.path) }
        regular.append((target, file.text))
      }
    }
    try SignalHold.during {
      var work = OutputWork(isPrivate: isPrivate, isAlone: regular.count == 1)
      do {
        for folder in folders { try work.makeDirectory(folder) }
        for file in regular { try work.prepare(file.text, for: file.target) }
        try work.commit()
      } catch {
        work.undo()
        throw error
      }
    }
    // What went into a pipe cannot be undone, and it may wait for its reader: last, and when there is nothing left to undo.
    for file in streams { try OutputWork.send(file.text, to: file.target) }
    return regular.count
  }

  /// Replaces the text of a file that this run has read.
  ///
  /// Never in its place: at any moment, and after any end of this process, the file holds all of the old text or all of the new one.
  ///
  /// - Parameter old: what was read. A file that holds something else by now is left alone.
  static func replace(_ path: String, holding old: [UInt8], by new: [UInt8]) throws {
    let target = try OutputTarget(path, isReplaced: true)
    guard case .file = target.kind else { throw Failure.notRun("\(path) is not a regular file, and was not written") }
    try SignalHold.during {
      var work = OutputWork(isPrivate: false, isAlone: true, replacing: old)
      do {
        try work.prepare(String(decoding: new, as: UTF8.self), for: target)
        try work.commit()
      } catch {
        work.undo()
        throw error
      }
    }
  }

  private static func sharing(_ path: String) -> Failure {
    Failure.notRun("\(path) leads to the same file as another output; nothing was written")
  }
}
