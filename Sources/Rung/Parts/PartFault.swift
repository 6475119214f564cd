/// What is wrong with a part of a run: as the end of a sentence, "is not …".
package struct PartFault: Error {
  package let message: String

  package init(_ message: String) { self.message = message }
}
