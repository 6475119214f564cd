internal import ArgumentParser
internal import Rung

/// Which variables hold what a spec or a body refers to.
enum SecretRemark {
  static func tell(_ secrets: [NamedSecret], _ console: Console) throws {
    guard !secrets.isEmpty else { return }
    var names: [String] = []
    for secret in secrets where !names.contains(secret.variable) { names.append(secret.variable) }
    console.say("secrets are references now; set \(names.joined(separator: ", ")) in the environment")
  }
}
