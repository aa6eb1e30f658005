import { keepDraft, readDraft } from '../../usecases/correcting/drafts.ts';
import { makePastedOrders, pasteDraftName, readPaste } from '../../usecases/intake/pasteOrders.ts';
import { gate, unwrap } from '../gate.ts';
import { readingView } from '../readingView.ts';

export const pasteRouter = {
  read: gate.paste.read.handler(async ({ context, input, errors }) => {
    const people = await readPaste(unwrap(errors, context.session.workspace()), input.text);
    return people.map((person) => ({ ...person, reading: readingView(person.reading) }));
  }),
  make: gate.paste.make.handler(async ({ context, input, errors }) => {
    const made = await makePastedOrders(unwrap(errors, context.session.workspace()), input.orders);
    return { importId: made.importId, orders: [...made.orders] };
  }),
  draft: gate.paste.draft.handler(async ({ context, errors }) => ({
    text: (await readDraft(unwrap(errors, context.session.workspace()), pasteDraftName)) ?? '',
  })),
  keepDraft: gate.paste.keepDraft.handler(async ({ context, input, errors }) => {
    await keepDraft(unwrap(errors, context.session.workspace()), pasteDraftName, input.text);
    return input;
  }),
};
