import { closeSync, openSync } from 'node:fs';
import { expect, it } from 'vitest';
import { writeWhole } from '../../../../electron/platform/writeWhole.ts';

it.runIf(process.platform === 'linux')('a disk without room is said, never taken for written', () => {
  const full = openSync('/dev/full', 'w');
  try {
    expect(() => writeWhole(full, 'a line')).toThrow('ENOSPC');
  } finally {
    closeSync(full);
  }
});
