// One import is enough: `import Rung` brings what the functions here take and give.
@_exported public import RungProviders
@_exported public import RungReading
@_exported public import RungSource
@_exported public import RungSpec
