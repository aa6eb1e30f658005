/** Who works here: signing in, switching, approving. */
export const operators = {
  signInNeeded: 'Sign-in needed',
  title: 'Sign in',
  note: 'Choose your name and enter your PIN. What was typed before is kept; you come back to where it is.',
  switchTitle: 'Switch operator',
  switchNote: 'take over or sign out',
  now: 'Working now:',
  signIn: 'Sign in',
  signOut: 'Sign out',
  who: 'Operators',
  pin: 'PIN',
  pinAgain: 'The same once more',
  pinHint: '{{least}} to {{most}} digits, neither all the same nor in a row.',
  pinUnlike: 'The two are not the same.',
  chooseFirst: 'Choose a name first',
  clear: 'Clear',
  backspace: 'Delete one digit',
  wrong: 'The PIN is wrong. Enter it again.',
  again: 'It can be entered again now.',
  wrongWait_one: 'The PIN is wrong. Try again in {{count}} second.',
  wrongWait_other: 'The PIN is wrong. Try again in {{count}} seconds.',
  approveTitle: 'Approval needed: {{what}}',
  approveNote: 'Let somebody with that right enter a PIN. It holds for this one time and is recorded.',
  approveOrder:
    'Order {{orderNo}}. Let somebody with that right enter a PIN. It holds for this one time and is recorded.',
  approve: 'Approve',
  whoMay: 'You do not have this right; somebody who has it ({{names}}) enters a PIN here.',
  rightNeeded: 'This takes the right to {{what}}',
  rightHolders: 'Who has it: {{names}}. Go on with the other screens, or let them sign in.',
  forgot: 'If it is forgotten, a manager can set a new one.',
  scanned: 'The code just scanned was not used. Sign in, then scan it.',
};

/** Seeing one receiver in full. */
export const reveal = {
  short: 'Show in full',
  title: 'See the receiver of order {{orderNo}} in full',
  note: 'Name, phone and address are shown for one minute. Who looked, and why, is recorded.',
  reasonLabel: 'Reason',
  reason: {
    asked: 'Buyer called',
    courier: 'Courier asks',
    check: 'Checking the address',
    returned: 'Handling a return',
  },
  show: 'Show',
  hide_one: 'Hide ({{count}} s)',
  hide_other: 'Hide ({{count}} s)',
};

/** A first label that hides nothing. */
export const fullForm = {
  short: 'Print in full…',
  title: 'Print the label of order {{orderNo}} in full',
  reasonLabel: 'Reason',
  print: 'Print',
  queued: 'The full label of order {{orderNo}} is queued.',
};
