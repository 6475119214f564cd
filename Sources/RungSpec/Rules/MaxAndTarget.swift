struct MaxAndTarget: Equatable {
  let max: Bitrate
  let target: Bitrate
}
