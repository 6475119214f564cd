internal import ArgumentParser
internal import RungProviders
internal import RungSource

enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}
