// Written by `swift run rung-dev generate`; do not edit.

package enum Providers {
  package static let all: [AnyProvider] = [
    AnyProvider(LiveKit.self),
    AnyProvider(MKIO.self),
    AnyProvider(Qencode.self),
    AnyProvider(Tenbyte.self),
  ]
}

package enum Encoders {
  package static let all: [AnyTarget] = [
    AnyTarget(FFmpeg.self),
    AnyTarget(OBS.self),
  ]
}
