import Glibc

/// The target that `RUNG_FUZZ` names; the program ends where there is none.
private let target: FuzzTarget = {
  let name = getenv("RUNG_FUZZ").map { String(cString: $0) } ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    let message = "RUNG_FUZZ names no target: \(FuzzTarget.allCases.map(\.rawValue).joined(separator: ", "))\n"
    _ = write(STDERR_FILENO, message, message.utf8.count)
    exit(2)
  }
  return target
}()

/// What libFuzzer calls with every text that it makes.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  target.run(Array(UnsafeBufferPointer(start: data, count: size)))
  return 0
}
