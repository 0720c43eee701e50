#!/bin/sh
# Sees to it that the system packages of a group are there: system_packages.sh GROUP
#
#   venv VERSION  what Debian's own Python VERSION needs to make virtual environments; with it qt,
#                 which is wanted next, so that one command does for both
#   qt            what Qt needs to draw without a screen
#   window        what Qt needs to open a window
#   peers         the programs of `make bench-peers`: browser, Node
#   outside       the programs of `make test-all`: browser, spreadsheet, Java, Node, strace, a virtual screen
#
# Debian and Ubuntu: as root it installs what is missing; otherwise it prints the one command that
# does and stops. Elsewhere it only names what cannot be found. Nothing is done when all is there.
set -eu

group=${1:?"which group? venv, qt, window, peers or outside"}

# One item a word. name|other: either package will do, the first is installed (Debian 13 and
# Ubuntu 24.04 renamed some). name:program: not needed where the program is there from elsewhere.
qt="libgl1 libegl1 libxkbcommon0 libfontconfig1 libglib2.0-0|libglib2.0-0t64 libdbus-1-3"
window="libxkbcommon-x11-0 libx11-6 libx11-xcb1 libxcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0
    libxcb-keysyms1 libxcb-randr0 libxcb-render0 libxcb-render-util0 libxcb-shape0 libxcb-shm0
    libxcb-sync1 libxcb-util1 libxcb-xfixes0 libxcb-xkb1
    libwayland-client0 libwayland-cursor0 libwayland-egl1"
peers="chromium:chromium nodejs:node npm:npm fonts-dejavu-core fonts-liberation"
outside="$peers libreoffice-calc-nogui|libreoffice-calc
    libreoffice-writer-nogui|libreoffice-writer default-jre-headless:java
    poppler-utils:pdftoppm strace:strace xvfb:Xvfb xauth:xauth"

case $group in
    venv) wanted="python${2:?"which Python version?"}-venv $qt" ;;
    qt) wanted=$qt ;;
    window) wanted=$window ;;
    peers) wanted=$peers ;;
    outside) wanted="$window $outside" ;;
    *)
        echo "There is no group $group: choose venv, qt, window, peers or outside." >&2
        exit 2
        ;;
esac

is_installed() {
    [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

is_there() {
    case $1 in
        *:*) command -v "${1#*:}" >/dev/null 2>&1 ;;
        *'|'*) is_installed "${1%|*}" || is_installed "${1#*|}" ;;
        *) is_installed "$1" ;;
    esac
}

on_debian() {
    missing=
    for item in $wanted; do
        is_there "$item" || missing="$missing ${item%%[:|]*}"
    done
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        echo "Some system packages are missing. Install them with this command and try again:" >&2
        echo "  sudo apt-get install --no-install-recommends$missing" >&2
        return 1
    fi
    echo "Installing system packages:$missing"
    apt-get update --quiet=2
    # shellcheck disable=SC2086  # the names are words
    DEBIAN_FRONTEND=noninteractive apt-get install --quiet=2 --yes --no-install-recommends \
        $missing >/dev/null
}

elsewhere() {
    case $group in
        venv) return 0 ;; # the caller tries again and says what is wrong
        qt)
            problem=$(.venv/bin/python -c 'from PySide6 import QtGui' 2>&1) || {
                echo "Qt cannot be loaded. Install what is missing with your system's package manager and try again:" >&2
                echo "$problem" | tail -n 1 >&2
                return 1
            }
            return 0
            ;;
        window) return 0 ;; # a desktop has them, and Qt names what it misses
    esac
    programs="chromium node npm"
    [ "$group" = peers ] || programs="$programs soffice java pdftoppm"
    missing=
    for program in $programs; do
        command -v "$program" >/dev/null 2>&1 || missing="$missing $program"
    done
    [ -z "$missing" ] || {
        echo "These programs are needed and were not found:$missing. Install them with your system's package manager and try again." >&2
        return 1
    }
}

if command -v dpkg-query >/dev/null 2>&1; then on_debian; else elsewhere; fi
