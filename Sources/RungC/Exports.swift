internal import Rung
internal import RungCall

// What include/rung.h declares; memory is Swift's, so that no C library is imported.

/// See `include/rung.h`.
///
/// - Parameters:
///   - request: UTF-8; nil counts as an empty text.
///   - length: bytes.
///   - responseLength: bytes of the response without its NUL; nil where nobody asks.
@_cdecl("rung_call")
public func rungCall(_ request: UnsafePointer<UInt8>?, _ length: Int, _ responseLength: UnsafeMutablePointer<Int>?) -> UnsafeMutablePointer<UInt8>? {
  let bytes = Array(UnsafeBufferPointer(start: request, count: request == nil ? 0 : max(length, 0)))
  var response = Call.response(to: bytes)
  return response.withUTF8 { text in
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: text.count + 1)
    if let start = text.baseAddress { copy.update(from: start, count: text.count) }
    copy[text.count] = 0
    responseLength?.pointee = text.count
    return copy
  }
}

/// See `include/rung.h`.
@_cdecl("rung_free")
public func rungFree(_ response: UnsafeMutablePointer<UInt8>?) { response?.deallocate() }

/// See `include/rung.h`.
@_cdecl("rung_version")
public func rungVersionText() -> UnsafePointer<UInt8> { versionText }

/// Written once, when it is first asked for; nothing changes it afterwards.
nonisolated(unsafe) private let versionText: UnsafePointer<UInt8> = {
  let bytes = Array(rungVersion.utf8) + [0]
  let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
  copy.update(from: bytes, count: bytes.count)
  return UnsafePointer(copy)
}()
