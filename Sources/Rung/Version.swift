/// The version of the library, and of the command line that is built with it: `0.1.0`.
public let rungVersion = "0.1.0"
