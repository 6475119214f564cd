internal import ArgumentParser
internal import RungSource
internal import RungSpec

func choices<Value: CaseIterable & RawRepresentable<String>>(_ type: Value.Type) -> CompletionKind {
  .list(type.allCases.map(\.rawValue))
}

func choice<Value: CaseIterable & RawRepresentable<String>>(_ text: String) throws -> Value {
  if let value = Value(rawValue: text) { return value }
  let known = Value.allCases.map(\.rawValue)
  let near = Similarity.nearest(to: text, among: known).question.map { "; \($0)" }
  throw ValidationError("there is no `\(text)`\(near ?? ""); expected \(oneOf(known))")
}
