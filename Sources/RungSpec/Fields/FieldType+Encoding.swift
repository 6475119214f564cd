internal import RungSource

extension FieldType where Value == RateFactor {
  /// A number, whole or not, on the largest scale of any codec.
  package static var rateFactor: FieldType {
    FieldType(.number(0...63)) { node, report in
      guard let value = ScalarReading.number(node, &report) else { return nil }
      guard value >= .zero, value <= Rational(63) else {
        report.flag(SpecFaults.outOfRange, node.place, "\(value.text) is out of range; allowed: 0 to 63")
        return nil
      }
      return RateFactor(value)
    } write: { factor, place in
      factor.whole.map { .integer($0, at: place) } ?? Node(.scalar(Scalar(factor.text, .plain)), at: place)
    }
  }
}

extension FieldType where Value == Int {
  /// 4:2:0 video is delivered with 8 or with 10 bits.
  package static var bitDepth: FieldType {
    FieldType(.oneOfIntegers([8, 10])) { node, report in
      guard let value = ScalarReading.integer(node, unit: "bits", &report) else { return nil }
      guard value == 8 || value == 10 else {
        report.flag(SpecFaults.notOneOf, node.place, "\(value) is not a bit depth; expected `8` or `10`")
        return nil
      }
      return value
    } write: { .integer($0, at: $1) }
  }
}

extension FieldType where Value == RequestedPreset {
  /// A preset's name or number.
  package static var preset: FieldType {
    FieldType(.anyOf([.oneOf(EncoderPreset.allCases.map(\.rawValue)), .integer(speeds)])) { node, report in
      guard let scalar = node.scalar, scalar.type == .integer else { return FieldType<EncoderPreset>.choice.read(node, &report).map { .name($0) } }
      return FieldType<Int>.integer(speeds).read(node, &report).map { .number($0) }
    } write: { preset, place in
      switch preset {
      case .name(let name): .string(name.rawValue, at: place)
      case .number(let number): .integer(number, at: place)
      }
    }
  }

  /// Of all encoders that number their presets: SVT-AV1 ends at 13.
  private static var speeds: ClosedRange<Int> { 0...13 }
}
