import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { expectedFailure, systemCodeOf } from '../../../../electron/platform/expectedFailure.ts';
import { ExpectedError, failure } from '../../../../shared/errors/outcome.ts';

const thrownBy = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
};

it('a disk that is full is reported as such, whoever noticed it', () => {
  const database = new Database(':memory:');
  database.exec('create table rows (text text); pragma max_page_count = 4');
  const full = thrownBy(() => database.prepare('insert into rows values (zeroblob(100000))').run());
  expect(expectedFailure(full)).toEqual(failure('DISK_FULL'));
  expect(expectedFailure(Object.assign(new Error('write'), { code: 'ENOSPC' }))).toEqual(
    failure('DISK_FULL'),
  );
  database.close();
});

it('a disk that fails in the middle of the work is reported as such, not as a fault of the program', () => {
  const system = ['EIO', 'EFBIG', 'EROFS'];
  const database = ['SQLITE_IOERR_WRITE', 'SQLITE_IOERR', 'SQLITE_CANTOPEN', 'SQLITE_READONLY_DBMOVED'];
  for (const code of [...system, ...database])
    expect(expectedFailure(Object.assign(new Error('write'), { code })), code).toEqual(
      failure('DISK_FAILED'),
    );
});

it('a row written over a connection that only reads is a bug, not a disk', () => {
  const database = new Database(':memory:');
  database.exec('create table rows (text text); pragma query_only = on');
  const refused = thrownBy(() => database.exec("insert into rows values ('x')"));
  expect(refused).toMatchObject({ code: 'SQLITE_READONLY' });
  expect(expectedFailure(refused)).toBeNull();
  database.close();
});

it('what was thrown as expected is reported, and a bug is not', () => {
  expect(expectedFailure(new ExpectedError(failure('WORKSPACE_BUSY')))).toEqual(failure('WORKSPACE_BUSY'));
  expect(expectedFailure(new TypeError('x is not a function'))).toBeNull();
});

it('the code of an error is what the system or the database says; a bug has none', () => {
  expect([
    systemCodeOf(Object.assign(new Error('open'), { code: 'ENOENT' })),
    systemCodeOf(new Error('x')),
  ]).toEqual(['ENOENT', '']);
  expect([systemCodeOf(undefined), systemCodeOf('text')]).toEqual(['', '']);
});
