internal import Rung
internal import RungSource
internal import RungSpec

/// Names of renditions, and where they are written.
enum RenditionNames {
  /// A place that a name is written at.
  struct Place {
    let name: String
    let range: Range<Int>
    /// In `name` of a rendition; else in a list that names renditions.
    let isDeclared: Bool
    /// Whether the range is all of it.
    let isOnOneLine: Bool
    /// Of the text, from 0.
    let document: Int
  }

  /// Those of the stream at a byte, with what its presets and bases bring.
  static func all(in request: FeatureRequest, at offset: Int) -> [String] {
    let own = document(at: offset, request.tree)
    let names = (request.analysis.spec?.document(at: offset)?.figures.renditions.compactMap(\.name) ?? []) + places(in: request.tree).filter { $0.document == own }.map(\.name)
    var known: Set<String> = []
    return names.filter { known.insert($0).inserted }
  }

  /// Where names are written.
  static func places(in tree: LooseTree) -> [Place] {
    tree.entries.indices.compactMap { index in
      let entry = tree.entries[index]
      guard !entry.value.isEmpty, entry.alias == nil, let parent = entry.parent else { return nil }
      let holder = tree.entries[parent]
      let isDeclared = entry.key == "name" && holder.isItem && holder.parent.map { tree.entries[$0].key } == "renditions"
      guard isDeclared || entry.isItem && holder.key == "drop" else { return nil }
      // `drop` is a word of other files as well.
      let path = Array(tree.path(of: index).dropLast(isDeclared ? 3 : 2))
      guard path == ["ladder"] || path.first == "targets" && path.last == "ladder" else { return nil }
      // A plain text that goes on below has what follows as a word under it.
      let isOnOneLine = entry.children.isEmpty && !tree.bytes[entry.value].contains { $0 == 0x0A || $0 == 0x0D }
      return Place(name: tree.plain(entry.value), range: entry.value, isDeclared: isDeclared, isOnOneLine: isOnOneLine, document: entry.document)
    }
  }

  /// The place that a byte is in.
  static func place(at offset: Int, in tree: LooseTree) -> Place? { places(in: tree).first { $0.range.lowerBound <= offset && offset <= $0.range.upperBound } }

  /// Of a text that has to do with the stream at hand: in a text of several streams those that share renditions with it.
  ///
  /// - Parameter document: of the text of the request, from 0.
  static func shared(_ text: Neighbour, with document: Int, _ request: FeatureRequest) -> [Place] {
    let all = places(in: text.tree)
    guard text.uri == request.document.uri else { return all }
    func extends(_ document: Int) -> Bool { text.tree.child("extends", of: nil, document: document) != nil }
    return all.filter { $0.document == document || extends($0.document) && extends(document) }
  }

  /// Which document of a text a byte is in, from 0.
  static func document(at offset: Int, _ tree: LooseTree) -> Int { tree.entries.last { $0.start <= offset }?.document ?? 0 }
}
