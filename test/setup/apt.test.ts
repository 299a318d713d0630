import { describe, expect, it } from 'vitest';
import { parsePreview } from '../../src/setup/apt.ts';

describe('parsePreview', () => {
  it('reads what apt-get would install, remove and download', () => {
    const simulation = [
      'NOTE: This is only a simulation!',
      'Remv rust-src [1.63.0+dfsg1-2]',
      'Remv rustc [1.63.0+dfsg1-2]',
      'Inst libstd-rust-web-1.96 (1.96.0+dfsg1-1~deb12u2 Debian-Security:12/oldstable-security [amd64])',
      'Inst rustc-web (1.96.0+dfsg1-1~deb12u2 Debian-Security:12/oldstable-security [amd64])',
      'Conf rustc-web (1.96.0+dfsg1-1~deb12u2 Debian-Security:12/oldstable-security [amd64])',
    ].join('\n');
    const uris =
      "'http://mirror.example/pool/a.deb' a_1_amd64.deb 1200000 SHA256:00\n'http://mirror.example/b.deb' b.deb 800000 SHA256:11\n";
    expect(parsePreview(simulation, uris)).toEqual({
      installs: ['libstd-rust-web-1.96', 'rustc-web'],
      removes: ['rust-src', 'rustc'],
      downloadBytes: 2_000_000,
    });
  });

  it('finds nothing to do where apt-get says so', () => {
    expect(parsePreview('0 upgraded, 0 newly installed, 0 to remove and 0 not upgraded.', '')).toEqual({
      installs: [],
      removes: [],
      downloadBytes: 0,
    });
  });
});
