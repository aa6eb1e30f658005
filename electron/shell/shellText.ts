import type { Language } from '../../shared/text/describeError.ts';

const chinese = {
  edit: '编辑',
  undo: '撤销',
  redo: '重做',
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  selectAll: '全选',
  view: '视图',
  reload: '重新载入',
  zoomIn: '放大',
  zoomOut: '缩小',
  resetZoom: '原始大小',
  fullScreen: '全屏',
  window: '窗口',
  minimize: '最小化',
  help: '帮助',
  about: '关于 ShipDesk 发货台',
  quit: '退出',
  retry: '重试',
  close: '关闭',
  cannotStart: 'ShipDesk 发货台无法打开工作区',
  chooseOrders: '选择订单文件',
  chooseFolder: '选择文件夹',
  orderFiles: '订单文件',
};

/** Keys of the few texts that are Electron's own: menu and system dialogs. */
export type ShellTexts = Readonly<Record<keyof typeof chinese, string>>;

const english: ShellTexts = {
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  view: 'View',
  reload: 'Reload',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  resetZoom: 'Actual size',
  fullScreen: 'Full screen',
  window: 'Window',
  minimize: 'Minimise',
  help: 'Help',
  about: 'About ShipDesk',
  quit: 'Quit',
  retry: 'Try again',
  close: 'Close',
  cannotStart: 'ShipDesk cannot open the workspace',
  chooseOrders: 'Choose order files',
  chooseFolder: 'Choose a folder',
  orderFiles: 'Order files',
};

export function shellText(language: Language): ShellTexts {
  return language === 'en' ? english : chinese;
}

/** Language of menu and dialogs: `SHIPDESK_LANG` first, then the system's; Chinese when neither is known. */
export function chooseLanguage(wanted: string | undefined, systemLocale: string): Language {
  const locale = wanted === undefined || wanted === '' ? systemLocale : wanted;
  return /^en\b/i.test(locale) ? 'en' : 'zh-CN';
}
