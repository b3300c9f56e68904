# Builds what is not built or is older than its sources. Sourced by ./cuntu; needs $root and $JAVA_HOME.
#
# The sources are named by a hash of their content, so that a switch of branches, a copy or a changed clock builds
# neither too much nor too little. Each build lies in its own folder server/target/app/<hash>: a running server keeps
# the files it was started from.

# content PATH...: one hash over the names and bytes of the files below, relative to the checkout.
content() {
  (cd "$root" && { find "$@" -type f ! -path '*/node_modules/*' ! -path '*/target/*' -print0 2>/dev/null || true; } |
    LC_ALL=C sort -z | xargs -0 -r sha256sum | sha256sum | cut -c 1-16)
}

WEB_SOURCES=(web/{package.json,package-lock.json,index.html,tsconfig.json,vite.config.ts,manual.ts,public,src} docs/manual docs/images/tasks)
web_sources() { content "${WEB_SOURCES[@]}"; }
all_sources() { content pom.xml {engine,demo,server}/{pom.xml,src/main} docs/schema "${WEB_SOURCES[@]}"; }

# at_least WANTED FOUND: compares dotted versions.
at_least() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]; }

need_maven() {
  command -v mvn >/dev/null || refuse "构建需要 Maven 3.8 或更新:apt install maven" "Building needs Maven 3.8 or newer: apt install maven" || return
  local found
  found=$(mvn -version 2>/dev/null | sed 's/\x1b\[[0-9;]*m//g' | sed -n 's/^Apache Maven \([0-9.]*\).*/\1/p')
  at_least 3.8 "$found" || refuse "Maven 版本为 $found,需要 3.8 或更新。" "Maven is $found; 3.8 or newer is needed."
}

need_node() {
  { command -v node && command -v npm; } >/dev/null ||
    refuse "构建网页需要 Node 20 或更新(含 npm):apt install nodejs npm" "Building the pages needs Node 20 or newer with npm: apt install nodejs npm" || return
  local found
  found=$(node -v | tr -d v)
  at_least 20 "$found" || refuse "Node 版本为 $found,需要 20 或更新。" "Node is $found; 20 or newer is needed."
}

# run_logged LOG COMMAND...: its output goes to the log; the end of the log is shown when it fails.
run_logged() {
  local log=$1
  shift
  "$@" >>"$log" 2>&1 </dev/null && return
  say "构建失败,日志的最后几行如下;全文见 $log" "The build failed; the end of its log follows, all of it is in $log"
  tail -n 30 "$log" >&2
  return 1
}

# web_packages LOG: node_modules as package-lock.json names them.
web_packages() {
  local stamp=$root/web/node_modules/.cuntu-lock want
  want=$(content web/package-lock.json)
  [ "$(cat "$stamp" 2>/dev/null)" = "$want" ] && return
  need_node || return
  say "安装网页依赖……" "Installing the pages' packages…"
  run_logged "$1" npm --prefix "$root/web" ci || return
  echo "$want" >"$stamp"
}

# web_pages LOG: web/dist as its sources are.
web_pages() {
  [ -f "$root/web/package.json" ] || return 0
  web_packages "$1" || return
  local stamp=$root/web/dist/.cuntu-sources want
  want=$(web_sources)
  [ "$(cat "$stamp" 2>/dev/null)" = "$want" ] && return
  need_node || return
  say "构建网页……" "Building the pages…"
  run_logged "$1" npm --prefix "$root/web" run build || return
  echo "$want" >"$stamp"
}

# build_app HASH: makes server/target/app/HASH. Runs under the lock.
build_app() {
  local target=$root/server/target log=$root/server/target/build.log app=$root/server/target/app/$1 commit
  : >"$log"
  need_maven && web_pages "$log" || return
  say "编译服务器……(首次约需两分钟)" "Compiling the server… (about two minutes the first time)"
  rm -rf "$target/classes/META-INF/resources" "$target"/cuntu-server-*.jar
  commit=$(git -C "$root" rev-parse --short=12 HEAD 2>/dev/null || echo unknown)
  run_logged "$log" mvn -B -q -f "$root/pom.xml" -pl server -am -Dmaven.test.skip=true "-Dcuntu.commit=$commit" package || return
  rm -rf "$app.new"
  run_logged "$log" "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$target"/cuntu-server-*.jar extract --destination "$app.new" || return
  mv "$app.new"/cuntu-server-*.jar "$app.new/cuntu.jar"
  mv "$app.new" "$app"
  # the two newest builds stay
  ls -1dt "$target/app"/*/ | tail -n +3 | while IFS= read -r old; do rm -rf "$old"; done
  train "$app"
}

# train APP: a start-up archive for this JDK and these jars, made in the background: of a server that starts, reviews one plot
# and is stopped. Without it all works, only slower.
train() {
  [ "${CUNTU_AOT:-on}" = on ] || return 0
  local app=$1 sample=$root/launch/sample.txt
  (
    # no database and no home of an office: this server is nobody's
    unset "${!CUNTU_@}"
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    java=(nice -n 19 "$JAVA_HOME/bin/java" -Xmx768m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -Dfile.encoding=UTF-8
      "-Dcuntu.root=$root")
    "${java[@]}" "-XX:AOTCacheOutput=$app/app.aot.new" -jar "$app/cuntu.jar" serve --home "$work/home" --port 0 &
    server=$!
    until [ -s "$work/home/run.json" ]; do
      kill -0 "$server" || exit
      sleep 1
    done
    "${java[@]}" -jar "$app/cuntu.jar" review "$sample" --home "$work/home"
    kill "$server"
    wait "$server"
    [ -s "$app/app.aot.new" ] && mv "$app/app.aot.new" "$app/app.aot"
    rm -f "$app/app.aot.new"*
  ) >"$app/train.log" 2>&1 </dev/null 9>&- &
}

# built_app: the folder of the build that fits the sources, made when it is not there.
built_app() {
  local hash app
  hash=$(all_sources)
  app=$root/server/target/app/$hash
  if [ ! -f "$app/cuntu.jar" ]; then
    mkdir -p "$root/server/target/app"
    exec 9>"$root/server/target/build.lock"
    if command -v flock >/dev/null && ! flock -n 9; then
      say "另一个进程正在构建,等待……" "Another start is building; waiting…"
      flock 9
    fi
    [ -f "$app/cuntu.jar" ] || build_app "$hash" || return
    exec 9>&-
  fi
  echo "$app"
}
