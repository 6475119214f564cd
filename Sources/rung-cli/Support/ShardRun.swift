internal import Rung
internal import RungOutput
internal import RungReading
internal import RungSource

/// What all shards of a run have in common, and each says of itself first.
struct ShardRun {
  var shard: Shard
  /// Paths that were named, and the options that decide what is found, as they are typed.
  var paths: [String] = []
  var options: [String] = []
  /// Whether names were listed by a program.
  var isListed = false
  /// Of `--since`.
  var commit: String?
  /// What is printed where the command line does not say.
  var format: FindingsFormat?
  /// How many files the whole run has, and a hash of their names in its order.
  var files = 0
  var list = ""
  /// What was asked for and led nowhere.
  var unreadable: [(path: String, reason: String)] = []
  var passedOver = 0
  var excluded = 0

  static func hash(_ names: [String]) -> String { TextHash.wide { hash in for name in names { hash.take(name) } } }

  /// The first line of its results, after the bracket.
  var line: String {
    var members: [(String, Node)] = [
      ("rung_shard", .number(1)), ("made_by", .text(rungVersion)), ("shard", .number(shard.number)), ("shards", .number(shard.count)), ("files", .number(files)),
      ("list", .text(list)), ("paths", .array(paths.map { .text($0) })), ("options", .array(options.map { .text($0) })),
      ("unreadable", .array(unreadable.map { .object([("file", .text($0)), ("reason", .text($1))]) })), ("passed_over", .number(passedOver)),
      ("excluded", .number(excluded)),
    ]
    if isListed { members.append(("listed", .bool(true, at: .nowhere))) }
    if let commit { members.append(("since", .text(commit))) }
    if let format { members.append(("format", .text(format.rawValue))) }
    return JSONWriter.shown(.object(members), indent: 0)
  }

  init(_ shard: Shard) { self.shard = shard }

  init(reading node: PartNode) throws(PartFault) {
    guard try node.number("rung_shard") == 1 else { throw PartFault("is not of version 1 of its format") }
    let maker = try node.text("made_by")
    guard maker == rungVersion else { throw PartFault("was made by Rung \(maker), and this is \(rungVersion); run the shards again with this one") }
    guard let shard = Shard(try node.number("shard"), of: try node.number("shards")) else { throw PartFault("has a number that no shard has") }
    self.shard = shard
    (files, list) = (try node.number("files"), try node.text("list"))
    (paths, options) = (try node.texts("paths"), try node.texts("options"))
    for item in try node.list("unreadable") { unreadable.append((try item.text("file"), try item.text("reason"))) }
    (passedOver, excluded) = (try node.number("passed_over"), try node.number("excluded"))
    (isListed, commit) = (try node.flag("listed"), try node.optionalText("since"))
    format = try node.optionalText("format").flatMap(FindingsFormat.init)
  }

  /// Why two are not of one run; nil where they are.
  func difference(from other: ShardRun) -> String? {
    func quoted(_ words: [String]) -> String { words.isEmpty ? "no options" : "`\(words.map(ShellText.quoted).joined(separator: " "))`" }
    if shard.count != other.shard.count { return "one is of \(other.shard.count) shards, the other of \(shard.count)" }
    if paths != other.paths { return "one checked \(quoted(other.paths)), the other \(quoted(paths))" }
    if options != other.options { return "one ran with \(quoted(other.options)), the other with \(quoted(options))" }
    if commit != other.commit { return "`--since` named different commits" }
    guard files == other.files, list == other.list, isListed == other.isListed, passedOver == other.passedOver, excluded == other.excluded, format == other.format,
      unreadable.map(\.path) == other.unreadable.map(\.path)
    else { return "they found different files; check out the same commit in every job" }
    return nil
  }
}
