/// What distinguishes a finding that was told from others. By its bytes: characters that are written in two ways are two texts, and
/// telling them apart takes less.
struct ToldFinding: Hashable {
  private let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }

  // An array hashes each byte by itself.
  func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
}
