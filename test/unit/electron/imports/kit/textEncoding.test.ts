import { describe, expect, it } from 'vitest';
import { eachOf } from '../../../../../electron/imports/kit/tableFormat.ts';
import { readOrderFile } from '../../../../../electron/imports/readOrderFile.ts';
import { encodeGb18030 } from '../../../../../resources/samples/encodeGb18030.ts';
import { done } from '../../../../../shared/errors/outcome.ts';
import { encodeBig5 } from '../../../../doubles/files/encodeBig5.ts';
import { withFile, withTable } from '../../../../doubles/files/orderFile.ts';

const traditional =
  '訂單編號,收貨人姓名,手機,收貨地址\n20260101001,陳樣例,13800000001,廣東省深圳市南山區樣板路壹號\n20260101002,李範例,13800000002,福建省廈門市思明區示範街2號\n';
const simplified =
  '订单编号,收货人姓名,手机,收货地址\n20260101001,陈样例,13800000001,广东省深圳市南山区样板路1号\n20260101002,钱䶮㛃,13800000002,福建省厦门市思明区示范街2号\n';

function look(bytes: Uint8Array, encoding?: string) {
  return withTable(
    bytes,
    async ({ encoding: used, encodingQuestion }) => done({ used, asked: encodingQuestion }),
    encoding,
  );
}

async function firstChoice(bytes: Uint8Array): Promise<string | undefined> {
  const looked = await look(bytes);
  return looked.ok ? looked.value.asked?.choices[0]?.encoding : looked.code;
}

describe('the encoding of a text file', () => {
  it('is not asked about for UTF-8, GBK and marked UTF-16, rare names included', async () => {
    const files: [Uint8Array, string][] = [
      [Buffer.from(simplified), 'utf-8'],
      [encodeGb18030(simplified), 'gb18030'],
      [Buffer.from(`\uFEFF${simplified}`, 'utf16le'), 'utf-16le'],
      [Buffer.from(`\uFEFF${simplified}`, 'utf16le').swap16(), 'utf-16be'],
      [Buffer.from('order,qty\n1,2\n'), 'utf-8'],
    ];
    for (const [bytes, used] of files) {
      expect(await look(bytes)).toEqual({ ok: true, value: { used, asked: undefined } });
    }
  });

  it('is found for UTF-16 without a mark, even with characters whose low byte is zero', async () => {
    const text = `${simplified}3,一二三,13800000003,一一一一一一一一一一一一\n`;
    expect(await look(Buffer.from(text, 'utf16le'))).toMatchObject({ value: { used: 'utf-16le' } });
    expect(await look(Buffer.from(text, 'utf16le').swap16())).toMatchObject({ value: { used: 'utf-16be' } });
  });

  it('is asked for Big5, which is legal GB18030 too, with the right guess first and readable previews', async () => {
    const looked = await look(encodeBig5(traditional));
    const choices = looked.ok ? (looked.value.asked?.choices ?? []) : [];
    expect(choices[0]).toEqual({
      encoding: 'big5',
      preview: traditional.trim().split('\n'),
      damagedCharacters: 0,
    });
    expect(choices.map(({ encoding }) => encoding)).toContain('gb18030');
    expect(choices.map(({ encoding }) => encoding)).not.toContain('utf-8');
    expect(await firstChoice(encodeBig5('姓名,電話\n'))).toBe('big5');
  });

  it('is asked when one broken byte stands in otherwise good text', async () => {
    const utf8 = Buffer.from(simplified);
    utf8[utf8.indexOf('陈') + 1] = 0x41;
    expect(await firstChoice(utf8)).toBe('utf-8');
    const gbk = Buffer.from(encodeGb18030(simplified));
    gbk[gbk.length - 3] = 0xff;
    expect(await firstChoice(gbk)).toBe('gb18030');
  });

  it('is asked when UTF-8 and GBK were glued together', async () => {
    const glued = Buffer.concat([Buffer.from(simplified.repeat(20)), encodeGb18030('备注,样例\n')]);
    expect(await firstChoice(glued)).toBe('utf-8');
  });

  it('a text cut in the middle of a character is read after a person chose, with that cell flagged', async () => {
    const cut = Buffer.from(simplified).subarray(0, -3);
    expect(await firstChoice(cut)).toBe('utf-8');
    const damaged = await withTable(
      cut,
      async (table) => {
        const flags: boolean[] = [];
        for await (const row of eachOf(table.sheets[0]?.rows() ?? [])) {
          for (const cell of row.cells) {
            expect(cell.isDamaged === true).toBe(cell.text.includes('\uFFFD'));
            flags.push(cell.isDamaged === true);
          }
        }
        return done(flags.filter(Boolean).length);
      },
      'utf-8',
    );
    expect(damaged).toEqual({ ok: true, value: 1 });
  });

  it('that is open stops an import, is part of the recognition, and is closed by the choice', async () => {
    // A header that is understood would settle it.
    const header = 'order no,name,phone,address';
    const text = traditional.replace(/^.*/, header);
    await withFile(encodeBig5(text), async (path) => {
      expect(await readOrderFile(path)).toEqual({ ok: false, code: 'IMPORT_ENCODING_UNKNOWN' });
      const asked = await readOrderFile(path, { allowIncomplete: true });
      expect(asked.ok && asked.value.recognition.encodingQuestion?.choices.length).toBeGreaterThan(1);
      const chosen = await readOrderFile(path, { encoding: 'big5' });
      expect(chosen.ok && chosen.value.recognition.encodingQuestion).toBeUndefined();
      expect(chosen.ok && chosen.value.header).toEqual(header.split(','));
      for (const file of [asked, chosen]) if (file.ok) await file.value.close();
    });
  });
});
