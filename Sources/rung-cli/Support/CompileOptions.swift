internal import ArgumentParser

/// What commands that compile specs take first.
struct CompileOptions: ParsableArguments {
  @OptionGroup var specs: SpecPaths
  @OptionGroup var root: RootOption
  @OptionGroup var providers: ProviderOption
  @OptionGroup var shown: FindingsOption
  @OptionGroup var baseline: BaselineOption
}
