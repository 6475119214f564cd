import RungProviders
import RungSource
import RungSpec
import RungTestSupport
import Testing

/// Messages and mappings name keys by their paths, which nothing but this holds against the declared spec.
@Suite struct KeyLaws {
  /// Every path of the spec and of the targets' options.
  private static let paths: Set<String> = {
    var paths: Set<String> = []
    func visit(_ schema: Schema, _ path: String) {
      switch schema {
      case .object(let object):
        for property in object.properties {
          let below = path.isEmpty ? property.key : "\(path).\(property.key)"
          // The options of targets are looked at one target after the other.
          guard paths.insert(below).inserted, below != "targets" else { continue }
          visit(property.schema, below)
        }
      case .list(let element, _, _): visit(element, path)
      case .anyOf(let choices): for choice in choices { visit(choice, path) }
      case .nullable(let schema), .described(_, let schema): visit(schema, path)
      default: break
      }
    }
    visit(.object(Spec.shape.schema), "")
    for id in Targets.ids {
      paths.insert("targets.\(id)")
      if let target = Targets.named(id) { visit(.object(target.optionsSchema), "targets.\(id)") }
    }
    // Named for whichever target it is.
    return paths.union(["targets.overrides", "targets.limits", "targets.accepts"])
  }()

  @Test("every key that is named in Sources is one of the spec")
  func named() throws {
    var count = 0
    for file in Repository.files(below: "Sources", ending: ".swift") {
      let text = try #require(Repository.text(file))
      for match in text.matches(of: #/SpecKey\("([a-z_.]+)"\)/#) {
        count += 1
        #expect(Self.paths.contains(String(match.1)), "\(file): \(match.1)")
      }
      for match in text.matches(of: #/\.(mkio|livekit|qencode|tenbyte|ffmpeg|obs)\("([a-z_.]+)"\)/#) {
        count += 1
        #expect(Self.paths.contains("targets.\(match.1).\(match.2)"), "\(file): \(match.0)")
      }
    }
    #expect(count > 150)
  }

  @Test("every field of a body that is mapped leads to a key of the spec", arguments: Providers.ids)
  func mapped(_ id: String) throws {
    var count = 0
    func visit(_ schema: Schema, _ path: String) {
      switch schema {
      case .object(let object):
        for property in object.properties {
          let below = "\(path).\(property.key)"
          if let key = property.mapping?.key {
            count += 1
            #expect(Self.paths.contains(key.path), "\(below): \(key.path)")
          }
          visit(property.schema, below)
        }
      case .list(let element, _, _): visit(element, path)
      case .anyOf(let choices): for choice in choices { visit(choice, path) }
      case .nullable(let schema), .described(_, let schema): visit(schema, path)
      default: break
      }
    }
    for kind in try #require(Providers.named(id)).requests { if let schema = kind.schema { visit(.object(schema()), kind.name) } }
    #expect(count > 0)
  }
}
