internal import ArgumentParser
internal import RungSource

/// `--shard 3/8`: which files of a run are this job's.
///
/// A file belongs to the shard that the hash of its path says, so that another file more or less moves none of the others.
struct Shard: Equatable {
  /// From 1.
  let number: Int
  let count: Int

  static let most = 10_000

  init?(_ number: Int, of count: Int) {
    guard (1...Self.most).contains(count), (1...count).contains(number) else { return nil }
    (self.number, self.count) = (number, count)
  }

  static func named(_ word: String) throws -> Shard {
    let parts = word.split(separator: "/", omittingEmptySubsequences: false).map { $0.utf8.allSatisfy { $0 &- 0x30 < 10 } ? Int($0) : nil }
    guard parts.count == 2, let number = parts[0], let count = parts[1], let shard = Shard(number, of: count) else {
      throw ValidationError("`\(word)` is no shard; write its number and how many there are, from 1/1 to \(most)/\(most): 3/8")
    }
    return shard
  }

  var name: String { "\(number)/\(count)" }

  /// - Parameter path: as the run names it; one below the current directory counts from there.
  func owns(_ path: String) -> Bool {
    let own = PathName.isAbsolute(path) ? PathName.real(".").flatMap { PathName.below($0, path) } ?? path : path
    var hash = TextHash()
    hash.take(own)
    return Int((hash.value ^ hash.value >> 32) % UInt64(count)) == number - 1
  }
}
