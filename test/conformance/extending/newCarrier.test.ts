import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { type Extended, followRecipe } from './followRecipe.ts';

/** What a row alone must do, asked in the copy. */
const questions = `import { expect, it } from 'vitest';
import { platforms } from '../../../electron/carriers/index.ts';
import { carrierName, carrierRow, readCarrierCode } from '../../../shared/domain/carriers/carrierTable.ts';

it('is known by its names, and served where its row says', () => {
  expect(readCarrierCode('燕鸥速递')).toBe('TERN');
  expect(carrierName('TERN', 'en')).toBe('Tern Express');
  expect(carrierRow('TERN')?.strict?.test('TN00000000001')).toBe(true);
  const serving = platforms.filter(({ manifest }) => manifest.serves('TERN'));
  expect(serving.filter(({ manifest }) => !manifest.isEmbedded).length).toBe(2);
});
`;

const row = `  {
    code: 'TERN',
    zh: '燕鸥快递',
    en: 'Tern Express',
    spellings: ['燕鸥', '燕鸥速递'],
    pinyinCode: 'yanou',
    strict: /^TN\\d{11}$/,
    givesWaybills: true,
  },
`;

let extended: Extended | null = null;
afterAll(() => extended?.remove());

it('a carrier behind the platforms we have is one row: the carrier table stays sound, and the platforms serve it', () => {
  const table = 'shared/domain/carriers/parcelCarriers.ts';
  extended = followRecipe('A new carrier', 'TERN', { files: {}, edits: { [table]: [['];', row]] } });
  expect(extended.typeFaults('electron/carriers/index.ts')).toBe('');
  const place = 'test/unit/electron/carriers/newCarrier.test.ts';
  writeFileSync(join(extended.folder, place), questions.replaceAll("'../../../", "'../../../../"));
  const { code, output } = extended.judge(place);
  expect(code, output).toBe(0);
});

it('what CONTRIBUTING does not name is not done, and what it names must be', () => {
  const edits = { 'shared/domain/carriers/parcelCarriers.ts': [] };
  const work = { files: { 'electron/carriers/index2.ts': '' }, edits };
  expect(() => followRecipe('A new carrier', 'TERN', work)).toThrow(
    'does not name electron/carriers/index2.ts',
  );
  expect(() => followRecipe('A new carrier', 'TERN', { files: {}, edits: {} })).toThrow('parcelCarriers.ts');
  expect(() => followRecipe('A new nothing', 'TERN', { files: {}, edits: {} })).toThrow('says nothing of');
});
