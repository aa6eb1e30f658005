/** The pages of the manual in the order they are listed. Each is a file of that name in `docs/manual/zh-CN` and `docs/manual/en`. */
export const manualGroups = {
  start: ['first-day'],
  screens: ['today', 'import', 'correct', 'ship', 'print', 'pack', 'track', 'insight', 'settings'],
  devices: ['printers', 'platforms', 'scales-and-guns', 'benches'],
  trouble: ['errors', 'network-gone', 'printer-gone', 'computer-dies', 'wrong-labels'],
  care: ['privacy', 'backup', 'installing', 'licences'],
  develop: ['automation', 'adapters'],
} as const;

export type ManualGroup = keyof typeof manualGroups;
export type ManualPage = (typeof manualGroups)[ManualGroup][number];

export const manualPages: readonly ManualPage[] = Object.values(manualGroups).flat();

export const isManualPage = (name: string): name is ManualPage => manualPages.some((page) => page === name);
