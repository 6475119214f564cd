internal import Synchronization

package enum Presets {
  package static var names: [String] { all.map(\.name) }

  package static func named(_ name: String) -> Preset? { all.first { $0.name == name } }
}
