/// One of the two versions that ``diff(_:_:for:)`` compares: a spec, a provider's request body, or a provider's answer.
public struct DiffInput: Sendable {
  /// The text.
  public var input: SourceInput
  /// Finds the files that `extends` names; for a spec only.
  public var loader: Loader
  /// What it is a body of; nil to recognize it by its content. A text that has `rung` among its top-level keys is a spec.
  public var request: RequestName?
  /// By which a file of many is known in both versions: its path below the directory, or in the repository. Such a file is a spec, or
  /// not understood, unless ``request`` says what it is. Nil for a text alone.
  public var file: String?
  /// The name that loaders give it where another file extends it; nil when that is the name of the text.
  public var baseName: String?

  /// - Parameters:
  ///   - input: the text.
  ///   - loader: finds the files that `extends` names.
  ///   - request: what it is a body of; nil for a spec, and for a body to recognize by its fields.
  ///   - file: by which a file of many is known in both versions; nil for a text alone.
  ///   - baseName: the name that loaders give it; nil when that is the name of the text.
  public init(_ input: SourceInput, loader: Loader = .none, as request: RequestName? = nil, file: String? = nil, baseName: String? = nil) {
    (self.input, self.loader, self.request, self.file, self.baseName) = (input, loader, request, file, baseName)
  }
}
