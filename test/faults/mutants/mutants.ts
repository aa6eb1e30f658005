import { accessMutants } from './accessMutants.ts';
import { parcelMutants } from './parcelMutants.ts';

/** One way to break the product on purpose, and the tests that must notice. */
export interface Mutant {
  readonly name: string;
  readonly file: string;
  /** Each text stands exactly once in the file; a test holds the list to that. */
  readonly changes: readonly (readonly [text: string, instead: string])[];
  readonly tests: readonly string[];
}

const usecases = 'test/unit/electron/usecases';
const attacks = 'test/security/attacks';

export const mutants: readonly Mutant[] = [
  {
    name: 'the sending mark is written after sending',
    file: 'electron/usecases/booking/book.ts',
    changes: [
      [
        '  const marked = await workspace.store.write(',
        `  const early = await platform.book(request, await keysOfNow(workspace, opened), workspace.ports);
  const marked = await workspace.store.write(`,
      ],
      ['const answer = await platform.book(request, keys, workspace.ports);', 'const answer = early;'],
    ],
    tests: [`${usecases}/booking/beforeSending.test.ts`],
  },
  {
    name: 'a number that was booked under another code before the restore is not asked about',
    file: 'electron/usecases/booking/afterRestore/bookedBefore.ts',
    changes: [['if (!(await write.outsideReferences.hasStanding())) return [];', 'if (now > 0) return [];']],
    tests: [`${usecases}/booking/afterRestore/restoredNumbers.test.ts`],
  },
  {
    name: 'the queue of a restored backup is sent without asking the journal for the number',
    file: 'electron/usecases/booking/afterRestore/bookedBefore.ts',
    changes: [['.length > 0;', '.length > 999;']],
    tests: [`${usecases}/booking/afterRestore/restoredNumbers.test.ts`],
  },
  {
    name: 'commits wait for no disk (synchronous=NORMAL)',
    file: 'electron/store/database/openDatabase.ts',
    changes: [["['synchronous', 'FULL', 2]", "['synchronous', 'NORMAL', 1]"]],
    tests: ['test/unit/electron/store/openStore.test.ts'],
  },
  {
    name: 'commits beside an import wait for no disk',
    file: 'electron/store/database/syncedTogether.ts',
    changes: [["database.pragma('synchronous=FULL');", '']],
    tests: ['test/unit/electron/store/database/syncedTogether.test.ts'],
  },
  {
    name: 'what an import stored is told without having waited for the disk',
    file: 'electron/store/database/syncedTogether.ts',
    changes: [['if (isAnyOpen) await waitForDisk(db);', '']],
    tests: ['test/unit/electron/store/database/syncedTogether.test.ts'],
  },
  {
    name: 'an unsure booking is sent again instead of asked for',
    file: 'electron/usecases/booking/book.ts',
    changes: [
      [
        "if (shipment.state === 'unsure') return inTurn(turn, 'find', findBooking);",
        "if (shipment.state === 'unsure') return inTurn(turn, 'find', sendBooking);",
      ],
    ],
    tests: [`${usecases}/booking/book.test.ts`],
  },
  {
    name: 'a booking of unknown outcome is tried again',
    file: 'electron/dispatch/decideBooking.ts',
    changes: [
      [
        "if (outcome.certainty === 'unknown') return { kind: 'find', code, params };",
        "if (outcome.certainty === 'unknown') return { kind: 'wait', code, params };",
      ],
    ],
    tests: ['test/unit/electron/dispatch/decideBooking.test.ts', `${usecases}/booking/book.test.ts`],
  },
  {
    name: 'a state is changed whoever changed it meanwhile',
    file: 'electron/store/database/table.ts',
    changes: [
      [
        'async change(seen, changes) {',
        'async change(all, changes) { const seen = { id: (all as unknown as { id: string }).id };',
      ],
      ['version: seen.version + 1', 'version: all.version + 1'],
    ],
    tests: ['test/conformance/store.test.ts'],
  },
  {
    name: 'a number that belongs to another order is taken',
    file: 'electron/usecases/booking/settle.ts',
    changes: [['isForeign ? foreignWaybill(made.outcome) : made.outcome', 'made.outcome']],
    tests: [`${usecases}/booking/book.test.ts`],
  },
  {
    name: 'an answer settles what a person has settled meanwhile',
    file: 'electron/usecases/booking/settle.ts',
    changes: [['version === shipment.version ? undefined', 'version !== -1 ? undefined']],
    tests: [`${usecases}/booking/settleLateAnswer.test.ts`],
  },
  {
    name: 'a reprint needs no reason',
    file: 'electron/usecases/printing/reprint.ts',
    changes: [
      [
        "if (reason === '') return failure('LABEL_REPRINT_NEEDS_REASON');",
        "if (reason === null) return failure('LABEL_REPRINT_NEEDS_REASON');",
      ],
    ],
    tests: [`${usecases}/printing/printLabel.test.ts`],
  },
  {
    name: 'a label that was being sent at a kill counts as not printed',
    file: 'electron/usecases/printing/printLabel.ts',
    changes: [
      ['await printer.transport.find(printer.target, printJob.id);', "didNotHappen('PRINTER_OFFLINE');"],
    ],
    tests: [`${usecases}/workspace/recover.test.ts`, `${usecases}/workstations/away/labelsOnTheWay.test.ts`],
  },
  {
    name: 'a parcel that came into the book is judged anew at the next start',
    file: 'electron/usecases/workstations/away/replayParcel.ts',
    changes: [
      ['if ((await write.bench.gesture(mark)) !== undefined) return;', ''],
      ['await write.bench.addGesture({ ...last, id: mark', 'void ({ ...last, id: mark'],
    ],
    tests: [`${usecases}/workstations/away/awayBench.test.ts`],
  },
  {
    name: 'the journal of outside calls is written after the call',
    file: 'electron/usecases/booking/callOutside.ts',
    changes: [
      ['refused === null ? await call.send() :', 'refused === null ? sent :'],
      [
        '  if (journaled !== null && journal?.isQuestion !== true)',
        '  const sent = await call.send();\n  if (journaled !== null && journal?.isQuestion !== true)',
      ],
    ],
    tests: [`${usecases}/booking/beforeSending.test.ts`],
  },
  {
    name: 'a journal that was cut behind the mark of the database is believed',
    file: 'electron/store/journal/proveJournal.ts',
    changes: [["if (mark !== null && !isOf(mark, read, last)) return 'no';", '']],
    tests: ['test/unit/electron/store/journal/openCallJournal.test.ts'],
  },
  {
    name: 'a line of the journal is not bound to the line before it',
    file: 'electron/store/journal/sealedSegment.ts',
    changes: [['line.slice(-tagDigits)', 'line.slice(0, 0)']],
    tests: ['test/unit/electron/store/journal/openCallJournal.test.ts'],
  },
  {
    name: 'a call leaves although the lock of the workspace is lost',
    file: 'electron/store/journal/openCallJournal.ts',
    changes: [["if (!isHeld()) return failure('WORKSPACE_TAKEN');", '']],
    tests: ['test/unit/electron/store/journal/openCallJournal.test.ts'],
  },
  {
    name: 'a database is opened beside a program that has it open',
    file: 'electron/store/openStore.ts',
    changes: [['if (!isAlone(writer.value)) {', 'if (Date.now() < 0) {']],
    tests: ['test/unit/electron/store/database/workspaceLock.test.ts'],
  },
  {
    name: 'steps of a migration are marked outside its transaction',
    file: 'electron/store/database/sqliteDialect.ts',
    changes: [['    return true;', '    return false;']],
    tests: ['test/unit/electron/store/database/migrate.test.ts'],
  },
  {
    name: 'a backup is a copy of the live file',
    file: 'electron/store/backup/backUpDatabase.ts',
    changes: [
      [
        'await sql`vacuum into $',
        "const fs = await import('node:fs');\n    fs.copyFileSync(join(source.folder, 'shipdesk.db'), copyPath);\n    await sql`select $",
      ],
    ],
    tests: [`${usecases}/workspace/restore.test.ts`],
  },
  {
    name: 'a backup takes the place of a database that a program has open',
    file: 'electron/usecases/workspace/restore.ts',
    changes: [['if (isInUse(', 'if (now < 0 && isInUse(']],
    tests: [`${usecases}/workspace/restore.test.ts`],
  },
  {
    name: 'a backup is believed whoever wrote its header',
    file: 'electron/usecases/workspace/backupKey.ts',
    changes: [
      [
        "if (proof === 'forged') return failure('BACKUP_FORGED');",
        "if (proof === 'forged') proof = 'proven';",
      ],
      [
        'const proof = backup.proofBy(headerKey(dataKey));',
        'let proof = backup.proofBy(headerKey(dataKey));',
      ],
    ],
    tests: [`${attacks}/backupForgery.test.ts`],
  },
  {
    name: 'a key in clear takes the place of a passphrase',
    file: 'electron/usecases/workspace/backupKey.ts',
    changes: [['if (weaker !== null) return settled(weaker);', '']],
    tests: [`${attacks}/backupForgery.test.ts`],
  },
  {
    name: 'a backup is restored without the word of a manager',
    file: 'electron/usecases/workspace/restoreGate.ts',
    changes: [
      [
        "if (consent === undefined) return failure('OPERATOR_SIGN_IN_NEEDED');",
        "if (consent === undefined) return done('');",
      ],
    ],
    tests: [`${usecases}/workspace/restore.test.ts`],
  },
  {
    name: 'a packer may have a backup restored',
    file: 'electron/usecases/workspace/restoreGate.ts',
    changes: [['return rightsOf(found).includes(right) ?', 'return right !== null ?']],
    tests: [`${attacks}/restoreGate.test.ts`],
  },
  {
    name: 'who works here is read from the given backup alone',
    file: 'electron/usecases/workspace/restoreGate.ts',
    changes: [
      ['beside?.ok === true ? beside.value : null,', 'null,'],
      ['readPeople(join(folder, databaseFileName), dataKey, workspaceId),', 'null,'],
      ['...sealedInBackups(sources).map((sealed) => openState(sealed, key, workspaceId)),', ''],
    ],
    tests: [`${attacks}/restoreGate.test.ts`],
  },
  {
    name: 'the sealed file is not held against the database at opening',
    file: 'electron/usecases/operators/seal.ts',
    changes: [
      [
        'Promise.all([compare(write, found), keyRecord',
        'Promise.all([compare(write, null).then(() => null), keyRecord',
      ],
    ],
    tests: [`${usecases}/operators/seal.test.ts`],
  },
  {
    name: 'a row of the record of acts is not bound to who did it',
    file: 'electron/usecases/operators/acts.ts',
    changes: [
      [
        '[before, no, at, kind, operator, approver, orderId, what, reason, step, begunNo]',
        '[before, no, at, kind, approver, orderId, what, reason, step, begunNo]',
      ],
    ],
    tests: [`${usecases}/operators/acts.test.ts`],
  },
  {
    name: 'a wrong PIN is not counted',
    file: 'electron/usecases/operators/checkPin.ts',
    changes: [
      [
        'putTries({ ...own, wrongTries: own.wrongTries + 1, triedAt: now });',
        'putTries({ ...own, triedAt: now });',
      ],
    ],
    tests: [`${usecases}/operators/checkPin.test.ts`],
  },
  {
    name: 'a wrong passphrase, or a PIN at a restore, is not counted',
    file: 'electron/vault/keyTries.ts',
    changes: [
      ['  writeTries(path, { wrongTries: tries.wrongTries + 1, triedAt: now, triedBy: process.pid });\n', ''],
    ],
    tests: ['test/unit/electron/vault/keyTries.test.ts'],
  },
  {
    name: 'searches by name are not counted',
    file: 'electron/usecases/orders/nameSearch.ts',
    changes: [['isFree ? known.budgetLeft : known.budgetLeft - 1', 'known.budgetLeft']],
    tests: [`${attacks}/nameSearch.test.ts`],
  },
  {
    name: 'messages of any frame are taken',
    file: 'electron/shell/ownPage.ts',
    changes: [
      [
        'return frame !== null && sender === own && frame.parent === null && isPageUrl(frame.url);',
        "return frame !== null || sender === own || isPageUrl('');",
      ],
    ],
    tests: ['test/unit/electron/shell/ownPage.test.ts'],
  },
  {
    name: 'messages of another shape are taken',
    file: 'electron/ipc/connectToMain.ts',
    changes: [
      [
        'const message = messageToCore.parse(data);',
        'const message = data as ReturnType<typeof messageToCore.parse>;',
      ],
    ],
    tests: ['test/unit/electron/ipc/connectToMain.test.ts'],
  },
  {
    name: 'replies to the page are not masked',
    file: 'electron/privacy/maskReply.ts',
    changes: [
      [
        "if (meta?.class === 'personal') return maskPersonal(meta.mask ?? 'text', value, context);",
        "if (meta?.class === 'personal') return value;",
      ],
    ],
    tests: ['test/unit/electron/privacy/maskReply.test.ts'],
  },
  {
    name: 'control characters reach the printer',
    file: 'electron/labels/text/cleanText.ts',
    changes: [["    .replace(/[\\p{Cc}\\p{Z}]+/gu, ' ')\n", '']],
    tests: ['test/unit/electron/labels/text', 'test/unit/electron/printers/receipts'],
  },
  {
    name: 'bytes that are no text become replacement characters on import',
    file: 'electron/imports/kit/textEncoding.ts',
    changes: [
      [
        'const decoder = new TextDecoder(encoding, { fatal: true });',
        'const decoder = new TextDecoder(encoding);',
      ],
      [
        'new TextDecoder(encoding, { fatal: !isLossy })',
        'new TextDecoder(encoding, { fatal: isLossy && !isLossy })',
      ],
    ],
    tests: ['test/unit/electron/imports/formats', 'test/unit/electron/imports/kit'],
  },
  {
    name: 'the code of a cancelled booking is used again',
    file: 'shared/rules/orderCode.ts',
    changes: [['revision > 1 ? `R', 'revision > 99 ? `R']],
    tests: ['test/unit/shared/rules/orderCode.test.ts'],
  },
  {
    name: 'an account that was refused is tried by many orders at once',
    file: 'electron/usecases/booking/settle.ts',
    changes: [["  workspace.breaker.doubt(breakerLane(shipment.accountId, 'book'));\n", '']],
    tests: [`${usecases}/booking/book.test.ts`],
  },
  {
    name: 'the book does not know how far the journal went with an answer',
    file: 'electron/usecases/booking/callOutside.ts',
    changes: [['if (call.isJournaled) await noteJournal(workspace, repositories);', '']],
    tests: [`${usecases}/booking/beforeSending.test.ts`],
  },
  {
    name: 'a label leaves although its lease may have run out',
    file: 'electron/usecases/printing/printLabel.ts',
    changes: [['= lease.coversCall\n', '= true\n']],
    tests: [`${usecases}/printing/printLabel.test.ts`],
  },
  {
    name: 'accepted changes are undone in the order of the file',
    file: 'electron/usecases/intake/undoImport.ts',
    changes: [['(other.settledAt ?? 0) - (one.settledAt ?? 0)', '(other.id < one.id ? -1 : 1)']],
    tests: [`${usecases}/intake/undoImport.test.ts`],
  },
  ...accessMutants,
  ...parcelMutants,
];
