/** Who works here: signing in, switching, approving. */
export const operators = {
  signInNeeded: 'Sign-in needed',
  title: 'Sign in',
  note: 'Choose your name and enter your PIN. Your unfinished work is kept.',
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
  hide: 'Hide ({{count}} s)',
};

/** A first label that hides nothing. */
export const fullForm = {
  short: 'Print in full…',
  title: 'Print the label of order {{orderNo}} in full',
  reasonLabel: 'Reason',
  queued: 'The full label of order {{orderNo}} is queued.',
};

export const operatorSettings = {
  tab: { people: 'People', rights: 'Rights', record: 'Activity' },
  add: 'Add operator',
  addFirst: 'Add a manager',
  addFirstAs: 'Add and sign in as “{{name}}”',
  changed: '“{{name}}” is saved.',
  removed: 'Operator “{{name}}” is removed.',
  none: 'No operators yet',
  noneNote:
    'Whoever unlocks this workspace now is its owner, may do everything, and stands in the ledger without a name.',
  noneWhy:
    'Where several people share a computer, add them: everybody signs in with a PIN and can do what the post needs; reprints and looks at personal data are recorded with who and why.',
  noneRescue:
    'With the manager comes a rescue code to write down: it sets a new PIN for a manager who forgot it.',
  firstTitle: 'The first operator is a manager, and you will be signed in under this name',
  firstNext:
    'From then on everybody needs a PIN to work, and is signed out after a few minutes away. Keep this PIN in mind. Next a rescue code is shown once, so have pen and paper ready: it is needed should the PIN be forgotten.',
  name: 'Name',
  nameHint: 'As the print ledger and the record shall show it.',
  role: 'Role',
  newPin: 'New PIN (empty: as it is)',
  ownRole: 'This is yourself: once saved you are no manager any more and cannot manage operators.',
  you: 'you',
  signedIn: 'last signed in',
  neverSignedIn: 'never signed in',
  change: 'Change',
  changeNamed: 'Change “{{name}}”',
  removeTitle: 'Remove operator “{{name}}”?',
  removeNote: 'This person cannot sign in any more, from now on. What was done stays on record.',
  removeSelfNote: 'This is yourself: you will be signed out at once. What was done stays on record.',
  removeLastNote:
    'This is the last operator: no PIN is needed any more, and whoever unlocks the workspace is its owner. What was done stays on record.',
  idle: 'Sign out after so long without a key',
  idleNote:
    'After so long without a key, a scan or the mouse the PIN is asked for again. Printing and booking go on meanwhile.',
  right: 'Right',
  may: 'yes',
  mayNot: 'no',
  byApproval: 'With approval',
  everyTime: 'PIN each time',
  rightsNote:
    '“With approval”: somebody with the right enters a PIN there and then, for this one time. “PIN each time”: also a manager enters it each time, with a reason.',
  whole: '{{total}} entries follow each other without a gap; none was changed.',
  broken: 'The record cannot be trusted from entry {{no}} on',
  brokenNext:
    'Somebody changed or removed entries behind the program. Keep this workspace and compare what stands around entry {{no}} with an earlier backup.',
  noActs: 'Nothing on record yet',
  noActsNote:
    'Sign-ins, reprints, labels that hide nothing, looks at and exports of personal data, and changes of operators are kept here; none can be changed or removed.',
  noMatch: 'Nothing of this kind on record',
  filters: 'Filter the record',
  chip: { all: 'All', labels: 'Labels', personal: 'Personal data', staff: 'Operators', signIns: 'Sign-ins' },
  col: {
    no: 'No.',
    at: 'Time',
    who: 'Operator',
    kind: 'Did',
    what: 'What',
    order: 'Order',
    reason: 'Reason',
    approver: 'Approved by',
  },
  what: {
    order: 'order',
    orders_one: '{{count}} order',
    orders_other: '{{count}} orders',
    address: 'address',
    addressMemory_one: '{{count}} learned correction',
    addressMemory_other: '{{count}} learned corrections',
    copy: 'copy {{copyNo}}',
    parcelCopy: 'parcel {{parcelNo}}, copy {{copyNo}}',
    pin: 'PIN',
  },
};

/** The rescue code: how a manager who forgot the PIN gets back in. */
export const rescue = {
  title: 'Write down the rescue code',
  keep: 'It sets a new PIN for a manager who forgot it. Write it on paper and keep that with the papers of the shop, not on this computer.',
  once: 'It is shown this once and not kept by the program. Once used it is void, and a new one is given.',
  noted: 'I have written it down',
  forgot: 'Forgot PIN?',
  forManager: 'The rescue code sets a new PIN for “{{name}}”.',
  orManager: 'Another manager ({{names}}) can do it as well.',
  forOther: 'A manager sets a new PIN for “{{name}}”',
  askManager: 'Ask {{names}} to sign in and press “Change” in Settings, Operators.',
  none: 'This workspace has no rescue code yet',
  noneAlone:
    'There is no other manager either, so no new PIN can be set. Should it come back to you, sign in and make a rescue code at once in Settings, Operators.',
  code: 'Rescue code',
  codeHint: '{{length}} letters and digits; case and dashes do not matter.',
  newPin: 'New PIN',
  set: 'Set the new PIN',
  back: 'Back to the sign-in',
  wrongWait_one: 'The rescue code is wrong. Try again in {{count}} second.',
  wrongWait_other: 'The rescue code is wrong. Try again in {{count}} seconds.',
  missing: 'No rescue code yet: a manager who forgets the PIN would be locked out for good',
  missingNext: 'Make one now, write it on paper and keep it safe.',
  make: 'Make a rescue code',
  present: 'A rescue code was given and should be on paper',
  presentNote:
    'A manager who forgot the PIN presses “Forgot the PIN” at the sign-in and sets a new one with it. If the paper is lost, make a new code.',
  renew: 'New rescue code',
  renewTitle: 'Make a new rescue code?',
  renewNote: 'The new one is shown once: have pen and paper ready. The old one is void at once.',
  renewYes: 'Make a new one',
};
