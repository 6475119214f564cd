internal import Rung
internal import RungSource
internal import RungSpec

/// Names of renditions, and where they are written.
enum RenditionNames {
  /// Those of the stream at hand, with what its presets and bases bring.
  static func all(in request: FeatureRequest) -> [String] {
    var names = request.analysis.spec?.study.documents.flatMap { $0.figures.renditions.compactMap(\.name) } ?? []
    names += places(in: request.tree).map(\.name)
    var known: Set<String> = []
    return names.filter { known.insert($0).inserted }
  }

  /// Where names are written: in `name` of a rendition, and in lists that name renditions.
  static func places(in tree: LooseTree) -> [(name: String, range: Range<Int>, isDeclared: Bool)] {
    tree.entries.compactMap { entry in
      guard !entry.value.isEmpty, entry.alias == nil, let parent = entry.parent else { return nil }
      let holder = tree.entries[parent]
      let isDeclared = entry.key == "name" && holder.isItem && holder.parent.map { tree.entries[$0].key } == "renditions"
      guard isDeclared || entry.isItem && holder.key == "drop" else { return nil }
      return (tree.plain(entry.value), entry.value, isDeclared)
    }
  }
}
