import { isErrorCode } from '../../shared/errors/catalogue.ts';
import type { ErrorParams } from '../../shared/errors/outcome.ts';
import { describeError, type Language } from '../../shared/text/describeError.ts';
import { languageOf } from '../../shared/text/languageOf.ts';

/** The few texts that are Electron's own: menu, by its roles, and system dialogs. */
const texts = {
  edit: ['编辑', 'Edit'],
  undo: ['撤销', 'Undo'],
  redo: ['重做', 'Redo'],
  cut: ['剪切', 'Cut'],
  copy: ['复制', 'Copy'],
  paste: ['粘贴', 'Paste'],
  selectAll: ['全选', 'Select all'],
  view: ['视图', 'View'],
  reload: ['重新载入', 'Reload'],
  zoomIn: ['放大', 'Zoom in'],
  zoomOut: ['缩小', 'Zoom out'],
  resetZoom: ['原始大小', 'Actual size'],
  togglefullscreen: ['全屏', 'Full screen'],
  window: ['窗口', 'Window'],
  minimize: ['最小化', 'Minimise'],
  help: ['帮助', 'Help'],
  manual: ['使用手册', 'Manual'],
  about: ['关于 ShipDesk 发货台', 'About ShipDesk'],
  quit: ['退出', 'Quit'],
  retry: ['重试', 'Try again'],
  close: ['关闭', 'Close'],
  workInHand: ['还有事情没做完', 'Work is not finished'],
  workCounts: [
    '{bookings} 单正在取号，{labels} 张面单在打印。',
    '{bookings} orders are being booked and {labels} labels printed.',
  ],
  workStarting: ['刚才点的正在排队，马上开始。', 'What you have just started is being queued.'],
  workUpgrading: ['正在升级工作区的数据。', 'The data of the workspace are being upgraded.'],
  workMoving: ['正在搬订单簿。', 'The order book is being moved.'],
  moveNote: [
    '停下不会丢数据：订单簿还在原来的地方，再搬到同一个地方会接着搬。',
    'Stopping loses nothing: the order book is where it was, and another move to the same place goes on with it.',
  ],
  upgradeNote: [
    '停下不会丢数据；下次打开时从头再做一遍。',
    'Stopping loses nothing; the upgrade begins anew at the next start.',
  ],
  workNote: [
    '停下的留在队列里，下次打开接着做；已发出的不会重复。',
    'What is stopped stays queued and goes on at the next start; nothing is sent twice.',
  ],
  finishInBackground: ['在后台做完再退出', 'Finish in the background'],
  stopAndQuit: ['停下并退出', 'Stop and quit'],
  stayHere: ['不退出', 'Stay'],
  cannotStart: ['ShipDesk 发货台无法打开工作区', 'ShipDesk cannot open the workspace'],
  chooseOrders: ['选择订单文件', 'Choose order files'],
  chooseFolder: ['选择文件夹', 'Choose a folder'],
  orderFiles: ['订单文件', 'Order files'],
  chooseUpdate: ['选择新版本的安装文件', 'Choose the installer of a new version'],
  updateFiles: ['安装文件', 'Installers'],
  choosePrices: ['选择价格表文件', 'Choose a price table'],
  chooseGoodsCodes: ['选择商品条码文件', 'Choose a file of barcodes'],
  chooseBill: ['选择快递账单', 'Choose a carrier’s bill'],
  chooseTemplate: ['选择平台的发货模板', 'Choose a platform’s upload template'],
  tableFiles: ['表格文件', 'Table files'],
  chooseBackup: ['选择备份文件', 'Choose a backup'],
  backupFiles: ['备份文件', 'Backups'],
  chooseEvidence: ['选择要存进平台档案的文件', 'Choose a file for the platform record'],
  chooseCertificate: ['选择签发机构的证书', 'Choose the certificate of the authority'],
  certificateFiles: ['PEM 证书', 'PEM certificates'],
  evidenceFiles: ['证明、合同和图片', 'Certificates, contracts and pictures'],
  chooseBackupFolder: ['选择存放备份的文件夹', 'Choose a folder for backups'],
} as const;

export type ShellTexts = Readonly<Record<keyof typeof texts, string>>;

export function shellText(language: Language): ShellTexts {
  const inLanguage = Object.entries(texts).map(([key, [zh, en]]) => [key, language === 'en' ? en : zh]);
  return Object.fromEntries(inLanguage) as ShellTexts;
}

/** The system's language; empty where none is set: Chromium then says `en-US` on Linux. */
export function systemLocale(
  locale: string,
  platform: NodeJS.Platform,
  { LANGUAGE, LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv,
): string {
  if (platform !== 'linux') return locale;
  const posixLocale = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '');
  const isSet = posixLocale !== undefined && !/^(?:C|POSIX)(?:\.|$)/i.test(posixLocale);
  return isSet || (LANGUAGE ?? '') !== '' ? locale : '';
}

/** Language of a window nobody has chosen one for: `SHIPDESK_LANG` first, then the system's; Chinese when neither is known. */
export function chooseLanguage(wanted: string | undefined, systemLocale: string): Language {
  return languageOf(wanted || systemLocale);
}

/** Why the workspace cannot be opened and what to do, in each of these languages, with the code for whoever is asked for help. */
export function refusalWords(languages: readonly Language[], code: string, params: ErrorParams) {
  const known = isErrorCode(code) ? code : 'INTERNAL';
  const texts = languages.map((language) => describeError(known, params, language));
  return {
    title: languages.map((language) => shellText(language).cannotStart).join(' / '),
    says: texts.map(({ says }) => says).join('\n'),
    next: `${texts.map(({ next }) => next).join('\n')}\n\n${code}`,
    whole: `${texts.map(({ says, next }) => `${says}\n${next}`).join('\n')}\n\n${code}`,
  };
}
