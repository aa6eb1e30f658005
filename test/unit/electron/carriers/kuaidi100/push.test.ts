import { describe, expect, it } from 'vitest';
import { pushSalt, readPush } from '../../../../../electron/carriers/kuaidi100/push.ts';
import { signPush } from '../../../../../electron/carriers/kuaidi100/sign.ts';
import { sampleAccount } from '../../../../doubles/workspace/sampleBooking.ts';

const account = sampleAccount();
const line = (time: string, context: string, statusCode: string) => ({
  time,
  ftime: time,
  context,
  statusCode,
});
const pushed = {
  status: 'polling',
  comNew: '',
  lastResult: {
    nu: '73610555582883',
    com: 'zhongtong',
    state: '5',
    data: [line('2026-01-03 08:10:00', '派送中', '5'), line('2026-01-02 09:00:00', '已揽收', '103')],
  },
};

function body(param: unknown, salt = pushSalt(account), change = (sign: string) => sign): string {
  const text = typeof param === 'string' ? param : JSON.stringify(param);
  return new URLSearchParams({ sign: change(signPush(text, salt)), param: text }).toString();
}

describe('what Kuaidi100 pushes', () => {
  it('is read as a query is, oldest event first, and acknowledged', () => {
    const { news, acknowledgement } = readPush(body(pushed), account);
    expect(JSON.parse(acknowledgement)).toMatchObject({ result: true, returnCode: '200' });
    expect(news).toMatchObject({
      ok: true,
      value: {
        snapshots: [
          {
            waybillNo: '73610555582883',
            carrier: 'ZTO',
            state: 'delivering',
            events: [{ text: '已揽收' }, {}],
          },
        ],
        pickups: [],
      },
    });
  });

  it('tells the same however often and in whatever order it comes', () => {
    const first = readPush(body(pushed), account);
    const { data, ...rest } = pushed.lastResult;
    const turned = { ...pushed, lastResult: { ...rest, data: [...data, ...data].reverse() } };
    expect(readPush(body(turned), account).news).toEqual(first.news);
  });

  it('may be signed in small letters', () => {
    expect(
      readPush(
        body(pushed, undefined, (sign) => sign.toLowerCase()),
        account,
      ).news.ok,
    ).toBe(true);
  });

  it.each([
    ['another salt', body(pushed, 'other')],
    ['an empty salt', body(pushed, '')],
    ['no signature', new URLSearchParams({ param: JSON.stringify(pushed) }).toString()],
    ['a changed text', body(pushed).replace('73610555582883', '73610555582884')],
    ['nothing', ''],
    ['10 MB of something', 'x'.repeat(10_000_000)],
  ])('with %s is refused and changes nothing', (_what, forged) => {
    const { news, acknowledgement } = readPush(forged, account);
    expect(news).toMatchObject({ ok: false, code: 'PUSH_FORGED' });
    expect(JSON.parse(acknowledgement)).toMatchObject({ result: false });
  });

  it.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['a key given twice', '{"status":"polling","status":"abort"}'],
    ['no number', { ...pushed, lastResult: { ...pushed.lastResult, nu: '' } }],
  ])('signed, but %s, cannot be read', (_what, param) => {
    expect(readPush(body(param), account).news).toMatchObject({ ok: false, code: 'PUSH_UNREADABLE' });
  });

  it('is taken without news when tracking was given up, so that it does not come again', () => {
    const given = {
      status: 'abort',
      message: '3天查询无记录',
      comNew: '',
      lastResult: { nu: '1', data: [] },
    };
    const { news, acknowledgement } = readPush(body(given), account);
    expect(news).toMatchObject({ ok: true, value: { snapshots: [] } });
    expect(JSON.parse(acknowledgement)).toMatchObject({ result: true });
  });

  it('counts the carrier that the platform has corrected', () => {
    const { news } = readPush(body({ ...pushed, comNew: 'yuantong' }), account);
    expect(news).toMatchObject({ value: { snapshots: [{ carrier: 'YTO' }] } });
  });

  it('is signed with a salt of our own even where the account names none', () => {
    expect(pushSalt(account)).toMatch(/^[0-9a-f]{32}$/);
    expect(pushSalt(sampleAccount({ fields: { salt: 'mine' } }))).toBe('mine');
    expect(pushSalt(account)).not.toContain(account.secret);
  });
});
