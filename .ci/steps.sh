# What the steps of .ci/run do where they are more than one command.

tools=.venv/bin/python

step() {
    printf '\n== [%4d s] %s\n' "$SECONDS" "$1"
    "${@:2}"
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

install_packages() {
    local absent=()
    command -v chromium >/dev/null || absent+=(chromium)
    [ -n "$(fc-list 2>/dev/null)" ] || absent+=(fonts-dejavu-core)
    compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || absent+=(postgresql)
    python3 -c 'import ensurepip, venv' 2>/dev/null || absent+=(python3-venv)
    if [ ${#absent[@]} = 0 ]; then
        echo "Nothing is absent."
        return
    fi
    echo "Installing ${absent[*]} ..."
    as_root apt-get -qq -o DPkg::Lock::Timeout=120 update
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=120 \
        install --yes --no-install-recommends "${absent[@]}" >/dev/null
}

set_up_again() {
    local words
    words=$(python3 manage.py quickstart --no-serve 2>&1)
    echo "$words"
    grep --quiet --ignore-case 'nothing' <<<"$words"
}

install_tools() {
    python3 -m archive.project.environment requirements-dev.txt
}

check_templates() {
    git ls-files -z '*/templates/*.html' 'templates/*.html' |
        xargs --null --no-run-if-empty "${tools%python}djade" --target-version 5.2 --check
}

# The settings that the README names for a public server.
check_deployment() {
    VARIORUM_SECRET_KEY=$(python3 -c 'import secrets; print(secrets.token_urlsafe(50))') \
        VARIORUM_HTTPS=on \
        VARIORUM_BEHIND_PROXY=on \
        VARIORUM_HOSTS=archive.example \
        VARIORUM_SITE_URL=https://archive.example \
        python3 manage.py check --deploy --fail-level WARNING --database default
}
