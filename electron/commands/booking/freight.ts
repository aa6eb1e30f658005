import { resolve } from 'node:path';
import { carrierName, readCarrierCode } from '../../../shared/domain/carriers/carrierTable.ts';
import { priceColumnNames } from '../../../shared/domain/prices.ts';
import { done, failure } from '../../../shared/errors/outcome.ts';
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
import type { Command } from '../main/command.ts';
import { withWorkspace } from '../main/withWorkspace.ts';
import { orderOfOperand } from '../orders/orderResult.ts';
import { choosingText, freightText } from './choosingText.ts';

export const freightListCommand: Command = {
  name: 'freight list',
  usage: '',
  does: { 'zh-CN': '列出运费价格表', en: 'list the price tables' },
  options: {},
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const { language } = context;
      const tables = await listPriceTables(workspace);
      const human = tables.map(({ id, name, carrier, accountName, validFrom, validTo, zones }) =>
        choosingText(language, 'table', {
          id,
          name,
          zones,
          carrier: carrierName(carrier, language),
          account: accountName || choosingText(language, 'allAccounts'),
          from: validFrom || '…',
          to: validTo || '…',
        }),
      );
      const shown = human.length === 0 ? [choosingText(language, 'noTables')] : human;
      return done({ exitCode: 0, json: { tables }, human: shown });
    }),
};

export const freightTemplateCommand: Command = {
  name: 'freight template',
  usage: '[ID] [--out FILE.xlsx]',
  does: {
    'zh-CN': '写出价格表模板，或把一张价格表写成文件',
    en: 'write a template, or one price table, as a file',
  },
  options: { out: { type: 'string' } },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const [id] = context.operands;
      const table = id === undefined ? null : await readPriceTable(workspace, id);
      if (table !== null && !table.ok) return table;
      const out = context.text('out');
      const written = await writePriceTemplate(workspace, {
        language: context.language,
        path: out === undefined ? null : resolve(out),
        table: table?.value ?? null,
      });
      if (!written.ok) return written;
      return done({ exitCode: 0, json: { file: written.value.path }, human: [written.value.path] });
    }),
};

const dayForm = /^(\d{4}-\d{2}-\d{2})?$/;

export const freightImportCommand: Command = {
  name: 'freight import',
  usage: 'FILE --carrier CODE [--account NAME] [--name TEXT] [--from DAY] [--to DAY]',
  does: { 'zh-CN': '从 xlsx/csv 读入一张价格表', en: 'read a price table from xlsx or csv' },
  options: {
    carrier: { type: 'string' },
    account: { type: 'string' },
    name: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
  },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const [path] = context.operands;
      const carrier = readCarrierCode(context.text('carrier') ?? '');
      const [from, to] = [context.text('from') ?? '', context.text('to') ?? ''];
      if (path === undefined || carrier === null || !dayForm.test(from) || !dayForm.test(to))
        return failure('USAGE', { detail: `freight import ${freightImportCommand.usage}` });
      const accountName = context.text('account');
      const account =
        accountName === undefined ? null : await workspace.store.read.accounts.byName(accountName);
      if (account === undefined) return failure('ACCOUNT_NOT_FOUND', { name: accountName ?? '' });
      const read = await readPriceFile(workspace, resolve(path));
      if (!read.ok) return read;
      const { zones, refused } = read.value;
      const saved = await savePriceTable(workspace, {
        id: workspace.nextId(),
        name: (context.text('name') ?? carrierName(carrier, context.language)).slice(0, 40),
        accountId: account?.id ?? '',
        carrier,
        validFrom: from,
        validTo: to,
        parcels: 'each',
        perParcelFen: 0,
        insuranceBasisPoints: 0,
        insuranceLeastFen: 0,
        codBasisPoints: 0,
        codLeastFen: 0,
        zones,
      });
      if (!saved.ok) return saved;
      const { id } = saved.value;
      const columnNames = priceColumnNames[context.language];
      const human = [
        choosingText(context.language, 'imported', { id, zones: zones.length }),
        ...refused.map(({ row, code, column }) =>
          choosingText(context.language, 'refusedRow', { row, code, column: columnNames[column] }),
        ),
      ];
      const json = { id, zones: zones.length, refused };
      return done({ exitCode: refused.length === 0 ? 0 : 3, json, human });
    }),
};

export const freightRemoveCommand: Command = {
  name: 'freight remove',
  usage: 'ID',
  does: { 'zh-CN': '删除一张价格表', en: 'remove a price table' },
  options: {},
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const [id] = context.operands;
      if (id === undefined) return failure('USAGE', { detail: 'freight remove ID' });
      const removed = await removePriceTable(workspace, id);
      if (!removed.ok) return removed;
      const human = [choosingText(context.language, 'removed')];
      return done({ exitCode: 0, json: { removed: id }, human });
    }),
};

export const freightOfCommand: Command = {
  name: 'freight of',
  usage: 'NO [--ask]',
  does: {
    'zh-CN': '一个订单各种走法的预估运费；--ask 同时问平台',
    en: 'estimated freight of an order each way; --ask asks the platforms too',
  },
  options: { ask: { type: 'boolean' } },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const order = await orderOfOperand(workspace, context, freightOfCommand);
      if (!order.ok) return order;
      const lanes = await freightOfOrder(workspace, order.value.id);
      if (!lanes.ok) return lanes;
      const shown = [];
      const isAsked = context.flag('ask');
      for (const { accountId, accountName, carrier, canAsk, canAskArrival, freight } of lanes.value) {
        const lane = { orderId: order.value.id, accountId, carrier };
        const asked = isAsked && canAsk ? await askFreight(workspace, lane) : null;
        const told = isAsked && canAskArrival ? await askArrival(workspace, lane) : null;
        shown.push({
          accountName,
          carrier,
          freight: asked?.ok === true ? asked.value : freight,
          arrival: told?.ok === true ? arrivalJson(told.value) : null,
        });
      }
      const { language } = context;
      const human = shown.map(({ accountName, carrier, freight, arrival }) =>
        choosingText(language, 'freightLine', {
          account: accountName,
          carrier: carrierName(carrier, language),
          amount: [freightText(freight, language), arrival?.words ?? ''].join('  ').trimEnd(),
        }),
      );
      return done({ exitCode: 0, json: { orderNo: order.value.orderNo, lanes: shown }, human });
    }),
};

/** Times of JSON are ISO 8601 with their zone. */
function arrivalJson({ expectedAt, words }: ArrivalAnswer) {
  return { expectedAt: expectedAt === null ? null : new Date(expectedAt).toISOString(), words };
}
