internal import ArgumentParser
internal import Rung
internal import RungSource

enum Version {
  static let text = "0.1.0"
}
