import { libclangText } from '../libclang-text.ts';
import type { Message } from '../messages.ts';
import type { Scenario, Variant } from '../scenario.ts';

/** A bindgen with a libclang of that version, and whether the two together are known for a defect. */
type Pair = readonly [bindgen: string, libclang: string, defect: boolean];

/** Scenario about a defect of bindgen 0.66, and of the same patched by a distribution. */
export const defectOf066: Scenario[] = [
  {
    name: 'bindgen_bad_version_0_66_0_and_0_66_1',
    variants: ['0.66.0', '0.66.1'].map((version) => ({
      title: version,
      bindgen: { version: `bindgen ${version}`, sound: false },
      expected: 'available with warnings',
      says: "Rust bindings generator '…' versions 0.66.0 and 0.66.1 may not work due to a bug",
    })),
  },
  {
    name: 'bindgen_bad_version_0_66_0_and_0_66_1_patched',
    variants: ['0.66.0', '0.66.1'].map((version) => ({
      title: version,
      bindgen: { version: `bindgen ${version}` },
      expected: 'available',
    })),
  },
];

/** Scenario about names that are put together by the preprocessor, from libclang 19.1. */
export const defectOfConcatenation: Scenario = {
  name: 'bindgen_bad_libclang_concat',
  variants: defectVariants(
    [
      ['0.69.4', '18.0.0', false],
      ['0.69.4', '19.1.0', true],
      ['0.69.4', '19.2.0', true],
      ['0.69.5', '18.0.0', false],
      ['0.69.5', '19.1.0', false],
      ['0.69.5', '19.2.0', false],
      ['0.70.0', '18.0.0', false],
      ['0.70.0', '19.1.0', false],
      ['0.70.0', '19.2.0', false],
    ],
    "Rust bindings generator '…' < 0.69.5 together with libclang >= 19.1 may not work due to a bug",
  ),
};

/** Scenario about types that are declared before they are defined, from libclang 22. */
export const defectOfLibclang22: Scenario = {
  name: 'bindgen_bad_libclang_22',
  variants: defectVariants(
    [
      ['0.71.1', '21.1.0', false],
      ['0.71.1', '22.0.0', true],
      ['0.71.1', '22.1.0', true],
      ['0.72.0', '22.0.0', true],
      ['0.72.1', '22.0.0', false],
    ],
    "Rust bindings generator '…' < 0.72.1 together with libclang >= 22 may not work due to a bug",
  ),
};

function defectVariants(pairs: readonly Pair[], says: Message): Variant[] {
  return pairs.flatMap(([bindgen, libclang, defect]) => {
    const title = `${bindgen} with libclang ${libclang}`;
    const fake = { version: `bindgen ${bindgen}`, libclang: libclangText(libclang) };
    const clang = `clang version ${libclang}`;
    const unpatched = { title, clang, bindgen: { ...fake, sound: false } };
    return [
      defect ? { ...unpatched, expected: 'available with warnings', says } : { ...unpatched, expected: 'available' },
      { title: `${title}, patched`, clang, bindgen: fake, expected: 'available' },
    ];
  });
}
