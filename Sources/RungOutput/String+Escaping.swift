extension String {
  /// The text with some characters in another form; those of which `escape` says nil stay.
  package func escaped(_ escape: (Unicode.Scalar) -> String?) -> String {
    var result = ""
    result.reserveCapacity(utf8.count)
    for scalar in unicodeScalars { if let form = escape(scalar) { result += form } else { result.unicodeScalars.append(scalar) } }
    return result
  }

  /// Digits, with zeros before them.
  package func zeroPadded(to width: Int) -> String { String(repeating: "0", count: max(0, width - utf8.count)) + self }
}
