package import RungSource
internal import RungSpec

/// What ffprobe (`-of json`) or MediaInfo (`--Output=JSON`) found in a file.
package enum ProbeReading {
  /// One for each video stream; one for the audio where there is no video. None where the text shows no streams. A value that does not read
  /// counts as not shown.
  package static func renditions(in document: Node, of name: String) -> [DeliveredRendition] {
    if case .list(let files) = document.content { return files.flatMap { renditions(in: $0, of: name) } }
    return document["media"] == nil ? FFprobeReading(document, name).renditions : MediaInfoReading(document, name).renditions
  }

  /// The first value of an object stands for it: the whole would be pages.
  static func place(of node: Node) -> SourcePlace { node.entries.first?.value.place ?? node.place }

  /// `1280` or `"1280"`.
  static func integer(_ node: Node?) -> Located<Int>? { node.flatMap { node in node.scalar.flatMap { Int($0.text) }.map { Located($0, at: node.place) } } }

  /// Text that says something.
  static func text(_ node: Node?) -> Located<String>? {
    guard let node, let text = node.scalar?.text, !text.isEmpty, text != "N/A", text != "unknown" else { return nil }
    return Located(text, at: node.place)
  }

  /// Seconds; nil for what is no time of a file.
  static func double(_ node: Node?) -> Double? { node?.scalar.flatMap { Double($0.text) }.flatMap { abs($0) < 1e12 ? $0 : nil } }

  /// `30000/1001`, `16:9`, `29.970`. Nil for `0/0`.
  static func ratio(_ node: Node?) -> Located<Rational>? {
    guard let node, let text = node.scalar?.text else { return nil }
    let parts = text.split { $0 == "/" || $0 == ":" }
    let value: Rational? =
      parts.count == 2
      ? Int64(parts[0]).flatMap { top in Int64(parts[1]).flatMap { Rational(top, $0) } }
      : Rational(decimal: text)
    return value.flatMap { $0.isPositive ? Located($0, at: node.place) : nil }
  }

  static func bitrate(_ node: Node?) -> Located<Bitrate>? { integer(node).flatMap { $0.value > 0 ? $0.map { Bitrate(bitsPerSecond: Int64($0)) } : nil } }

  static func size(_ width: Node?, _ height: Node?) -> Located<Resolution>? {
    guard let width = integer(width), let height = integer(height), width.value > 0, height.value > 0 else { return nil }
    return Located(Resolution(width: width.value, height: height.value), at: height.place)
  }

  /// The name of a file without its folders and its extension, for finding out which rendition it is.
  static func names(of file: String) -> [String] { AddressWords.of(file) }
}
