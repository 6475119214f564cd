/// What is wrong with playlists and manifests whatever was asked for: one file each.
package enum PlaylistRules {
  static let family = "playlist"
}
