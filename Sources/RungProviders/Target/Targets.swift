/// Everything that `targets` can contain: providers, then encoders.
package enum Targets {
  package static let all: [any CompilationTarget.Type] = Providers.all + Encoders.all

  package static var ids: [String] { all.map { $0.id } }

  package static func named(_ id: String) -> (any CompilationTarget.Type)? { all.first { $0.id == id } }

  private static let trees = Dictionary(uniqueKeysWithValues: all.map { ($0.id, ReasonTree($0.inexpressible)) })

  /// Why a target has no field for what it does not support.
  static func reasons(of target: any CompilationTarget.Type) -> ReasonTree { trees[target.id] ?? ReasonTree(target.inexpressible) }
}

extension Providers {
  package static var ids: [String] { all.map { $0.id } }

  package static func named(_ id: String) -> (any Provider.Type)? { all.first { $0.id == id } }
}
