/// What belongs together, in the order in which the first of each group came.
package struct Grouped<Key: Hashable, Member> {
  package private(set) var groups: [(key: Key, members: [Member])] = []
  private var known: [Key: Int] = [:]

  package init() {}

  package mutating func add(_ member: Member, to key: Key) {
    if let index = known[key] { return groups[index].members.append(member) }
    known[key] = groups.count
    groups.append((key, [member]))
  }
}
