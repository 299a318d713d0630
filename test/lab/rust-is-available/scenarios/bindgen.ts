import { missing, nonexecutable } from '../places.ts';
import type { Minima, Scenario } from '../scenario.ts';

/** Scenarios about bindgen's version. */
export function bindgenScenarios({ bindgen }: Minima): Scenario[] {
  const withoutPatch = bindgen.split('.').slice(0, 2).join('.');
  const unexpected = "Running '…' to check the bindings generator version did not return an expected output.";
  return [
    {
      name: 'bindgen_missing',
      variants: [
        {
          title: '',
          env: { BINDGEN: missing },
          expected: 'not available',
          says: "Rust bindings generator '…' could not be found.",
        },
      ],
    },
    {
      name: 'bindgen_nonexecutable',
      variants: [
        {
          title: '',
          env: { BINDGEN: nonexecutable },
          expected: 'not available',
          says: "Running '…' to check the Rust bindings generator version failed with code",
        },
      ],
    },
    {
      name: 'bindgen_unexpected_binary',
      variants: [{ title: '', env: { BINDGEN: 'true' }, expected: 'not available', says: unexpected }],
    },
    {
      name: 'bindgen_unexpected_name',
      variants: [
        { title: '', bindgen: { version: `unexpected ${bindgen}` }, expected: 'not available', says: unexpected },
      ],
    },
    {
      name: 'bindgen_unexpected_version',
      variants: [
        { title: '', bindgen: { version: 'bindgen unexpected' }, expected: 'not available', says: unexpected },
      ],
    },
    {
      name: 'bindgen_no_minor',
      variants: [
        { title: '', bindgen: { version: `bindgen ${withoutPatch}` }, expected: 'not available', says: unexpected },
      ],
    },
    {
      name: 'bindgen_old_version',
      variants: [
        {
          title: '',
          bindgen: { version: 'bindgen 0.50.0' },
          expected: 'not available',
          says: "Rust bindings generator '…' is too old.",
        },
      ],
    },
    {
      name: 'success_bindgen_version',
      variants: [bindgen, `${bindgen}-dev`, `${bindgen}-0.999.0`].map((version) => ({
        title: version,
        bindgen: { version: `bindgen ${version}` },
        expected: 'available',
      })),
    },
  ];
}
