// Written by `swift run rung-dev generate`; do not edit.

package enum Providers {
  package static let all: [any Provider.Type] = [
    LiveKit.self,
    MKIO.self,
    Qencode.self,
    Tenbyte.self,
  ]
}

package enum Encoders {
  package static let all: [any Encoder.Type] = [
    FFmpeg.self,
    OBS.self,
  ]
}
