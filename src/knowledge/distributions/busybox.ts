/**
 * What distributions call a busybox, in the order in which it is looked for: the first that needs no shared libraries is
 * taken. `busybox-static` is openSUSE's, `busybox.static` Alpine's, Void's and Mageia's; others name it by its C library.
 * `scripts/busybox.sh` of a module looks for the same names, and both in `busyboxFolders` after PATH. A new name goes here.
 */
export const busyboxNames: readonly string[] = ['busybox', 'busybox-static', 'busybox.static', 'busybox-musl'];

/** Folders that an ordinary user's PATH may lack: Fedora's busybox is in /usr/sbin. */
export const busyboxFolders: readonly string[] = ['/sbin', '/usr/sbin'];
