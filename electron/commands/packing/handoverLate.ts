import { carrierName } from '../../../shared/domain/carriers/carrierTable.ts';
import { listLatePickups, listStayed, listUnsigned } from '../../usecases/packing/handover/late.ts';
import { type Command, command, report } from '../main/command.ts';
import { isoTime, localTime, nothing, phrases } from '../main/phrases.ts';
import { usual, whole } from '../main/word.ts';

const say = phrases({
  stayed: [
    '快递员来过还在：{orderNo} {waybillNo} {carrier}（{at} 打包）',
    'left behind: {orderNo} {waybillNo} {carrier} (packed {at})',
  ],
  unsigned: [
    '没签收：{no} {parcels} 件（{at} 开始）',
    'not signed: {no}, {parcels} {parcels|parcel|parcels} (begun {at})',
  ],
  pickup: [
    '约了没来：{orderNo} {waybillNo} {carrier}（约到 {at}）',
    'courier did not come: {orderNo} {waybillNo} {carrier} (agreed until {at})',
  ],
});

export const handoverLateCommands: readonly Command[] = [
  command({
    name: 'handover late',
    zh: '列出该走没走的：快递员来过还在的包裹、过了揽收时间没签收的单、约了没来的快递员',
    en: 'list what should have left: parcels left behind, lists not signed by the pickup cut-off, couriers who did not come',
    access: 'seeWork',
    options: { limit: usual(whole(1, 500), 100) },
    async run({ workspace, language, options: { limit } }) {
      const window = { offset: 0, limit };
      const stayed = await listStayed(workspace, window);
      const unsigned = await listUnsigned(workspace, window);
      const pickups = await listLatePickups(workspace, window);
      const named = (code: string): string => carrierName(code, language);
      const human = [
        ...unsigned.rows.map(({ no, parcels, createdAt }) =>
          say(language, 'unsigned', { no, parcels, at: localTime(createdAt) }),
        ),
        ...stayed.rows.map(({ orderNo, waybillNo, carrier, packedAt }) =>
          say(language, 'stayed', { orderNo, waybillNo, carrier: named(carrier), at: localTime(packedAt) }),
        ),
        ...pickups.rows.map(({ orderNo, waybillNo, carrier, endAt }) =>
          say(language, 'pickup', { orderNo, waybillNo, carrier: named(carrier), at: localTime(endAt) }),
        ),
      ];
      const json = {
        stayed: stayed.rows.map(({ packedAt, ...row }) => ({ ...row, packedAt: isoTime(packedAt) })),
        unsigned: unsigned.rows.map(({ createdAt, closedAt: _, ...row }) => ({
          ...row,
          createdAt: isoTime(createdAt),
        })),
        pickups: pickups.rows.map(({ startAt, endAt, ...row }) => ({
          ...row,
          startAt: isoTime(startAt),
          endAt: isoTime(endAt),
        })),
      };
      return report(json, human.length === 0 ? [nothing(language)] : human, human.length > 0);
    },
  }),
];
