internal import RungPlatform

/// Why a file was not read, as the end of a sentence: "does not exist".
struct Unreadable: Error {
  let reason: String
}
