import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Architecture } from '../../knowledge/architectures/architecture.ts';
import { findArchitecture } from '../../knowledge/architectures/architectures.ts';
import { crossPackages } from '../../knowledge/architectures/cross.ts';
import { findDistribution } from '../../knowledge/distributions/distributions.ts';
import type { AssessOptions } from '../../model/assess-options.ts';
import { Failure } from '../../model/failure.ts';
import { foreignBusyboxIn, foreignFolder, headersIn, observeForeignBusybox } from '../../observe/host/foreign.ts';
import { observeFor } from '../../observe/observe-for.ts';
import { refuseErrno } from '../../system/files/errno.ts';
import { isFile } from '../../system/files/files.ts';
import { takeLock } from '../../system/files/lock.ts';
import { heedSignals } from '../../system/process/heed-signals.ts';
import { removeLeftovers } from '../../tree/lay/leftovers.ts';
import { createPhases, type Show } from '../../tree/phases.ts';
import { cacheFolder } from '../../tree/places.ts';
import { type DebianNames, type ForeignApt, foreignApt } from './apt.ts';
import { bringBusybox } from './busybox.ts';
import { findHeaders, layForeignTree, whyNotUnpacked } from './tree.ts';

/** What is brought, and where to. */
interface Order {
  architecture: Architecture;
  names: DebianNames;
  /** Package that leads to the newest headers. */
  headers: string;
  cache: string;
}

/**
 * Brings the newest kernel headers of another architecture, and a busybox for it, into our cache: unpacked from the
 * distribution's packages, none of which is installed. What is there stays as it is.
 * @param target how the probe's options name the architecture
 * @throws Failure or UsageError where something of it cannot be had; then nothing half made is left.
 */
export async function bringForeign(target: AssessOptions, show: Show): Promise<void> {
  const order = await takeOrder(target);
  await heedSignals((stop) => carryOut(order, show, stop));
}

async function takeOrder(target: AssessOptions): Promise<Order> {
  const { facts, architecture } = await observeFor(target);
  const { host } = facts;
  const distribution = findDistribution(host.distribution);
  const headers = distribution?.headers[architecture.name];
  const native = findArchitecture(host.machine)?.debian;
  const { debian } = architecture;
  if (!crossPackages(distribution, architecture, host.machine) || !headers || !native || debian === null) {
    throw new Failure(
      'foreign.unserved',
      `Set-up knows no packages of kernels for ${architecture.name} on this machine: name a kernel tree with --kdir.`,
    );
  }
  return { architecture, names: { foreign: debian, native }, headers, cache: cacheFolder(host.cache.dir) };
}

async function carryOut(order: Order, show: Show, stop: AbortSignal): Promise<void> {
  const shared = join(order.cache, 'foreign');
  const work = join(foreignFolder(order.cache, order.architecture), 'work');
  // The scripts of a module do not use a cache that others may write to.
  await mkdir(shared, { recursive: true, mode: 0o755 }).catch((error) => {
    throw refuseErrno(error, shared);
  });
  const busy = 'Another kernel-rust-module is unpacking packages of another architecture: wait until it is done.';
  const release = await takeLock(join(shared, 'lock'), busy);
  try {
    const apt = await foreignApt(join(shared, 'apt'), order.names, stop);
    await bringMissing(apt, order, work, show);
  } finally {
    await rm(work, { recursive: true, force: true });
    await release();
  }
}

async function bringMissing(apt: ForeignApt, order: Order, work: string, show: Show): Promise<void> {
  const phase = createPhases(show);
  const { architecture, names, headers, cache } = order;
  const trouble = await phase(`Reading the lists of packages for ${names.foreign}`, () => apt.update());
  const found = await findHeaders(apt, headers, names, trouble);
  if (trouble !== null)
    show.say(`Not all lists could be brought up to date, so that newer headers may be there: ${trouble}`);
  const tree = join(foreignFolder(cache, architecture), found.release);
  await removeLeftovers({ work, tree }, whyNotUnpacked);
  if (!isFile(join(headersIn(tree, found.release), 'Makefile'))) {
    await phase(`Unpacking the kernel headers of ${found.release}`, () =>
      layForeignTree(apt, found, tree, join(work, 'headers')),
    );
  }
  if (observeForeignBusybox(architecture, cache) === null) {
    await phase(`Unpacking busybox for ${names.foreign}`, () =>
      bringBusybox(apt, names.foreign, foreignBusyboxIn(cache, architecture), join(work, 'busybox')),
    );
  }
}
