/** Bounds of the public page, told before they are met. */
export const BOUNDS = { files: 20, fileBytes: 30 * 1024 * 1024, allBytes: 60 * 1024 * 1024 } as const;

/** Of ZIPs and files together no more than this many are read in one go; the rest is told. */
export const MOST_IN_ALL = 60;

/** One submission may take so long; what was not begun by then is told. */
export const LONGEST_MS = 3 * 60_000;

/** How many submissions one client may begin in a minute. */
export const A_MINUTE = 20;

/** Submissions under way at once: of one client, of all (most of them still being sent), and those being read and checked. */
export const AT_ONCE = { client: 2, sending: 64, reading: 4 } as const;

/** How long a submission that is in waits for its turn. */
export const LONGEST_WAIT_MS = 30_000;

/** Bytes held of all submissions together; an ordinary report of `each` bytes finds room beside them. */
export const HELD = { all: 96 * 1024 * 1024, each: 2 * 1024 * 1024 } as const;
