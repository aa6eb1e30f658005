import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderRow } from '../../../../shared/contracts/orders.ts';
import { type EditableField, type OrderState, unsentStates } from '../../../../shared/domain/order.ts';
import type { ShipmentState } from '../../../../shared/domain/shipment.ts';
import { core } from '../../../bridge/core.ts';
import { regionSource, useCarrierOptions } from '../../../bridge/knownNames.ts';
import { AskDialog } from '../../../parts/AskDialog.tsx';
import { say } from '../../../parts/feedback/Toasts.tsx';
import { RegionField } from '../../../parts/form/RegionField.tsx';
import { SelectField } from '../../../parts/form/SelectField.tsx';
import { TextField } from '../../../parts/form/TextField.tsx';
import { formatCount, formatPhone } from '../../../parts/format.ts';
import { letters } from '../../../parts/letters.ts';
import { OpeningButton } from '../../../parts/OpeningButton.tsx';
import { useDescribe } from '../../../words/describe.ts';
import { useAct } from '../../../work/useAct.ts';
import type { OrderDetailView } from './OrderDetail.tsx';

type Changes = { readonly [Field in EditableField]?: string };

interface Edited {
  readonly id: string;
  readonly version: number;
  readonly state: OrderState;
  readonly shipmentState: ShipmentState | null;
}

/** Nothing of it has left: it waits here, or in the queue where nobody has sent it yet. */
function isEditable({ state, shipmentState }: Edited): boolean {
  return unsentStates.includes(state) || (state === 'booking' && shipmentState === 'planned');
}

/** Edits these orders, says what came of it, and offers to take it back. */
function useEdit(orders: readonly Edited[], onDone: () => void) {
  const { t } = useTranslation();
  const describe = useDescribe();
  const undo = useAct(async (stepId: string) => {
    for await (const step of await core.correct.undo({ stepId }))
      if (step.kind === 'finished') {
        const { undone: count, kept } = step;
        const says = t(kept > 0 ? 'editing.undoneSome' : 'editing.undone', { count, kept });
        say({ tone: kept > 0 ? 'unsure' : 'done', says });
      }
  });
  return useAct(
    (changes: Changes) =>
      core.orders.edit({ orders: orders.map(({ id, version }) => ({ orderId: id, version })), changes }),
    {
      says({ stepId, edited, queuedAgain, notQueued, refused }) {
        const left = [...refused, ...notQueued];
        const [first] = left;
        return {
          tone: first === undefined ? 'done' : 'unsure',
          says: [
            t('editing.done', { count: edited, shown: formatCount(edited) }),
            queuedAgain > 0 ? t('editing.queuedAgain', { count: queuedAgain }) : '',
            first === undefined ? '' : t('editing.left', { count: left.length, orderNo: first.orderNo }),
            first === undefined ? '' : describe(first.code, { ...first.params, orderNo: first.orderNo }).says,
          ]
            .filter((part) => part !== '')
            .join(' '),
          ...(edited > 0 ? { action: { label: t('correct.undo'), run: () => undo.mutate(stepId) } } : {}),
        };
      },
      after: onDone,
      isShownInPlace: true,
    },
  );
}

/** The fields of an edit: only what differs from what stood there is sent. */
function useChanges(before: Changes) {
  const [changes, setChanges] = useState<Changes>({});
  const set = (part: Changes): void => {
    const all = Object.entries({ ...changes, ...part });
    setChanges(
      Object.fromEntries(all.filter(([name, value]) => value !== (before[name as EditableField] ?? ''))),
    );
  };
  const written = (name: EditableField): string => changes[name] ?? before[name] ?? '';
  return { changes, set, written };
}

type Fields = ReturnType<typeof useChanges>;

interface OneLineProps {
  readonly name: EditableField;
  readonly label: string;
  readonly fields: Fields;
  readonly placeholder?: string;
  readonly maxLength?: number;
}

function OneLine({ name, label, fields, placeholder, maxLength = 200 }: OneLineProps) {
  return (
    <TextField
      label={label}
      {...(placeholder === undefined ? {} : { placeholder })}
      maxLength={maxLength}
      value={fields.written(name)}
      onChange={(value) => fields.set({ [name]: value })}
    />
  );
}

/** What a parcel is, holds and costs: the same for one order and for many. */
function ParcelFields({ fields, isOfMany }: { readonly fields: Fields; readonly isOfMany: boolean }) {
  const { t } = useTranslation();
  const carriers = useCarrierOptions();
  const kept = isOfMany ? { placeholder: t('editing.kept') } : {};
  return (
    <>
      <TextField
        label={t('editing.goods')}
        rows={isOfMany ? 2 : 3}
        maxLength={2_000}
        hint={t('editing.goodsHint')}
        {...kept}
        value={fields.written('goods')}
        onChange={(value) => fields.set({ goods: value })}
      />
      <OneLine name="weight" label={t('editing.weight')} fields={fields} maxLength={20} {...kept} />
      <OneLine name="boxes" label={t('col.parcels')} fields={fields} maxLength={4} {...kept} />
      <OneLine name="cod" label={t('col.cod')} fields={fields} maxLength={14} {...kept} />
      <OneLine name="insured" label={t('col.insured')} fields={fields} maxLength={14} {...kept} />
      <SelectField
        label={t('col.carrier')}
        value={fields.written('carrier')}
        options={[{ value: '', label: t(isOfMany ? 'editing.kept' : 'editing.anyCarrier') }, ...carriers]}
        onChange={(carrier) => fields.set({ carrier })}
      />
      <OneLine name="sellerRemark" label={t('col.sellerRemark')} fields={fields} {...kept} />
    </>
  );
}

