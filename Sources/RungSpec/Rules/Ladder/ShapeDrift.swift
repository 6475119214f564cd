/// A size whose aspect ratio differs by more than rounding.
struct ShapeDrift: Equatable {
  let size: Resolution
  let fitting: Resolution

  init?(_ size: Resolution, from model: Resolution) {
    // Cross products: size.width × model.height against size.height × model.width.
    let width = size.width * model.height
    let expected = size.height * model.width
    guard width != expected else { return nil }
    let difference = Swift.max(width, expected) - Swift.min(width, expected)
    // In pixels: off by difference / model.height in width, or by difference / model.width in height.
    if difference < Self.rounding(size.width) * model.height || difference < Self.rounding(size.height) * model.width { return nil }
    self.size = size
    func even(_ product: Int, _ side: Int) -> Int { Swift.max(2, (product + side) / (2 * side) * 2) }
    let byHeight = Resolution(width: even(expected, model.height), height: size.height)
    // Portrait in a landscape ladder, it would become larger than all others.
    let isLarger = byHeight.pixels > 2 * size.pixels
    fitting = isLarger ? Resolution(width: size.width, height: even(width, model.width)) : byHeight
  }

  /// How far a side may be from its exact value: less than two pixels make it even, and half a block makes it a
  /// multiple of 16, as older encoders required (848x480).
  private static func rounding(_ side: Int) -> Int { side % 16 == 0 && side >= 480 ? 9 : 2 }
}
