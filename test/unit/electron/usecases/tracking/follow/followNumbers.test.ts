import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  carrierOfNumber,
  followNumbers,
  readPaste,
  recogniseByPlatform,
} from '../../../../../../electron/usecases/tracking/follow/followNumbers.ts';
import { type CallOutcome, didNotHappen, happened } from '../../../../../../shared/errors/outcome.ts';
import { scriptedPlatform } from '../../../../../doubles/platforms/scriptedPlatform.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
let asked: string[];
let answers: CallOutcome<readonly string[]>[];

beforeEach(async () => {
  asked = [];
  answers = [];
  const scripted = scriptedPlatform();
  const platform = {
    ...scripted,
    manifest: { ...scripted.manifest, trackPerDay: 500 },
    recognise: async (waybillNo: string) => {
      asked.push(waybillNo);
      return answers.shift() ?? happened([]);
    },
  };
  workspace = await openTestWorkspace({ platforms: [platform] });
  await testAccount(workspace, { platform: 'scripted', name: '快递鸟' });
});
afterEach(() => workspace.close());

const read = (text: string) => readPaste(workspace, text);
const one = async (text: string) => (await read(text)).rows[0];

describe('what was pasted', () => {
  it('is understood line by line, with carriers and phone tails beside the numbers', async () => {
    const { rows, doubles } = await read(
      [
        '运单号\t快递公司\t手机',
        'SF1385628716739\t顺丰\t13812348000',
        '73610555582883, YT8962646785389',
        '韵达 3967950525457',
        'EM 263 999 513 JP',
        '73610555582883',
        '5685685685685685',
        '1Z5R89390357567128',
      ].join('\n'),
    );
    expect(rows.map(({ waybillNo, state, carrier }) => [waybillNo, state, carrier])).toEqual([
      ['SF1385628716739', 'new', 'SF'],
      ['73610555582883', 'new', 'ZTO'],
      ['YT8962646785389', 'new', 'YTO'],
      ['3967950525457', 'new', 'YD'],
      ['EM263999513JP', 'new', 'EMS'],
      ['5685685685685685', 'invalid', ''],
      ['1Z5R89390357567128', 'invalid', ''],
    ]);
    expect(rows[0]).toMatchObject({ phoneTail: '8000', needsPhoneTail: false });
    expect(rows[1]).toMatchObject({ needsPhoneTail: true });
    expect(rows.map(({ reason }) => reason).slice(-2)).toEqual(['repetition', 'check-digit']);
    expect(doubles).toBe(1);
  });

  it('names lines in which no number stands, and leaves out the header above the numbers', async () => {
    const { rows } = await read('快递单号\n73610555582883\n韵达\nhello\n\n  8000 \nYT8962646785389\nhello');
    expect(rows.map(({ waybillNo, state, reason }) => [waybillNo, state, reason])).toEqual([
      ['73610555582883', 'new', null],
      ['韵达', 'invalid', 'form'],
      ['hello', 'invalid', 'form'],
      ['8000', 'invalid', 'form'],
      ['YT8962646785389', 'new', null],
    ]);
    expect(await one('快递单号')).toMatchObject({ waybillNo: '快递单号', state: 'invalid' });
  });

  it('loses no number to the lines without one', async () => {
    const numbers = Array.from({ length: 5_000 }, (_, no) => `YT${String(8_962_646_785_389 + no)}`);
    const { rows, tooMany } = await read(['备注', ...numbers].join('\n'));
    expect(rows.filter(({ state }) => state === 'new')).toHaveLength(5_000);
    expect(tooMany).toBe(0);
  });

  it('costs what is reported before anybody is asked', async () => {
    const numbers = Array.from({ length: 1_200 }, (_, no) => `YT${String(8_962_646_785_389 + no)}`);
    const { costs } = await read(numbers.join('\n'));
    expect(costs).toEqual([
      expect.objectContaining({
        accountName: '快递鸟',
        questions: 1_200,
        perDay: 500,
        leftForPlan: 450,
        days: 3,
      }),
    ]);
    expect(asked).toEqual([]);
  });

  it('may be 5,000 numbers, and what is beyond that is reported', async () => {
    const numbers = Array.from({ length: 5_003 }, (_, no) => `YT${String(8_962_646_785_389 + no)}`);
    const { rows, tooMany } = await read(numbers.join('\n'));
    expect(rows).toHaveLength(5_000);
    expect(tooMany).toBe(3);
  });

  it('shows what is followed already as such', async () => {
    await followNumbers(workspace, [{ waybillNo: '73610555582883', carrier: 'ZTO', phoneTail: '' }]);
    expect(await one('73610555582883')).toMatchObject({ state: 'known', carrier: 'ZTO' });
  });
});

