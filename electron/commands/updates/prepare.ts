import type { Language } from '../../../shared/text/describeError.ts';
import { prepareUpdate, type UpdateReadiness } from '../../usecases/updates/prepare.ts';
import { productVersion } from '../../usecases/workspace/productVersion.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { isoTime, phrases } from '../main/phrases.ts';
import { path } from '../main/word.ts';

const say = phrases({
  ready: [
    '可以安装新版本了：没有做到一半的事，备份已逐页校验：{file}。',
    'A new version may be installed: nothing is half done, and every page of the backup was verified: {file}.',
  ],
  readyOnServer: [
    '没有做到一半的事。订单簿在服务器上，由服务器的负责人备份：先确认今天有备份，再安装新版本。',
    'Nothing is half done. The book lies on a server, whose owner backs it up: make sure there is a backup of today, then install the new version.',
  ],
  back: [
    '要退回 {version}：装回这个版本，再执行 restore {file}。',
    'To go back to {version}: install it again, then restore {file}.',
  ],
  wait: ['先别安装新版本：', 'Do not install a new version yet:'],
  bookings: ['正在取号或马上要取号：{count} 单', 'orders being booked or next: {count}'],
  labels: ['正在打印或马上要打印的面单：{count} 张', 'labels being printed or next: {count}'],
  unsureOrders: ['不确定有没有取到号：{count} 单', 'orders that may or may not be booked: {count}'],
  unsureLabels: ['不确定有没有打出来的面单：{count} 张', 'labels that may or may not have come out: {count}'],
});

const kinds = ['bookings', 'labels', 'unsureOrders', 'unsureLabels'] as const;

/** Is the time right for a new version, in JSON. */
export const readinessJson = ({ open, isReady, backup, backedUpBy }: UpdateReadiness) => ({
  isReady,
  version: productVersion,
  open,
  backup: backup === null ? null : { file: backup.file, madeAt: isoTime(backup.header.madeAt) },
  backedUpBy,
});

/** The same for people. */
export function readinessLines(
  { open, isReady, backup }: UpdateReadiness,
  language: Language,
): readonly string[] {
  if (isReady) {
    if (backup === null) return [say(language, 'readyOnServer')];
    const { file } = backup;
    return [say(language, 'ready', { file }), say(language, 'back', { version: productVersion, file })];
  }
  const lines = kinds
    .filter((kind) => open[kind] > 0)
    .map((kind) => `  ${say(language, kind, { count: open[kind] })}`);
  return [say(language, 'wait'), ...lines];
}

export const updateCommands: readonly Command[] = [
  command({
    name: 'update prepare',
    zh: '安装新版本以前：看有没有没做完或不确定的事；没有就做一份逐页校验的备份，以便退回',
    en: 'before a new version is installed: is anything under way or unsure? if not, make a verified backup to go back to',
    access: 'seeWork',
    options: { out: path('FILE') },
    async run({ workspace, language, signal, options: { out } }) {
      const ready = unwrap(await prepareUpdate(workspace, out, signal));
      return report(readinessJson(ready), readinessLines(ready, language), !ready.isReady);
    },
  }),
];
