/// One format of findings. `FindingsDocument` hands what is kept to each writer: text by text in the order of the run.
package protocol FindingsWriter {
  /// - Returns: what can be printed already, its last line ended.
  mutating func add(_ found: FoundInText) -> String
  /// A text that was asked for and could not be read.
  ///
  /// - Parameter reason: as the end of a sentence: "does not exist".
  mutating func add(unreadable name: String, reason: String)
  /// Why nothing was judged.
  mutating func add(fault: String)
  /// - Returns: what is left to print, its last line ended.
  mutating func end(_ counts: Counts) -> String
  /// After the end, a sentence for each thing that the format's reader would not take: what was left out.
  var remarks: [String] { get }
}

extension FindingsWriter {
  package var remarks: [String] { [] }
  package mutating func add(unreadable name: String, reason: String) {}
  package mutating func add(fault: String) {}
}
