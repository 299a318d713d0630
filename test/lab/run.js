// npm run lab [-- --full] [anything vitest understands]
import { spawnSync } from 'node:child_process';

const rest = process.argv.slice(2);
const full = rest.includes('--full');
const { status } = spawnSync(
  'vitest',
  ['run', '--config', 'vitest.lab.config.ts', ...rest.filter((word) => word !== '--full')],
  {
    stdio: 'inherit',
    env: { ...process.env, LAB_FULL: full ? '1' : (process.env.LAB_FULL ?? '') },
  },
);
process.exitCode = status ?? 1;
