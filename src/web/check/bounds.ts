/** Bounds of the public page, told before they are met. */
export const BOUNDS = { files: 20, fileBytes: 30 * 1024 * 1024, allBytes: 60 * 1024 * 1024 } as const;

/** Of ZIPs and files together no more than this many are read in one go; the rest is told. */
export const MOST_IN_ALL = 60;

/** One submission may take so long; what was not begun by then is told. */
export const LONGEST_MS = 3 * 60_000;

/** How many submissions one client may begin in a minute. */
export const A_MINUTE = 20;
