/** Who else than the distribution builds kernels, told by the form of their releases, and where their headers come from. */
interface KernelVendor {
  /** As people say it: `Proxmox VE`. */
  vendor: string;
  /** The whole release, as `uname -r` prints it. */
  releases: RegExp;
  /** Packages with the headers of exactly that release, the likeliest first; none if no package has them. */
  own(release: string): string[];
  /** The package that leads to the vendor's newest headers; null if there is none. */
  newest(release: string): string | null;
  /** Where the packages or the source come from, one sentence. */
  advice: string;
  link: string;
}

const linuxHeaders = (release: string) => [`linux-headers-${release}`];

/**
 * One row a vendor; a new one goes here. Sources: the vendors' own pages that the links name, and public reports with
 * their releases. None of these kernels was tried.
 */
const vendors: readonly KernelVendor[] = [
  {
    vendor: 'Proxmox VE',
    releases: /^\d+\.\d+\.\d+-\d+-pve$/,
    own: (release) => [`proxmox-headers-${release}`, `pve-headers-${release}`],
    newest: () => 'proxmox-default-headers',
    advice: 'The package comes from the Proxmox VE repositories, pve-no-subscription among them.',
    link: 'https://pve.proxmox.com/wiki/Package_Repositories',
  },
  {
    vendor: 'Raspberry Pi OS',
    releases: /^\d+\.\d+\.\d+\+rpt-rpi-[a-z0-9-]+$/,
    own: linuxHeaders,
    newest: (release) => `linux-headers-${/rpi-[a-z0-9-]+$/.exec(release)?.[0]}`,
    advice: 'The package comes from the Raspberry Pi archive.',
    link: 'https://www.raspberrypi.com/documentation/computers/linux_kernel.html#kernel-headers',
  },
  {
    vendor: 'Raspberry Pi OS',
    releases: /^\d+\.\d+\.\d+(?:-v(?:7l?|8|8-16k))?\+$/,
    own: () => ['raspberrypi-kernel-headers'],
    newest: () => 'raspberrypi-kernel-headers',
    advice: 'The package comes from the Raspberry Pi archive and fits the kernel of its own version.',
    link: 'https://www.raspberrypi.com/documentation/computers/linux_kernel.html#kernel-headers',
  },
  {
    vendor: 'Armbian',
    releases: /^\d+\.\d+\.\d+-(?:legacy|vendor|current|edge|bleedingedge)-[a-z0-9-]+$/,
    own: (release) => [`linux-headers-${release.replace(/^[\d.]+-/, '')}`],
    newest: () => null,
    advice:
      'The package comes from the Armbian archive and fits the kernel image of its own version: update both together.',
    link: 'https://docs.armbian.com/User-Guide_FAQ/',
  },
  {
    vendor: 'XanMod',
    releases: /^\d+\.\d+\.\d+(?:-[a-z0-9]+)*-xanmod\d+$/,
    own: linuxHeaders,
    newest: () => null,
    advice: 'The package comes from the XanMod repository, which keeps only the newest releases.',
    link: 'https://xanmod.org/',
  },
  {
    vendor: 'Liquorix',
    releases: /^\d+\.\d+\.\d+-[\d.]+-liquorix-amd64$/,
    own: linuxHeaders,
    newest: () => 'linux-headers-liquorix-amd64',
    advice: 'The package comes from the Liquorix repository.',
    link: 'https://liquorix.net/',
  },
  {
    vendor: 'Zabbly',
    releases: /^\d+\.\d+\.\d+-zabbly\+$/,
    own: linuxHeaders,
    newest: () => null,
    advice: 'The package comes from the Zabbly kernel repository.',
    link: 'https://github.com/zabbly/linux',
  },
  {
    vendor: 'Microsoft (WSL 2)',
    releases: /^[\d.]+-microsoft-standard(?:-WSL2)?\+?$/i,
    own: () => [],
    newest: () => null,
    advice:
      'No package has its headers: check out the tag of that release in Microsoft\'s kernel source, copy Microsoft/config-wsl to .config, run "make olddefconfig" and "make modules_prepare" there, and name that folder with --kdir.',
    link: 'https://github.com/microsoft/WSL2-Linux-Kernel',
  },
  {
    vendor: 'Docker Desktop (LinuxKit)',
    releases: /^[\d.]+-linuxkit(?:-[a-f0-9]+)?$/,
    own: () => [],
    newest: () => null,
    advice: 'No package has its headers: prepare a tree from the source of that release and name it with --kdir.',
    link: 'https://github.com/linuxkit/linuxkit/blob/master/docs/kernels.md',
  },
];

/** Whose kernel a release is by its form; null if it has none of these forms. */
export function vendorOf(release: string): KernelVendor | null {
  return vendors.find(({ releases }) => releases.test(release)) ?? null;
}
