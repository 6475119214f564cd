internal import RungSpec

/// Fields of bodies that take what a fact says, so that no limit stands twice. A fact that is not published bounds nothing.
extension FieldType where Value == Int {
  static func integer(within limit: Limit<ClosedRange<Int>>, from least: Int? = nil) -> FieldType {
    integer(limit.value.map { (least ?? $0.lowerBound)...$0.upperBound })
  }

  static func kilobits(within limit: Limit<ClosedRange<Bitrate>>) -> FieldType {
    integer(limit.value.flatMap { range in range.lowerBound.kilobits.flatMap { least in range.upperBound.kilobits.map { least...$0 } } })
  }

  static func number(of limit: Limit<[Int]>) -> FieldType { limit.value.map(number) ?? integer }

  static func number(of limit: Limit<[FrameRate]>) -> FieldType { limit.value.map { number($0.compactMap(\.value.whole)) } ?? integer }

  static func number(of limit: Limit<[SampleRate]>) -> FieldType { limit.value.map { number($0.map(\.hertz)) } ?? integer }
}

extension FieldType where Value: Choice {
  static func choice(of limit: Limit<[Value]>) -> FieldType { limit.value.map(choice(of:)) ?? choice }
}

extension FieldType where Value == String {
  static func text(within limit: Limit<ClosedRange<Int>>) -> FieldType { limit.value.map { text($0, isRuled: true) } ?? string }

  static func word<Word: Choice>(of limit: Limit<[Word]>) -> FieldType { word((limit.value ?? Array(Word.allCases)).map(\.rawValue)) }
}
