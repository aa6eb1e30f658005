import { expect, it } from 'vitest';
import { addressOf } from '../../../../../electron/labels/layout/printedValues.ts';
import { plainLabel } from '../../../../doubles/printers/standardLabels.ts';

const partyIn = (province: string, city: string, district: string, detail: string) => ({
  ...plainLabel.receiver,
  province,
  city,
  district,
  detail,
});

it('writes the divisions of a Chinese address together, and those of an English one apart', () => {
  expect(addressOf(partyIn('浙江省', '杭州市', '余杭区', '文一西路969号'))).toBe(
    '浙江省杭州市余杭区 文一西路969号',
  );
  expect(addressOf(partyIn('北京市', '北京市', '朝阳区', ''))).toBe('北京市朝阳区');
  expect(addressOf(partyIn('Zhejiang', 'Hangzhou', 'Yuhang', 'Room 2304'))).toBe(
    'Zhejiang Hangzhou Yuhang Room 2304',
  );
});
