import { expect, it } from 'vitest';
import type { Terminal } from '../../../../../electron/commands/main/terminal.ts';
import { upgradeLines } from '../../../../../electron/commands/main/upgradeLines.ts';

it('an upgrade says at each part how far it is, how much there is, and that it may be interrupted', () => {
  const lines: string[] = [];
  const terminal = {
    progress: (line: string) => lines.push(line),
    endProgress: () => lines.push('end'),
  } as unknown as Terminal;
  const tell = upgradeLines({ terminal, language: 'en' });
  const bytes = 5_800_000_000;
  tell({ part: 'copy', done: 0, total: 5, bytes });
  tell({ part: 'check', done: 2, total: 5, bytes });
  tell({ part: 'change', done: 4, total: 5, bytes });
  tell(null);
  expect(lines[0]).toContain('5800 MB');
  expect(lines[0]).toContain('nothing is lost');
  expect(lines.slice(1)).toEqual([
    'Upgrading the workspace 3/5: checking the backup …',
    'Upgrading the workspace 5/5: changing the data …',
    'end',
  ]);
});
