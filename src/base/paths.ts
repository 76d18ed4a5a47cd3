/** A path as an editor typed it in → whether it leads out of the folder that it is looked for in. */

/** Addresses, paths from the root of a disk, a user's home or a Windows share. */
const ELSEWHERE = /^(?:[A-Za-z][A-Za-z0-9+.-]*:|[/\\~])/;

/** Both slashes part folders, so that a path means the same on every machine; links are not followed here. */
export const leavesFolder = (path: string): boolean =>
  ELSEWHERE.test(path) || path.split(/[/\\]/).includes("..");
