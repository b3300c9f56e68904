#!/usr/bin/env bash
# Tests of the launcher itself: no build, no server. Prints "ok …" / "not ok …", one line a behaviour.
set -uo pipefail
root=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

check() {
  local name=$1
  shift
  if "$@"; then echo "ok $name"; else
    echo "not ok $name"
    failures=$((failures + 1))
  fi
}

# fake_jdk FOLDER MAJOR
fake_jdk() {
  mkdir -p "$1/bin"
  printf '#!/bin/sh\necho "openjdk version \\"%s.0.1\\"" >&2\n' "$2" >"$1/bin/java"
  cp "$1/bin/java" "$1/bin/javac"
  chmod +x "$1/bin/java" "$1/bin/javac"
}

fake_jdk "$work/jvm/a-17" 17
fake_jdk "$work/jvm/b-25" 25
fake_jdk "$work/path-17" 17
fake_jdk "$work/path-25" 25
fake_jdk "$work/home 25" 25

# found JAVA_HOME PATH-FOLDER JVM-FOLDER: the JDK that the launcher takes.
found() {
  JAVA_HOME=$1 CUNTU_JVM_FOLDER=$3 PATH="$2:$PATH_WITHOUT_JAVA" bash -c \
    "root='$root'; . '$root/launch/say.sh'; . '$root/launch/jdk.sh'; find_jdk" 2>"$work/err"
}
# the ordinary tools without any java
mkdir -p "$work/tools"
for tool in bash sh sed head dirname readlink find sort cat printf grep; do
  ln -s "$(command -v "$tool")" "$work/tools/$tool" 2>/dev/null
done
PATH_WITHOUT_JAVA=$work/tools

javaHomeIsTakenFirst() { [ "$(found "$work/home 25" "$work/path-25/bin" "$work/jvm")" = "$work/home 25" ]; }
anOldJavaHomeIsPassedOver() { [ "$(found "$work/jvm/a-17" "$work/path-25/bin" "$work/jvm")" = "$work/path-25" ]; }
anOldJavaOnThePathIsPassedOver() { [ "$(found "" "$work/path-17/bin" "$work/jvm")" = "$work/jvm/b-25" ]; }
withoutJdkItSaysWhatToInstallInBothLanguages() {
  ! found "" "$work/path-17/bin" "$work/none" >/dev/null && grep -q '需要 JDK 25' "$work/err" && grep -q 'JDK 25 is needed' "$work/err"
}
noJdkIsAnErrorOfTheLauncher() {
  # a launcher without a JDK ends with 1 and an empty stdout
  local out status
  out=$(JAVA_HOME='' CUNTU_JVM_FOLDER="$work/none" PATH="$work/tools" "$root/cuntu" version 2>/dev/null)
  status=$?
  [ "$status" = 1 ] && [ -z "$out" ]
}

# a copy of the launcher in a path with a space, reached through a link from another folder
copy="$work/a checkout"
mkdir -p "$copy/engine/src/main" "$copy/server/src/main" "$work/elsewhere"
cp -r "$root/launch" "$copy/launch"
cp "$root/cuntu" "$copy/cuntu"
echo one >"$copy/pom.xml"
ln -s "$copy/cuntu" "$work/elsewhere/cuntu"
printf '#!/bin/sh\ncase "$1" in -version) echo "openjdk version \\"25.0.1\\"" >&2 ;; *) for a; do echo "<$a>"; done ;; esac\n' >"$work/home 25/bin/java"

sources() { bash -c "root='$copy'; . '$copy/launch/say.sh'; . '$copy/launch/build.sh'; all_sources"; }
built=$copy/server/target/app/$(sources)
mkdir -p "$built"
touch "$built/cuntu.jar"
launch() { (cd "$work/elsewhere" && JAVA_HOME="$work/home 25" LC_ALL=$1 ./cuntu "${@:2}" 2> >(grep -v setlocale >&2)); }