/** The receiver stays masked: only what is filled in is changed. */
function ReceiverLines({ order, fields }: { readonly order: OrderDetailView; readonly fields: Fields }) {
  const { t } = useTranslation();
  const { receiver } = order;
  return (
    <>
      <OneLine
        name="name"
        label={t('field.name')}
        fields={fields}
        placeholder={receiver.name}
        maxLength={60}
      />
      <OneLine
        name="phone"
        label={t('field.phone')}
        fields={fields}
        placeholder={formatPhone(receiver.phone)}
        maxLength={40}
      />
      <OneLine
        name="extension"
        label={t('field.extension')}
        fields={fields}
        placeholder={receiver.extension}
        maxLength={10}
      />
      <RegionField value={{ ...receiver, ...fields.changes }} source={regionSource} onChange={fields.set} />
      <OneLine name="town" label={t('field.town')} fields={fields} maxLength={40} />
      <OneLine name="detail" label={t('field.detail')} fields={fields} placeholder={receiver.detail} />
    </>
  );
}

const yuan = (fen: number): string => (fen === 0 ? '' : (fen / 100).toFixed(2));

/** What stands in an order now, as the fields show it. */
function contentOf(order: OrderDetailView): Changes {
  const { items, weightGrams, parcelCount, codAmountFen, insuredValueFen, sellerRemark, carrier } = order;
  const { province, city, district, town } = order.receiver;
  const lines = items.map(
    ({ name, sku, quantity }) => `${[name, sku].filter(Boolean).join(' ')}×${quantity}`,
  );
  return {
    province,
    city,
    district,
    town,
    // One a line, each ended: a name may hold a semicolon.
    goods: lines.map((line) => `${line}\n`).join(''),
    weight: weightGrams === null ? '' : `${weightGrams}g`,
    boxes: String(parcelCount),
    cod: yuan(codAmountFen),
    insured: yuan(insuredValueFen),
    sellerRemark,
    carrier,
  };
}

interface EditOneProps {
  readonly order: OrderDetailView;
  onClose(): void;
}

function EditOrderDialog({ order, onClose }: EditOneProps) {
  const { t } = useTranslation();
  const fields = useChanges(contentOf(order));
  const edit = useEdit([order], onClose);
  const isQueued = order.state === 'booking';
  return (
    <AskDialog
      title={t('ship.editTitle', { orderNo: order.orderNo })}
      width={720}
      yes={t(isQueued ? 'editing.saveQueued' : 'common.save')}
      isForm
      isReady={Object.keys(fields.changes).length > 0}
      {...edit.dialog(fields.changes)}
      onClose={onClose}
    >
      <p className="soft small">{t(isQueued ? 'editing.queuedNote' : 'editing.note')}</p>
      <div className="form-grid">
        <ReceiverLines order={order} fields={fields} />
        <ParcelFields fields={fields} isOfMany={false} />
      </div>
    </AskDialog>
  );
}

/** Changes an order before it leaves, also while it waits in the queue. */
export function EditOrderButton({ order }: { readonly order: OrderDetailView }) {
  const { t } = useTranslation();
  return (
    <OpeningButton size="small" combo={letters.edit} label={t('ship.edit')} isOffered={isEditable(order)}>
      {(close) => <EditOrderDialog order={order} onClose={close} />}
    </OpeningButton>
  );
}

interface EditManyProps {
  readonly ticked: ReadonlyMap<string, OrderRow>;
}

/** The same change for every ticked order that has not left. */
export function EditTickedButton({ ticked }: EditManyProps) {
  const { t } = useTranslation();
  const orders = [...ticked.values()].filter(isEditable);
  return (
    <OpeningButton
      size="small"
      combo="Alt+e"
      label={t('editing.many', { count: orders.length, shown: formatCount(orders.length) })}
      isOffered={ticked.size > 0 && orders.length > 0}
    >
      {(close) => <EditManyDialog orders={orders} skipped={ticked.size - orders.length} onClose={close} />}
    </OpeningButton>
  );
}

interface EditManyDialogProps {
  readonly orders: readonly OrderRow[];
  readonly skipped: number;
  onClose(): void;
}

function EditManyDialog({ orders, skipped, onClose }: EditManyDialogProps) {
  const { t } = useTranslation();
  // What was ticked when it opened: the list behind may move on.
  const [chosen] = useState(orders);
  const fields = useChanges({});
  const edit = useEdit(chosen, onClose);
  const shown = { count: chosen.length, shown: formatCount(chosen.length) };
  return (
    <AskDialog
      title={t('editing.many', shown)}
      width={640}
      yes={t('editing.saveMany', shown)}
      isForm
      isReady={Object.keys(fields.changes).length > 0}
      {...edit.dialog(fields.changes)}
      onClose={onClose}
    >
      <p className="soft small">
        {t('editing.manyNote')}
        {skipped > 0 && <strong> {t('editing.skipped', { count: skipped })}</strong>}
      </p>
      <div className="form-grid">
        <ParcelFields fields={fields} isOfMany />
      </div>
    </AskDialog>
  );
}
