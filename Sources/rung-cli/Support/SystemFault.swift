internal import RungPlatform

/// The number of what went wrong in a call of the system.
struct SystemFault: Error {
  let code: Int32
}
