#!/usr/bin/env bash
# Fetches the release RELEASE, or takes the program of this checkout, which builds itself.
set -euo pipefail

die() {
  echo "::error title=Tiptoe::$1"
  exit 2
}

fetch() {
  curl --fail --location --silent --show-error --retry 3 --remote-name "$1" ||
    die "$1 cannot be fetched: is $RELEASE a release of Tiptoe, and may this runner reach it?"
}

# Also what comes out of a cache is looked at.
is_intact() {
  [ -f "$archive" ] && [ -f SHA256SUMS ] &&
    [ "$(sum "$archive")" = "$(sed -n "s/  $archive\$//p" SHA256SUMS)" ]
}

# Not every system has the one or the other.
sum() {
  { sha256sum "$1" 2>/dev/null || shasum -a 256 "$1"; } | cut -d ' ' -f 1
}

if [ -z "$RELEASE" ]; then
  program=$GITHUB_ACTION_PATH/bin/tiptoe
else
  archive=tiptoe-$RELEASE.tar.gz
  home=$(sed -n 's:^  <url>\(.*\)</url>:\1:p' "$GITHUB_ACTION_PATH/pom.xml")
  mkdir -p "$HOME/.cache/tiptoe/$RELEASE"
  cd "$HOME/.cache/tiptoe/$RELEASE"
  if ! is_intact; then
    fetch "$home/releases/download/v$RELEASE/SHA256SUMS"
    fetch "$home/releases/download/v$RELEASE/$archive"
    is_intact || die "$archive does not have the checksum that was released with it."
  fi
  # Its full name would hold a colon on Windows, which tar takes for another machine.
  tar -xzf "$archive" -C "$RUNNER_TEMP"
  program=$RUNNER_TEMP/tiptoe-$RELEASE/bin/tiptoe
fi
"$program" --version
echo "program=$program" >>"$GITHUB_OUTPUT"
