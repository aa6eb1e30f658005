/** The recovery code: how the data are opened when the passphrase is forgotten or the computer is another one. */
export const recovery = {
  title: 'Write down the recovery code',
  keep: 'With it and a backup you get all data back when this computer breaks, is replaced, or the passphrase is forgotten. Write it on paper and keep that away from the computer; take no photo.',
  once: 'Shown this once and kept nowhere in the program. Whoever has it and a backup can see all data.',
  kept: 'I wrote it down',
  print: 'Print on the label printer',
  printed: 'The recovery code was printed. Put the paper away safely.',
  code: 'Recovery code',
  codeHint: '{{length}} letters and digits; upper or lower case and dashes do not matter.',
  mistyped: 'A character is wrong or in the wrong place. Compare it group by group.',
  byCode: 'Forgotten? Open with the recovery code',
  byPassphrase: 'Use the passphrase',
  openNote: 'Type the recovery code from the paper. Then set a new passphrase in Settings → Backups.',
  short: 'At least {{characters}} characters or {{words}} words.',
  plain: 'This passphrase is too easy to guess. Choose another.',
};

/** Restoring from a backup. */
export const restore = {
  open: 'Restore a backup…',
  openNew: 'Have a backup? Restore it…',
  title: 'Restore a backup',
  note: 'See what a backup holds before you decide. The present data are not deleted, only set aside.',
  none: 'No backup was found here. It may be on an external drive or another computer.',
  choose: 'Choose a backup file…',
  madeAt: 'Made',
  orders: 'Orders',
  look: 'Look',
  unknown: 'unknown',
  locked: 'This backup opens with the passphrase or recovery code of the time it was made',
  passphrase: 'Passphrase of that time',
  byCode: 'Open with the recovery code',
  byPassphrase: 'Open with the passphrase',
  openIt: 'Open backup',
  wrong: 'It does not open this backup. Check it and try again.',
  has_one: '{{shown}} order',
  has_other: '{{shown}} orders',
  practice: 'This is the backup of a practice workspace.',
  changesTitle: 'What changes with it',
  changes: {
    older:
      'Changes made to orders since then are undone. Waybills obtained since are checked with the platform, never booked twice.',
    elsewhere:
      'This computer has no record of what came after the backup: for seven days the platform is asked before anything is booked, so nothing is booked twice. A label that may have come out after the backup does not print by itself: you are asked first.',
    'people-kept': 'Operators, PINs and the record of acts stay as they are now.',
    unproven: 'An earlier version made this backup; nothing proves that it was not altered.',
    'other-key':
      'The backup has another key; afterwards its passphrase or recovery code opens the workspace.',
  },
  manager: 'A manager must agree',
  managerNote: 'This workspace has operators, so restoring takes a manager’s PIN.',
  pin: 'PIN',
  byRescue: 'PIN forgotten? Use the rescue code',
  byPin: 'Use the PIN',
  replaceKey: 'I know that the backup’s passphrase or recovery code will open the workspace',
  yes: 'Restore this backup',
  back: 'Back',
  other: 'Choose another backup',
  done_one: 'Restored the backup of {{at}}: {{shown}} order.',
  done_other: 'Restored the backup of {{at}}: {{shown}} orders.',
  setAside: 'The previous data are not deleted; they are in the folder set-aside of the workspace.',
  senderKept: 'The backup has no sender; the one given before is kept.',
  senderMissing: 'The backup has no sender; enter one in Settings before anything is booked.',
  erasedAgain_one: 'The backup held {{shown}} person erased at their request since; erased again.',
  erasedAgain_other: 'The backup held {{shown}} people erased at their request since; erased again.',
  erasedUnreadable:
    'The list of people erased at their request does not open: whoever was erased since the backup may be back, so erase them again.',
};

/** Settings → Backups: what opens this workspace. */
export const opening = {
  title: 'What opens your data',
  none: 'not set',
  since: 'set',
  passphrase: 'Passphrase',
  passphraseNote: 'Typed at each start. Backups made before a change still open with the previous one.',
  setPassphrase: 'Set passphrase',
  changePassphrase: 'Change passphrase',
  newPassphrase: 'New passphrase',
  save: 'Save',
  passphraseSet: 'The passphrase is changed; backups from now on open with it.',
  remove: 'Remove',
  removeTitle: 'Remove the passphrase?',
  removeNote:
    'From then on the system key store or the recovery code opens the workspace. Earlier backups still open with the passphrase.',
  recoveryNote:
    'On paper, for another computer or a forgotten passphrase. Lost? Renew it; the previous one is void at once.',
  renewRecovery: 'Renew',
  renewRecoveryTitle: 'Renew the recovery code?',
  renewRecoveryNote:
    'The new one is shown once: have pen and paper or the printer ready. The previous one opens earlier backups only.',
  noRecovery:
    'No recovery code yet: with the computer broken or the passphrase forgotten, nothing opens your data',
  noRecoveryNext: 'Make one now and write it down.',
  makeRecovery: 'Make recovery code',
  keyStore: 'System key store',
  keyStoreNote: 'No passphrase for this user of this computer. It does not open backups elsewhere.',
  useKeyStore: 'Use on this computer',
  useKeyStoreAgain: 'Use it again',
  keyStoreUsed: 'From now on this computer opens the workspace without typing.',
  restore: 'Restore a backup…',
  restoreTitle: 'Restore a backup?',
  restoreNote:
    'The workspace is locked first; bookings not made yet stay in the queue. On the next screen you choose a backup and see what it holds before you decide.',
  restoreYes: 'Lock and choose',
};
