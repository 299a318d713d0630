import { quote } from '../terminal.ts';
import { sysroot } from './places.ts';
import type { FakeBindgen } from './scenario.ts';

/** A rustc that says this of its version, and that its sysroot is the fakes' own. */
export function fakeRustc(version: string): string {
  return `#!/bin/sh
for word; do
	case $word in sysroot | --print=sysroot) echo ${sysroot} && exit ;; esac
done
${say(version)}`;
}

/**
 * A bindgen that knows the trial headers by what is in them. What a sound one makes of them the real one is asked,
 * without its complaint that there is no rustfmt.
 */
export function fakeBindgen({ version, libclang, sound }: FakeBindgen): string {
  return `#!/bin/sh
for word; do
	case $word in
	--version)
${say(version)}exit ;;
	*.h) header=$word ;;
	esac
done
if grep -q __clang_version__ "$header"; then
${typeof libclang === 'number' ? `exit ${libclang}\n` : `{\n${say(libclang)}} >&2\n`}else
${sound ? 'exec /usr/bin/bindgen "$@" 2>/dev/null' : `! grep -qF '\\0' "$header"`}
fi
`;
}

/** A clang that says this of its version, and whose preprocessor says the same; the rest of that the real one does. */
export function fakeClang(version: string): string {
  const [, text = ''] = /version (.*)/.exec(version) ?? [];
  const [major, minor, patch] = text.split(/[.-]|\s/);
  const numbers = Object.entries({ major, minor, patchlevel: patch });
  const macros = [`-D__clang_version__="${text}"`, ...numbers.map(([name, value]) => `-D__clang_${name}__=${value}`)];
  return `#!/bin/sh
for word; do
	if [ "$word" = -E ]; then
		exec /usr/bin/clang -Wno-builtin-macro-redefined ${macros.map(quote).join(' ')} "$@"
	fi
done
${say(version)}`;
}

/** A ccache that never has anything. */
export const fakeCcache = '#!/bin/sh\nexec "$@"\n';

function say(text: string): string {
  return `cat <<'END'\n${text}\nEND\n`;
}
