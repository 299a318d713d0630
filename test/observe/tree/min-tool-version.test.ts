import { expect, test } from 'vitest';
import { parseMinimumTools } from '../../../src/observe/tree/min-tool-version.ts';
import { architecture } from '../architecture.ts';

const script = (arms: string, before = '') => `#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only
set -e

if [ $# != 1 ]; then
	exit 1
fi
${before}
case "$1" in
${arms}*)
	exit 1
	;;
esac
`;

const choosing = `gcc)
	echo 8.1.0
	;;
llvm)
	# a reason
	if [ "$SRCARCH" = s390 ]; then
		echo 15.0.0
	elif [ "$SRCARCH" = "loongarch" ]; then
		echo 18.0.0 # another
	else
		echo 13.0.1
	fi
	;;
rustc)
	if [ "$ARCH" = powerpc ]; then
		echo 1.95.0
	else
		echo 1.85.0
	fi
	;;
`;

const minima = (text: string, name = 'x86_64') => parseMinimumTools(text, architecture(name));

test.each([
  ['x86_64', { gcc: '8.1.0', llvm: '13.0.1', rustc: '1.85.0' }],
  ['s390x', { gcc: '8.1.0', llvm: '15.0.0', rustc: '1.85.0' }],
  ['loongarch64', { gcc: '8.1.0', llvm: '18.0.0', rustc: '1.85.0' }],
  ['ppc64le', { gcc: '8.1.0', llvm: '13.0.1', rustc: '1.95.0' }],
])('the branch for %s is taken', (name, expected) => {
  expect(minima(script(choosing), name)).toEqual(expected);
});

test.each([
  ['a command that is not echo', 'gcc)\n\tprintf 8.1.0\n\t;;\n'],
  ['two answers', 'gcc)\n\techo 8.1.0\n\techo 9.1.0\n\t;;\n'],
  [
    'a variable that Kbuild does not set',
    'gcc)\n\tif [ "$CC" = x ]; then\n\t\techo 1\n\telse\n\t\techo 2\n\tfi\n\t;;\n',
  ],
  ['a test of another kind', 'gcc)\n\tif [ "$ARCH" != x86 ]; then\n\t\techo 1\n\telse\n\t\techo 2\n\tfi\n\t;;\n'],
  ['no answer for the others', 'gcc)\n\tif [ "$ARCH" = x86 ]; then\n\t\techo 1\n\tfi\n\t;;\n'],
  ['something that is no version', 'gcc)\n\techo $gcc\n\t;;\n'],
  ['two tools in one', 'gcc | llvm)\n\techo 8.1.0\n\t;;\n'],
  ['nothing', ''],
])('%s: no minimum at all rather than a wrong one', (_, arms) => {
  expect(minima(script(`bindgen)\n\techo 0.71.1\n\t;;\n`))).toEqual({ bindgen: '0.71.1' });
  expect(minima(script(arms))).toBeNull();
  expect(minima(script(`bindgen)\n\techo 0.71.1\n\t;;\n${arms || 'gcc)\n\t;;\n'}`))).toBeNull();
});

test('a script that sets variables of its own, or is none, is not understood', () => {
  expect(minima(script(choosing, 'ARCH=s390'))).toBeNull();
  expect(minima('')).toBeNull();
  expect(minima('min_tool() { case "$2" in gcc) echo 5.1 ;; esac; }\n')).toBeNull();
});
