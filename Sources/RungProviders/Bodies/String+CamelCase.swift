extension String {
  /// The JSON name of a proto name: `room_name` → `roomName`.
  package var camelCase: String {
    var result = ""
    var isRaised = false
    for character in self {
      if character == "_" {
        isRaised = true
      } else {
        result += isRaised ? character.uppercased() : String(character)
        isRaised = false
      }
    }
    return result
  }
}
