import type { UpgradeListener } from '../../../shared/domain/upgrade.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { phrases } from './phrases.ts';
import type { Terminal } from './terminal.ts';

const say = phrases({
  copy: [
    '正在升级工作区（{size} MB）{place}：备份 …… 数据多时要几分钟到十几分钟；中断不丢数据，下次从头再做。',
    'Upgrading the workspace ({size} MB) {place}: backup … A large one takes minutes; interrupted, nothing is lost and it begins anew.',
  ],
  write: ['正在升级工作区 {place}：写备份文件 ……', 'Upgrading the workspace {place}: writing the backup …'],
  check: ['正在升级工作区 {place}：核对备份 ……', 'Upgrading the workspace {place}: checking the backup …'],
  change: ['正在升级工作区 {place}：更新数据 ……', 'Upgrading the workspace {place}: changing the data …'],
});

const bytesPerMegabyte = 1_000_000;

/** The progress of a workspace upgrade on the terminal, while the command waits for it. */
export function upgradeLines({
  terminal,
  language,
}: {
  readonly terminal: Terminal;
  readonly language: Language;
}): UpgradeListener {
  return (progress) => {
    if (progress === null) return terminal.endProgress();
    const { part, done, total, bytes } = progress;
    const size = Math.ceil(bytes / bytesPerMegabyte);
    terminal.progress(say(language, part, { size, place: `${done + 1}/${total}` }));
  };
}
