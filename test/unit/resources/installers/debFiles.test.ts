import { expect, test } from 'vitest';
import { control, copyright, desktopEntry, postrm } from '../../../../resources/installers/debFiles.ts';

test('a first try of a version counts as older than the version', () => {
  const text = control({ version: '1.2.0-beta.1', description: 'A program.', installedBytes: 2_000 });
  expect(text).toContain('\nVersion: 1.2.0~beta.1\n');
  expect(text).toContain('\nInstalled-Size: 2\n');
  expect(text.endsWith('A program.\n')).toBe(true);
});

test('the removal says in both languages where the data stay, and removes none', () => {
  expect(postrm).toContain('~/.local/share/shipdesk');
  expect(postrm).toMatch(/[\u4e00-\u9fff]/);
  expect(postrm).not.toMatch(/\brm\b/);
});

test('the window opens no kind of file', () => {
  expect(desktopEntry).not.toMatch(/MimeType|%[a-zA-Z]/);
});

test('the package says where the licences of its parts stand', () => {
  expect(copyright('MIT')).toMatch(/^MIT\n[\s\S]*resources\/LICENCES\.txt/);
});
