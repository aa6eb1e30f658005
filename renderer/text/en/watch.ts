/** Watched folder. */
export const watch = {
  off: 'No folder is watched. Choose the one your ERP exports orders into, and new files are imported by themselves.',
  on: 'Watching {{folder}}',
  profile: 'Read as',
  anyProfile: 'Recognise by itself',
  action: 'What happens to a new file',
  actionOf: { import: 'Import only', ship: 'Import and book' },
  actionNote: {
    import: 'Orders wait for a person; nothing is booked by itself.',
    ship: 'Orders without doubt are booked by themselves with the default account and carrier.',
  },
  note: 'A file is taken once it no longer changes; then it moves to done, or with the reason to failed. The same file is never taken twice.',
  choose: 'Choose a folder…',
  change: 'Another folder…',
  turnOff: 'Stop watching',
  last: 'Last files',
  noFiles: 'No file was taken yet.',
  state: { taken: 'Imported', failed: 'Not imported', seen: 'Not imported, seen' },
  seen_one: 'Seen ({{count}})',
  seen_other: 'Seen ({{count}})',
  seenNote: 'The file and a report of the reason lie in the folder "failed"; mend it and drop it in again.',
};
