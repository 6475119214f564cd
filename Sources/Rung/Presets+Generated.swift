// Written by `swift run rung-dev generate`; do not edit.
extension Presets {
  package static let all: [Preset] = [
  ]
}
