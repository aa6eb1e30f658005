import { failure, type Outcome } from '../../shared/errors/outcome.ts';
import type { AskedOfOrder } from '../store/workstations/intentJson.ts';
import type { SeenOrder } from '../usecases/orders/select.ts';
import type { Workspace } from '../usecases/workspace/workspace.ts';
import { leaveIntents } from '../usecases/workstations/away/intents.ts';
import { type Call, unwrap } from './gate.ts';

type Handler<Input, Value> = (workspace: Workspace, input: Input, call: Call) => Promise<Value>;

/** Done at the book; while its server is away, in this way at what this bench has of it. */
const through =
  (way: 'during' | 'atLeisure' | 'gesture' | 'longGesture') =>
  <Input, Value>(act: Handler<Input, Value>): Handler<Input, Value> =>
  (workspace, input, call) => {
    const go = (at: Workspace): Promise<Value> => act(at, input, call);
    return call.session.away?.[way](workspace, go) ?? go(workspace);
  };

/** Reads. */
export const seenAtBench = through('during');
/** Reads what takes a large book longer than a packer waits with a parcel in the hand. */
export const seenAtLeisure = through('atLeisure');
/** A gesture: while the server is away it is kept for the book. */
export const atBench = through('gesture');
/** A gesture that takes a large book longer than a packer waits. */
export const longAtBench = through('longGesture');

/** null: it needs the book. */
type Asks<Input> = (input: Input) => AskedOfOrders | null;

interface AskedOfOrders {
  readonly orders: readonly SeenOrder[];
  readonly asked: AskedOfOrder;
}

/** A change of orders at the book; while its server is away, of what this bench has of them, which is brought into the book later. */
export const changesOrders =
  <Input, Value, Shown>(
    asks: Asks<Input>,
    act: (workspace: Workspace, input: Input) => Promise<Outcome<Value>>,
    show: (value: Value) => Shown,
  ): Handler<Input, Shown> =>
  async (workspace, input, { session: { away } }) => {
    const go = (at: Workspace): Promise<Outcome<Value>> => act(at, input);
    const apart = async (at: Workspace): Promise<Outcome<Value>> => {
      const asked = asks(input);
      return asked === null ? failure('SERVER_AWAY') : leaveIntents(at, asked.orders, asked.asked, go);
    };
    return show(unwrap(await (away?.changing(workspace, go, apart) ?? go(workspace))));
  };
