# A PostgreSQL of our own on a free port, gone when the script ends. Any other is left alone.

start_cluster() {
    binaries=$(compgen -G '/usr/lib/postgresql/*/bin' | sort --version-sort | tail --lines 1)
    cluster=$(mktemp --directory)
    trap stop_cluster EXIT
    local port password
    port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    password=$(python3 -c 'import secrets; print(secrets.token_hex())')
    echo "$password" >"$cluster/password"
    if [ "$(id -u)" = 0 ]; then chown --recursive postgres "$cluster"; fi
    as_server initdb --pgdata=data --username=variorum --pwfile=password --auth=scram-sha-256 \
        --encoding=UTF8 --no-sync $(collation) >/dev/null
    as_server pg_ctl --pgdata=data --log=log --silent --wait start --options \
        "-c port=$port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$cluster -c fsync=off"
    export VARIORUM_TEST_DATABASE_URL="postgres://variorum:$password@127.0.0.1:$port/variorum"
    "$binaries/postgres" --version
}

# Words sort as in a dictionary there, unlike in SQLite: an order that only one of them gives shows.
collation() {
    if "$binaries/initdb" --help | grep --quiet icu-locale; then
        echo --locale=C.UTF-8 --locale-provider=icu --icu-locale=en
    else
        echo --locale=C.UTF-8
    fi
}

# PostgreSQL refuses to be run by root.
as_server() (
    cd "$cluster"
    if [ "$(id -u)" = 0 ]; then
        runuser -u postgres -- "$binaries/$1" "${@:2}"
    else
        "$binaries/$1" "${@:2}"
    fi
)

stop_cluster() {
    as_server pg_ctl --pgdata=data --silent --mode=immediate stop || true
    rm --recursive --force "$cluster"
}
