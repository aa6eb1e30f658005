import { describe, expect, it } from 'vitest';
import {
  groupRescueCode,
  isUsablePin,
  readRescueCode,
  rescueLength,
  rescueSigns,
} from '../../../../shared/rules/signInCodes.ts';

describe('a PIN', () => {
  it('has four to twelve digits; that of who may decide for the shop has six', () => {
    for (const pin of ['2580', '258014', '258014736925']) expect(isUsablePin(pin, 'packer'), pin).toBe(true);
    for (const pin of ['', '258', '2580147369250', '25a0', '２５８０', '25 80'])
      expect(isUsablePin(pin, 'packer'), pin).toBe(false);
    expect(isUsablePin('25801', 'manager')).toBe(false);
    expect(isUsablePin('258014', 'manager')).toBe(true);
  });

  it('is none of those that everybody tries first', () => {
    for (const pin of ['1111', '000000', '1234', '456789', '9876'])
      expect(isUsablePin(pin, 'packer'), pin).toBe(false);
    for (const pin of ['1212', '1357', '1235', '1112']) expect(isUsablePin(pin, 'packer'), pin).toBe(true);
  });
});

describe('a rescue code', () => {
  it('cannot be guessed: at least 75 bits', () => {
    expect(new Set(rescueSigns).size).toBe(rescueSigns.length);
    expect(rescueLength * Math.log2(rescueSigns.length)).toBeGreaterThan(75);
  });

  it('has no sign that a look-alike would be read as', () => {
    expect(readRescueCode(rescueSigns)).toBe(rescueSigns);
    for (const sign of '01BILOSUZ') expect(rescueSigns).not.toContain(sign);
  });

  it('is read in any case and width, with dashes of any kind, blanks or none', () => {
    for (const typed of [
      'k7qm-2vxa-9dht-4rpc',
      ' K7QM 2VXA 9DHT 4RPC',
      'Ｋ７ＱＭ—２ＶＸＡ—９ＤＨＴ—４ＲＰＣ',
    ])
      expect(readRescueCode(typed)).toBe('K7QM2VXA9DHT4RPC');
  });

  it('is read as meant where handwriting misled', () => {
    expect(readRescueCode('KUBS-Z')).toBe('KV852');
  });

  it('is shown in groups that can be copied by hand', () => {
    expect(groupRescueCode('K7QM2VXA9DHT4RPC')).toBe('K7QM-2VXA-9DHT-4RPC');
  });
});
