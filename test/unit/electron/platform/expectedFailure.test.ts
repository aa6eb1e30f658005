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

it('what was thrown to be told is told, and a bug is not', () => {
  expect(expectedFailure(new ExpectedError('said', failure('WORKSPACE_BUSY')))).toEqual(
    failure('WORKSPACE_BUSY'),
  );
  expect(expectedFailure(new TypeError('x is not a function'))).toBeNull();
});
