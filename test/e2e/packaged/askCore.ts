import type { PackagedWindow } from './launchPackaged.ts';

/** Longer than any answer takes on a busy machine. */
const patienceMs = 60_000;

/**
 * Asks the core over the page's port, beside the page: the procedure of each path (`/orders/window`) with this input. The first words of
 * each answer, as they came; a path that got none is missing.
 */
export async function askCore(
  { evaluate }: PackagedWindow,
  paths: readonly string[],
  input?: object,
): Promise<Readonly<Record<string, string>>> {
  const body = input === undefined ? {} : { b: { json: input } };
  const calls = paths.map((u, no) => ({ i: `asked-${no}`, p: { u, ...body } }));
  const answers = await evaluate(`new Promise((resolve) => {
    const calls = ${JSON.stringify(calls)};
    const answers = {};
    // The page's first port may still be on its way: the newest one is served.
    const take = ({ ports: [port] }) => {
      port.addEventListener('message', ({ data }) => {
        const call = calls.find(({ i }) => i === JSON.parse(data).i);
        if (call !== undefined) answers[call.p.u] ??= data.slice(0, 300);
        if (Object.keys(answers).length === calls.length) end();
      });
      port.start();
      for (const call of calls) port.postMessage(JSON.stringify(call));
    };
    const end = () => {
      removeEventListener('message', take);
      resolve(JSON.stringify(answers));
    };
    addEventListener('message', take);
    setTimeout(end, ${patienceMs});
    shipdesk.connect();
  })`);
  return JSON.parse(String(answers)) as Readonly<Record<string, string>>;
}
