import type { workstations as chinese } from '../../zh-CN/workstations/workstations.ts';

/** Several benches on one order book: joining, inviting, shutting out, another address of the server. */
export const workstations = {
  intro:
    'Several computers work on one order book on a server. They share orders, accounts and rules; printers, scale and appearance belong to each bench.',
  alone: 'The orders are in a file on this computer, which works on its own; no server is needed.',
  aloneMove:
    'To work with several computers, set up a PostgreSQL server, move the orders there, then invite the others.',
  moveThere: 'Move to a server…',
  moveHere: 'Move back to this computer…',
  moveCheck: 'Check first',
  moveAddress: '{{address}}',
  moveAsk: 'Move the order book to {{place}}?',
  moveChecked:
    'Checked, it can be moved. The order book has {{orders}} orders; shipments, labels, accounts and settings go along.',
  moveMeans:
    'Bookings and labels in hand are finished first. Nothing can be shipped while it moves. Every row is compared at the end, and only then is it switched. Where it is stopped or the power fails, the order book is where it was.',
  moveThereAfter:
    'The previous file stays in the set-aside folder of the workspace. Remove it once you are sure.',
  moveHereAfter: 'The book on the server is not used any more afterwards, and no other computer can open it.',
  moveYes: 'Start moving',
  moveRuns: 'Moving the order book to {{place}}',
  moveBegins: 'Getting ready…',
  moveCopies: 'Step 1 of 2: {{rows}} of {{total}} rows moved',
  moveCompares: 'Step 2 of 2: {{rows}} of {{total}} rows compared',
  moveTime: '{{time}} so far',
  moveLeft: '{{time}} so far, about {{left}} left',
  moveNote:
    'Nothing is lost when you stop it, close the program or the power fails: the order book is where it was, and another move to the same place goes on with what was copied.',
  moveStop: 'Stop',
  moved: 'The order book was moved to {{place}} and compared row by row: {{rows}} rows are the same.',
  movedThereNext:
    'Other computers can be invited now. The previous file stays in the set-aside folder of the workspace; remove it once you are sure.',
  movedHereNext: 'The book on the server is not used any more, and no other computer can open it.',
  moveCut:
    'The program ended before the last move to {{place}} did. The order book is where it was, and nothing is lost.',
  moveCutNext:
    'To go on, move it to the same place again; what was copied stays there. If you do not want to, work on as before.',
  moveKept: '{{kept}} of them had been copied by an earlier move; they were compared and not copied again.',
  moveAnew:
    'What an earlier move had copied was of no use: the program, the keys or the encryption had changed, or it was not whole. Everything was copied again.',
  moveSeen: 'Got it',
  place: 'Orders are kept on',
  places: { file: 'This computer', server: 'A server of the shop' },
  placeNote:
    'Needs a server with PostgreSQL 13 or later and an empty database. Its administrator can read no account keys and no passwords.',
  personal: 'Names, phones, street addresses and remarks on the server',
  personalData: 'Personal data',
  personals: { readable: 'The administrator can read them', sealed: 'Encrypted' },
  personalNotes: {
    readable:
      'Whoever runs the server or has a backup of its database can read them. This stays so until the orders are moved.',
    sealed:
      'Whoever runs the server or has a backup of its database sees numbers, goods, districts, states, times and amounts alone; in return imports are slower and the database is some 40% larger. This stays so until the orders are moved.',
  },
  statements: 'Statements for the administrator',
  statementsNote:
    'To be run once in psql. The role can use this one database; it makes no other roles or databases.',
  admit:
    'Then let the computers of the shop in, in pg_hba.conf: hostssl {{database}} {{user}} 192.168.1.0/24 scram-sha-256',
  host: 'Address of the server',
  hostNote:
    'With a second server that follows, write both: 192.168.1.10, 192.168.1.11:5433. Whichever takes writes is used.',
  port: 'Port',
  database: 'Database',
  user: 'Role',
  password: 'Password',
  server: 'Server',
  proof: 'How the server proves itself',
  proofs: {
    pin: 'Fingerprint',
    ca: 'Certificate file',
    system: 'Trusted authority',
    plain: 'Not encrypted',
  },
  proofNotes: {
    pin: 'This very certificate is taken, also one the server signed itself. A new one must be agreed again.',
    ca: 'The certificate of the server is signed by this authority; a renewed one is taken as well.',
    system: 'The certificate is signed by an authority this computer trusts anyway, for this very address.',
    plain: 'Within this computer alone; nothing goes over a network.',
  },
  chooseCa: 'Choose the certificate file',
  fingerprint: 'Fingerprint of the certificate (SHA-256)',
  fingerprintHint:
    'Read off at the server: openssl x509 -noout -fingerprint -sha256 -in the certificate’s file',
  fingerprintWrong: 'A fingerprint has 64 hexadecimal digits, with or without colons.',
  look: 'Look at the certificate of the server',
  shown: 'The server shows this certificate. Compare it with what the administrator reads off at the server:',
  subject: 'Issued for',
  validUntil: 'Valid until',
  same: 'Compared, it is the same',
  name: 'Name of this computer',
  nameHint: 'As the other benches see it, for example “Packing 2”.',
  code: 'Invitation',
  codeHint: 'From a manager, in Settings → Benches; good for an hour and for one computer.',
  join: 'Join',
  ownPassphrase: 'Passphrase of this computer',
  joinAnew: 'Join again with an invitation…',
  joinAnewAsk: 'Set this bench aside and join again?',
  joinAnewNote:
    'What is left of this bench here moves to “set-aside” in its folder; nothing is deleted. The orders on the server are not affected.',
  joinAnewAct: 'Set aside and join',
  reconnect: 'The server has a new address or password…',
  reconnectAsk: 'Give the server’s new address?',
  reconnectNote:
    'The workspace is locked, then you give the new address, password or certificate. It must hold the same order book; if it cannot be reached, the previous address stays.',
  reconnectLock: 'Lock and give it',
  reconnectTitle: 'New address of the server',
  reconnectIntro:
    'It must hold the same order book. If it does not, or cannot be reached, the previous address stays.',
  reconnectYes: 'Connect and open',
  reachable: 'Connection',
  answers: 'Answers',
  isAway: 'Cannot be reached',
  heard: 'Last answer',
  list: 'Computers',
  unknown: 'The server does not answer, so the benches cannot be listed now.',
  own: '(this computer)',
  atWork: 'At work',
  notThere: 'Not there',
  isShutOut: 'Shut out',
  joined: 'Joined',
  seen: 'last seen',
  shutOutAt: 'shut out',
  noKey: 'Did not get the new keys: shut it out and have it join again.',
  program: 'version {{version}}',
  and: ', ',
  duties: 'Does for all: {{names}}',
  duty: {
    tracking: 'tracking',
    pushes: 'pushed tracking',
    cases: 'exceptions',
    alarms: 'alarms',
    reviews: 'daily and weekly reviews',
    webhooks: 'webhooks',
    events: 'record of events',
    retention: 'removing personal data',
  },
  invite: 'Invite a computer',
  inviteTitle: 'Invitation',
  inviteHow:
    'Open ShipDesk on the other computer, choose “Join the benches of this shop” and paste it there.',
  within: 'The address of the server is good on this computer only; another one cannot join by it.',
  withinNext: 'Give the server’s address on the network first, then invite.',
  minutes_one: 'Good for {{count}} more minute, and for one computer.',
  minutes_other: 'Good for {{count}} more minutes, and for one computer.',
  expired: 'It is no longer good; make another one.',
  keepIt:
    'Shown this once. Keep it like a password: even when it is spent, it holds role and password of the server.',
  asPicture: 'Show a QR code',
  asText: 'Show the text',
  picture: 'QR code of the invitation',
  pictureHow:
    'On the other computer click into “Invitation” and scan it with a 2D gun that reads from screens.',
  noted: 'I have passed it on',
  shutOut: 'Shut out',
  shutOutTitle: 'Shut “{{name}}” out?',
  shutOutNote:
    'It stops within ten seconds, also in the middle of work, and cannot open this order book any more. Other benches take over its unfinished bookings; labels at its own printers stay with it. The keys are renewed and earlier invitations are void; the password of the server that it has kept stays good.',
  leftTitle: '“{{name}}” is shut out, but it still knows the password of the server.',
  leftNext:
    'Have the password changed at the server now, then give it to each bench with “The server has a new address or password”.',
} satisfies typeof chinese & { readonly minutes_one: string };
