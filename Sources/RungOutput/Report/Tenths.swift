

/// Tenths of a unit as SVG writes them.
struct Tenths: CustomStringConvertible {
  let value: Int

  init(_ value: Int) { self.value = value }

  var description: String {
    let size = value.magnitude
    let text = size % 10 == 0 ? "\(size / 10)" : "\(size / 10).\(size % 10)"
    return value < 0 ? "-\(text)" : text
  }
}
