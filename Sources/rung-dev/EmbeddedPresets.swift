/// presets/*.yaml as Swift text, so that the binary needs no other file.
enum EmbeddedPresets {
  static func file(in root: String) throws(Fault) -> GeneratedFile {
    var text = GeneratedFile.header + "extension Presets {\n  package static let all: [Preset] = [\n"
    var number = 0
    for name in Tree.names(in: "\(root)/presets") where name.hasSuffix(".yaml") {
      guard let yaml = try Tree.text(of: "\(root)/presets/\(name)") else { continue }
      // Nothing in the text may end the literal or interpolate into it.
      var fence = "#"
      while yaml.contains("\"\"\"\(fence)") || yaml.contains("\\\(fence)") { fence += "#" }
      text += "    Preset(\n      \(number), \"\(name.dropLast(5))\",\n      \(fence)\"\"\"\n\(yaml)\n\"\"\"\(fence)),\n"
      number += 1
    }
    return GeneratedFile(path: "Sources/Rung/Presets+Generated.swift", text: text + "  ]\n}\n")
  }
}
