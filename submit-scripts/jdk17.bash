# Sourced. Sets and exports JAVA_HOME to a JDK 17: the given one, the one on the PATH, or one under
# /usr/lib/jvm, in this order. Fails and leaves JAVA_HOME as it was when there is none.

is_17() { # a Java home
  [[ -x $1/bin/java ]] || return 1
  if [[ -r $1/release ]]; then
    grep -q '^JAVA_VERSION="17[."]' "$1/release"
  else
    "$1/bin/java" -version 2>&1 | grep -q 'version "17[."]'
  fi
}

use_jdk17() {
  local home path
  path=$(readlink -f "$(command -v java || true)" || true)
  for home in "${JAVA_HOME:-}" "${path%/bin/java}" /usr/lib/jvm/*17*; do
    if [[ -n $home ]] && is_17 "$home"; then
      export JAVA_HOME=$home
      return 0
    fi
  done
  return 1
}
