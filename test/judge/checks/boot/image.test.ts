import { expect, it } from 'vitest';
import { bootImage } from '../../../../src/judge/checks/boot/image.ts';
import { facts, host, tree } from '../../facts.ts';
import { judge } from '../../judging.ts';

it('passes with an image on this machine', () => {
  expect(judge(bootImage, facts({ kernels: [tree({ image: '/boot/vmlinuz-6.1.0-56-amd64' })] })).found).toBe(
    '/boot/vmlinuz-6.1.0-56-amd64',
  );
});

it('only warns where the archive has one, and names the package', () => {
  const finding = judge(bootImage, facts());
  expect(finding.status).toBe('warn');
  expect(finding.needed).toContain("the archive's linux-image-6.1.0-56-amd64, without installing that");
});

it("fails for a kernel that is not the distribution's own", () => {
  expect(judge(bootImage, facts({ kernels: [tree({ release: '6.18.44' })] })).status).toBe('fail');
});

it('names the place where make boot looks for it', () => {
  const own = judge(bootImage, facts({ kernels: [tree({ release: '6.18.44' })] }));
  expect(own.remedies[0]?.text).toBe('Put the image at /lib/modules/6.18.44/vmlinuz or /boot/vmlinuz-6.18.44.');
  const config = { CONFIG_X86_64: 'n', CONFIG_ARM64: 'y' };
  const observed = facts({ kernels: [tree({ release: '6.18.44', config })] });
  expect(judge(bootImage, observed, 'arm64').remedies[0]?.text).toBe(
    `Put the image at ${observed.host.cache.dir}/foreign/arm64/kernels/6.18.44/vmlinuz.`,
  );
});

it('fails where the archive is not known', () => {
  expect(judge(bootImage, facts({ host: host({ distribution: null }) })).status).toBe('fail');
});

it('has nothing to say where there is no kernel', () => {
  expect(judge(bootImage, facts({ kernels: [], host: host({ distribution: null }) })).status).toBe('skip');
});
