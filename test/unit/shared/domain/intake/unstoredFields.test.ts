import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { headerSpellings } from '../../../../../electron/imports/profiles/headerSpellings.ts';
import { unstoredFields } from '../../../../../shared/domain/intake/unstoredFields.ts';

/** Everything that reads a row names the fields it reads. */
const folder = new URL('../../../../../electron/imports/rows/', import.meta.url);
const source = readdirSync(folder)
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n');
/** Read besides the rows: by which of its numbers an order is written back. */
const readElsewhere = ['erpOrderNo'];
/** Read, and nothing of it kept: a row with a price is one article, one with a day still to come waits. */
const onlyHeard = ['price', 'shipTime'];

it('offers no field without a word that nothing of it is kept, and says so of none that is', () => {
  const isRead = (field: string): boolean =>
    (source.includes(`'${field}'`) && !onlyHeard.includes(field)) || readElsewhere.includes(field);
  const unread = Object.keys(headerSpellings).filter((field) => !isRead(field));
  expect([...unstoredFields.keys()].sort()).toEqual(unread.sort());
});
