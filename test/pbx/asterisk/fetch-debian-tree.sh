#!/usr/bin/env bash
# fetch-debian-tree.sh FOLDER SUITE PACKAGE...
# Unpacks Debian's packages and all that they depend on into FOLDER/root, and writes FOLDER/run, which starts a program of
# theirs with their own libraries. Needs no root, and neither reads nor changes what is installed on this machine.
set -euo pipefail
folder=$1 suite=$2
shift 2

keyring=/usr/share/keyrings/debian-archive-keyring.gpg
for program in apt-get dpkg-deb; do
    command -v "$program" >/dev/null || { echo "There is no $program: this needs Debian or Ubuntu." >&2; exit 1; }
done
[ -r "$keyring" ] || { echo "There is no $keyring: install debian-archive-keyring." >&2; exit 1; }

mirrorOfThisMachine() {
    apt-get indextargets --format '$(SITE)' 'Created-By: Packages' 2>/dev/null | grep --max-count=1 '/debian/*$' || true
}
mirror=${DEBIAN_MIRROR:-$(mirrorOfThisMachine)}
mirror=${mirror:-https://deb.debian.org/debian}
echo "from $mirror, $suite"

apt=$folder/apt
mkdir -p "$apt"/{lists,archives}/partial "$folder/root"
# nothing counts as installed, so that every dependency is fetched
: >"$apt/status"
echo "deb [signed-by=$keyring] $mirror $suite main" >"$apt/sources.list"
aptGet() {
    # the machine's proxy settings stay; a mirror that is a snapshot has an old date
    apt-get -qq \
        -o Dir::State="$apt" -o Dir::State::status="$apt/status" -o Dir::State::lists="$apt/lists" \
        -o Dir::Cache="$apt" -o Dir::Cache::archives="$apt/archives" \
        -o Dir::Etc::SourceList="$apt/sources.list" -o Dir::Etc::SourceParts=/dev/null \
        -o Dir::Etc::Preferences=/dev/null -o Dir::Etc::PreferencesParts=/dev/null \
        -o APT::Architecture="$(dpkg --print-architecture)" -o APT::Install-Recommends=false -o APT::Sandbox::User= \
        -o Acquire::Languages=none -o Acquire::Retries=3 -o Acquire::Check-Valid-Until=false \
        -o Debug::NoLocking=true "$@"
}
# without this, apt-get update ends well although nothing came
aptGet -o APT::Update::Error-Mode=any update
aptGet --yes --download-only install "$@"

for package in "$apt"/archives/*.deb; do dpkg-deb --extract "$package" "$folder/root"; done
for link in bin sbin lib lib64; do
    [ -e "$folder/root/$link" ] || ln -s "usr/$link" "$folder/root/$link"
done
# what the package does when it is installed: the sounds of a language are those of a speaker
sounds=$folder/root/usr/share/asterisk/sounds
[ ! -d "$sounds/en_US_f_Allison" ] || ln -sfn en_US_f_Allison "$sounds/en"
rm -rf "$apt" "$folder"/root/usr/share/{doc,man,locale,info,lintian}

cat >"$folder/run" <<'RUN'
#!/usr/bin/env bash
# run PROGRAM ARGUMENT...: a program of this folder with this folder's loader and libraries
root=$(cd "$(dirname "$0")" && pwd)/root
for loader in "$root"/usr/lib/*/ld-linux-*.so.*; do break; done
program=$1
shift
exec "$loader" --library-path "$(dirname "$loader"):$root/usr/lib" "$root$program" "$@"
RUN
chmod +x "$folder/run"
