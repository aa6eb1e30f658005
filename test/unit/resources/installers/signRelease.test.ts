import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readRelease } from '../../../../electron/updates/signedRelease.ts';
import { newKey, signRelease } from '../../../../resources/installers/signRelease.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'release-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const pair = newKey();
const wanted = {
  channel: 'stable' as const,
  share: 20,
  version: '0.2.0',
  releasedOn: '2026-11-28',
  notes: { 'zh-CN': '新', en: 'new' },
};
const sign = (patch: Partial<Parameters<typeof signRelease>[0]> = {}) =>
  signRelease({ folder, ...wanted, ...pair, ...patch });

const installers = [
  'ShipDesk Setup 0.2.0.exe',
  'shipdesk_0.2.0_amd64.deb',
  'ShipDesk-0.2.0.AppImage',
  'ShipDesk-0.2.0-arm64.dmg',
  'ShipDesk-0.2.0.dmg',
];

it('every installer of the release is named with its system, size and hash, under a signature that the program accepts', () => {
  for (const name of [...installers, 'builder-debug.yml']) writeFileSync(join(folder, name), name);
  expect(sign()).toEqual(['stable', 'early', 'shipdesk-0.2.0'].map((name) => `${name}.shipdesk-update`));
  const read = readRelease(readFileSync(join(folder, 'stable.shipdesk-update'), 'utf8'), 'feed', pair.key);
  expect(read).toMatchObject({ ok: true, value: { version: '0.2.0', share: 20 } });
  if (!read.ok) throw new Error(read.code);
  expect(read.value.files.map(({ name, form, arch, bytes }) => [name, form, arch, bytes])).toEqual([
    ['ShipDesk Setup 0.2.0.exe', 'nsis', 'x64', 24],
    ['ShipDesk-0.2.0-arm64.dmg', 'dmg', 'arm64', 24],
    ['ShipDesk-0.2.0.AppImage', 'appimage', 'x64', 23],
    ['ShipDesk-0.2.0.dmg', 'dmg', 'x64', 18],
    ['shipdesk_0.2.0_amd64.deb', 'deb', 'x64', 24],
  ]);
});

it('an early version is not written for those who want stable ones', () => {
  writeFileSync(join(folder, 'shipdesk_0.2.0_amd64.deb'), 'x');
  expect(sign({ channel: 'early' })).toEqual(['early.shipdesk-update', 'shipdesk-0.2.0.shipdesk-update']);
});

it('a secret that is not that of the key, a folder without installers or a strange version write nothing', () => {
  expect(() => sign()).toThrow();
  writeFileSync(join(folder, 'shipdesk_0.2.0_amd64.deb'), 'x');
  expect(() => sign({ secret: newKey().secret })).toThrow('UPDATE_SIGNATURE_WRONG');
  expect(() => sign({ version: '0.2.0-beta' })).toThrow();
  expect(readdirSync(folder)).toEqual(['shipdesk_0.2.0_amd64.deb']);
});

it('signed in the folder of the feed, a version hands out its own installers, never those of an older one', () => {
  for (const version of ['0.1.0', '0.2.0', '10.2.0', '0.2.01'])
    writeFileSync(join(folder, `shipdesk_${version}_amd64.deb`), version);
  sign();
  const read = readRelease(readFileSync(join(folder, 'stable.shipdesk-update'), 'utf8'), 'feed', pair.key);
  expect(read.ok && read.value.files.map(({ name }) => name)).toEqual(['shipdesk_0.2.0_amd64.deb']);
});

it('two installers for the same computers are refused: nobody could say which one is meant', () => {
  writeFileSync(join(folder, 'shipdesk_0.2.0_amd64.deb'), 'x');
  writeFileSync(join(folder, 'shipdesk_0.2.0_amd64 (1).deb'), 'y');
  expect(() => sign()).toThrow('same computers');
  expect(readdirSync(folder)).toHaveLength(2);
});

it('a stable version signed for more computers leaves a newer early one where it is', () => {
  writeFileSync(join(folder, 'shipdesk_0.3.0_amd64.deb'), 'x');
  sign({ version: '0.3.0', channel: 'early' });
  writeFileSync(join(folder, 'shipdesk_0.2.0_amd64.deb'), 'x');
  expect(sign({ share: 100 })).toEqual(['stable.shipdesk-update', 'shipdesk-0.2.0.shipdesk-update']);
  const early = readRelease(readFileSync(join(folder, 'early.shipdesk-update'), 'utf8'), 'feed', pair.key);
  expect(early).toMatchObject({ ok: true, value: { version: '0.3.0' } });
});
