internal import ArgumentParser

/// How results are written that belong on a page or in a pull request as well.
enum PageFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, markdown
}
