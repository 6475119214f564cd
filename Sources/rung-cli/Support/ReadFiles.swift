internal import Glibc
internal import Synchronization

/// A file whatever its name: through links it is the same.
struct FileIdentity: Hashable {
  private let device: UInt64
  private let number: UInt64

  init(_ status: stat) {
    device = UInt64(status.st_dev)
    number = UInt64(status.st_ino)
  }
}

/// The files that this run has read, specs, bases and bodies alike: no output replaces one of them.
enum ReadFiles {
  private static let known = Mutex<Set<FileIdentity>>([])

  static func note(_ status: stat) { known.withLock { _ = $0.insert(FileIdentity(status)) } }

  static func contains(_ status: stat) -> Bool { known.withLock { $0.contains(FileIdentity(status)) } }
}
