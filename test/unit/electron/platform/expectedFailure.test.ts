import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { expectedFailure } from '../../../../electron/platform/expectedFailure.ts';
import { ExpectedError, failure } from '../../../../shared/errors/outcome.ts';

const thrownBy = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
};

it('a disk that is full is told as such, whoever noticed it', () => {
  const database = new Database(':memory:');
  database.exec('create table rows (text text); pragma max_page_count = 4');
  const full = thrownBy(() => database.prepare('insert into rows values (zeroblob(100000))').run());
  expect(expectedFailure(full)).toEqual(failure('DISK_FULL'));
  expect(expectedFailure(Object.assign(new Error('write'), { code: 'ENOSPC' }))).toEqual(
    failure('DISK_FULL'),
  );
  database.close();
});

it('a disk that fails in the middle of the work is told as such, not as a fault of the program', () => {
  const folder = mkdtempSync(join(tmpdir(), 'disk-'));
  const path = join(folder, 'a.db');
  new Database(path).exec('create table rows (text text)').close();
  const database = new Database(path, { readonly: true });
  const refused = thrownBy(() => database.exec("insert into rows values ('x')"));
  expect(expectedFailure(refused)).toEqual(failure('DISK_FAILED'));
  database.close();
  rmSync(folder, { recursive: true });
  for (const code of ['EIO', 'EFBIG', 'EROFS', 'SQLITE_IOERR_WRITE', 'SQLITE_IOERR'])
    expect(expectedFailure(Object.assign(new Error('write'), { code }))).toEqual(failure('DISK_FAILED'));
});

it('what was thrown to be told is told, and a bug is not', () => {
  expect(expectedFailure(new ExpectedError('said', failure('WORKSPACE_BUSY')))).toEqual(
    failure('WORKSPACE_BUSY'),
  );
  expect(expectedFailure(new TypeError('x is not a function'))).toBeNull();
});
