internal import RungSource

/// libyaml's problems in the words of someone who is looking at the line.
enum YAMLProblem {
  static func inPlainWords(_ problem: String, context: String?) -> (message: Message, help: Help?) {
    switch problem {
    case "mapping values are not allowed in this context":
      return (
        "a second `key:` stands on this line, or the indentation is off",
        "quote a value that holds `: `, and give the keys of one mapping the same indentation"
      )
    case "did not find expected ',' or ']'":
      return ("the list is not closed: `,` or `]` is missing before this", "close it with `]`")
    case "did not find expected ',' or '}'":
      return ("the mapping is not closed: `,` or `}` is missing before this", "close it with `}`")
    case "did not find expected key":
      return ("a key was expected here", "check the indentation of this line against its neighbours")
    case "did not find expected '-' indicator":
      return ("a list item (`- …`) was expected here", "check the indentation of this line against its neighbours")
    case "could not find expected ':'":
      return ("a `:` is missing after the key", "write `key: value`, with a space behind the colon")
    case "found unexpected end of stream":
      return ("the text ends inside a quoted value", "close the quotes")
    case "found character that cannot start any token":
      return ("no value can start with this character", "quote the value: `%`, `@` and the backquote start nothing in YAML")
    case "found unknown escape character":
      return ("the double-quoted text holds an escape that YAML does not know", "use single quotes, or write `\\\\` for a backslash")
    case "block sequence entries are not allowed in this context":
      return ("a list item cannot stand here", "start the list on a line of its own")
    case "found duplicate anchor":
      return ("the anchor is defined twice", nil)
    default:
      return (context.map { "\(problem), \($0)" } ?? Message(problem), nil)
    }
  }
}
