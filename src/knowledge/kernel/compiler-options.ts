import { isSet, type KernelConfig } from './config-condition.ts';

/** An option that Kbuild hands to the C compiler for the configuration's sake, without asking whether it knows it. */
interface CompilerOption {
  option: string;
  /** Whether a kernel of this configuration compiles its modules with it. */
  asks(config: KernelConfig): boolean;
  /** The oldest major version of GCC that knows it. */
  gcc: number;
  source: string;
}

/**
 * Newest first. "Tried" was Debian's gcc-11 to gcc-14 on x86_64. GCC 12's release notes have -mharden-sls, but 11.3 knows
 * it too, so that 11 stands for it here. What Kbuild asks of the compiler first (cc-option) is left out.
 */
export const compilerOptions: readonly CompilerOption[] = [
  {
    option: '-fmin-function-alignment',
    asks: (config) => isSet(config, 'CC_HAS_MIN_FUNCTION_ALIGNMENT') && config.CONFIG_FUNCTION_ALIGNMENT !== '0',
    gcc: 14,
    source: 'the top Makefile; tried: 13 refuses it, 14 does not',
  },
  {
    option: '-gz=zstd',
    asks: (config) => isSet(config, 'DEBUG_INFO_COMPRESSED_ZSTD'),
    gcc: 13,
    source: 'scripts/Makefile.debug; tried: 12 refuses it, 13 does not',
  },
  {
    option: '-ftrivial-auto-var-init',
    asks: (config) => isSet(config, 'INIT_STACK_ALL_ZERO') || isSet(config, 'INIT_STACK_ALL_PATTERN'),
    gcc: 12,
    source: 'the top Makefile; tried: 11 refuses it, 12 does not',
  },
  {
    option: '-fzero-call-used-regs',
    asks: (config) => isSet(config, 'ZERO_CALL_USED_REGS'),
    gcc: 11,
    source: "the top Makefile; GCC 11's release notes",
  },
  {
    option: '-mharden-sls',
    asks: (config) => isSet(config, 'MITIGATION_SLS') || isSet(config, 'SLS'),
    gcc: 11,
    source: 'arch/x86/Makefile; tried: 11.3 knows it',
  },
];
