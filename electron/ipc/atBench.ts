import { failure, type Outcome } from '../../shared/errors/outcome.ts';
import type { OrderIntent } from '../store/workstations/intentJson.ts';
import type { SeenOrder } from '../usecases/orders/select.ts';
import type { Workspace } from '../usecases/workspace/workspace.ts';
import { leaveIntents } from '../usecases/workstations/away/intents.ts';
import { type Call, unwrap } from './gate.ts';

type Handler<Input, Value> = (workspace: Workspace, input: Input, call: Call) => Promise<Value>;

/** Acts on the book; while its server is away, on this bench's copies in this way. */
const through =
  (way: 'during' | 'atLeisure' | 'gesture' | 'longGesture') =>
  <Input, Value>(action: Handler<Input, Value>): Handler<Input, Value> =>
  (workspace, input, call) => {
    const go = (at: Workspace): Promise<Value> => action(at, input, call);
    return call.session.away?.[way](workspace, go) ?? go(workspace);
  };

/** A read. */
export const readAtBench = through('during');
/** A read that takes longer on a large book than a packer should wait with a parcel in hand. */
export const longReadAtBench = through('atLeisure');
/** A gesture: while the server is away it is stored and sent later. */
export const atBench = through('gesture');
/** A gesture that takes longer on a large book than a packer should wait. */
export const longAtBench = through('longGesture');

/** null: it needs the book. */
type Asks<Input> = (input: Input) => OrdersIntent | null;

interface OrdersIntent {
  readonly orders: readonly SeenOrder[];
  readonly asked: OrderIntent;
}

/** Changes orders in the book; while its server is away, in this bench's copies, from which the book is updated later. */
export const changesOrders =
  <Input, Value, Shown>(
    asks: Asks<Input>,
    action: (workspace: Workspace, input: Input) => Promise<Outcome<Value>>,
    show: (value: Value) => Shown,
  ): Handler<Input, Shown> =>
  async (workspace, input, { session: { away } }) => {
    const go = (at: Workspace): Promise<Outcome<Value>> => action(at, input);
    const apart = async (at: Workspace): Promise<Outcome<Value>> => {
      const asked = asks(input);
      return asked === null ? failure('SERVER_AWAY') : leaveIntents(at, asked.orders, asked.asked, go);
    };
    return show(unwrap(await (away?.changing(workspace, go, apart) ?? go(workspace))));
  };
