import manifest from '../package.json' with { type: 'json' };

/** The package's own name and version, as reports and scaffolded modules record them. */
export const { name, version } = manifest;
