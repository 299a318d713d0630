import { resolve } from 'node:path';
import { isForeign } from '../../knowledge/architectures/cross.ts';
import { UsageError } from '../../model/usage-error.ts';
import { chooseArchitecture, observeFor } from '../../observe/observe-for.ts';
import { ownMachine } from '../../system/own-machine.ts';
import { heedSignals } from '../../system/process/heed-signals.ts';
import { packTree, refuseFile } from '../../tree/archive/pack.ts';
import { unpackTree } from '../../tree/archive/unpack.ts';
import { makeTree } from '../../tree/make-tree.ts';
import { placesFor } from '../../tree/places.ts';
import { type Command, commonOptions } from '../command.ts';
import { assessOptions } from '../options/assess-options.ts';
import { type ParsedArguments, text } from '../options/options.ts';
import { confirm } from '../terminal/confirm.ts';
import { movingLine } from '../terminal/moving-line.ts';
import { print, say } from '../terminal/output.ts';
import { isInteractive } from '../terminal/terminal.ts';

export const kdir: Command = {
  arguments: '',
  summary: 'make a kernel tree with Rust metadata for a distribution kernel whose headers lack it',
  options: {
    yes: { help: 'make it without asking' },
    'dry-run': { help: 'show what would be done, and do nothing' },
    output: { value: 'DIR', help: 'where the tree is to be (default: in the cache, where the probe finds it)' },
    'keep-source': { help: 'leave the unpacked source and the build folder in the cache' },
    pack: {
      value: 'FILE',
      help: 'write what the tree adds to the headers to an archive, FILE.tar.xz, for other machines like this one',
    },
    unpack: { value: 'FILE', help: "make the tree from such an archive and this machine's headers, and build nothing" },
    ...commonOptions,
    kdir: { value: 'DIR', help: "the distribution's headers to make it for (also KDIR in the environment)" },
    verbose: { help: 'show what the programs say that make it' },
  },
  async run(parsed) {
    const tree = parsed.options.unpack === undefined ? await make(parsed) : await unpack(parsed);
    if (tree !== null) print(`${tree}\n`);
    return 0;
  },
};

/** @returns the tree's folder; null after a dry run. */
async function make(parsed: ParsedArguments): Promise<string | null> {
  const { options } = parsed;
  const archive = text(options.pack);
  const dryRun = options['dry-run'] === true;
  if (archive !== undefined) {
    refuseForeignPack(text(options.arch));
    await refuseFile(archive);
  }
  const tree = await makeTree({
    target: assessOptions(parsed),
    yes: options.yes === true,
    confirm: isInteractive() ? () => confirm('Make it now?') : null,
    dryRun,
    output: output(parsed),
    keepSource: options['keep-source'] === true,
    verbose: options.verbose === true,
    say,
    moving: movingLine(process.stderr),
  });
  if (dryRun) return null;
  if (archive !== undefined) {
    await heedSignals((stop) => packTree(tree, archive, stop));
    say(`Packed what it adds to the headers in ${archive}; on another machine: kernel-rust-module kdir --unpack FILE`);
  }
  say(whatNext(parsed, tree));
  return tree;
}

/** Its macros run on this machine, whatever the tree is for, and an archive does not say on which machine it can be used. */
function refuseForeignPack(named: string | undefined): void {
  const architecture = chooseArchitecture(named ?? process.env.ARCH);
  if (!isForeign(architecture, ownMachine())) return;
  throw new UsageError(
    'kdir.foreign-pack',
    `--pack is for trees of this machine's own architecture, and this one would be for ${architecture.name}: make it on each machine, or pack it on one of ${architecture.name}.`,
  );
}

async function unpack(parsed: ParsedArguments): Promise<string> {
  const { options } = parsed;
  const archive = text(options.unpack) ?? '';
  const surplus = ['pack', 'keep-source', 'dry-run'].find((name) => options[name] !== undefined);
  if (surplus !== undefined)
    throw new UsageError('option.surplus', `--unpack builds nothing, so it takes no --${surplus}.`);
  const { facts } = await observeFor(assessOptions(parsed));
  const places = (release: string) => placesFor(release, facts.host.cache.dir, output(parsed));
  const { release } = await heedSignals((stop) => unpackTree(archive, { facts, places, say, stop }));
  const { tree } = places(release);
  say(whatNext(parsed, tree));
  return tree;
}

function output({ options }: ParsedArguments): string | undefined {
  const folder = text(options.output);
  return folder === undefined ? undefined : resolve(folder);
}

/** The probe finds trees in the cache by itself. */
function whatNext(parsed: ParsedArguments, tree: string): string {
  const named = output(parsed) === undefined ? '' : ` --kdir ${tree}`;
  const arch = text(parsed.options.arch);
  return `Next: kernel-rust-module new NAME ${arch === undefined ? '' : `--arch ${arch} `}--flavour rust-for-linux${named} --build`;
}
