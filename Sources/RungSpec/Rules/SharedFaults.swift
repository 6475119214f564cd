internal import RungSource

extension Ladder {
  /// Looks at every rendition and reports each place once: a fault in `ladder.defaults` is one finding, however many
  /// renditions inherit it. Costs nothing where nothing is found, and reports nothing in a ladder of other media: there each
  /// video setting has a finding already.
  ///
  /// - Parameters:
  ///   - find: the place to point at, and the values that make the fault; `findAt` gets the index of the rendition.
  ///   - say: the words for a fault.
  func flagShared<Fault: Equatable>(
    _ report: inout Report, in media: MediaKind = .video, find: (Rendition) -> (SourcePlace, Fault)?,
    say: (SharedFault<Fault>) -> FaultText
  ) {
    // A value in an array is copied for each look at it; one in an object is not.
    flagShared(&report, in: media, findAt: { still[$0].look(find) }, say: say)
  }

  func flagShared<Fault: Equatable>(
    _ report: inout Report, in media: MediaKind = .video, findAt find: (Int) -> (SourcePlace, Fault)?,
    say: (SharedFault<Fault>) -> FaultText
  ) {
    guard self.media == media else { return }
    var found = Grouped<SourceSpan, (index: Int, fault: Fault, place: SourcePlace)>()
    for index in renditions.indices {
      if let (place, fault) = find(index) { found.add((index, fault, place), to: place.span) }
    }
    for (_, members) in found.groups {
      let (first, place) = (members[0].fault, members[0].place)
      let same = members.filter { $0.fault == first }
      var wording = say(
        SharedFault(
          fault: first, whose: naming(same.map(\.index)), place: place, first: renditions[members[0].index].value))
      if same.count < members.count {
        // One value that is wrong in several ways has no single fix.
        wording.help = wording.help?.withoutFix
        for member in members.lazy.filter({ $0.fault != first }).prefix(12) {
          let other = SharedFault(
            fault: member.fault, whose: naming([member.index]), place: place, first: renditions[member.index].value)
          wording.notes.append(MessageNote("also, \(say(other).message)"))
        }
      }
      report.flag(place, wording)
    }
  }

  /// A finding about the whole ladder is reported once: at its value where there is one, else at the ladder's key, with
  /// every place in a note.
  func flagOnce(_ report: inout Report, _ indices: [Int], at place: (Rendition) -> SourcePlace?, _ wording: FaultText) {
    let places = distinct(indices, place)
    guard let only = places.first else { return }
    let notes = places.count == 1 ? [] : places.prefix(12).map { MessageNote("in \($0.whose)", at: $0.place.span) }
    report.flag(
      places.count == 1 ? only.place : self.place, wording.message, notes: wording.notes + notes, help: wording.help)
  }

  /// The different places among those of some renditions, each with the first rendition that has it.
  func distinct(_ indices: [Int], _ place: (Rendition) -> SourcePlace?) -> [(place: SourcePlace, whose: Message)] {
    var seen: Set<SourceSpan> = []
    return indices.compactMap { index in
      guard let place = place(renditions[index].value), seen.insert(place.span).inserted else { return nil }
      return (place, renditions[index].value.reference)
    }
  }

  /// "rendition `720p`", "renditions `720p` and `480p`", "every rendition".
  func naming(_ indices: [Int]) -> Message {
    guard indices.count > 1 else { return indices.first.map { renditions[$0].value.reference } ?? "the ladder" }
    if indices.count == renditions.count { return "every \(term: .rendition)" }
    let names = indices.prefix(6).map { index in renditions[index].value.name.map { "`\($0.value)`" } ?? "\(index + 1)" }
    let rest = indices.count - names.count
    if rest > 0 { return "\(term: .renditions) \(names.joined(separator: ", ")) and \(rest) more" }
    return "\(term: .renditions) \(names.dropLast().joined(separator: ", ")) and \(names[names.count - 1])"
  }

  /// True when the author wrote the key for this rendition or in the defaults, read or not: a rule about a
  /// missing value must not report one that is there and could not be read.
  package func states(_ path: String..., at index: Int) -> Bool {
    guard let written else { return false }
    let places: [Node?] =
      switch source {
      case .ingest: [written["video"], written]
      // Renditions that did not read are omitted, so the one that is meant is here or further down.
      case .ladder: [written["renditions"]?.items.dropFirst(index).first { $0.place == renditions[index].place }, written["defaults"]]
      }
    return places.contains { node in
      var node = node
      for key in path {
        // A part that is not a mapping has been reported, and may have meant anything.
        guard case .map = node?.content else { return node != nil }
        node = node?[key]
      }
      return node != nil
    }
  }
}
