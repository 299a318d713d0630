import type { Assessment, Toolchain } from '../../model/assessment.ts';

/** Whether a report is about every kernel tree of the machine; where there is none, it is about the one that would be installed. */
export function isOfAllKernels({ allKernels = [] }: Assessment): boolean {
  return allKernels.length > 0;
}

/** A report on all kernels as one report a kernel; any other as it is. */
export function eachKernel(assessment: Assessment): Assessment[] {
  const { allKernels = [] } = assessment;
  if (!isOfAllKernels(assessment)) return [assessment];
  return allKernels.map(({ kernel, ...judged }) => ({
    ...assessment,
    ...judged,
    target: { ...assessment.target, kernel },
  }));
}

/** A kernel as a heading names it: its release and where it lies. */
export function kernelName({ kernel }: Assessment['target']): string {
  if (kernel === null) return 'no kernel';
  return `${kernel.release ?? 'no release'} ${kernel.dir === null ? '(not installed)' : `in ${kernel.dir}`}`;
}

/** Every rustc with all that it was chosen for, whatever the kernel: passed over only where every kernel passes it over. */
export function toolchainsOf(kernels: readonly Assessment[]): Toolchain[] {
  const [first, ...others] = kernels.map(({ toolchains }) => toolchains);
  return (first ?? []).map((toolchain, index) => {
    const all = [toolchain, ...others.flatMap((toolchains) => toolchains[index] ?? [])];
    const chosenFor = [...new Set(all.flatMap((one) => one.chosenFor))];
    return { ...toolchain, chosenFor, passedOver: chosenFor.length > 0 ? null : toolchain.passedOver };
  });
}
