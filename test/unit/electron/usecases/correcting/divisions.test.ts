import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chooseDivisions } from '../../../../../electron/addresses/divisions/loadDivisions.ts';
import { updateDivisions } from '../../../../../electron/usecases/correcting/divisions.ts';
import { writeDivisionUpdate } from '../../../../doubles/addresses/writeDivisionUpdate.ts';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';
import { divisionsFolder } from '../../addresses/shippedDivisions.ts';

const divisionsStatus = commandNamed('divisions status');
const divisionsUpdate = commandNamed('divisions update');

let workspace: TestWorkspace;
let folder = '';
beforeEach(async () => {
  workspace = await openTestWorkspace();
  folder = mkdtempSync(join(tmpdir(), 'update-'));
});
afterEach(async () => {
  await workspace.close();
  rmSync(folder, { recursive: true });
});

const chosen = () => chooseDivisions(divisionsFolder, join(workspace.folder, 'divisions'));
const leftovers = () => existsSync(join(workspace.folder, 'divisions-new'));

/** The three files of `folder` in one. */
function bundled(): string {
  const parts = ['divisions', 'towns', 'initials'];
  const read = (part: string) => JSON.parse(readFileSync(join(folder, `${part}.json`), 'utf8'));
  const file = join(folder, 'update.json');
  writeFileSync(file, JSON.stringify(Object.fromEntries(parts.map((part) => [part, read(part)]))));
  return file;
}

describe('an update of the division data', () => {
  test.each([
    ['a folder', () => folder],
    ['one file', bundled],
  ])('given as %s is in use at the next opening', (_form, path) => {
    writeDivisionUpdate(folder, { version: '2028.1', addedAlias: '玄武湖新区' });
    expect(updateDivisions(workspace, path())).toEqual({
      ok: true,
      value: { version: '2028.1', date: '2026-06-30', previousVersion: workspace.divisions.version },
    });
    expect(chosen()).toMatchObject({ version: '2028.1', date: '2026-06-30', refusedUpdate: null });
    expect(chosen().names.exact('玄武湖新区')).toHaveLength(1);
    expect(leftovers()).toBe(false);
  });

  test('takes the place of a previous update', () => {
    for (const version of ['2027.1', '2028.1']) {
      writeDivisionUpdate(folder, { version });
      expect(updateDivisions(workspace, folder).ok).toBe(true);
    }
    expect(chosen().version).toBe('2028.1');
  });

  test.each([
    ['DIVISIONS_NOT_NEWER', () => writeDivisionUpdate(folder, { version: workspace.divisions.version })],
    ['DIVISIONS_NOT_NEWER', () => writeDivisionUpdate(folder, { version: '2023.12' })],
    ['DIVISIONS_INCOMPLETE', () => writeDivisionUpdate(folder, { version: '2028.1', provinces: 30 })],
    ['DIVISIONS_DAMAGED', () => undefined],
    [
      'DIVISIONS_DAMAGED',
      () => {
        writeDivisionUpdate(folder, { version: '2028.1' });
        rmSync(join(folder, 'initials.json'));
      },
    ],
    [
      'DIVISIONS_DAMAGED',
      () => {
        writeDivisionUpdate(folder, { version: '2028.1' });
        cpSync(join(divisionsFolder, 'towns.json'), join(folder, 'towns.json'));
      },
    ],
    [
      'DIVISIONS_DAMAGED',
      () => {
        writeDivisionUpdate(folder, { version: '2028.1' });
        const path = join(folder, 'divisions.json');
        writeFileSync(path, readFileSync(path, 'utf8').replace('玄武区', '玄舞区'));
      },
    ],
  ])('is refused with %s and leaves what was there', (code, put) => {
    writeDivisionUpdate(folder, { version: '2027.1' });
    expect(updateDivisions(workspace, folder).ok).toBe(true);
    for (const name of ['divisions', 'towns', 'initials']) rmSync(join(folder, `${name}.json`));
    put();
    expect(updateDivisions(workspace, folder)).toMatchObject({ ok: false, code });
    expect(chosen().version).toBe('2027.1');
    expect(leftovers()).toBe(false);
  });

  test('that is not there, or is no data, says so', () => {
    expect(updateDivisions(workspace, join(folder, 'none.json'))).toMatchObject({
      code: 'DIVISIONS_NOT_FOUND',
    });
    for (const text of ['', 'null', '[]', '{"divisions":1}', '{"version":"9"}']) {
      const file = join(folder, 'update.json');
      writeFileSync(file, text);
      expect(updateDivisions(workspace, file)).toMatchObject({ code: 'DIVISIONS_DAMAGED' });
    }
  });
});

describe('the commands for division data', () => {
  test('update and tell version and date', async () => {
    const status = await runCommand(workspace, divisionsStatus, []);
    expect(status).toMatchObject({ ok: true, value: { json: { version: '2026.1', date: '2026-04-30' } } });
    writeDivisionUpdate(folder, { version: '2028.1' });
    const updated = await runCommand(workspace, divisionsUpdate, [folder]);
    expect(updated).toMatchObject({ ok: true, value: { exitCode: 0, json: { version: '2028.1' } } });
    expect(await runCommand(workspace, divisionsUpdate, [])).toMatchObject({ code: 'USAGE' });
  });
});
