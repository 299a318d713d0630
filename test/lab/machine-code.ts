/** A kernel's configuration: symbol → value, of those that are set. */
export type Configuration = Readonly<Record<string, string>>;

/** A function as objdump shows it. */
interface Routine {
  name: string;
  /** Mnemonic and operands, one blank between them. */
  instructions: string[];
}

/** Something that no function may do. */
interface Rule {
  /** What follows the function's name in a sentence. */
  what: string;
  /** The symbols one of which asks for this; null where every kernel does. */
  asked: readonly string[] | null;
  /** The instruction that does it. */
  find(instructions: readonly string[]): string | undefined;
}

function no(pattern: RegExp): Rule['find'] {
  return (instructions) => instructions.find((one) => pattern.test(one));
}

/** The pattern covers the registers themselves, and the instructions that name none of them. */
function noFloating(pattern: RegExp): Rule {
  const what = 'touches floating-point or vector registers, which the kernel saves only for programs';
  return { what, asked: null, find: no(pattern) };
}

/**
 * What -mindirect-branch=thunk-extern, -mfunction-return=thunk-extern and -mharden-sls=all see to in C (arch/x86/Makefile of
 * 6.1, 6.12 and 7.3; the symbols that begin with MITIGATION_ are those of 6.9 and later).
 */
const x86: readonly Rule[] = [
  noFloating(
    /%(?:[xyz]?mm\d|st\b|k[0-7]\b)|^(?:f(?!s\b)[a-z0-9]+|emms|v?(?:ld|st)mxcsr|vzero[a-z]+|xsave[a-z0-9]*|xrstors?(?:64)?)\b/,
  ),
  {
    what: 'branches indirectly without a retpoline',
    asked: ['CONFIG_RETPOLINE', 'CONFIG_MITIGATION_RETPOLINE'],
    find: no(/^(?:call|jmp)[lq]? \*/),
  },
  {
    what: 'returns without a return thunk',
    asked: ['CONFIG_RETHUNK', 'CONFIG_MITIGATION_RETHUNK'],
    find: no(/^ret[lq]?\b/),
  },
  {
    what: 'has no int3 behind a return or an indirect jump',
    asked: ['CONFIG_SLS', 'CONFIG_MITIGATION_SLS'],
    find: (all) => all.find((one, at) => /^ret[lq]?\b|^jmp[lq]? \*/.test(one) && all[at + 1] !== 'int3'),
  },
];

