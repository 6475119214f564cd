# shellcheck source=Tests/InstallTests/common.sh
. "$(dirname "$0")/common.sh"
package=$(echo "$PACKAGES"/rung_*.deb)
# A trial says, besides, that it is linked dynamically.
tags=""; [ -n "$static" ] || tags=custom-library-search-path,undeclared-elf-prerequisites
expect 0 lintian --allow-root --fail-on error,warning ${tags:+--suppress-tags "$tags"} "$package"
[ "$(dpkg-deb --field "$package" Version)" = "$version-1" ] || fail "version"
[ -z "$(dpkg-deb --field "$package" Depends)" ] || fail "it depends on something"

# dpkg installs it, into a root of its own.
[ "$(id -u)" = 0 ] || exit 0
mkdir -p root/var/lib/dpkg/{updates,info,triggers} && touch root/var/lib/dpkg/{status,available}
install() { dpkg --root="$PWD/root" --force-depends --log=/dev/null --no-triggers "$@"; }
expect 0 install --install "$package"
expect 0 install --verify rung
[ ! -s "$output" ] || fail "$(cat "$output")"
expect 0 install --listfiles rung
for file in /usr/bin/rung /usr/share/man/man1/rung.1.gz /usr/share/bash-completion/completions/rung \
  /usr/share/zsh/vendor-completions/_rung /usr/share/fish/vendor_completions.d/rung.fish /usr/share/doc/rung/copyright; do says "$file"; done
expect 0 root/usr/bin/rung --version
says "$version"
[ -z "$static" ] || { mkdir root/specs && cp "$ROOT/docs/examples/mistakes.yaml" root/specs/ && expect 1 in_root root /usr/bin/rung check /specs/mistakes.yaml; }
expect 0 env MANPATH="$PWD/root/usr/share/man" MANWIDTH=120 man rung
says "rung check"
expect 0 install --purge rung
[ ! -e root/usr/bin/rung ] || fail "the program outlived its package"
