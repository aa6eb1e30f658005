import { describe, expect, it } from 'vitest';
import { fitsCheckDigit } from '../../../../electron/tracking/checkDigits.ts';
import {
  numberShape,
  recogniseNumber,
  tidyNumber,
  withPlatform,
} from '../../../../electron/tracking/recogniseNumber.ts';

describe('a number is recognised by its form', () => {
  it.each([
    ['SF1385628716739', 'SF'],
    ['73610555582883', 'ZTO'],
    ['YT8962646785389', 'YTO'],
    ['773277027280336', 'STO'],
    ['DPK202252612836', 'DBL'],
    ['463431409940372', 'YD'],
    ['JDX024407261700', 'JD'],
    ['JT5261988016578', 'JTSD'],
    ['621123456789012', 'DNWL'],
    ['EM263999513JP', 'EMS'],
    ['1Z5R89390357567127', 'UPS'],
    ['4PX3000294939829CN', 'D4PX'],
  ])('%s is %s, and nobody is asked', (waybillNo, carrier) => {
    expect(recogniseNumber(waybillNo)).toMatchObject({ kind: 'sure', carrier });
  });

  it.each(['432512345678', '3967950525457', '430123456789012', '1207119765021', '3318810025'])(
    'leaves %s as a choice, best first, each carrier once',
    (waybillNo) => {
      const recognised = recogniseNumber(waybillNo);
      if (recognised.kind !== 'choice') throw new Error(recognised.kind);
      const scores = recognised.candidates.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      const carriers = recognised.candidates.map(({ carrier }) => carrier);
      expect(new Set(carriers).size).toBe(carriers.length);
      expect(carriers.length).toBeGreaterThan(1);
    },
  );

  it.each([
    ['5685685685685685', 'repetition'],
    ['5685685685685685685', 'repetition'],
    ['568568568568568', 'repetition'],
    ['0000000000000', 'repetition'],
    ['SF111111111111', 'repetition'],
    ['运单号', 'form'],
    ['ABCDEFGH', 'form'],
    ['12345', 'form'],
    ['../../etc/passwd', 'form'],
    ['7'.repeat(36), 'form'],
    ['EM263999514JP', 'check-digit'],
    ['1Z5R89390357567128', 'check-digit'],
  ])('takes %s for nobody’s number', (waybillNo, reason) => {
    expect(recogniseNumber(waybillNo)).toEqual({ kind: 'invalid', reason });
  });

  it('takes a person’s word for the shape before everything else', () => {
    const chosen = new Map([[numberShape('3967950525457'), 'YD']]);
    expect(recogniseNumber('3911111525457', chosen)).toMatchObject({ kind: 'sure', carrier: 'YD' });
    expect(recogniseNumber('4067950525457', chosen).kind).toBe('choice');
  });

  it('reads a number as people copy it', () => {
    expect(tidyNumber(' ＳＦ13 8562\t8716739​')).toBe('SF1385628716739');
  });
});

describe('check digits', () => {
  it.each([
    ['s10', ['EM263999513JP', 'RB123456785GB', 'CN000000005CN', 'RR473124829US', 'RR900000019DE']],
    ['ups', ['1Z5R89390357567127', '1Z879E930346834440', '1Z410E7W0392751591', '1Z8V92A70367203024']],
    ['fedex-express', ['986578788855', '477179081230', '799531274483', '790535312317', '974367662710']],
    ['fedex-ground', ['041441760228964', '568283610012000', '568283610012734']],
    ['dhl-express', ['3318810025', '3318810036', '3318810014']],
  ] as const)('of %s fit the published samples, and no other last digit does', (rule, samples) => {
    for (const sample of samples) {
      expect(fitsCheckDigit(rule, sample), sample).toBe(true);
      const place = rule === 's10' ? 10 : sample.length - 1;
      const others = [...'0123456789'].filter((digit) => digit !== sample[place]);
      const fitting = others.filter((digit) =>
        fitsCheckDigit(rule, sample.slice(0, place) + digit + sample.slice(place + 1)),
      );
      expect(fitting, sample).toEqual([]);
    }
  });
});

describe('what a platform says', () => {
  const own = (waybillNo: string) => {
    const recognised = recogniseNumber(waybillNo);
    return recognised.kind === 'invalid' ? [] : recognised.candidates;
  };

  it('decides when it names one carrier', () => {
    expect(withPlatform(own('3967950525457'), ['YD'])).toMatchObject({ kind: 'sure', carrier: 'YD' });
    expect(withPlatform([], ['hq568'])).toMatchObject({ kind: 'sure', carrier: 'hq568' });
  });

  it('leaves a choice when it names several that all may be', () => {
    expect(withPlatform(own('3967950525457'), ['YD', 'YZPY']).kind).toBe('choice');
    expect(withPlatform([], ['YTO', 'ZTO'])).toMatchObject({
      kind: 'choice',
      candidates: [{ carrier: 'YTO' }, { carrier: 'ZTO' }],
    });
  });

  it('leaves what the number says when it names nobody', () => {
    expect(withPlatform(own('73610555582883'), [])).toMatchObject({ kind: 'sure', carrier: 'ZTO' });
    expect(withPlatform([], [])).toEqual({ kind: 'choice', candidates: [] });
  });
});
