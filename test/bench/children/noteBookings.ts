import { noteJournal } from '../../../electron/usecases/booking/callOutside.ts';
import { openBenchWorkspace } from '../kit/openBenchWorkspace.ts';
import { report } from '../kit/runChild.ts';

/** What the journal of outside calls takes of a booking: its begin, its end, and how far it stood written into the database. */
const bookings = 2_000;

const { workspace, close } = await openBenchWorkspace(true);
const { journal, store } = workspace;
const account = workspace.nextId();
const before = process.cpuUsage();
const startedAt = performance.now();
let lineMs = 0;
for (let no = 0; no < bookings; no++) {
  const call = { call: 'book', accountId: account, orderCode: `33000000000${no}` } as const;
  const lineAt = performance.now();
  journal.begin(call);
  journal.end(call, { certainty: 'happened', waybillNo: `7361055558${no}` });
  lineMs += performance.now() - lineAt;
  await store.write((write) => noteJournal(workspace, write));
}
const cpu = process.cpuUsage(before);
report({
  cpuMs: (cpu.user + cpu.system) / 1_000 / bookings,
  lineMs: lineMs / bookings,
  allMs: (performance.now() - startedAt) / bookings,
});
await close();
