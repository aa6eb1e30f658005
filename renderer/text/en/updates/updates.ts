import type { updates as chinese } from '../../zh-CN/updates/updates.ts';

/** New versions: looked for, downloaded, installed. */
export const updates: typeof chinese = {
  intro:
    'New versions are signed by the publisher and checked before they are installed. You choose when to download and when to install. Looking for one sends nothing about the shop.',
  present: 'This version',
  lastLook: 'Last check',
  neverLooked: 'Not checked yet',
  newest: 'This is the newest version',
  check: 'Check',
  chooseFile: 'Choose a file',
  taken: 'Signature and content of {{version}} are right; it can be installed.',
  offered: 'New version {{version}}',
  found: 'New version {{version}} found',
  state: {
    later: 'Not its turn yet',
    offered: 'Can be downloaded',
    partly: 'Partly downloaded',
    ready: 'Can be installed',
  },
  early: 'Early',
  facts: 'Released on {{date}} · {{size}} MB',
  later:
    'This version is handed out step by step; it is not this computer’s turn yet. You will see it here when it is.',
  download: 'Download',
  resume: 'Continue download',
  downloading: 'Downloading',
  progress: '{{done}} / {{total}} MB',
  stop: 'Stop',
  install: 'Install {{version}}',
  installTitle: 'Install {{version}}?',
  installNote:
    'First it looks for open work and makes a verified backup; then the program ends, is installed and opens again.',
  installYes: 'Install',
  installing: 'Installing {{version}}; the program ends in a moment',
  installingNext: 'Backup: {{name}}.',
  installingServer: 'The order book lies on a server, whose owner makes the backups.',
  wait: 'It cannot be installed now: work is open',
  waitNext: 'Install it when that is done or answered; the new version is kept.',
  open: {
    bookings: 'Orders being booked or next',
    labels: 'Labels being printed or next',
    unsureOrders: 'Orders that may or may not be booked',
    unsureLabels: 'Labels that may or may not have come out',
  },
  came: 'Updated from {{from}} to {{to}}',
  cameNot: '{{to}} was not installed; this is still {{from}}',
  cameNotNext: 'The data were not touched. Install it again, or ask an administrator to.',
  wayBack:
    'To go back: install the previous version again ({{file}}, in updates/kept of the data folder), then restore the backup {{backup}}.',
  wayBackAlone:
    'To go back: get the installer of {{from}} from where it came from and install it, then restore the backup {{backup}}.',
  wayBackServer:
    'To go back: ask whoever owns the server for a backup from before the update, then install {{from}} again.',
  noted: 'Got it',
  show: 'Show',
  source: 'Where from',
  address: 'Update address',
  addressHint: 'A server of your own, starting with https://. Leave it empty to use the program’s address.',
  noAddress: 'No update address',
  noAddressNext: 'Set the address of a server of your own, or choose an installer file.',
  channel: 'Versions',
  channelName: { stable: 'Stable', early: 'Early' },
  automatic: 'Check once a day',
  save: 'Save',
};
