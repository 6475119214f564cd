# shellcheck source=Tests/InstallTests/common.sh
. "$(dirname "$0")/common.sh"
name=rung-$version-linux-$(uname -m)

(cd "$PACKAGES" && sha256sum --check --strict --quiet SHA256SUMS)

# Nothing of whoever built it; packing leaves alone what protects the program while it runs.
readelf -lW "$PACKAGES/rung" | grep -q GNU_RELRO || fail "the program lost its read-only part"
readelf -x .swift_modhash "$PACKAGES/rung" 2> /dev/null | grep -E '^ +0x' | cut -c 14-49 | tr -d ' 0\n' | grep -q . && fail "a hash of the compiler's arguments is left"

# What it consists of, by the readers of the format: in every package the same list, of this program.
parts=rung-$version.spdx.json
expect 0 "$tools/pyspdxtools" --infile "$PACKAGES/$parts"
mkdir lists && tar -xzOf "$PACKAGES/$name.tar.gz" "$name/share/doc/rung/$parts" > lists/tarball
dpkg-deb --fsys-tarfile "$PACKAGES"/rung_*.deb | tar -xOf - "./usr/share/doc/rung/$parts" > lists/deb
"$PYTHON" - "$PACKAGES" "$PACKAGES/$parts" << 'END' > lists/wheel
import hashlib, json, pathlib, sys, zipfile
packages, parts = map(pathlib.Path, sys.argv[1:])
archive = zipfile.ZipFile(next(packages.glob("rung_cli-*.whl")))
text = archive.read(next(name for name in archive.namelist() if name.endswith("/sboms/rung_cli.spdx.json"))).decode()
print(text)
document = json.loads(text)
program = next(package for package in document["packages"] if package["name"] == "rung")
assert program["checksums"][0]["checksumValue"] == hashlib.sha256((packages / "rung").read_bytes()).hexdigest()
assert {"Swift", "swift-argument-parser", "libyaml", "jansson", "glibc", "gcc"} < {package["name"] for package in document["packages"]}
END
for list in lists/*; do cmp "$list" "$PACKAGES/$parts" || fail "$list is another"; done

# The same program gives the same packages, packed from another directory by somebody with other habits.
mkdir copy && (cd "$ROOT" && tar -cf - Makefile README.md CHANGELOG.md SECURITY.md Sources/Rung/Version.swift pyproject.toml action.yml templates release) | tar -xf - -C copy
SOURCE_DATE_EPOCH=$(stat -c %Y "$PACKAGES/rung")
dry=--dry; [ -z "$static" ] || dry=""
for time in Europe/Berlin UTC; do
  (umask 077; SOURCE_DATE_EPOCH=$SOURCE_DATE_EPOCH TZ=$time LC_ALL=C.UTF-8 copy/release/build $dry --binary "$PACKAGES/rung" --out "$time" > /dev/null)
  cmp "$time/SHA256SUMS" "$PACKAGES/SHA256SUMS" || fail "packed twice, two checksums"
done

# make install and the tarball bring the same files.
(umask 077; expect 0 make -C copy install RUNG="$PACKAGES/rung" PREFIX="$PWD/made")
mkdir unpacked && tar -xzf "$PACKAGES/$name.tar.gz" --strip-components=1 -C unpacked
rm -r unpacked/share/doc
expect 0 diff -r made unpacked
modes() { (cd "$1" && find . -type f -printf '%m %p\n' | sort); }
[ "$(modes made)" = "$(modes unpacked)" ] || fail "modes: $(modes made)"
[ "$(stat -c %a made/bin/rung made/share/man/man1/rung.1 | tr '\n' ' ')" = "755 644 " ] || fail "modes: $(modes made)"
expect 0 made/bin/rung --version
says "$version"
expect 0 env MANPATH="$PWD/made/share/man" MANWIDTH=120 man rung
says "rung check"
expect 0 bash -c ". made/share/bash-completion/completions/rung && complete -p rung"

# Blanks in paths; nothing is left of what is removed, nor of a program that fails.
mkdir "a b" && ln -s "$PACKAGES/rung" "a b/rung"
expect 0 make -C copy install RUNG="$PWD/a b/rung" PREFIX="$PWD/made here"
expect 0 diff -r "made here" unpacked
expect 0 make -C copy uninstall PREFIX="$PWD/made here"
printf '#!/bin/sh\n[ "$1" = help ]\n' > "a b/fails" && chmod +x "a b/fails"
expect 2 make -C copy install RUNG="$PWD/a b/fails" PREFIX="$PWD/made here"
[ -z "$(find "made here" -type f)" ] || fail "left: $(find "made here" -type f)"

# What is not fit for a release is not packed as one.
sed -i "s/rungVersion = .*/rungVersion = \"9.9.9\"/" copy/Sources/Rung/Version.swift
expect 1 copy/release/build --dry --binary "$PACKAGES/rung" --out wrong
says "names another version than 9.9.9"
[ ! -e wrong ] || fail "packages of the wrong version"
if [ -z "$static" ]; then
  expect 1 "$ROOT/release/build" --binary "$PACKAGES/rung" --out wrong
  says "is not static"
  exit
fi

# Alone in an empty root, and beside nothing but musl.
[ "$(id -u)" = 0 ] || exit 0
for root in empty musl; do
  mkdir -p "$root/specs" && cp "$PACKAGES/rung" "$root/" && cp "$ROOT/docs/examples/mistakes.yaml" "$root/specs/"
done
mkdir -p musl/lib
musl=/usr/lib/x86_64-linux-musl/libc.so
[ ! -e "$musl" ] || cp "$musl" musl/lib/ld-musl-x86_64.so.1
for root in empty musl; do
  expect 1 in_root "$root" /rung check /specs/mistakes.yaml
  says "1 file, 3 errors"
done

# The image, where there is a program that builds one.
command -v buildah > /dev/null || exit 0
mkdir -p image/dist && cp "$ROOT/Dockerfile" "$ROOT/.dockerignore" image/ && cp "$PACKAGES/rung" image/dist/
images() { buildah --storage-driver vfs --root "$PWD/store" --runroot "$PWD/run" "$@"; }
expect 0 images bud --isolation chroot -t rung image
container=$(images from rung 2> /dev/null)
expect 1 images run --isolation chroot -v "$ROOT/docs/examples:/work" "$container" -- /rung check mistakes.yaml
says "1 file, 3 errors"
