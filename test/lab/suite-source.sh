# Unpacks a kernel's source that only another suite of Debian has.
# suite-source.sh PACKAGE SUITE FOLDER
set -eux
package=$1 suite=$2 folder=$3

sed "s/ sid / $suite /" /etc/apt/sources.list >/etc/apt/sources.list.d/other.list
apt-get update
work=$(mktemp -d)
cd "$work"
# apt's own user cannot write here.
apt-get download -o APT::Sandbox::User=root "$package"
dpkg-deb --extract "$package"_*.deb .
mkdir "$folder"
tar --extract --file usr/src/linux-source-*.tar.xz --strip-components=1 --directory "$folder"
rm -r "$work" /etc/apt/sources.list.d/other.list
