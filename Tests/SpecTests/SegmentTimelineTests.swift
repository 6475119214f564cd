import RungSpec
import Testing

/// What ffmpeg's `hls` muxer and Shaka Packager made of the same numbers.
@Suite struct SegmentTimelineTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var fps: String
    var gop: Int
    var asked: String
    /// Of 24 seconds, as EXTINF has them; fewer where the rest is more of the same.
    var lengths: [String]
    var target: Int

    var testDescription: String { "\(fps) fps, GOP \(gop), \(asked)" }
  }

  static let cases = [
    Case(fps: "25", gop: 50, asked: "6s", lengths: ["6", "6", "6", "6"], target: 6),
    Case(fps: "25", gop: 50, asked: "5s", lengths: ["6", "4", "6", "4", "4"], target: 6),
    Case(fps: "25", gop: 50, asked: "3s", lengths: ["4", "2", "4", "2", "4", "2", "4", "2"], target: 4),
    Case(fps: "25", gop: 48, asked: "2s", lengths: ["3.84", "1.92", "1.92"], target: 4),
    Case(fps: "30", gop: 50, asked: "6s", lengths: ["6.666667", "6.666667", "5", "5.666667"], target: 7),
    Case(fps: "25", gop: 250, asked: "6s", lengths: ["10", "10", "4"], target: 10),
    Case(fps: "30000/1001", gop: 60, asked: "6s", lengths: ["6.006", "6.006", "6.006", "5.982"], target: 6),
    Case(fps: "60000/1001", gop: 120, asked: "6006ms", lengths: ["6.006", "6.006", "6.006", "5.982"], target: 6),
    Case(fps: "50", gop: 100, asked: "4s", lengths: ["4", "4", "4", "4", "4", "4"], target: 4),
  ]

  @Test(arguments: cases)
  func lengths(_ known: Case) throws {
    let timeline = try Self.timeline(known.asked, known.gop, known.fps)
    let lengths = timeline.lengths(of: Seconds(24))
    #expect(lengths.prefix(known.lengths.count).map(\.extinf) == known.lengths)
    #expect(timeline.targetDuration == known.target)
    #expect(lengths.dropLast().allSatisfy { $0 == timeline.longest || $0 == timeline.shortest })
    // Nothing is lost between segments.
    var sum = Rational.zero
    for length in lengths { sum = try #require(sum.plus(length.value)) }
    #expect(sum == Rational(24))
  }

  @Test("segments are equal exactly where they hold a whole number of GOPs", arguments: [
    ("6s", 50, "25", true, true), ("5s", 50, "25", false, false), ("6s", 60, "30000/1001", false, false), ("6006ms", 60, "30000/1001", true, true),
    ("6s", 250, "25", true, false), ("2s", 25, "25", true, true), ("1s", 48, "25", true, false),
  ])
  func evenness(_ asked: String, _ gop: Int, _ fps: String, _ isEven: Bool, _ isAsAsked: Bool) throws {
    let timeline = try Self.timeline(asked, gop, fps)
    #expect(timeline.isEven == isEven)
    #expect(timeline.isAsAsked == isAsAsked)
    #expect((timeline.shortest == timeline.longest) == isEven)
  }

  @Test("against counting keyframes one by one, over two periods")
  func counted() throws {
    for gop in [1, 7, 24, 48, 50, 60, 90, 250] {
      for fps in ["24", "25", "30", "30000/1001", "50"] {
        for asked in ["1s", "2s", "2.5s", "6s", "6006ms"] {
          let timeline = try Self.timeline(asked, gop, fps)
          let count = Swift.min(2 * timeline.period, 400)
          var keyframe = 0
          var lengths: [Seconds] = []
          for number in 1...count {
            let start = keyframe
            repeat { keyframe += 1 } while try Self.time(keyframe, timeline) < Self.times(timeline.asked, number)
            lengths.append(try Self.time(keyframe - start, timeline))
            #expect(try timeline.end(of: number) == Self.time(keyframe, timeline))
          }
          #expect(timeline.lengths(first: count) == lengths)
          #expect(lengths.max() == timeline.longest)
          if count >= timeline.period { #expect(lengths.min() == timeline.shortest) }
          for span in [3, 4, 6] where count >= timeline.period + span {
            let windows = (0..<timeline.period).map { start in lengths[start..<start + span].reduce(Rational.zero) { $0.plus($1.value) ?? $0 } }
            #expect(windows.min() == timeline.shortestSpan(of: span).value, "\(asked), GOP \(gop) at \(fps)")
          }
        }
      }
    }
  }

  @Test("where two renditions part")
  func parting() throws {
    let two = try Self.timeline("6s", 50, "25")
    let four = try Self.timeline("6s", 100, "25")
    let difference = try #require(two.firstDifference(from: four))
    #expect(difference.number == 1)
    #expect(difference.own == Seconds(6))
    #expect(difference.other == Seconds(8))
    #expect(try two.firstDifference(from: Self.timeline("6s", 75, "25")) == nil)
    #expect(try two.firstDifference(from: Self.timeline("6s", 100, "50")) == nil)
    // 6 s in one, 6.006 s in the other.
    #expect(try two.firstDifference(from: Self.timeline("6s", 60, "30000/1001"))?.number == 1)
    // The same cuts at 6, 12 and 18 s.
    let later = try #require(Self.timeline("5500ms", 50, "25").firstDifference(from: Self.timeline("5500ms", 75, "25")))
    #expect(later.number == 4)
    #expect([later.own, later.other] == [Seconds(22), Seconds(24)])
  }

  @Test("numbers that lead nowhere")
  func absurd() {
    #expect(SegmentTimeline(asked: Seconds(0), keyframeEvery: Seconds(2)) == nil)
    #expect(SegmentTimeline(asked: Seconds(2), keyframeEvery: Seconds(0)) == nil)
    #expect(SegmentTimeline(asked: Seconds(Int(Int32.max)), keyframeEvery: Seconds(1)) == nil)
    #expect(SegmentTimeline(asked: Seconds(1), gop: 1, fps: FrameRate(Rational(.max)))?.longest == nil)
    #expect(SegmentTimeline(asked: Seconds(1), gop: 0, fps: FrameRate(25)) == nil)
  }

  private static func time(_ keyframes: Int, _ timeline: SegmentTimeline) throws -> Seconds { try times(timeline.interval, keyframes) }

  private static func times(_ time: Seconds, _ count: Int) throws -> Seconds { Seconds(try #require(time.value.times(Rational(count)))) }

  private static func timeline(_ asked: String, _ gop: Int, _ fps: String) throws -> SegmentTimeline {
    guard case .value(let asked) = Seconds.parse(asked), case .value(let fps) = FrameRate.parse(fps) else { throw Unreadable() }
    return try #require(SegmentTimeline(asked: asked, gop: gop, fps: fps))
  }

  struct Unreadable: Error {}
}

extension SegmentTimeline {
  fileprivate init?(asked: Seconds, gop: Int, fps: FrameRate) {
    guard let interval = Rational(gop).divided(by: fps.value) else { return nil }
    self.init(asked: asked, keyframeEvery: Seconds(interval))
  }

  /// Of all segments of a stream that ends: the last one is the rest.
  fileprivate func lengths(of total: Seconds) -> [Seconds] {
    var lengths: [Seconds] = []
    var start = Seconds(0)
    var number = 1
    while start < total {
      guard let end = end(of: number), let length = Swift.min(end, total).value.minus(start.value) else { break }
      lengths.append(Seconds(length))
      start = end
      number += 1
    }
    return lengths
  }
}

extension Seconds {
  /// As in a playlist: `6`, `3.84`, `6.666667`. More than six decimals are rounded.
  fileprivate var extinf: String {
    guard let millionths = value.times(Rational(1_000_000))?.rounded, let exact = Rational(Int64(millionths), 1_000_000) else { return value.text }
    return exact.text
  }
}