/** That each return address read back from the stack is authenticated before it is used. */
function unauthenticated(instructions: readonly string[]): string | undefined {
  let isRead = false;
  return instructions.find((one) => {
    if (/^ld(?:p|u?r) [^[]*\bx30\b/.test(one)) isRead = true;
    if (/^auti[ab]|^hint #(?:29|31|0x1d|0x1f)$/.test(one)) isRead = false;
    if (!/^(?:ret|br .*|b elsewhere)$/.test(one)) return false;
    const isBare = isRead;
    isRead = false;
    return isBare;
  });
}

/** What arch/arm64/Makefile of 6.1, 6.12 and 7.3 sees to in C with -mbranch-protection and -ffixed-x18. */
const arm64: readonly Rule[] = [
  noFloating(/\b[vqdshbz]\d+\b/),
  {
    what: 'leaves by a return address from the stack that was not authenticated',
    asked: ['CONFIG_ARM64_PTR_AUTH_KERNEL'],
    find: unauthenticated,
  },
  {
    what: 'uses x18, which points to the shadow stack',
    asked: ['CONFIG_SHADOW_CALL_STACK'],
    find: no(/\b[xw]18\b(?<!^(?:str|ldr) x30, \[x18)/),
  },
];

/** What -mindirect-branch=thunk and -mfunction-return=thunk see to in C (arch/s390/Makefile of 6.1 and 7.3). */
const s390x: readonly Rule[] = [
  noFloating(/%[fv]\d/),
  {
    what: 'branches indirectly without an expoline',
    asked: ['CONFIG_EXPOLINE'],
    find: no(/^(?:b[a-z]*r|bas+m) (?!0,)(?:.*, ?)?%r(?!0\b)\d+$/),
  },
];

/**
 * What is held against the code of each architecture, by our names. Those with one rule are those whose arch/ARCH/Makefile of
 * 6.1, 6.12 and 7.3 has the C compiler mitigate nothing.
 */
const rules: Readonly<Record<string, readonly Rule[]>> = {
  x86_64: x86,
  i386: x86,
  arm64,
  arm: [noFloating(/^v[a-z]|\b[sdq]\d+\b/)],
  riscv64: [noFloating(/^(?:c\.)?(?:f(?!ence)|v)[a-z]/)],
  ppc64le: [noFloating(/\b(?:f|v|vs|acc)\d+\b|^(?:f|v|lx?v|stx?v|lf[dsi]|stf|m[tf]vsr|m[tf]fs|xs|xv)/)],
  s390x,
  mips64el: [noFloating(/\$[fw]\d|^(?:c[ft]c1|d?m[ft]h?c1|bc1)/)],
  loongarch64: [noFloating(/\$(?:f[a-z]*|vr|xr)\d|^(?:f|x?v)[a-z]/)],
};

/**
 * Which functions do what none may in a kernel of that configuration, a sentence each.
 * @param disassembly what `objdump -d --no-show-raw-insn` of binutils or of LLVM prints
 */
export function codeComplaints(disassembly: string, architecture: string, configuration: Configuration): string[] {
  const all = routines(disassembly);
  if (all.length === 0) return ['no function was disassembled'];
  const applying = rulesOf(architecture).filter(
    ({ asked }) => asked === null || asked.some((symbol) => configuration[symbol] === 'y'),
  );
  return all.flatMap(({ name, instructions }) =>
    applying.flatMap(({ what, find }) => {
      const found = find(instructions);
      return found === undefined ? [] : [`${name} ${what}: ${found}`];
    }),
  );
}

function rulesOf(architecture: string): readonly Rule[] {
  const found = rules[architecture];
  if (found === undefined) throw new Error(`Nothing is known here of the machine code of ${architecture}.`);
  return found;
}

function routines(disassembly: string): Routine[] {
  const all: Routine[] = [];
  for (const line of disassembly.split('\n')) {
    const [, name] = /^[0-9a-f]+ <(.*)>:$/.exec(line) ?? [];
    if (name !== undefined) all.push({ name, instructions: [] });
    const [, text = ''] = /^ *[0-9a-f]+:\s+(\S.*)$/.exec(line) ?? [];
    const current = all.at(-1);
    if (text !== '' && !data.test(text)) current?.instructions.push(instruction(text, current.name));
  }
  return all.filter(({ instructions }) => instructions.length > 0);
}

/** Data between instructions, such as constants of 32-bit ARM; LLVM writes its bytes before it. */
const data = /^(?:[0-9a-f]{2}\s+)*\.[a-z]/;

/** Prefixes of x86 that objdump writes before an instruction. */
const prefixes = /^(?:(?:rep(?:n?[ez])?|lock|[c-g]s|data16|addr32|notrack|bnd|rex(?:\.[WRXB]+)?) )+/;

/** An instruction without its prefixes, and with nothing in it that a target's address or name could be mistaken for. */
function instruction(text: string, name: string): string {
  return text
    .replace(/(?:0x)?[0-9a-f]+ <([^>+]*)[^>]*>/g, (_, target) => (target === name ? 'here' : 'elsewhere'))
    .replace(/\s+/g, ' ')
    .replace(prefixes, '')
    .trim();
}

/** Relocations that read an address from a global offset table. MIPS calls by it, too. */
const byTable = /GOT|_CALL(?:_HI|_LO)?16/;

/** Those of them that a kernel's loader makes a table for (arch/ARCH/kernel/module.c of 6.1, 6.12 and 7.3; LoongArch's since 6.3). */
const loadable: Readonly<Record<string, RegExp>> = {
  s390x: /^R_390_GOT/,
  riscv64: /^R_RISCV_GOT_HI20$/,
  loongarch64: /^R_LARCH_GOT_PC_(?:HI20|LO12)$/,
};

/**
 * The relocations that the loader of that architecture's kernels would refuse, since they want a global offset table; a sentence each.
 * @param relocations what `objdump -r` of binutils or of LLVM prints
 */
export function relocationComplaints(relocations: string, architecture: string): string[] {
  const found = Array.from(relocations.matchAll(/^[0-9a-f]+\s+(R_\S+)\s+(\S+)$/gm), ([, type = '', symbol = '']) => ({
    type,
    symbol,
  }));
  if (found.length === 0) return ['no relocation was found'];
  const refused = found.filter(({ type }) => byTable.test(type) && !loadable[architecture]?.test(type));
  return [...new Set(refused.map(({ type, symbol }) => `${symbol} is reached by a global offset table: ${type}`))];
}
