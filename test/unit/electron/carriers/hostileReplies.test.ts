import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kdniaoPlatform } from '../../../../electron/carriers/kdniao/kdniaoPlatform.ts';
import type { CarrierPlatform, PlatformPorts } from '../../../../electron/carriers/kit/carrierPlatform.ts';
import { kuaidi100Platform } from '../../../../electron/carriers/kuaidi100/kuaidi100Platform.ts';
import { sfPlatform } from '../../../../electron/carriers/sf/sfPlatform.ts';
import { systemClock } from '../../../../electron/platform/clock.ts';
import { happened } from '../../../../shared/errors/outcome.ts';
import { anyCharacter } from '../../../doubles/anyCharacter.ts';
import { processorWatch } from '../../../doubles/processorWatch.ts';
import { sampleAccount, sampleBooking } from '../../../doubles/workspace/sampleBooking.ts';

interface Side {
  readonly platform: CarrierPlatform;
  readonly carrier: string;
  /** A success with these numbers; a refusal with these words. */
  success(number: unknown, children: readonly unknown[]): unknown;
  refusal(words: string): unknown;
}

const orderCode = 'HOSTILE-1';
const inSf = (result: unknown) => ({ apiResultCode: 'A1000', apiResultData: JSON.stringify(result) });

const sides: readonly Side[] = [
  {
    platform: kdniaoPlatform,
    carrier: 'ZTO',
    success: (LogisticCode, SubOrders) => ({
      Success: true,
      ResultCode: '100',
      Order: { OrderCode: orderCode, LogisticCode },
      SubOrders,
    }),
    refusal: (Reason) => ({ Success: false, ResultCode: '105', Reason }),
  },
  {
    platform: kuaidi100Platform,
    carrier: 'ZTO',
    success: (kuaidinum, children) => ({
      success: true,
      code: 200,
      data: {
        kuaidinum,
        childNum: children
          .map((child) => (typeof child === 'string' ? child : JSON.stringify(child)))
          .join(','),
      },
    }),
    refusal: (message) => ({ success: false, code: 30020, message }),
  },
  {
    platform: sfPlatform,
    carrier: 'SF',
    success: (waybillNo, children) =>
      inSf({
        success: true,
        errorCode: 'S0000',
        msgData: {
          orderId: orderCode,
          filterResult: 2,
          waybillNoInfoList: [
            { waybillType: 1, waybillNo },
            ...children.map((child) => ({ waybillType: 2, waybillNo: child })),
          ],
        },
      }),
    refusal: (errorMsg) => inSf({ success: false, errorCode: '8188', errorMsg }),
  },
];

const number = /^[A-Za-z0-9-]{4,30}$/;
const account = sampleAccount({
  merchantId: 'canary-merchant',
  fields: { customer: 'canary-customer', partnerId: 'P1' },
});

describe.each(sides)(
  '$platform.manifest.id answered by somebody hostile',
  ({ platform, carrier, success, refusal }) => {
    const request = sampleBooking({ orderCode, carrier });

    function book(reply: string) {
      const answer = happened({ status: 200, headers: {}, body: Buffer.from(reply) });
      const ports: PlatformPorts = { http: { send: async () => answer }, clock: systemClock };
      return platform.book(request, account, ports);
    }

    it('never throws and never believes a number that is none, whatever JSON comes', async () => {
      await fc.assert(
        fc.asyncProperty(fc.json({ maxDepth: 6 }), async (json) => {
          const booked = await book(json);
          expect(booked.ok).toBe(false);
        }),
      );
    });

    it('takes only plain numbers, for parent and children', async () => {
      const hostile = fc.oneof(
        fc.string({ unit: anyCharacter, maxLength: 40 }),
        fc.constantFrom(
          '<script>',
          "SF1'--",
          '../../etc',
          '=1+1',
          '７３６１０５５５５８２８８３',
          'SF\u202e123456',
          ' 1234567 ',
        ),
        fc.integer(),
        fc.constant(null),
        fc.record({ a: fc.string() }),
      );
      await fc.assert(
        fc.asyncProperty(hostile, fc.array(hostile, { maxLength: 5 }), async (parent, children) => {
          const booked = await book(JSON.stringify(success(parent, children)));
          if (!booked.ok) expect(booked.certainty).toBe('unknown');
          else
            for (const told of [booked.value.waybillNo, ...(booked.value.childWaybillNos ?? [])])
              expect(told).toMatch(number);
        }),
      );
    });

    it('reads 299 children', async () => {
      const children = Array.from({ length: 299 }, (_, at) => `73${String(at).padStart(12, '0')}`);
      const booked = await book(JSON.stringify(success('73610555582883', children)));
      expect(booked.ok && booked.value.childWaybillNos).toEqual(children);
    });

    it('tells nobody, no secret and no control character of what it says', async () => {
      const { receiver } = request;
      const canaries = [receiver.name, receiver.phone, receiver.detail, account.secret, 'canary-customer'];
      const words = fc.array(
        fc.oneof(fc.constantFrom(...canaries, '\u202e', '\u0000\n\t', '拒收'), fc.string()),
        {
          maxLength: 12,
        },
      );
      await fc.assert(
        fc.asyncProperty(words, async (parts) => {
          const booked = await book(JSON.stringify(refusal(parts.join(' '))));
          const said = JSON.stringify(booked);
          for (const canary of canaries) expect(said).not.toContain(canary);
          const reason = booked.ok ? '' : String(booked.params?.reason ?? '');
          expect(reason).not.toMatch(/[\p{Cc}\p{Cf}]/u);
          expect(reason.length).toBeLessThanOrEqual(80);
        }),
      );
    });

    it.each([
      ['1 MB of words', (text: string) => JSON.stringify(refusal(text.repeat(1_000_000)))],
      ['a million brackets', (text: string) => '['.repeat(1_000_000) + text],
      ['100,000 keys', () => `{${Array.from({ length: 100_000 }, (_, at) => `"k${at}":1`).join(',')}}`],
    ])('is through with %s in seconds', async (_what, make) => {
      const spentMs = processorWatch();
      expect((await book(make('字'))).ok).toBe(false);
      expect(spentMs()).toBeLessThan(5_000);
    });
  },
);
