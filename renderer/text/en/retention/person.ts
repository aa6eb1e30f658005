/** Looking up and erasing one person at their request. */
export const person = {
  title: 'Look up or erase one person on request',
  intro:
    'When somebody asks to be deleted, their phone number finds all that is kept about them. Orders that are over are erased at once; the others go on as usual and are erased automatically once they are over. Order number, waybill, amounts, weights, province and city stay.',
  phone: 'Receiver’s phone',
  phoneHint: 'The whole number; a relay number with its extension, such as 18412345678-1234.',
  reasonLabel: 'Reason (recorded)',
  reason: { erase: 'asked to be deleted', ask: 'asked what is kept' },
  find: 'Look up',
  head_one: '{{phone}}: {{count}} order, {{free}} can be erased now',
  head_other: '{{phone}}: {{count}} orders, {{free}} can be erased now',
  code: 'code {{code}}',
  erasedOn: 'This number was last erased on {{day}}.',
  order: 'Order',
  name: 'Receiver',
  standing: 'Erasing',
  free: 'can be erased',
  kept: 'kept: {{reason}}; erased {{until}}',
  keptBy: 'kept: {{reason}}; erased {{until}}, by {{day}} at the latest',
  more_one: '{{count}} more earlier order.',
  more_other: '{{count}} more earlier orders.',
  things:
    'Remembered addresses: {{addresses}} · drafts: {{drafts}} · drawn labels: {{labels}} · result files: {{results}}',
  others_one: '{{count}} order under this number with another extension is of somebody else and not counted.',
  others_other:
    '{{count}} orders under this number with other extensions are of other people and not counted.',
  named_one: 'Named in {{count}} order of somebody else, where erasing masks it.',
  named_other: 'Named in {{count}} orders of others, where erasing masks it.',
  namedKept_one: '{{count}} of them is not over and keeps it for now: erase once more then.',
  namedKept_other: '{{count}} of them are not over and keep it for now: erase once more then.',
  result: 'Result file {{name}} holds the number: erase once more when all orders are over, and it goes too.',
  backupBy: 'Backup {{name}} may still hold it; in regular use the schedule drops it by {{day}}.',
  backupByHand: 'Backup {{name}} may still hold it and is not removed automatically.',
  server: 'The book lies on a server: whoever runs it looks after its backups.',
  benches_one:
    '{{count}} other bench keeps copies for when the server is away, renewed when it next connects.',
  benches_other:
    '{{count}} other benches keep copies for when the server is away, renewed when they next connect.',
  aside_one:
    'The set-aside folder holds {{count}} previous workspace that may hold it too; remove it if it is not needed.',
  aside_other:
    'The set-aside folder holds {{count}} previous workspaces that may hold it too; remove what is not needed.',
  exports_one:
    '{{count}} file with receivers was written since the first order; copies taken elsewhere have to be removed by hand.',
  exports_other:
    '{{count}} files with receivers were written since the first order; copies taken elsewhere have to be removed by hand.',
  erase: 'Erase this person',
  eraseTitle: 'Erase the personal data of {{phone}}?',
  eraseNote_one:
    '{{count}} order is erased at once: it cannot be brought back, nor its label reprinted. Erased automatically once over: {{kept}}. Remembered addresses, drafts and their drawn labels are removed. Who erased is recorded.',
  eraseNote_other:
    '{{count}} orders are erased at once: they cannot be brought back, nor their labels reprinted. Erased automatically once over: {{kept}}. Remembered addresses, drafts and their drawn labels are removed. Who erased is recorded.',
  erased_one: 'Erased the personal data of {{count}} order and removed {{files}} files.',
  erased_other: 'Erased the personal data of {{count}} orders and removed {{files}} files.',
  left_one: '{{count}} order is still needed; it is looked at daily and erased once it is not.',
  left_other: '{{count}} orders are still needed; they are looked at daily and erased once they are not.',
};