describe('a number of which several carriers may be', () => {
  const ambiguous = '3967950525457';

  it('is a choice, and what a person chose is remembered for its like', async () => {
    expect(await one(ambiguous)).toMatchObject({ state: 'choice', carrier: '' });
    await followNumbers(workspace, [{ waybillNo: ambiguous, carrier: 'YD', phoneTail: '' }]);
    const like = await one('3911111525458');
    expect(like).toMatchObject({ state: 'new', carrier: 'YD' });
    expect(like?.candidates[0]).toMatchObject({ carrier: 'YD', evidence: 'person' });
    // It can still be said otherwise.
    expect(like?.candidates.length).toBeGreaterThan(1);
    expect((await one('4011111525458'))?.state).toBe('choice');
  });

  it('is decided by the platform when that names one carrier, and stays open when it names several', async () => {
    answers.push(happened(['YD']), happened(['YD', 'YZPY']));
    const { rows } = await recogniseByPlatform(workspace, [ambiguous, '3967950525458']);
    expect(rows.map(({ carrier }) => carrier)).toEqual(['YD', '']);
    expect(rows[1]?.candidates.slice(0, 2).map(({ carrier }) => carrier)).toEqual(['YD', 'YZPY']);
  });

  it('asks nobody about a number whose form says it, and no more after a failure', async () => {
    answers.push(didNotHappen('NETWORK_REFUSED', { host: 'h' }));
    const { rows, errorCode } = await recogniseByPlatform(workspace, [
      '73610555582883',
      ambiguous,
      '3967950525458',
    ]);
    expect(asked).toEqual([ambiguous]);
    expect(errorCode).toBe('NETWORK_REFUSED');
    expect(rows.map(({ carrier }) => carrier)).toEqual(['ZTO', '', '']);
  });

  it('of a single number: by its form, else by the platform, else left to who is asked', async () => {
    expect(await carrierOfNumber(workspace, '73610555582883')).toBe('ZTO');
    expect(await carrierOfNumber(workspace, ambiguous)).toBe('');
    answers.push(happened(['YD']));
    expect(await carrierOfNumber(workspace, ambiguous)).toBe('YD');
  });
});

describe('following numbers from elsewhere', () => {
  const parcel = (waybillNo: string) => workspace.store.read.tracking.byWaybill(waybillNo);

  it('keeps what is known of those followed already, and learns a carrier or a phone that is reported now', async () => {
    const row = { waybillNo: '3967950525457', carrier: '', phoneTail: '' };
    expect(await followNumbers(workspace, [row])).toEqual({ followed: 1, known: 0, refused: [] });
    expect(await parcel(row.waybillNo)).toMatchObject({ carrier: '', followedAt: workspace.clock.now() });
    const again = await followNumbers(workspace, [{ ...row, carrier: 'YD', phoneTail: '8000' }]);
    expect(again).toEqual({ followed: 0, known: 1, refused: [] });
    expect(await parcel(row.waybillNo)).toMatchObject({ carrier: 'YD', phoneTail: '8000' });
  });

  it('refuses what is no number by its name, and takes the rest', async () => {
    const rows = ['运单号', '5685685685685685', '73610555582883'].map((waybillNo) => ({
      waybillNo,
      carrier: '',
      phoneTail: '',
    }));
    expect(await followNumbers(workspace, rows)).toEqual({
      followed: 1,
      known: 0,
      refused: [
        { waybillNo: '运单号', code: 'WAYBILL_INVALID' },
        { waybillNo: '5685685685685685', code: 'WAYBILL_INVALID' },
      ],
    });
  });
});
