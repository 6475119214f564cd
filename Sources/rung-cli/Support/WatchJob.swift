internal import ArgumentParser
internal import Rung
internal import RungPlatform

/// `watch`: checks over and over, each time that a file has changed.
struct WatchJob {
  let paths: [String]
  let targets: [TargetID]?
  let packs: [RulePack]
  let root: RootOption
  let baseline: String?
  let detail: FindingsDetail

  private let watched = WatchedFiles()
  private let console = Console()

  init(paths: [String], targets: [TargetID]?, packs: [RulePack], root: RootOption, baseline: String?, detail: FindingsDetail) {
    (self.paths, self.targets, self.packs, self.root, self.baseline, self.detail) = (paths, targets, packs, root, baseline, detail)
  }

  /// The pause between two looks at the files, in milliseconds.
  private static let pause: UInt32 = 250

  /// Ends when nobody reads any more.
  func run() throws {
    var round = try Round(self)
    try check(round, nil)
    console.say("watching \(round.names.count == 1 ? "one file" : "\(round.names.count) files"); Ctrl-C ends")
    while let changes = wait(&round) {
      console.say("")
      console.say(Self.title(changes))
      do {
        round = try Round(self)
        try check(round, changes)
      } catch let failure as Failure {
        // The next change may mend it.
        console.say("error: \(failure.message)")
        round.isWalkable = false
      }
    }
  }

  /// What is there to check, by the configurations of one time.
  private struct Round {
    let policies: PolicySource
    var names: [String]
    /// Whether the paths can be walked through.
    var isWalkable = true

    init(_ job: WatchJob) throws {
      policies = try PolicySource(job.root.policy)
      names = try PathCollection(job.paths, policies).items.map(\.path)
      job.watched.note(names, policies)
      for one in [job.root.policy.config, job.baseline].compactMap({ $0 }) { job.watched.note(WatchedFiles.place(of: one)) }
    }

    mutating func walk(_ paths: [String]) {
      guard isWalkable else { return }
      if let found = try? PathCollection(paths, policies) { names = found.items.map(\.path) } else { isWalkable = false }
    }
  }

  private func check(_ round: Round, _ changes: WatchedFiles.Changes?) throws {
    do {
      try CheckCommand.run(
        paths, for: targets, packs: packs, in: root, detail, baseline.map { try BaselineFile($0, update: false, searching: []) }, watched: watched,
        changes: changes.flatMap { isAboutAll($0) ? nil : $0 }, strict: false)
    } catch let code as ExitCode {
      // What it says of the files has been shown. To begin with, there has to be one.
      if changes == nil, code == Exit.notRun.code, !round.names.contains(where: { PathName.kind($0) == .file }) { throw code }
    }
  }

  /// Whether what has changed settles findings of other files.
  private func isAboutAll(_ changes: WatchedFiles.Changes) -> Bool {
    changes.paths.contains { path in
      PathName.isSame(PathName.name(of: path), PolicySource.fileName) || [root.policy.config, baseline].contains { $0.map { PathName.isSame(WatchedFiles.place(of: $0), path) } == true }
    }
  }

  /// The next changes, when nothing has changed for one look; nil when nobody reads any more.
  private func wait(_ round: inout Round) -> WatchedFiles.Changes? {
    var changes = WatchedFiles.Changes()
    while true {
      usleep(Self.pause * 1000)
      if isUnread { return nil }
      round.walk(paths)
      let new = watched.changes(round.names)
      changes.paths.formUnion(new.paths)
      if new.paths.isEmpty, !changes.paths.isEmpty { return changes }
    }
  }

  private var isUnread: Bool {
    var output = pollfd(fd: STDOUT_FILENO, events: 0, revents: 0)
    return poll(&output, 1, 0) > 0 && output.revents & Int16(POLLERR | POLLHUP | POLLNVAL) != 0
  }

  private static func title(_ changes: WatchedFiles.Changes) -> String {
    let names = PathName.sorted(changes.paths.map(PathName.fromHere))
    let shown = names.count > 4 ? names.prefix(3) + ["\(names.count - 3) more"] : names[...]
    return "changed: \(shown.joined(separator: ", "))"
  }
}
