import { describe, expect, it } from 'vitest';
import { readOrderFile } from '../../../../electron/imports/readOrderFile.ts';
import { encodeGb18030 } from '../../../../resources/samples/encodeGb18030.ts';
import { encodeBig5 } from '../../../doubles/files/encodeBig5.ts';
import { withFile } from '../../../doubles/files/orderFile.ts';

/** Names and shops in characters of four bytes or of the blocks that hardly any file uses. */
const rare = [
  '订单编号,收货人姓名,手机,收货地址',
  '1,𠮷𡋾㛃,13800000001,浙江省杭州市𠮷𡋾㛃䶮㙟路1号',
  '2,㑇㑊㕮,13800000002,福建省厦门市㙘㙦㛚㛹㟃街2号',
  '',
].join('\n');

async function read(bytes: Uint8Array) {
  return withFile(bytes, async (path) => {
    const file = await readOrderFile(path);
    if (!file.ok) return file;
    const { encoding, encodingQuestion } = file.value.recognition;
    const rows: string[][] = [];
    for await (const { cells } of file.value.rawRows()) rows.push(cells.map(({ text }) => text));
    await file.value.close();
    return { encoding, isAsked: encodingQuestion !== undefined, rows };
  });
}

describe('a text file whose bytes leave its encoding open', () => {
  it('is read where its header is understood under one encoding, however rare its names are', async () => {
    const found = await read(encodeGb18030(rare));
    expect(found).toMatchObject({ encoding: 'gb18030', isAsked: false });
    expect(found).toMatchObject({
      rows: rare
        .trim()
        .split('\n')
        .map((line) => line.split(',')),
    });
  });

  it('from Hong Kong or Taiwan is read by its header as well', async () => {
    const text = '訂單編號,收貨人姓名,手機,收貨地址\n1,陳樣例,13800000001,廣東省深圳市南山區樣板路壹號\n';
    expect(await read(encodeBig5(text))).toMatchObject({ encoding: 'big5', isAsked: false });
  });

  it('is asked about where its header is plain ASCII, which every encoding reads', async () => {
    const text = 'order no,name,phone,address\n1,陳樣例,13800000001,廣東省深圳市南山區樣板路壹號\n';
    expect(await read(encodeBig5(text))).toMatchObject({ ok: false, code: 'IMPORT_ENCODING_UNKNOWN' });
  });
});
