internal import RungPlatform
internal import Synchronization

/// The files that this run has read, specs, bases and bodies alike: no output replaces one of them.
enum ReadFiles {
  private static let known = Mutex<Set<FileIdentity>>([])

  static func note(_ status: stat) { known.withLock { _ = $0.insert(FileIdentity(status)) } }

  /// A file that is read and meant to be replaced.
  static func release(_ status: stat) { known.withLock { _ = $0.remove(FileIdentity(status)) } }

  static func contains(_ status: stat) -> Bool { known.withLock { $0.contains(FileIdentity(status)) } }
}
