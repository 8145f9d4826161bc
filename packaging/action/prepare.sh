#!/usr/bin/env bash
# Says where a Java is that runs Tiptoe, and which release must be fetched; an empty line where there is none.
set -euo pipefail

# Its file "release" holds a line like JAVA_VERSION="17.0.2".
runs_tiptoe() {
  local major
  [ -r "$1/release" ] || return 1
  major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [ "${major:-0}" -ge 17 ]
}

# JAVA_HOME, those that runners offer (JAVA_HOME_17_X64, JAVA_HOME_21_arm64), then what is on the PATH.
java_home() {
  local name home
  for name in "${!JAVA_HOME@}"; do
    if runs_tiptoe "${!name}"; then
      echo "${!name}"
      return
    fi
  done
  home=$(java -XshowSettings:properties -version 2>&1 | tr -d '\r' | sed -n 's/^ *java\.home = //p') || home=
  if runs_tiptoe "$home"; then
    echo "$home"
  fi
}

# The version asked for, unless it is the one in development that is checked out here.
release() {
  local own version
  own=$(sed -n 's:^  <version>\(.*\)</version>:\1:p' "$GITHUB_ACTION_PATH/pom.xml")
  version=${TIPTOE_VERSION:-$own}
  version=${version#v}
  case $version in
    *[!0-9A-Za-z.+-]*)
      echo "::error title=Tiptoe::The input \"version\" must be a release such as 1.2.3." >&2
      return 2
      ;;
  esac
  if [ "$version" = "$own" ] && [ "$version" != "${version%-SNAPSHOT}" ]; then
    return
  fi
  echo "$version"
}

release=$(release)
{
  echo "java=$(java_home)"
  echo "release=$release"
} >>"$GITHUB_OUTPUT"
