import type { OwnLayoutReason } from '../../../shared/domain/carrierLabel.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import type { WorkTally } from '../../usecases/workspace/workTally.ts';
import { commandText } from '../main/commandText.ts';

/** Chinese, English. */
const reasons: Readonly<Record<OwnLayoutReason, readonly [string, string]>> = {
  'no-window': ['命令行没有窗口可以画', 'the command line has no window to draw in'],
  'not-asked': ['取号时没有要求模板', 'no template was asked for when it was booked'],
  'not-returned': ['平台没有带回模板', 'the platform sent no template'],
  reprint: ['补打要印标记', 'a reprint carries a mark'],
  'internal-size': ['内部标签', 'it is the internal label'],
  'too-long': ['模板太长', 'the template is too long'],
  script: ['模板要运行脚本', 'the template wants to run script'],
  outside: ['模板要联网取内容', 'the template wants the network'],
  empty: ['模板是空白', 'the template is empty'],
  'too-large': ['模板比纸大', 'the template is larger than the paper'],
  slow: ['模板画得太慢', 'the template took too long to draw'],
  navigated: ['模板跳到了别处', 'the template went elsewhere'],
  failed: ['模板没能画出来', 'the template could not be drawn'],
};

/** Labels that came out in our own layout where the account asks for the carrier's, one line a reason. */
export function ownLayoutLines(ownLayouts: WorkTally['ownLayouts'], language: Language): string[] {
  return ownLayouts.map(({ reason, count }) =>
    commandText(language, 'ownLayoutLine', { count, reason: reasons[reason][language === 'en' ? 1 : 0] }),
  );
}
