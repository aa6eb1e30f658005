import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readText } from '../../../../electron/addresses/readText.ts';
import { fullDetail } from '../../../../electron/addresses/text/detail.ts';
import type { AddressReading } from '../../../../shared/domain/addressReading.ts';
import { divisions } from './shippedDivisions.ts';

/** What should come out was written down before the text was read; a field that is left out is not judged. */
interface SentCase {
  readonly id: string;
  readonly input: string;
  /** `province/city/district`; `*` may be anything. */
  readonly region?: string;
  readonly otherRegions?: readonly string[];
  readonly name?: string;
  readonly otherNames?: readonly string[];
  readonly phone?: string;
  readonly otherPhones?: readonly string[];
  readonly detail?: string;
  readonly otherDetails?: readonly string[];
  /** Must a person be asked? */
  readonly ask: 'no' | 'yes' | 'either';
  readonly tags: readonly string[];
}

const file = new URL('../../../fixtures/address-sent-cases.jsonl', import.meta.url);
const cases = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as SentCase)
  .map((gold) => ({ gold, reading: readText(gold.input, divisions) }));

const bare = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}*]/gu, '');

function isOneOf(got: string, wanted: string | undefined, others: readonly string[] = []): boolean {
  return wanted === undefined || [wanted, ...others].map(bare).includes(bare(got));
}

function isRegion(got: AddressReading, wanted: string): boolean {
  const [province = '', city = '', district = ''] = wanted.split('/');
  const is = (level: string, read: string): boolean => level === '*' || level === read;
  return is(province, got.province) && is(city, got.city) && is(district, got.district);
}

const regionRight = ({ gold, reading }: (typeof cases)[number]): boolean =>
  gold.region === undefined ||
  [gold.region, ...(gold.otherRegions ?? [])].some((one) => isRegion(reading, one));

const contactRight = ({ gold, reading }: (typeof cases)[number]): boolean => {
  const dialled = `${reading.phone}${reading.extension}`;
  return isOneOf(reading.name, gold.name, gold.otherNames) && isOneOf(dialled, gold.phone, gold.otherPhones);
};

const ids = (some: readonly (typeof cases)[number][]): readonly string[] => some.map(({ gold }) => gold.id);

describe('receivers as people send them in 2026', () => {
  test('are 890 or more, in 50 kinds', () => {
    expect(cases.length).toBeGreaterThanOrEqual(890);
    expect(new Set(cases.map(({ gold }) => gold.tags[0])).size).toBeGreaterThanOrEqual(50);
  });

  test('no parcel goes to another place, person or phone without a question', () => {
    const silent = cases.filter(
      (one) => one.reading.status === 'ok' && !(regionRight(one) && contactRight(one)),
    );
    expect(ids(silent)).toEqual([]);
  });

  test('who must be asked is asked', () => {
    expect(ids(cases.filter(({ gold, reading }) => gold.ask === 'yes' && reading.status === 'ok'))).toEqual(
      [],
    );
  });

  test('what a label bears without a question is the address and no word to the shop', () => {
    const wrong = cases.filter(
      ({ gold, reading }) =>
        reading.status === 'ok' && !isOneOf(fullDetail(reading), gold.detail, gold.otherDetails),
    );
    expect(wrong.length, ids(wrong).join(' ')).toBeLessThanOrEqual(4);
  });

  test('at most one in ten of the others is asked about for nothing', () => {
    const clear = cases.filter(({ gold }) => gold.ask === 'no');
    const needless = clear.filter(({ reading }) => reading.status !== 'ok');
    expect(needless.length / clear.length, ids(needless).join(' ')).toBeLessThanOrEqual(1 / 10);
  });
});
