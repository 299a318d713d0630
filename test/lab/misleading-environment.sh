# Builds the module in this folder with every variable that the kernel tree's own files mention set to a value
# in the environment, and prints those that made the build another one. Usage: misleading-environment.sh KDIR VALUE...
set -eu
kdir=$1
shift

# What make or a program needs, and what users may say to Kbuild (Documentation/kbuild/kbuild.rst).
cat >/tmp/honoured <<'EOF'
ARCH
CROSS_COMPILE
HOME
IFS
INSTALL_MOD_DIR
INSTALL_MOD_PATH
INSTALL_MOD_STRIP
KAFLAGS
KBUILD_CHECKSRC
KBUILD_CLIPPY
KBUILD_EXTRA_SYMBOLS
KBUILD_EXTRA_WARN
KBUILD_SIGN_PIN
KBUILD_VERBOSE
KCFLAGS
KCPPFLAGS
KDIR
KRUSTFLAGS
LD_LIBRARY_PATH
LLVM
LLVM_IAS
MAKE
MAKEFLAGS
MAKELEVEL
OLDPWD
PATH
PWD
RUSTC
RUST_LIB_SRC
SHELL
TMPDIR
_
EOF
# Debian's headers are three folders that lead to each other.
common=$(sed -n 's/^include *\(.*\)\/Makefile$/\1/p' "$kdir/Makefile")
programs=$(readlink -f "$kdir/scripts" || readlink -f "$common/scripts")
find -L "$kdir/Makefile" "$common" "$programs" -type f -size -100k \
	\( -name 'Makefile*' -o -name 'Kbuild*' -o -path '*/scripts/*' \) ! -path '*/include/*' -exec grep -IhoE \
	'\$[({]?[A-Za-z_][A-Za-z0-9_]*|(ifn?def|export|origin) +[A-Za-z_][A-Za-z0-9_]*|getenv\("[A-Za-z_]+|ENV\{[A-Za-z_]+' {} + |
	grep -oE '[A-Za-z_][A-Za-z0-9_]*$' | sort -u | grep -vxF -f /tmp/honoured >/tmp/names
echo "$(wc -l </tmp/names) variables"

# Builds with the variables in file $1 set to $2, and tells whether it is the plain build.
builds_the_same() {
	make clean >/dev/null
	sed "s/\$/=$2/" "$1" | tr '\n' '\0' | xargs -0 sh -c 'exec env "$@" make' sh >/tmp/log 2>&1 || return 1
	cmp -s ./*.ko /tmp/plain.ko && cmp -s /tmp/log /tmp/plain.log
}

# Prints which variables in file $1 are to blame.
find_misleading() {
	! builds_the_same "$1" "$2" || return 0
	lines=$(wc -l <"$1")
	if [ "$lines" -eq 1 ]; then
		echo "misleading: $(cat "$1")=$2"
		return
	fi
	half=$((lines / 2))
	head -n "$half" "$1" >"$1.1"
	tail -n +$((half + 1)) "$1" >"$1.2"
	find_misleading "$1.1" "$2"
	find_misleading "$1.2" "$2"
}

make
make clean >/dev/null
make >/tmp/plain.log 2>&1
cp ./*.ko /tmp/plain.ko
for value; do find_misleading /tmp/names "$value"; done
