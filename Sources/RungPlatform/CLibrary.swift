// The one file that imports the C library, whichever the system has. Linux with glibc is built and tested; Musl and Darwin are
// written after their headers and were not built.
#if canImport(Glibc)
  @_exported public import Glibc
#elseif canImport(Musl)
  @_exported public import Musl
#elseif canImport(Darwin)
  @_exported public import Darwin
#endif
