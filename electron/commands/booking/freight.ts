import { carrierName } from '../../../shared/domain/carriers/carrierTable.ts';
import type { Freight } from '../../../shared/domain/freight.ts';
import { priceColumnNames } from '../../../shared/domain/prices.ts';
import { formatMoney } from '../../../shared/rules/amounts.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { wordFor } from '../../../shared/text/words.ts';
import {
  type ArrivalAnswer,
  askArrival,
  askFreight,
  freightOfOrder,
} from '../../usecases/booking/choosing/askFreight.ts';
import { readPriceFile, writePriceTemplate } from '../../usecases/booking/choosing/priceFile.ts';
import {
  listPriceTables,
  readPriceTable,
  removePriceTable,
  savePriceTable,
} from '../../usecases/booking/choosing/priceTables.ts';
import { account } from '../accounts/account.ts';
import { carrier } from '../main/carrier.ts';
import { aligned, inColumns } from '../main/columns.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { isoTime, phrases } from '../main/phrases.ts';
import { day, flag, found, optional, path, required, text, usual, writtenFile } from '../main/word.ts';
import { order } from '../orders/order.ts';

const say = phrases({
  table: [
    '{id}  {name}  {carrier}  {account}  {from} – {to}  {zones} 个分区',
    '{id}  {name}  {carrier}  {account}  {from} – {to}  {zones} {zones|zone|zones}',
  ],
  noTables: ['还没有价格表。', 'There is no price table yet.'],
  allAccounts: ['全部账号', 'every account'],
  imported: ['已保存价格表 {id}：{zones} 个分区。', 'Price table {id} is saved: {zones} {zones|zone|zones}.'],
  refusedRow: ['第 {row} 行没有读入：{code} {column}', 'row {row} was not read: {code} {column}'],
  removed: ['已删除。', 'Removed.'],
  unknown: ['未知（{reason}）', 'unknown ({reason})'],
});

function freightText(freight: Freight, language: Language): string {
  return freight.isKnown
    ? formatMoney(freight.amountFen)
    : say(language, 'unknown', { reason: wordFor(language, 'noFreight', freight.reason) });
}

/** Times of JSON are ISO 8601 with their zone. */
function arrivalJson({ expectedAt, words }: ArrivalAnswer) {
  return { expectedAt: isoTime(expectedAt), words };
}

export const freightCommands: readonly Command[] = [
  command({
    name: 'freight list',
    zh: '列出运费价格表',
    en: 'list the price tables',
    access: 'seeWork',
    async run({ workspace, language }) {
      const tables = await listPriceTables(workspace);
      const human = tables.map((table) =>
        say(language, 'table', {
          ...table,
          carrier: carrierName(table.carrier, language),
          account: table.accountName || say(language, 'allAccounts'),
          from: table.validFrom || '…',
          to: table.validTo || '…',
        }),
      );
      return report({ tables }, human.length === 0 ? [say(language, 'noTables')] : aligned(human));
    },
  }),
  command({
    name: 'freight template',
    zh: '写出价格表模板，或把一张价格表写成文件',
    en: 'write a template, or one price table, as a file',
    access: 'changeRules',
    begins: true,
    operands: [optional(found('ID', readPriceTable))],
    options: { out: writtenFile(path('FILE.xlsx|FILE.csv')) },
    async run({ workspace, language, operands: [table = null], options: { out = null } }) {
      const written = unwrap(await writePriceTemplate(workspace, { language, path: out, table }));
      return report({ file: written.path }, [written.path]);
    },
  }),
  command({
    name: 'freight import',
    zh: '从 xlsx/csv 读入一张价格表',
    en: 'read a price table from xlsx or csv',
    access: 'changeRules',
    begins: true,
    operands: [path('FILE')],
    options: {
      carrier: required(carrier),
      account,
      name: text('TEXT'),
      from: usual(day, ''),
      to: usual(day, ''),
    },
    async run({ workspace, language, operands: [file], options }) {
      const { carrier: code, name = carrierName(code, language), account: of, from, to } = options;
      const { zones, refused } = unwrap(await readPriceFile(workspace, file));
      const table = {
        id: workspace.nextId(),
        name: name.slice(0, 40),
        accountId: of?.id ?? '',
        carrier: code,
        validFrom: from,
        validTo: to,
        parcels: 'each' as const,
        perParcelFen: 0,
        insuranceBasisPoints: 0,
        insuranceLeastFen: 0,
        codBasisPoints: 0,
        codLeastFen: 0,
        zones,
      };
      const { id } = unwrap(await savePriceTable(workspace, table));
      const columns = priceColumnNames[language];
      const human = [
        say(language, 'imported', { id, zones: zones.length }),
        ...refused.map(({ column, ...row }) =>
          say(language, 'refusedRow', { ...row, column: columns[column] }),
        ),
      ];
      return report({ id, zones: zones.length, refused }, human, refused.length > 0);
    },
  }),
  command({
    name: 'freight remove',
    zh: '删除一张价格表',
    en: 'remove a price table',
    access: 'changeRules',
    operands: [text('ID')],
    async run({ workspace, language, operands: [id] }) {
      unwrap(await removePriceTable(workspace, id));
      return report({ removed: id }, [say(language, 'removed')]);
    },
  }),
  command({
    name: 'freight of',
    zh: '一个订单各种走法的预估运费；--ask 同时问平台',
    en: 'estimated freight of an order each way; --ask asks the platforms too',
    access: 'seeWork',
    operands: [order],
    options: { ask: flag },
    async run({ workspace, language, operands: [{ id: orderId, orderNo }], options: { ask } }) {
      const ways = unwrap(await freightOfOrder(workspace, orderId));
      const lanes = [];
      for (const { accountId, accountName, carrier, canAsk, canAskArrival, freight } of ways) {
        const lane = { orderId, accountId, carrier };
        const asked = ask && canAsk ? await askFreight(workspace, lane) : null;
        const told = ask && canAskArrival ? await askArrival(workspace, lane) : null;
        const arrival = told?.ok === true ? arrivalJson(told.value) : null;
        lanes.push({ accountName, carrier, freight: asked?.ok === true ? asked.value : freight, arrival });
      }
      const human = inColumns(
        lanes.map(({ accountName, carrier, freight, arrival }) => [
          accountName,
          carrierName(carrier, language),
          freightText(freight, language),
          arrival?.words ?? '',
        ]),
      );
      return report({ orderNo, lanes }, human);
    },
  }),
];
