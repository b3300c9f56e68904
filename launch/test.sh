# ./cuntu test --crash [--rounds N] [--seed N]: kill -9 alone, so many rounds of the storage and of the whole server.
# ./cuntu test --fuzz [--count N] [--seed N]: damaged files alone, so many of them, in 256 MB of heap (docs/formats.md).
# ./cuntu test [--fast]: every test there is, counted from what the test runners wrote. Sourced by ./cuntu.
# The last line is exactly "N passed, N failed, N skipped"; exit 1 when anything failed or a mandatory half is missing.
# Groups of Java tests: postgres and browser are the halves that --fast leaves out.

# so many processes share the Java tests' classes: each has its own homes, ports and PostgreSQL
forks=${CUNTU_TEST_FORKS:-2}

POSTGRES_BIN=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)

# half NAME PASSED FAILED SKIPPED SECONDS: adds to the sum and says so.
half() {
  passed=$((passed + $2)) failed=$((failed + $3)) skipped=$((skipped + $4))
  printf '%-10s %5d passed %4d failed %4d skipped  %4d s\n' "$1" "$2" "$3" "$4" "$5"
}

# missing NAME ZH EN: a mandatory half that cannot run is a failure.
missing() {
  say "$2" "$3"
  half "$1" 0 1 0 0
}

# counted NAME STATUS SECONDS RESULT...: a runner that failed without a failed test is one failure, and so is a half
# without a single test.
counted() {
  local name=$1 status=$2 seconds=$3 p f s
  shift 3
  read -r p f s < <(node "$root/launch/count.mjs" "$@") || { p=0 f=1 s=0; }
  if [ "$status" -ne 0 ] && [ "$f" -eq 0 ]; then
    say "$name:未报告失败,但以状态 $status 结束" "$name: ended with status $status without a failed test"
    f=1
  elif [ $((p + f)) -eq 0 ]; then
    say "$name:一项测试也没有运行" "$name: not a single test ran"
    f=1
  fi
  half "$name" "$p" "$f" "$s" "$seconds"
}

# java_half NAME MAVEN-OPTION...: one pass of the Java tests; the reports are kept apart from those of other passes.
java_half() {
  local name=$1 start=$SECONDS status=0 module
  shift
  rm -rf "$root"/{engine,demo,server,bench}/target/surefire-reports
  mvn -B -q -f "$root/pom.xml" test "$@" -DforkCount="$forks" -Dmaven.test.failure.ignore=true -Dsurefire.failIfNoSpecifiedTests=false \
    -Dstyle.color=never >"$work/$name.log" 2>&1 </dev/null || status=$?
  for module in engine demo server bench; do
    mkdir -p "$work/$name/$module"
    cp "$root/$module"/target/surefire-reports/TEST-*.xml "$work/$name/$module/" 2>/dev/null || true
  done
  # every line that names a failure, without the stacks
  grep -E '^\[ERROR\]' "$work/$name.log" | head -n 60 >&2 || true
  counted "$name" "$status" $((SECONDS - start)) "$work/$name"/{engine,demo,server,bench}
}

web_half() {
  local start=$SECONDS status=0
  [ -f "$root/web/package.json" ] || { missing web "没有网页源码" "the pages' sources are not there"; return; }
  if ! { need_node && web_pages "$work/web.log"; }; then
    half web 0 1 0 $((SECONDS - start))
    return
  fi
  (cd "$root/web" && npx --no-install vitest run --reporter=json --outputFile="$work/vitest.json") >>"$work/web.log" 2>&1 </dev/null || status=$?
  [ "$status" -eq 0 ] || tail -n 30 "$work/web.log" >&2
  counted web "$status" $((SECONDS - start)) "$work/vitest.json"
}

