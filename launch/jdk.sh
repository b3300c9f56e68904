# Finds a JDK 25 although the default java may be older. Sourced by ./cuntu.

JDK_MAJOR=25
JVM_FOLDER=${CUNTU_JVM_FOLDER:-/usr/lib/jvm}

# jdk_major FOLDER: the major version of a JDK, empty when it is none.
jdk_major() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  "$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1
}

# find_jdk: JAVA_HOME, then the PATH, then the newest 25 of the machine's JVM folder.
find_jdk() {
  local dir javac
  if [ -n "${JAVA_HOME:-}" ] && [ "$(jdk_major "$JAVA_HOME")" = "$JDK_MAJOR" ]; then
    echo "$JAVA_HOME"
    return
  fi
  while IFS= read -r javac; do
    dir=$(dirname "$(dirname "$(readlink -f "$javac")")")
    if [ "$(jdk_major "$dir")" = "$JDK_MAJOR" ]; then
      echo "$dir"
      return
    fi
  done < <(type -aP javac 2>/dev/null || true)
  while IFS= read -r dir; do
    if [ "$(jdk_major "$dir")" = "$JDK_MAJOR" ]; then
      echo "$dir"
      return
    fi
  done < <(find "$JVM_FOLDER" -mindepth 1 -maxdepth 1 ! -name '.*' 2>/dev/null | sort -rV)
  refuse "需要 JDK 25:请安装 openjdk-25-jdk 或 Temurin 25,或用 JAVA_HOME 指明其位置。" \
    "JDK 25 is needed: install openjdk-25-jdk or Temurin 25, or name its folder in JAVA_HOME."
}
