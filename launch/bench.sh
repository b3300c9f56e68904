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

# run_bench LANG ARGS...
run_bench() {
  local lang=$1 app word
  shift
  for word in "$@"; do
    [ "$word" = --desk ] || continue
    CHROMIUM=${CHROMIUM:-$(command -v chromium)} exec node "$root/launch/desk-figures.mjs" "$root" "$lang" "$@"
  done
  app=$(built_bench) || exit 1
  exec "$jdk/bin/java" -Xmx1g -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 \
    -Dstderr.encoding=UTF-8 -Dpicocli.ansi=false "-Dcuntu.root=$root" "-Dcuntu.lang=$lang" -cp "$app/*" org.cuntu.bench.BenchCommand "$@"
}