postgres_half() {
  local extension=/usr/share/postgresql
  if [ -z "$POSTGRES_BIN" ] || [ ! -x "$POSTGRES_BIN/initdb" ]; then
    missing postgres "缺少 PostgreSQL:apt install postgresql-15 postgresql-15-postgis-3" "PostgreSQL is missing: apt install postgresql-15 postgresql-15-postgis-3"
  elif ! ls "$extension"/*/extension/postgis.control >/dev/null 2>&1; then
    missing postgres "缺少 PostGIS:apt install postgresql-15-postgis-3" "PostGIS is missing: apt install postgresql-15-postgis-3"
  else
    java_half postgres -Dgroups=postgres
  fi
}

# shell_half NAME SCRIPT...: a script that prints "ok …" and "not ok …" lines.
shell_half() {
  local name=$1 start=$SECONDS status=0
  shift
  "$@" >"$work/$name.txt" 2>"$work/$name.log" </dev/null || status=$?
  grep -E '^not ok' "$work/$name.txt" >&2 || true
  [ "$status" -eq 0 ] || tail -n 30 "$work/$name.log" >&2
  counted "$name" "$status" $((SECONDS - start)) "$work/$name.txt"
}

# begun NAME SCRIPT... and ended NAME: a shell_half beside another half, for what is written meanwhile is counted at its end.
begun() {
  local name=$1
  shift
  (
    SECONDS=0
    status=0
    "$@" >"$work/$name.txt" 2>"$work/$name.log" </dev/null || status=$?
    echo "$status $SECONDS" >"$work/$name.end"
  ) &
  beside=$!
}

ended() {
  local name=$1 status=1 seconds=0
  wait "$beside"
  read -r status seconds <"$work/$name.end" || true
  grep -E '^not ok' "$work/$name.txt" >&2 || true
  [ "$status" -eq 0 ] || tail -n 30 "$work/$name.log" >&2
  counted "$name" "$status" "$seconds" "$work/$name.txt"
}

browser_half() {
  if ! command -v chromium >/dev/null; then
    missing browser "缺少浏览器:apt install chromium fonts-noto-cjk" "The browser is missing: apt install chromium fonts-noto-cjk"
  elif [ ! -f "$root/web/e2e/run.mjs" ]; then
    missing browser "没有浏览器测试" "the browser tests are not there"
  else
    shell_half browser "$root/launch/browser-tests.sh" "$root"
  fi
}

# crash_half: rounds of a process that only stores, on both databases, and of the whole server, on both as well.
crash_half() {
  local properties="-Dcuntu.crash.rounds=$rounds -Dcuntu.crash.seed=$seed"
  java_half crash-h2 -DexcludedGroups=postgres,browser "-Dtest=CrashOnH2Test" $properties
  java_half crash-pg -Dgroups=postgres "-Dtest=CrashOnPostgresTest" $properties
  export CUNTU_KILL_ROUNDS=$rounds
  shell_half kill node "$root/launch/kill-tests.mjs" "$root"
  shell_half kill-pg "$root/launch/with-postgres.sh" node "$root/launch/kill-tests.mjs" "$root"
  shell_half kill-plans node "$root/launch/kill-plans.mjs" "$root"
  shell_half kill-plans-pg "$root/launch/with-postgres.sh" node "$root/launch/kill-plans.mjs" "$root"
  export CUNTU_KILL_SEED=$seed
  shell_half kill-cases node "$root/launch/kill-cases.mjs" "$root"
  shell_half kill-cases-pg "$root/launch/with-postgres.sh" node "$root/launch/kill-cases.mjs" "$root"
}

# fuzz_half: files changed by a seeded hand, read by every reader that needs no other program; then what they came to.
fuzz_half() {
  java_half fuzz -DexcludedGroups=postgres,browser -Dtest=FuzzTest -pl server -am "-Dcuntu.fuzz.count=$count" \
    "-Dcuntu.fuzz.seed=$seed" "-Dcuntu.fuzz.out=$work/fuzz.txt" -Dcuntu.test.heap=256m -Dcuntu.test.compiler=-XX:TieredStopAtLevel=4
  echo "| format | files | refused | read | reasons | slowest, ms |"
  echo "|---|---|---|---|---|---|"
  cat "$work/fuzz.txt" 2>/dev/null
}

run_tests() {
  local fast=no crash=no fuzz=no rounds=3 seed=1 count=100000 passed=0 failed=0 skipped=0
  while [ $# -gt 0 ]; do
    case $1 in
      --help | -h)
        say "用法:./cuntu test [--fast | --crash [--rounds N] [--seed N] | --fuzz [--count N] [--seed N]]" "Usage: ./cuntu test [--fast | --crash [--rounds N] [--seed N] | --fuzz [--count N] [--seed N]]"
        exit 0
        ;;
      --fast) fast=yes ;;
      --crash) crash=yes ;;
      --fuzz) fuzz=yes ;;
      --count) count=${2:?} && shift ;;
      --rounds) rounds=${2:?} && shift ;;
      --seed) seed=${2:?} && shift ;;
      *)
        say "不认识的参数 $1;用法:./cuntu test [--fast | --crash [--rounds N] [--seed N] | --fuzz [--count N] [--seed N]]" "Unknown option $1; usage: ./cuntu test [--fast | --crash [--rounds N] [--seed N] | --fuzz [--count N] [--seed N]]"
        exit 2
        ;;
    esac
    shift
  done
  set +e
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  if [ "$crash" = yes ]; then
    need_maven && web_packages_for_tests && crash_half || failed=1
  elif [ "$fuzz" = yes ]; then
    need_maven && web_packages_for_tests && fuzz_half || failed=1
  elif need_maven && need_node && web_packages_for_tests; then
    java_half java -DexcludedGroups=postgres,browser
    web_half
    shell_half launcher "$root/launch/launcher-tests.sh" "$root"
    if [ "$fast" = no ]; then
      built_app >"$work/app.log" 2>&1
      postgres_half
      # both wait for one start after the other: side by side they take the time of one; what lives for seconds does with the
      # quick compiler alone
      local quick=(env CUNTU_JAVA_OPTIONS=-XX:TieredStopAtLevel=1)
      begun cli "${quick[@]}" node "$root/launch/cli-tests.mjs" "$root"
      shell_half kill "${quick[@]}" "$root/launch/kill-all.sh" "$root"
      ended cli
      browser_half
    fi
  else
    failed=1
  fi
  echo "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}

# The report's font comes from the pages' packages, so they are there before the Java tests.
web_packages_for_tests() { [ ! -f "$root/web/package.json" ] || web_packages "$work/packages.log"; }
