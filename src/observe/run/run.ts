import type { CommandRecord } from '../../model/facts.ts';
import { type Answer, notStarted, timedOut } from '../../system/process/answer.ts';
import type { ProcessGroups } from '../../system/process/process-groups.ts';
import { spawnOnce } from '../../system/process/spawn-once.ts';
import { identity, type Program, startable } from './program.ts';

/** Runs commands, each once, and keeps a record of them. */
export interface Runner {
  /**
   * Never rejects.
   * @param stem the tool's plain name, by which links to one program are told from a program that plays several parts
   */
  run(program: Program, stem: string, args: readonly string[]): Promise<Answer>;
  /** Every command that was started, in that order. */
  commands: CommandRecord[];
}

/**
 * @param env the environment that commands run in, but for what is set here
 * @param timeoutMs how long each program may take to answer all that it is asked, from the first question on
 */
export function createRunner(env: NodeJS.ProcessEnv, timeoutMs: number, groups: ProcessGroups): Runner {
  const answers = new Map<string, Promise<Answer>>();
  const commands: CommandRecord[] = [];
  // Answers in English; rustup installs nothing that a toolchain file asks for; a rustc that crashes writes no report;
  // unstable options count, as Kbuild has it.
  const quietEnv = { ...env, LC_ALL: 'C', RUSTUP_AUTO_INSTALL: '0', RUSTC_ICE: '0', RUSTC_BOOTSTRAP: '1' };

  const deadlines = new Map<string, number>();

  async function start(program: Program, args: readonly string[], asked: string): Promise<Answer> {
    if (!startable(program)) return notStarted;
    const { path } = program;
    const limitMs = left(asked);
    const record: CommandRecord = { argv: [path, ...args], exitCode: null, milliseconds: 0, timedOut: false };
    commands.push(record);
    const started = performance.now();
    const answer = limitMs > 0 ? await spawnOnce(path, args, { env: quietEnv, limitMs, groups }) : timedOut;
    record.milliseconds = Math.round(performance.now() - started);
    record.exitCode = answer.exitCode;
    record.timedOut = answer.ended === 'timeout';
    return answer;
  }

  function left(asked: string): number {
    const now = performance.now();
    const deadline = deadlines.get(asked) ?? now + timeoutMs;
    deadlines.set(asked, deadline);
    return deadline - now;
  }

  return {
    commands,
    run(program, stem, further) {
      const args = [...(program.leading ?? []), ...further];
      const asked = identity(program, stem);
      const key = [asked, ...args].join('\0');
      const answer = answers.get(key) ?? start(program, args, asked);
      answers.set(key, answer);
      return answer;
    },
  };
}
