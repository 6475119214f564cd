internal import Rung

/// The request bodies among the files that were named.
struct BodyTexts {
  private let collection: PathCollection
  private let request: RequestName
  private let policies: PolicySource
  private let stdin: String?

  /// - Parameters:
  ///   - output: what an earlier run has written, and is none of them.
  ///   - stdin: what standard input is called.
  init(_ paths: [String], of request: RequestName, _ policies: PolicySource, besides output: FindingsOutputOption? = nil, baseline: BaselineFile? = nil, stdin: String? = nil) throws {
    var collection = try PathCollection(paths, policies, ofBodies: true)
    output?.leaveOut(of: &collection)
    baseline?.leaveOut(of: &collection)
    (self.collection, self.request, self.policies, self.stdin) = (collection, request, policies, stdin)
  }

  var names: [String] { collection.items.map(\.path) }

  /// In the order of the paths, each with what settles its findings.
  ///
  /// - Returns: how many files of directories hold something else.
  func forEach(_ body: (SourceInput) -> Void, unreadable: (_ path: String, _ reason: String) -> Void) throws -> Int {
    for (path, reason) in collection.unreadable { unreadable(path, reason) }
    var passedOver = 0
    for item in collection.items {
      let read: SourceInput
      do throws(Unreadable) {
        read = try Inputs.read(item.path, stdin: stdin).input
      } catch {
        unreadable(Inputs.shown(item.path, stdin: stdin), error.reason)
        continue
      }
      // In a directory there are other files as well.
      if item.isNamed || looksLikeBody(read, of: request) { body(try policies.settled(read)) } else { passedOver += 1 }
    }
    return passedOver
  }
}
