import { shell } from 'electron';

/** Shows a disk image of ours, checked a moment ago, to a person; empty, or why the system did not. */
export const openDiskImage = (file: string): Promise<string> => shell.openPath(file);
