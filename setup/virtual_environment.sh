#!/bin/sh
# Makes .venv with exactly the packages of requirements.lock and the project itself, editable.
# Run from the project's folder. An environment that works is kept and brought up to date.
set -eu

works() {
    [ -x "$1" ] && "$1" -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

if ! works .venv/bin/python; then
    python=$(sh setup/find_python.sh)
    # Debian ships the part that puts pip into a new environment as a package of its own.
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        sh setup/system_packages.sh venv "$version"
        if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
            echo "$python cannot make virtual environments: its modules venv and ensurepip are missing. Install them, or another Python 3.11 or newer, and try again." >&2
            exit 1
        fi
    fi
    echo "Making .venv with $python"
    "$python" -m venv --clear .venv
fi

pip() {
    .venv/bin/python -m pip --disable-pip-version-check "$@"
}

echo "Installing the Python packages of requirements.lock (the first time takes a minute or two)"
pip install --quiet --require-hashes -r requirements.lock
pip install --quiet --no-deps --no-build-isolation --editable .
