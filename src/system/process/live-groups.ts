import { tellGroup } from './group.ts';
import { endMarked } from './strays.ts';

/** A process group that was started, and must not outlive this process. */
interface LiveGroup {
  pid: number;
  /** Its members are known by it, those too that have left the group. */
  marker: string;
}

const live = new Set<LiveGroup>();

/** Has a group ended when this process exits, however it exits. @returns what to call when the group's leader has ended */
export function keepTrack(group: LiveGroup): () => void {
  if (live.size === 0) process.on('exit', endLiveGroups);
  live.add(group);
  return () => {
    live.delete(group);
    if (live.size === 0) process.off('exit', endLiveGroups);
    endGroupNow(group);
  };
}

/** Ends all groups at once, for a process that cannot wait for them any longer. */
export function endLiveGroups(): void {
  for (const group of live) endGroupNow(group);
}

function endGroupNow({ pid, marker }: LiveGroup): void {
  tellGroup({ pid }, 'SIGKILL');
  endMarked(marker, pid);
}
