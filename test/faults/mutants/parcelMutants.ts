import type { Mutant } from './mutants.ts';

const usecases = 'test/unit/electron/usecases';

/** Parcels on their way out: booked, printed, handed over, asked about, paid for. */
export const parcelMutants: readonly Mutant[] = [
  {
    name: 'a refunded parcel is signed for with the list it is on',
    file: 'electron/usecases/packing/handover/close.ts',
    changes: [["stopCode(order) !== null || order.state === 'cancelled'", "order.state === 'cancelled'"]],
    tests: [`${usecases}/packing/handover/handover.test.ts`],
  },
  {
    name: 'a cancelled order is signed for with the list it is on',
    file: 'electron/usecases/packing/handover/close.ts',
    changes: [["stopCode(order) !== null || order.state === 'cancelled'", 'stopCode(order) !== null']],
    tests: [`${usecases}/packing/handover/handover.test.ts`],
  },
  {
    name: 'an empty list is signed',
    file: 'electron/usecases/packing/handover/close.ts',
    changes: [["if (parcels.length === 0) return failure('HANDOVER_EMPTY', { handoverNo });", '']],
    tests: [`${usecases}/packing/handover/handover.test.ts`],
  },
  {
    name: 'a list that somebody changed meanwhile is signed as it was seen',
    file: 'electron/usecases/packing/handover/close.ts',
    changes: [['{ ...open.value, version },', 'open.value,']],
    tests: [`${usecases}/packing/handover/handover.test.ts`],
  },
  {
    name: 'an order leaves with its first box',
    file: 'electron/usecases/packing/handover/close.ts',
    changes: [['new Set(parcelNos).size >= parcelTotal', 'parcelNos.length > 0']],
    tests: [`${usecases}/packing/handover/handover.test.ts`],
  },
  {
    name: 'a parcel of a refunded order is put on the list of the courier',
    file: 'electron/usecases/packing/handover/scanOut.ts',
    changes: [["if (order.alarm === 'refund') return 'refunded';", '']],
    tests: [`${usecases}/packing/handover/handover.test.ts`],
  },
  {
    name: 'a parcel that the shop platform stopped leaves with the courier',
    file: 'electron/usecases/packing/handover/scanOut.ts',
    changes: [["if (order.alarm === 'platform') return 'held';", '']],
    tests: [`${usecases}/packing/handover/handover.test.ts`],
  },
  {
    name: 'a parcel held at the bench leaves with the courier',
    file: 'electron/usecases/packing/handover/scanOut.ts',
    changes: [["if (row !== null && row.heldReason !== '') return 'bench-held';", '']],
    tests: [`${usecases}/packing/handover/handover.test.ts`],
  },
  {
    name: 'a parcel of another carrier goes along with this courier',
    file: 'electron/usecases/packing/handover/scanOut.ts',
    changes: [['(order.bookedCarrier || order.carrier) !== carrier', "carrier === ''"]],
    tests: [`${usecases}/packing/handover/handover.test.ts`],
  },
  {
    name: 'a parcel that has left is handed over once more',
    file: 'electron/usecases/packing/handover/scanOut.ts',
    changes: [["row?.state === 'handed-over' || !['booked', 'packed'].includes(order.state)", 'false']],
    tests: [`${usecases}/packing/handover/handover.test.ts`],
  },
  {
    name: 'a parcel on another list is put on this one too',
    file: 'electron/usecases/packing/handover/scanOut.ts',
    changes: [['if (known.handoverId === handover.id) return', "if (known.handoverId !== '') return"]],
    tests: [`${usecases}/packing/handover/handover.test.ts`],
  },
  {
    name: 'a box that is only half packed is handed over',
    file: 'electron/usecases/packing/handover/scanOut.ts',
    changes: [
      ["if (row !== null && row.state !== 'closed' && row.state !== 'dropped') return 'not-packed';", ''],
    ],
    tests: [`${usecases}/packing/handover/handover.test.ts`],
  },
  {
    name: 'parcels that were never packed leave where the shop wants them packed',
    file: 'electron/usecases/packing/handover/scanOut.ts',
    changes: [['(isPackedOnly || !hasPaper(copies))', '!hasPaper(copies)']],
    tests: [`${usecases}/packing/handover/handover.test.ts`],
  },
  {
    name: 'a parcel is taken off a list that it is not on',
    file: 'electron/usecases/packing/handover/scanOut.ts',
    changes: [
      [
        "if (parcel?.handoverId !== handoverId) return failure('PACK_PARCEL_NOT_FOUND');",
        "if (parcel === undefined) return failure('PACK_PARCEL_NOT_FOUND');",
      ],
    ],
    tests: [`${usecases}/packing/handover/handover.test.ts`],
  },
  {
    name: 'an order whose booking a worker has claimed is given back',
    file: 'electron/usecases/booking/givingBack/giveBack.ts',
    changes: [["if (job?.state === 'claimed' && !isInHand) return null;", '']],
    tests: [
      `${usecases}/booking/givingBack/giveBack.test.ts`,
      `${usecases}/orders/edit.test.ts`,
      `${usecases}/booking/run.test.ts`,
    ],
  },
  {
    name: 'an unsure booking is given back',
    file: 'electron/usecases/booking/givingBack/giveBack.ts',
    changes: [
      [
        "if (state === 'booking') return current?.state === 'planned';",
        "if (state === 'booking') return current !== undefined;",
      ],
    ],
    tests: [`${usecases}/booking/givingBack/giveBack.test.ts`],
  },
  {
    name: 'calls that fail on a proven lane are not counted',
    file: 'electron/dispatch/breaker.ts',
    changes: [["if (result === 'none') return;", "if (result === 'none' || lane.probe === null) return;"]],
    tests: ['test/unit/electron/dispatch/breaker.test.ts'],
  },
  {
    name: 'an open breaker lets every call probe',
    file: 'electron/dispatch/breaker.ts',
    changes: [['if (isProbe && lane.probe !== null) return', 'if (isProbe && now < 0) return']],
    tests: ['test/unit/electron/dispatch/breaker.test.ts'],
  },
  {
    name: 'a clock that was set back keeps a breaker open',
    file: 'electron/dispatch/breaker.ts',
    changes: [['now >= lane.retryAt || lane.retryAt - now > openMs', 'now >= lane.retryAt']],
    tests: ['test/unit/electron/dispatch/breaker.test.ts'],
  },
  {
    name: 'a booking is asked for after the platform forgot its code',
    file: 'electron/dispatch/findWindow.ts',
    changes: [['ageMs <= repeatWindowMs - clockMarginMs', 'ageMs <= repeatWindowMs']],
    tests: ['test/unit/electron/dispatch/findWindow.test.ts'],
  },
  {
    name: 'a no of a platform that shows bookings late is believed at once',
    file: 'electron/dispatch/findWindow.ts',
    changes: [['now - sentAt < visibleAfterMs', 'now < sentAt']],
    tests: ['test/unit/electron/dispatch/findWindow.test.ts'],
  },
  {
    name: 'an order whose own content was refused goes to another account',
    file: 'electron/dispatch/decideBooking.ts',
    changes: [['isErrorCode(code) && (isLineFailure(code)', 'isErrorCode(code) || (isLineFailure(code)']],
    tests: ['test/unit/electron/dispatch/mayReroute.test.ts'],
  },
  {
    name: 'labels of before a restart print by themselves',
    file: 'electron/usecases/printing/hold.ts',
    changes: [['if (printJob.wantedAt >= startedAt || !isAtHand', 'if (printJob.wantedAt >= 0 || !isAtHand']],
    tests: [`${usecases}/printing/printRecovery.test.ts`],
  },
  {
    name: 'a new label is printed before older ones that are held',
    file: 'electron/usecases/printing/hold.ts',
    changes: [
      ['if (!(await printJobs.isAnyHeldFor(printerUri, inFront, id))) return false;', 'return false;'],
    ],
    tests: [`${usecases}/printing/hold.test.ts`],
  },
  {
    name: 'a printer in doubt goes on printing',
    file: 'electron/usecases/printing/hold.ts',
    changes: [["last.length === count && last.every((state) => state === 'unsure')", 'last.length < 0']],
    tests: ['test/unit/electron/usecases/printing'],
  },
  {
    name: 'a cancelled label stays in the queue',
    file: 'electron/usecases/printing/hold.ts',
    changes: [['if (open !== undefined) await write.jobs.settle(open);', '']],
    tests: [`${usecases}/printing/printRecovery.test.ts`],
  },
  {
    name: 'labels move to a printer with other paper',
    file: 'electron/usecases/printing/readyToPrint.ts',
    changes: [
      ['return (await mismatchAt(workspace, write, backupUri, size)) === null;', 'return size !== null;'],
    ],
    tests: ['test/unit/electron/usecases/printing'],
  },
  {
    name: 'a label wanders from one backup printer to the next',
    file: 'electron/usecases/printing/readyToPrint.ts',
    changes: [["backupUri === '' || movedFrom !== ''", "backupUri === ''"]],
    tests: ['test/unit/electron/usecases/printing'],
  },
  {
    name: 'the day of the shop begins at midnight in London',
    file: 'shared/rules/shopTime.ts',
    changes: [['Math.floor((at + shopOffsetMs) / dayMs)', 'Math.floor(at / dayMs)']],
    tests: ['test/unit/shared/rules/shopTime.test.ts'],
  },
  {
    name: 'a note of January about December holds an order for a year',
    file: 'shared/domain/intake/noteDays.ts',
    changes: [['[year - 1, year, year + 1]', '[year, year + 1]']],
    tests: ['test/unit/shared/domain/intake/noteDays.test.ts'],
  },
  {
    name: 'the plan asks what was kept for people',
    file: 'electron/tracking/dayBudget.ts',
    changes: [['Math.max(0, left - reservedForPeople(budget, now))', 'left']],
    tests: ['test/unit/electron/tracking/dayBudget.test.ts'],
  },
  {
    name: 'a clock that was set back gives the questions of a day again',
    file: 'electron/tracking/dayBudget.ts',
    changes: [
      [
        'const ahead = stored.filter((one) => one.day > day);',
        'const ahead = stored.filter((one) => one.day < 0);',
      ],
    ],
    tests: ['test/unit/electron/tracking/dayBudget.test.ts'],
  },
  {
    name: 'a day that the platform ended goes on',
    file: 'electron/tracking/dayBudget.ts',
    changes: [['if (endedAt !== null) return 0;', '']],
    tests: ['test/unit/electron/tracking/dayBudget.test.ts'],
  },
  {
    name: 'Sundays count towards a limit of working days',
    file: 'electron/tracking/countedTime.ts',
    changes: [["if (rest !== 'none' && day === sundayNo) return true;", '']],
    tests: ['test/unit/electron/tracking/countedTime.test.ts'],
  },
  {
    name: 'the pause of one carrier stops the clock of all',
    file: 'electron/tracking/countedTime.ts',
    changes: [["(pause.carrier === '' || pause.carrier === carrier)", "pause.carrier !== carrier + ' '"]],
    tests: ['test/unit/electron/tracking/countedTime.test.ts'],
  },
  {
    name: 'money loses its cents',
    file: 'shared/rules/amounts.ts',
    changes: [['(amountFen / 100).toFixed(2)', '(amountFen / 100).toFixed(0)']],
    tests: ['test/unit/shared/rules/amounts.test.ts'],
  },
];
