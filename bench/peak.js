// node --import peak.js …: at the end, appends the peak memory of this very process in kB to the file $PEAK_FILE.
// From /proc rather than getrusage, whose figure counts the memory of the parent that started this process, too.
import { appendFileSync, readFileSync } from 'node:fs';

process.on('exit', () => {
  const peak = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  appendFileSync(process.env.PEAK_FILE ?? '', `${peak}\n`);
});
