public import RungOutput
public import RungProviders
public import RungReading
public import RungSource
public import RungSpec

// What the functions of this module take and give, by name: `import Rung` is enough. Nothing is re-exported, so that no other name
// of these modules is visible; a client that declares one of these gets its own.

// Ids
/// The kind of a provider's request
public typealias RequestKindID = RungSource.RequestKindID
/// The id of a rule
public typealias RuleID = RungSource.RuleID
/// The id of a step of a plan
public typealias StepID = RungProviders.StepID
/// The id of a provider or an encoder, as under `targets` of a spec
public typealias TargetID = RungSource.TargetID

// Findings, and where they are
/// A document that says so.
public typealias Citation = RungSource.Citation
/// A finding, at a place
public typealias Diagnostic = RungSource.Diagnostic
/// Something else that belongs to a finding, with its place where it has one.
public typealias DiagnosticNote = RungSource.DiagnosticNote
/// A spec, or a request body, that shows a rule at work, and the test of it.
public typealias Example = RungSource.Example
/// Names a file inside one run.
public typealias FileID = RungSource.FileID
/// A change of the text that mends a finding.
public typealias FixIt = RungSource.FixIt
/// Byte offsets to lines and columns, built when a place is first shown.
public typealias LineMap = RungSource.LineMap
/// A value together with the place that it came from.
public typealias Located = RungSource.Located
/// Where a value came from.
public typealias Origin = RungSource.Origin
/// What is known of a rule without running it
public typealias RuleInfo = RungSource.RuleInfo
/// How much it matters
public typealias Severity = RungSource.Severity
/// A text that was read, kept as its bytes.
public typealias SourceFile = RungSource.SourceFile
/// How a text is written.
public typealias SourceFormat = RungReading.SourceFormat
/// The files of one run; a ``FileID`` is an index into it.
public typealias SourceMap = RungSource.SourceMap
/// Where a value stands, and by which way it came there.
public typealias SourcePlace = RungSource.SourcePlace
/// A half-open range of UTF-8 bytes in one file.
public typealias SourceSpan = RungSource.SourceSpan
/// How text is written
public typealias TextStyle = RungOutput.TextStyle

// Quantities
/// Bits per second, k = 1000.
public typealias Bitrate = RungSpec.Bitrate
/// The size of a VBV buffer in bits, k = 1000
public typealias BufferSize = RungSpec.BufferSize
/// A number of bytes, exact
public typealias ByteCount = RungSpec.ByteCount
/// Frames per second, exact
public typealias FrameRate = RungSpec.FrameRate
/// An exact fraction of two 64-bit integers, always in lowest terms with a positive denominator.
public typealias Rational = RungSpec.Rational
/// Width × height in pixels, each at least 1.
public typealias Resolution = RungSpec.Resolution
/// Audio samples per second.
public typealias SampleRate = RungSpec.SampleRate
/// A length of time
public typealias Seconds = RungSpec.Seconds

// Ladders
/// The kind of video content, as far as it decides how many bits it takes.
public typealias ContentClass = RungSpec.ContentClass
/// The LL-HLS parts that come out
public typealias InspectedParts = RungSpec.InspectedParts
/// What the spec does not say, and what does not follow from it, is nil.
public typealias InspectedRendition = RungSpec.InspectedRendition
/// The segments that come out when a packager cuts at the first keyframe at or behind each multiple of the asked length.
public typealias InspectedSegments = RungSpec.InspectedSegments
/// Figures of the renditions of one stream.
public typealias InspectedStream = RungSpec.InspectedStream
/// Why there is no ladder
public typealias LadderObstacle = RungProviders.LadderObstacle
/// The lowest level that takes a rendition, as far as the spec says what there is to take.
public typealias MinimumLevel = RungSpec.MinimumLevel
/// One of the two outputs.
public typealias PreviewedOutput = RungSpec.PreviewedOutput
/// Whose rule BANDWIDTH follows in the playlist that players get.
public typealias PreviewedPackager = RungSpec.PreviewedPackager
/// One audio track of the playlists.
public typealias PreviewedSound = RungSpec.PreviewedSound
/// What viewers get of one stream.
public typealias PreviewedStream = RungSpec.PreviewedStream
/// Sums over a stream, in bits a second and bytes.
public typealias PreviewedTotals = RungSpec.PreviewedTotals
/// A rendition as a playlist has it.
public typealias PreviewedVariant = RungSpec.PreviewedVariant
/// Published requirements that a stream can be checked against in addition
public typealias RulePack = RungSpec.RulePack

// Plans, bodies and encoders
/// What a request does to the bill.
public typealias Billing = RungProviders.Billing
/// A member of a body that is known only when it is sent.
public typealias BodyFill = RungProviders.BodyFill
/// A value of a request body
public typealias BodyValue = RungSource.BodyValue
/// One word of a command line.
public typealias CommandArgument = RungProviders.CommandArgument
/// One process.
public typealias EncoderCommand = RungProviders.EncoderCommand
/// A file that the program loads.
public typealias EncoderFile = RungProviders.EncoderFile
/// One thing to set.
public typealias EncoderSetting = RungProviders.EncoderSetting
/// What an encoder is started with, or set to.
public typealias EncoderSetup = RungProviders.EncoderSetup
/// Something that an encoder or a player is set up with.
public typealias Handover = RungProviders.Handover
/// Something to be done by hand, or by another system, because the provider has no request for it.
public typealias ManualTask = RungProviders.ManualTask
/// A value to keep of an answer, under a name that later requests know it by.
public typealias PlanBinding = RungProviders.PlanBinding
/// A name that a plan starts out with, because what it changes is there already
public typealias PlanGiven = RungProviders.PlanGiven
/// What goes into a named place of a template.
public typealias PlanParameter = RungProviders.PlanParameter
/// Where a bound value goes.
public typealias PlanUse = RungProviders.PlanUse
/// What is sent
public typealias PlannedRequest = RungProviders.PlannedRequest
/// A header of a request.
public typealias RequestHeader = RungProviders.RequestHeader
/// The requests for one provider
public typealias RequestPlan = RungProviders.RequestPlan
/// One request of a plan; what it reads, costs and waits for.
public typealias RequestStep = RungProviders.RequestStep
/// Text with named places in it
public typealias TextTemplate = RungProviders.TextTemplate
/// An HTTP status of 400 or more that does not mean that something is wrong.
public typealias ToleratedStatus = RungProviders.ToleratedStatus
/// A URL with named places in it
public typealias URLTemplate = RungProviders.URLTemplate
/// A state to wait for before the next step.
public typealias Wait = RungProviders.Wait

// What differs, and where a stream can run
/// What it takes to make a difference true, in rising order of what it costs.
public typealias ChangeEffect = RungProviders.ChangeEffect
/// One value that two versions of a request do not have in common, and what it takes to change it.
public typealias Difference = RungProviders.Difference
/// The streams that are judged together
public typealias Fleet = RungProviders.Fleet
/// Where a stream can run
public typealias Matrix = RungProviders.Matrix
/// What two versions of one stream make at one provider, and the way from the old to the new.
public typealias ProviderDifference = RungProviders.ProviderDifference
/// How two versions differ in one resource at the provider.
public typealias ResourceDifference = RungProviders.ResourceDifference
/// How two versions of one stream differ, provider by provider.
public typealias StreamDifference = RungProviders.StreamDifference
