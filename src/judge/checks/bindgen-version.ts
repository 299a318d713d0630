import { check } from '../check.ts';
import { informOf } from '../inform.ts';

export const bindgenVersion = check({
  id: 'bindgen.version',
  title: 'bindgen',
  goals: [],
  judge: ({ bindgen }, { timeoutMs }) =>
    informOf('bindgen', bindgen, 'Only preparing a kernel tree needs it; building modules does not.', timeoutMs),
});
