/** The pages as they are written; read once when the manual is opened for the first time. */
export const texts: Readonly<Record<string, string>> = import.meta.glob('../../../../docs/manual/en/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Only those that a page shows. */
export const pictures: Readonly<Record<string, string>> = import.meta.glob(
  [
    '../../../../docs/screenshots/en{,-dark}/{today,import,mapping,changes,correct,ship,preflight,print,labels}.png',
    '../../../../docs/screenshots/en{,-dark}/{bench,handover,track-exceptions,board,alarms,settings,printers}.png',
    '../../../../docs/screenshots/en{,-dark}/{accounts,operators,rules,backups,recovery,restore}.png',
  ],
  { query: '?url', import: 'default', eager: true },
);
