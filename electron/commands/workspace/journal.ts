import { renewJournal } from '../../usecases/booking/afterRestore/journalGap.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { isoTime, localTime, phrases } from '../main/phrases.ts';

const say = phrases({
  renewed: [
    '已重建接口调用记录，取号可以继续。',
    'A new journal of outside calls was started; booking goes on.',
  ],
  setAside: [
    '原来的记录没有删除，移到了 {folder}，请留作证据。',
    'The former one is not deleted; it is in {folder}. Keep it as evidence.',
  ],
  asked: [
    '排队的 {asked} 单会先到平台查询，查不到才取号；现有的单和一周内再导入的单也一样。',
    '{asked} queued orders are looked up at the platform and booked only if nothing is there; so are all present orders and those imported within a week.',
  ],
  check: [
    '请到平台后台核对 {since} 以后的运单：取过号但这里没有的，用 waybill bind 填回；这里显示已取号但平台已取消的，取消该单。手工填过的单号如有缺失，请重新填写。',
    'Compare with the platform’s own list of waybills since {since}: enter those missing here with waybill bind, cancel orders whose waybill was cancelled there, and enter again waybills that were entered by hand and are gone.',
  ],
  ever: ['最近一次备份', 'the last backup'],
});

export const journalCommands: readonly Command[] = [
  command({
    name: 'journal renew',
    zh: '接口调用记录被改动或缺失时重建它；原来的移到一边，不删除',
    en: 'start a new journal of outside calls when the present one was altered or is incomplete; it is set aside',
    access: 'manageOperators',
    async run({ workspace, language }) {
      const { since, until, setAside, asked } = unwrap(await renewJournal(workspace));
      const when = since === null ? say(language, 'ever') : localTime(since);
      const human = [say(language, 'renewed')];
      if (setAside !== null) human.push(say(language, 'setAside', { folder: setAside }));
      human.push(say(language, 'asked', { asked }), say(language, 'check', { since: when }));
      const json = { setAside, asked, since: isoTime(since), until: isoTime(until) };
      return report(json, human);
    },
  }),
];
