internal import RungSource

/// Everything that `targets` can contain: providers, then encoders.
package enum Targets {
  /// One by one: a conversion of the lists would look each conformance up when the program runs.
  package static let all: [any CompilationTarget.Type] = Providers.all.map { $0 } + Encoders.all.map { $0 }

  package static var ids: [String] { all.map { $0.id } }

  package static func named(_ id: String) -> (any CompilationTarget.Type)? { all.first { $0.id == id } }

  /// A run asks for those of few targets.
  private static let trees = Dictionary(uniqueKeysWithValues: all.map { target in (target.id, Once { ReasonTree(target.inexpressible) }) })

  /// Why a target has no field for what it does not support.
  package static func reasons(of target: any CompilationTarget.Type) -> ReasonTree { trees[target.id]?.value ?? ReasonTree(target.inexpressible) }
}

extension Providers {
  package static var ids: [String] { all.map { $0.id } }

  package static func named(_ id: String) -> (any Provider.Type)? { all.first { $0.id == id } }

  /// The ids of those that can be written in the format.
  package static func deploying(_ format: DeploymentFormat) -> [String] { all.filter { $0.deploymentFormats.contains(format) }.map { $0.id } }
}
