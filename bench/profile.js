// node profile.js FILE.cpuprofile: where a process spent its time, by source file, the longest first.
import { readFileSync } from 'node:fs';

/** @type {{ nodes: { id: number, callFrame: { functionName: string, url: string } }[], samples: number[], timeDeltas: number[] }} */
const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
const places = new Map(nodes.map(({ id, callFrame }) => [id, callFrame.url || callFrame.functionName]));
/** @type {Map<string, number>} */
const milliseconds = new Map();
for (const [i, id] of samples.entries()) {
  const place = (places.get(id) ?? '').replace(/^file:\/\//, '');
  milliseconds.set(place, (milliseconds.get(place) ?? 0) + (timeDeltas[i] ?? 0) / 1000);
}
const longest = [...milliseconds].sort(([, a], [, b]) => b - a).slice(0, 15);
for (const [place, time] of longest) process.stdout.write(`${time.toFixed(1).padStart(7)} ms  ${place}\n`);
