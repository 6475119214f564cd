internal import RungSource

struct MaxAndTarget: Equatable {
  let max: Bitrate
  let target: Bitrate
}
