internal import RungSource

/// libyaml's problems in the terms of the line that has them.
enum YAMLProblem {
  static func inPlainWords(_ problem: String, context: String?) -> (message: Message, help: Help?) {
    switch problem {
    case "mapping values are not allowed in this context":
      return (
        "a second `key:` on this line, or wrong indentation",
        "quote a value that contains `: `, and indent all keys of one mapping equally"
      )
    case "did not find expected ',' or ']'":
      return ("the list is not closed; expected `,` or `]` before this", "close it with `]`")
    case "did not find expected ',' or '}'":
      return ("the mapping is not closed; expected `,` or `}` before this", "close it with `}`")
    case "did not find expected key":
      return ("expected a key here", "indent this line like its neighbors")
    case "did not find expected '-' indicator":
      return ("expected a list item (`- …`) here", "indent this line like its neighbors")
    case "could not find expected ':'":
      return ("a `:` is missing after the key", "write `key: value`, with a space after the colon")
    case "found unexpected end of stream":
      return ("the text ends inside a quoted value", "close the quotes")
    case "found character that cannot start any token":
      return ("no value can start with this character", "quote the value: `%`, `@` and backquotes are reserved in YAML")
    case "found unknown escape character":
      return ("unknown escape in a double-quoted string", "use single quotes, or write `\\\\` for a backslash")
    case "block sequence entries are not allowed in this context":
      return ("a list item is not allowed here", "start the list on a line of its own")
    case "found duplicate anchor":
      return ("the anchor is defined twice", nil)
    default:
      return (context.map { "\(problem), \($0)" } ?? Message(problem), nil)
    }
  }
}
