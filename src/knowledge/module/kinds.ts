import type { Flavour } from '../../model/assessment.ts';

/** What a module does, and which kernels have what that takes. */
export interface KindRow {
  /** Also the name of its folder of templates. */
  name: string;
  /** One line. */
  title: string;
  flavours: readonly Flavour[];
  /** What rust-for-linux needs of the kernel; the freestanding flavour brings its own on any kernel. */
  crate: {
    /** The first release whose `kernel` crate has what the templates use: `6.19`. */
    since: string;
    /** One clause for where it is missing, which names the release. */
    missing: string;
    /** The file below `rust/kernel` that shows it: where a tree's own sources are known they decide, and not its release. */
    file: string | null;
    /** The symbol of the configuration that its driver core hangs on, `CONFIG_` left out. */
    config: string | null;
    /** Where `since` is known from. */
    source: string;
  };
  /** What `make boot` does with it between loading and unloading, one clause; null where that is all. */
  exercise: string | null;
  /** Ids of findings that `make boot` of this kind hangs on, beside those that every boot does. */
  needs: readonly string[];
}

const both = ['freestanding', 'rust-for-linux'] as const;
const own = ['rust-for-linux'] as const;

/** The user-space test program is linked statically. */
const testProgram = ['boot.libc'] as const;

/** In the order in which they are offered. */
export const kinds = [
  {
    name: 'hello',
    title: 'says hello when it is loaded and goodbye when it is unloaded',
    flavours: both,
    crate: {
      since: '6.1',
      missing: 'there is Rust in the kernel since 6.1',
      file: null,
      config: null,
      source: 'rust/kernel/lib.rs of 6.1: trait Module',
    },
    exercise: null,
    needs: [],
  },
  {
    name: 'params',
    title: 'takes parameters when it is loaded',
    flavours: both,
    crate: {
      since: '6.19',
      missing: 'module! takes parameters since 6.19',
      file: 'module_param.rs',
      config: null,
      source: '"Modules changes for v6.19-rc1", 20251203234840.3720-1',
    },
    exercise: 'passes parameters to it and looks for their values in the log',
    needs: [],
  },
  {
    name: 'misc-device',
    title: 'a character device below /dev, with a buffer of its own for each open file',
    flavours: both,
    crate: {
      since: '6.14',
      missing: 'the kernel crate has character devices as they are made here since 6.14',
      file: null,
      config: null,
      source: 'commit 0d8a7c7bf47a of 6.14: open takes the file and the registration',
    },
    exercise: 'runs the program in `user/`, which opens the device and checks each answer',
    needs: testProgram,
  },
  {
    name: 'sync',
    title: 'shares state with a work item: Arc, Mutex, SpinLock and CondVar',
    flavours: own,
    crate: {
      since: '6.10',
      missing: 'the kernel crate has work items and allocation flags, as they are used here, since 6.10',
      file: 'workqueue.rs',
      config: null,
      source: 'rust/kernel/workqueue.rs of 6.7; allocation flags in Arc::pin_init since 6.10',
    },
    exercise: 'looks for what the work item and the module told each other in the log',
    needs: [],
  },
  {
    name: 'debugfs',
    title: 'files in debugfs that show values and set them',
    flavours: own,
    crate: {
      since: '7.2',
      missing: 'the kernel crate has debugfs as it is used here since 7.2',
      file: null,
      config: 'DEBUG_FS',
      source: 'rust/kernel/debugfs.rs of 7.2',
    },
    exercise: 'reads the files, changes a value and reads it back',
    needs: [],
  },
  {
    name: 'platform-driver',
    title: 'a driver for a platform device',
    flavours: own,
    crate: {
      since: '7.2',
      missing: 'the kernel crate has platform drivers as they are written here since 7.2',
      file: null,
      config: null,
      source: 'merge 2c7c65933600 of 7.2-rc1: what a driver holds may borrow the device that it is bound to',
    },
    exercise: 'binds the driver to a device and unbinds it again',
    needs: [],
  },
  {
    name: 'pci-driver',
    title: 'a driver for a PCI device',
    flavours: own,
    crate: {
      since: '7.2',
      missing: 'the kernel crate has PCI drivers as they are written here since 7.2',
      file: null,
      config: 'PCI',
      source: 'merge 2c7c65933600 of 7.2-rc1: what a driver holds may borrow the device that it is bound to',
    },
    exercise: 'binds the driver to a device of QEMU and unbinds it again',
    needs: [],
  },
] as const satisfies readonly KindRow[];

export type Kind = (typeof kinds)[number]['name'];

/** The names of all kinds. */
export const kindNames: readonly Kind[] = kinds.map(({ name }) => name);

/** What the table says of a kind. */
export function kindRow(kind: Kind): KindRow {
  const row = kinds.find(({ name }) => name === kind);
  if (!row) throw new TypeError(`${kind} is not in the table of kinds`);
  return row;
}

/** The kinds of a flavour, whatever the kernel. */
export function kindsOf(flavour: Flavour): Kind[] {
  return kinds.filter(({ flavours }: KindRow) => flavours.includes(flavour)).map(({ name }) => name);
}

/** The symbols of a configuration that kinds hang on, `CONFIG_` left out. */
export const crateSymbols: readonly string[] = kinds.flatMap(({ crate }: KindRow) => crate.config ?? []);
