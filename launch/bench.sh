# ./cuntu bench: builds the bench when it is older than its sources, and runs it. Sourced by ./cuntu; needs $root, $jdk and
# build.sh. Its build lies in bench/target/app/<hash>, apart from the server's.

bench_sources() { content pom.xml {engine,bench}/{pom.xml,src/main}; }

# build_bench HASH: makes bench/target/app/HASH. Runs under the lock.
build_bench() {
  local target=$root/bench/target log=$root/bench/target/build.log app=$root/bench/target/app/$1
  : >"$log"
  need_maven || return
  say "编译性能测量程序……" "Compiling the bench…"
  rm -rf "$target/lib" "$target"/cuntu-bench-*.jar
  run_logged "$log" mvn -B -q -f "$root/pom.xml" -pl bench -am -Dmaven.test.skip=true package || return
  rm -rf "$app.new"
  mkdir -p "$app.new"
  cp "$target"/cuntu-bench-*.jar "$target"/lib/*.jar "$app.new/" && mv "$app.new" "$app" || return
  # the two newest builds stay
  ls -1dt "$target/app"/*/ | tail -n +3 | while IFS= read -r old; do rm -rf "$old"; done
}

# built_bench: the folder of the build that fits the sources, made when it is not there.
built_bench() {
  local hash app
  hash=$(bench_sources)
  app=$root/bench/target/app/$hash
  if [ ! -d "$app" ]; then
    mkdir -p "$root/bench/target/app" "$root/server/target"
    # the server's build compiles the engine too: one at a time
    exec 9>"$root/server/target/build.lock"
    if command -v flock >/dev/null && ! flock -n 9; then
      say "另一个进程正在构建,等待……" "Another start is building; waiting…"
      flock 9
    fi
    [ -d "$app" ] || build_bench "$hash" || return
    exec 9>&-
  fi
  echo "$app"
}

# run_exact PAIRS [FROM]: so many random pairs of shapes against JTS and whole-number fractions (contracts 3), from the pair on at
# which an earlier run was ended. It is a test of the engine; its last line of each family is the result.
run_exact() {
  local report=$root/engine/target/exactness.txt status=0
  [[ ${1:-} =~ ^[1-9][0-9]{0,8}$ && ${2:-0} =~ ^[0-9]{1,9}$ ]] || {
    refuse "用法:./cuntu bench --exact 对数 [起始对]" "Usage: ./cuntu bench --exact PAIRS [FIRST PAIR]"
    exit 2
  }
  need_maven || exit 1
  mkdir -p "$root/engine/target"
  rm -f "$report"
  say "核对 $1 对图形;进展见 $report" "Comparing $1 pairs of shapes; how far it is: $report"
  run_logged "$root/engine/target/exactness.log" mvn -B -q -f "$root/pom.xml" -pl engine test -Dtest=RobustPairsTest \
    "-Dcuntu.robust.pairs=$1" "-Dcuntu.robust.from=${2:-0}" "-Dcuntu.robust.report=$report" || status=1
  grep '^done' "$report"
  exit $status
}

# run_corpus FOLDER: every XML file of a folder in the form of the test runners of JTS and GEOS: areas right or the input named invalid.
run_corpus() {
  local log=$root/engine/target/corpus.log folder
  folder=$(cd "${1:-}" 2>/dev/null && pwd) || {
    refuse "用法:./cuntu bench --corpus 文件夹(内有 JTS 或 GEOS 测试格式的 XML)" "Usage: ./cuntu bench --corpus FOLDER (with XML files in the form of the tests of JTS and GEOS)"
    exit 2
  }
  need_maven || exit 1
  mkdir -p "$root/engine/target"
  say "核对 $folder 中的图形……" "Comparing the shapes in $folder…"
  run_logged "$log" mvn -B -f "$root/pom.xml" -pl engine test -Dtest=CorpusTest "-Dcuntu.corpus=$folder" || { grep -E '^\[ERROR\]   CorpusTest' "$log"; exit 1; }
  grep -E 'Tests run:.*CorpusTest' "$log"
  exit 0
}

# proof_cluster FOLDER: a PostgreSQL of its own with its usual durability (fsync on), in FOLDER, on a free loopback port.
# Says the port. As root the account postgres runs it.
proof_cluster() {
  local bin as=() port
  bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
  [ -x "$bin/initdb" ] || { say "这台机器没有 PostgreSQL。" "There is no PostgreSQL on this machine."; return 1; }
  if [ "$(id -u)" = 0 ]; then chown postgres "$1"; as=(runuser -u postgres --); fi
  port=$((20000 + RANDOM % 20000))
  "${as[@]}" "$bin/initdb" -D "$1/data" -A trust -U postgres -E UTF8 --locale=C.UTF-8 >/dev/null || return
  "${as[@]}" "$bin/pg_ctl" -D "$1/data" -w -l "$1/log" -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$1 -c shared_buffers=256MB" start >/dev/null || return
  echo "$port"
}

# run_proof_bench LANG ARGS...: acts a second, inclusion, verification of the proof log on a private PostgreSQL.
run_proof_bench() {
  local lang=$1 app folder port status=0 bin
  shift
  app=$(built_app) || exit 1
  folder=$(mktemp -d)
  bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
  stop_cluster() {
    if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1
    else "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1; fi
    rm -rf "$folder"
  }
  trap stop_cluster EXIT
  port=$(proof_cluster "$folder") || exit 1
  "$jdk/bin/java" -Xmx1g --enable-native-access=ALL-UNNAMED -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 \
    -Xlog:disable -Xlog:all=warning:stderr "-Dcuntu.root=$root" "-Dcuntu.lang=$lang" -jar "$app/cuntu.jar" proof-bench \
    --database "jdbc:postgresql://127.0.0.1:$port/postgres" "$@" || status=$?
  exit $status
}

# run_bench LANG ARGS...
run_bench() {
  local lang=$1 app word
  shift
  [ "${1:-}" != --exact ] || run_exact "${@:2}"
  [ "${1:-}" != --corpus ] || run_corpus "${@:2}"
  if [ "${1:-}" = --proof ]; then run_proof_bench "$lang" "${@:2}"; fi
  for word in "$@"; do
    [ "$word" = --desk ] || continue
    CHROMIUM=${CHROMIUM:-$(command -v chromium)} exec node "$root/launch/desk-figures.mjs" "$root" "$lang" "$@"
  done
  app=$(built_bench) || exit 1
  exec "$jdk/bin/java" -Xmx1g -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 \
    -Dstderr.encoding=UTF-8 -Dpicocli.ansi=false "-Dcuntu.root=$root" "-Dcuntu.lang=$lang" -cp "$app/*" org.cuntu.bench.BenchCommand "$@"
}
