import type { NoShipEntry } from '../../../shared/domain/addressKnowledge.ts';
import { carrierName } from '../../../shared/domain/carriers/carrierTable.ts';
import { done, failure } from '../../../shared/errors/outcome.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { addNoShip, noShipPlaceText, readNoShip, removeNoShip } from '../../usecases/correcting/noShip.ts';
import type { Command } from '../main/command.ts';
import { withWorkspace } from '../main/withWorkspace.ts';
import { knowledgeText } from './knowledgeText.ts';

function entryLine(entry: NoShipEntry, language: Language): string {
  const { id, carrier, reason } = entry;
  return knowledgeText(language, 'noShipLine', {
    id,
    carrier: carrier === '' ? knowledgeText(language, 'allCarriers') : carrierName(carrier, language),
    place: noShipPlaceText(entry),
    reason,
  }).trimEnd();
}

function entryView(entry: NoShipEntry) {
  return { ...entry, createdAt: new Date(entry.createdAt).toISOString() };
}

export const noshipListCommand: Command = {
  name: 'noship list',
  usage: '',
  does: { 'zh-CN': '列出自己的不发货清单', en: 'list your own no-ship list' },
  options: {},
  run: (context) =>
    withWorkspace(context, async ({ store }) => {
      const entries = await readNoShip(store.read);
      const { language } = context;
      return done({
        exitCode: 0,
        json: { entries: entries.map(entryView) },
        human:
          entries.length === 0
            ? [knowledgeText(language, 'noShipEmpty')]
            : entries.map((entry) => entryLine(entry, language)),
      });
    }),
};

const placeOptions = ['carrier', 'province', 'city', 'district', 'town', 'word', 'reason'] as const;

export const noshipAddCommand: Command = {
  name: 'noship add',
  usage: '[--carrier CODE] [--province P] [--city C] [--district D] [--town T] [--word W] [--reason TEXT]',
  does: {
    'zh-CN': '添加一个不发货的地方；不写快递公司就是全部',
    en: 'add a place you do not ship to; without a carrier it holds for all',
  },
  options: Object.fromEntries(placeOptions.map((name) => [name, { type: 'string' }])),
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const text = (name: (typeof placeOptions)[number]) => context.text(name) ?? '';
      const added = await addNoShip(workspace, {
        carrier: text('carrier'),
        province: text('province'),
        city: text('city'),
        district: text('district'),
        town: text('town'),
        word: text('word'),
        reason: text('reason'),
      });
      if (!added.ok) return added;
      const human = [
        knowledgeText(context.language, 'noShipAdded', { place: noShipPlaceText(added.value) }),
        entryLine(added.value, context.language),
      ];
      return done({ exitCode: 0, json: entryView(added.value), human });
    }),
};

export const noshipRemoveCommand: Command = {
  name: 'noship remove',
  usage: 'ID',
  does: { 'zh-CN': '从不发货清单移除一条', en: 'remove one entry of the no-ship list' },
  options: {},
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const [id] = context.operands;
      if (id === undefined) return failure('USAGE', { detail: `noship remove ${noshipRemoveCommand.usage}` });
      const left = await removeNoShip(workspace, id);
      if (!left.ok) return left;
      const human = [knowledgeText(context.language, 'noShipRemoved')];
      return done({ exitCode: 0, json: { removed: id, entries: left.value.map(entryView) }, human });
    }),
};