itRunsThroughALinkFromAPathWithASpace() { launch zh_CN.UTF-8 review "my plot.txt" | grep -xF >/dev/null '<my plot.txt>'; }
itHandsItsRootToJava() { launch zh_CN.UTF-8 version | grep -xF >/dev/null "<-Dcuntu.root=$copy>"; }
theLanguageIsChineseUnlessTheEnvironmentSaysEnglish() {
  launch C version | grep -xF >/dev/null '<-Dcuntu.lang=zh>' && launch en_US.UTF-8 version | grep -xF >/dev/null '<-Dcuntu.lang=en>'
}
moreForTheJvmComesAfterTheHousesOwn() {
  CUNTU_JAVA_OPTIONS='-Xmx2g -XX:+UseParallelGC' launch C version >"$work/out"
  grep -xF >/dev/null '<-Xmx2g>' "$work/out" && grep -xF -A 1 '<-XX:+UseParallelGC>' "$work/out" | grep -xF >/dev/null '<-jar>'
}
theStartThatMakesTheArchiveKnowsNothingOfTheOffice() {
  # a stand-in for Java: says which settings it is given, is up at once, and is stopped as a server is
  mkdir -p "$work/trained/bin" "$work/app"
  cat >"$work/trained/bin/java" <<'JAVA'
#!/bin/bash
env | grep '^CUNTU_' >>"$0.seen"
[[ "$*" == *" serve "* ]] || exit 0
for word; do
  case $word in -XX:AOTCacheOutput=*) echo made >"${word#*=}" ;; esac
  [ "${before:-}" = --home ] && mkdir -p "$word" && echo up >"$word/run.json"
  before=$word
done
exec sleep 60
JAVA
  chmod +x "$work/trained/bin/java"
  CUNTU_DATABASE_URL=jdbc:postgresql://office/land CUNTU_HOME=/srv/office JAVA_HOME="$work/trained" bash -c \
    "root='$copy'; . '$copy/launch/say.sh'; . '$copy/launch/build.sh'; train '$work/app'; wait"
  [ -f "$work/app/app.aot" ] && [ ! -s "$work/trained/bin/java.seen" ]
}
aBuildThatFitsItsSourcesIsNotMadeAgain() { launch C version >/dev/null 2>"$work/err" && [ ! -s "$work/err" ]; }
aChangedSourceAsksForANewBuild() {
  local before after
  before=$(sources)
  echo two >"$copy/engine/src/main/X.java"
  after=$(sources)
  rm "$copy/engine/src/main/X.java"
  [ "$before" != "$after" ] && [ "$before" = "$(sources)" ]
}
aTouchedSourceAsksForNone() {
  local before
  before=$(sources)
  touch -d 2001-01-01 "$copy/pom.xml"
  [ "$before" = "$(sources)" ]
}
bench_build() { bash -c "root='$copy'; . '$copy/launch/build.sh'; . '$copy/launch/bench.sh'; bench_sources"; }
theBenchHasABuildOfItsOwn() {
  local before server
  before=$(bench_build)
  server=$(sources)
  mkdir -p "$copy/bench/src/main"
  echo one >"$copy/bench/src/main/B.java"
  [ "$before" != "$(bench_build)" ] && [ "$server" = "$(sources)" ] || return
  mkdir -p "$copy/bench/target/app/$(bench_build)"
  launch en_US.UTF-8 bench --tiny | grep -xF >/dev/null '<--tiny>' && launch C help bench | grep -xF >/dev/null '<--help>'
}
anUnknownTestOptionIsWrongUsage() {
  JAVA_HOME="$work/home 25" "$copy/cuntu" test --quick >/dev/null 2>&1
  [ $? = 2 ]
}
countsComeFromTheReports() {
  mkdir -p "$work/reports"
  echo '<testsuite name="x" tests="5" errors="1" skipped="1" failures="1">' >"$work/reports/TEST-x.xml"
  echo '{"numPassedTests":3,"numFailedTests":0,"numPendingTests":1,"testResults":[]}' >"$work/v.json"
  printf 'ok a\nnot ok b\nok c # skip no device\n' >"$work/t.txt"
  [ "$(node "$root/launch/count.mjs" "$work/reports" "$work/v.json" "$work/t.txt")" = '6 3 3' ]
}

for behaviour in $(declare -F | awk '{print $3}' | grep -vE '^(check|fake_jdk|found|sources|bench_build|launch)$'); do
  check "$behaviour" "$behaviour"
done
exit $((failures > 0))
