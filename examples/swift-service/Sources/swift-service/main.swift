// The part of a service that knows streams, without the part that knows HTTP:
//   swift run swift-service check FILE...      swift run swift-service create FILE...      swift run swift-service change OLD NEW
import Foundation
import Rung

let arguments = Array(CommandLine.arguments.dropFirst())
let files = arguments.dropFirst()

/// A file stands for the body of a request.
func request(_ path: String) throws -> SourceInput {
  SourceInput(name: path, bytes: Array(try Data(contentsOf: URL(fileURLWithPath: path))))
}

/// Eight requests at a time. The functions of Rung have no state in common: nothing waits, and nothing is locked.
func answers(to requests: [SourceInput], by answer: @escaping @Sendable (SourceInput) -> Answer) async -> [Answer] {
  await withTaskGroup(of: (Int, Answer).self) { group in
    var answers = [Answer?](repeating: nil, count: requests.count)
    for (index, request) in requests.enumerated() {
      if index >= 8, let (done, answer) = await group.next() { answers[done] = answer }
      group.addTask { (index, answer(request)) }
    }
    for await (done, answer) in group { answers[done] = answer }
    return answers.compactMap { $0 }
  }
}

let answered: [Answer]
switch (arguments.first, files.count) {
case ("check", 1...): answered = await answers(to: try files.map(request), by: Answer.toCheck)
case ("create", 1...): answered = await answers(to: try files.map(request), by: Answer.toCreation)
case ("change", 2): answered = [Answer.toChange(of: try request(arguments[1]), to: try request(arguments[2]))]
default:
  print("usage: swift-service check FILE... | create FILE... | change OLD NEW")
  exit(2)
}
for answer in answered { print("\(answer.status)\n\(answer.body)", terminator: "") }
