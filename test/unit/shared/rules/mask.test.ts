import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskDetail, maskName, maskPhone, maskPhoneForLabel } from '../../../../shared/rules/mask.ts';

const starCount = (text: string): number => text.split('*').length - 1;

describe('a phone on the screen', () => {
  test.each([
    ['13800138000', '138****8000'],
    ['１３８００１３８０００', '１３８****８０００'],
    ['0755-12345678', '0755-****5678'],
    ['010-62345678', '010-****5678'],
    ['139****2201', '139****2201'],
    ['400-617-1205', '400-***-*205'],
    ['1234567', '****567'],
    ['123', '***'],
    ['', ''],
  ])('%s is shown as %s', (phone, shown) => {
    expect(maskPhone(phone)).toBe(shown);
  });

  test('never shows more than all but four digits', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\d-]{0,16}$/), (phone) => {
        const digitCount = phone.replace(/\D/g, '').length;
        expect(starCount(maskPhone(phone))).toBeGreaterThanOrEqual(Math.min(4, digitCount));
        expect(maskPhone(phone)).toHaveLength(phone.length);
      }),
    );
  });
});

describe('a phone on a label', () => {
  test.each([
    ['13800138000', '', '1******8000'],
    ['17855556266', '6888', '1******6266转6888'],
    // As shop platforms hand them out: the four last digits are what a packer and a pick-up point sort by.
    ['139****2201', '', '1******2201'],
    ['0755-12345678', '', '0***-****5678'],
    ['400-617-1205', '', '***-***-1205'],
    ['12345678', '', '******78'],
  ])('%s with extension "%s" is printed as %s', (phone, extension, printed) => {
    expect(maskPhoneForLabel(phone, extension)).toBe(printed);
  });

  test('hides at least six digits of any number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\d-]{0,16}$/), (phone) => {
        const digitCount = phone.replace(/\D/g, '').length;
        expect(starCount(maskPhoneForLabel(phone))).toBeGreaterThanOrEqual(Math.min(6, digitCount));
      }),
    );
  });
});

describe('a name others may see', () => {
  test.each([
    ['张', '*'],
    ['张三', '张*'],
    ['张三丰', '张**'],
    ['欧阳婷婷', '欧**'],
    ['努尔买买提', '努**'],
    ['Amy Chen', 'A**'],
    ['𠮷野', '𠮷*'],
    ['  ', ''],
  ])('%s becomes %s', (name, shown) => {
    expect(maskName(name)).toBe(shown);
  });
});

describe('a detail address others may see', () => {
  test.each([
    ['三江街道丹溪路811号永乐苑1#704', '三江街道丹溪路811号永乐苑***'],
    ['海淀大街8号中钢大厦7层B区', '海淀大街8号中钢大厦***'],
    ['文三路100号3栋2单元501室', '文三路100号***'],
    ['宝坻小区7-3-902', '宝坻小区***'],
    ['吉安家园11号3单元201', '吉安家园11号***'],
    ['木柵路3段220號2樓', '木柵路3段220號***'],
    ['资州大道金山一品21栋一单元1—3', '资州大道金山一品***'],
    ['开发区广电文苑3栋1403', '开发区广电文苑***'],
    ['南京西路1699号', '南京西路1699号'],
    ['崇明路45-5号', '崇明路45-5号'],
    ['板桥镇铁鹅村5组', '板桥镇铁鹅村5组'],
    ['丰阳镇花果峪村', '丰阳镇花果峪村'],
    ['88 Jianguo Road, Chaoyang', '88 Jianguo Road, Chaoyang'],
    [
      'Room 1203, Building A, IFC Phase Two, 8 Renmin Avenue',
      'Room ***, Building ***, IFC Phase Two, 8 Renmin Avenue',
    ],
    ['1203, Tower A, 88 Jianguo Rd.', '***, Tower ***, 88 Jianguo Rd.'],
    ['12/F, 88 Nanjing West Road', '***, 88 Nanjing West Road'],
    ['Apt 5 12 Main Street 801', 'Apt *** 12 Main Street ***'],
    ['Wensan Lu 478 Hao 3 Dong 1203 Shi', 'Wensan Lu ***'],
    ['', ''],
  ])('%s becomes %s', (detail, shown) => {
    expect(maskDetail(detail)).toBe(shown);
  });
});
