#!/usr/bin/env bash
# Looks at what the event brings, writes the counts to the step's outputs and exits as Tiptoe does.
set -uo pipefail

report=$RUNNER_TEMP/tiptoe.json

# In a container the workspace belongs to another user, which git would take for a danger.
export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=safe.directory GIT_CONFIG_VALUE_0=$PWD

# tell LEVEL TEXT: an annotation of the run; the text may have several lines.
tell() {
  local text=${2//'%'/%25}
  echo "::$1 title=Tiptoe::${text//$'\n'/%0A}"
}

output() {
  echo "$1=$2" >>"$GITHUB_OUTPUT"
}

refuse() {
  tell error "$1"
  output exit-code 2
  exit 2
}

is_shallow() {
  [ "$(git rev-parse --is-shallow-repository 2>/dev/null)" = true ]
}

checkout_with_history() {
  printf '%s\n' "$1 Give actions/checkout the whole history:" '' \
    '  - uses: actions/checkout@v6' '    with:' '      fetch-depth: 0'
}

# What a push is compared with: what was there before it, else where the branch began; all of the first push.
pushed_since() {
  if [ -n "${PUSHED_BEFORE//0/}" ] && { is_shallow || git cat-file -e "$PUSHED_BEFORE^{commit}" 2>/dev/null; }; then
    echo "$PUSHED_BEFORE"
  elif [ "$GITHUB_REF" != "refs/heads/$DEFAULT_BRANCH" ]; then
    echo "origin/$DEFAULT_BRANCH"
  fi
}

# The base of a pull request is found by Tiptoe itself.
since() {
  if [ -n "$TIPTOE_SINCE" ]; then
    echo "$TIPTOE_SINCE"
  elif [[ $TIPTOE_ARGS == *--all* ]]; then
    return
  elif [ "$GITHUB_EVENT_NAME" = merge_group ]; then
    echo "$MERGE_GROUP_BASE"
  elif [ "$GITHUB_EVENT_NAME" = push ]; then
    pushed_since
  fi
}

count() {
  sed -n "s/^ *\"$1\" : \([0-9][0-9]*\),*\$/\1/p" "$report" 2>/dev/null
}

[ -n "$(ls -A)" ] || refuse "$(checkout_with_history 'The workspace is empty.')"
if [ "$GITHUB_EVENT_NAME" = pull_request_target ] && [ "$(git rev-parse HEAD)" = "$GITHUB_SHA" ]; then
  refuse "On pull_request_target the base branch is checked out, which has nothing of the pull request. \
Run on pull_request: the gate needs no secrets and no right to write, so it works for forks too."
fi
if [ -n "$HEAD_REPOSITORY" ] && [ "$HEAD_REPOSITORY" != "$GITHUB_REPOSITORY" ]; then
  echo "The pull request comes from a fork, so the token may only read: annotations and the step summary" \
    "appear, but a step that comments on the pull request fails."
fi

set -- --output "json=$report"
[ -z "$TIPTOE_SARIF" ] || set -- "$@" --output "sarif=$TIPTOE_SARIF"
[ -z "$TIPTOE_FORMAT" ] || set -- "$@" --format "$TIPTOE_FORMAT"
[ -z "$TIPTOE_FAIL_ON" ] || set -- "$@" --fail-on "$TIPTOE_FAIL_ON"
[ -z "$TIPTOE_CONFIG" ] || set -- "$@" --config "$TIPTOE_CONFIG"
base=$(since)
[ -z "$base" ] || set -- "$@" --since "$base"
while IFS= read -r line; do
  [ -z "$line" ] || set -- "$@" "$line"
done <<<"$TIPTOE_ARGS
$TIPTOE_PATHS"

rm -f "$report"
"$TIPTOE" "$@"
code=$?

output exit-code "$code"
for name in errors warnings notes files; do
  output "$name" "$(count "$name")"
done
if [ "$code" -eq 2 ] && is_shallow; then
  tell error "$(checkout_with_history 'The clone is shallow, so it may not reach back to where the branch began.')"
fi
exit "$code"
