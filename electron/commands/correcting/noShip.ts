import type { NoShipEntry } from '../../../shared/domain/addressKnowledge.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { addNoShip, noShipPlaceText, readNoShip, removeNoShip } from '../../usecases/correcting/noShip.ts';
import { inColumns } from '../main/columns.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { isoTime, phrases } from '../main/phrases.ts';
import { text, usual } from '../main/word.ts';
import { carrierOrAll } from './ask.ts';

const say = phrases({
  empty: ['不发货清单是空的。', 'The no-ship list is empty.'],
  added: ['已加入不发货清单：{place}', 'Added to the no-ship list: {place}'],
  removed: ['已从不发货清单移除。', 'Removed from the no-ship list.'],
});

function entryCells(entry: NoShipEntry, language: Language): readonly string[] {
  const { id, carrier, reason } = entry;
  return [id, carrierOrAll(carrier, language), noShipPlaceText(entry), reason];
}

const entryView = (entry: NoShipEntry) => ({ ...entry, createdAt: isoTime(entry.createdAt) });

export const noShipCommands: readonly Command[] = [
  command({
    name: 'noship list',
    zh: '列出自己的不发货清单',
    en: 'list your own no-ship list',
    access: 'seeWork',
    async run({ workspace: { store }, language }) {
      const entries = await readNoShip(store.read);
      const human = inColumns(entries.map((entry) => entryCells(entry, language)));
      return report(
        { entries: entries.map(entryView) },
        human.length === 0 ? [say(language, 'empty')] : human,
      );
    },
  }),
  command({
    name: 'noship add',
    zh: '添加一个不发货的地方；不写快递公司就是全部',
    en: 'add a place you do not ship to; without a carrier it holds for all',
    access: 'changeRules',
    begins: true,
    options: {
      carrier: usual(text('CODE'), ''),
      province: usual(text('P'), ''),
      city: usual(text('C'), ''),
      district: usual(text('D'), ''),
      town: usual(text('T'), ''),
      word: usual(text('W'), ''),
      reason: usual(text('TEXT'), ''),
    },
    async run({ workspace, language, options: place }) {
      const entry = unwrap(await addNoShip(workspace, place));
      const human = [
        say(language, 'added', { place: noShipPlaceText(entry) }),
        ...inColumns([entryCells(entry, language)]),
      ];
      return report(entryView(entry), human);
    },
  }),
  command({
    name: 'noship remove',
    zh: '从不发货清单移除一条',
    en: 'remove one entry of the no-ship list',
    access: 'changeRules',
    operands: [text('ID')],
    async run({ workspace, language, operands: [id] }) {
      const left = unwrap(await removeNoShip(workspace, id));
      return report({ removed: id, entries: left.map(entryView) }, [say(language, 'removed')]);
    },
  }),
];
