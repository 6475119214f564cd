internal import ArgumentParser
internal import Rung
internal import RungProviders
internal import RungSource

/// `--resolve-secrets`, the same everywhere.
struct SecretOption: ParsableArguments {
  @Flag(help: "Replace ${env:NAME} by its value from the environment. The names that were read go to standard error.")
  var resolveSecrets = false

  func apply(to bodies: inout CompiledBodies, as format: EncoderFormat? = nil, _ console: Console) throws {
    guard resolveSecrets else { return }
    var resolution = SecretResolution()
    for stream in bodies.streams.indices {
      for provider in bodies.streams[stream].providers.indices {
        for body in bodies.streams[stream].providers[provider].bodies.indices {
          let node = bodies.streams[stream].providers[provider].bodies[body].node
          bodies.streams[stream].providers[provider].bodies[body].node = resolution.resolved(node)
        }
      }
      for setup in bodies.streams[stream].setups.indices {
        bodies.streams[stream].setups[setup].resolve(with: &resolution, isJSON: format == .json)
      }
    }
    try resolution.tell(console)
  }
}

extension EncoderSetup {
  /// A script reads the environment itself, when it runs; a list of words cannot.
  fileprivate mutating func resolve(with resolution: inout SecretResolution, isJSON: Bool) {
    for index in files.indices {
      files[index].text = resolution.resolved(files[index].text, insideJSON: files[index].name.hasSuffix(".json"))
    }
    for index in settings.indices { settings[index].value = resolution.resolved(settings[index].value) }
    guard isJSON else { return }
    command?.resolve { resolution.resolved($0) }
  }
}
