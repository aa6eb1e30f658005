import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderRow } from '../../../../shared/contracts/orders.ts';
import {
  articleName,
  type EditableField,
  type OrderState,
  unsentStates,
} from '../../../../shared/domain/order.ts';
import type { ShipmentState } from '../../../../shared/domain/shipment.ts';
import { plainYuan } from '../../../../shared/rules/amounts.ts';
import { gapBetween } from '../../../../shared/text/hanSpacing.ts';
import { ask, core } from '../../../bridge/core.ts';
import { regionSource, useCarrierOptions } from '../../../bridge/knownNames.ts';
import { AskDialog } from '../../../parts/AskDialog.tsx';
import { Button } from '../../../parts/Button.tsx';
import { say } from '../../../parts/feedback/Toasts.tsx';
import { RegionField } from '../../../parts/form/RegionField.tsx';
import { SelectField } from '../../../parts/form/SelectField.tsx';
import { TextField } from '../../../parts/form/TextField.tsx';
import { formatCount, formatPhone } from '../../../parts/format.ts';
import { letters } from '../../../parts/letters.ts';
import { OpeningButton } from '../../../parts/OpeningButton.tsx';
import { useDescribe } from '../../../words/describe.ts';
import { useAct } from '../../../work/useAct.ts';
import { type Changes, type Fields, OneLine, useChanges } from './editChanges.tsx';
import type { OrderDetailView } from './OrderDetail.tsx';
import { SaleFields, saleShown } from './SaleFields.tsx';
import { WishFields, wishesShown } from './WishFields.tsx';

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
  const isAway = useQuery(ask.away.state.queryOptions()).data?.since != null;
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
          // What waits for the server is taken back by another change.
          ...(edited > 0 && !isAway
            ? { action: { label: t('correct.undo'), run: () => undo.mutate(stepId) } }
            : {}),
        };
      },
      after: onDone,
      isShownInPlace: true,
    },
  );
}

/** What a parcel is, holds and costs: the same for one order and for many. */
export function ParcelFields({ fields, isOfMany }: { readonly fields: Fields; readonly isOfMany: boolean }) {
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
      <OneLine
        name="cod"
        label={t('editing.yuan', { field: t('col.cod') })}
        fields={fields}
        maxLength={14}
        {...kept}
      />
      <OneLine
        name="insured"
        label={t('editing.yuan', { field: t('col.insured') })}
        fields={fields}
        maxLength={14}
        {...kept}
      />
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

const receiverFields = [
  'name',
  'phone',
  'extension',
  'province',
  'city',
  'district',
  'town',
  'detail',
] as const satisfies readonly EditableField[];

/** What a receiver cannot do without. */
const neededFields = ['name', 'phone', 'province', 'city', 'detail'] as const;

const isReplaced = (fields: Fields): boolean => receiverFields.every(fields.isCleared);

/** Whoever replaces a receiver writes all of the new one. */
export const isWhole = (fields: Fields): boolean =>
  !isReplaced(fields) || neededFields.every((name) => fields.written(name).trim() !== '');

/** The receiver stays masked: only what is filled in is changed, or all of it is written anew. */
export function ReceiverLines({
  order,
  fields,
}: {
  readonly order: OrderDetailView;
  readonly fields: Fields;
}) {
  const { t } = useTranslation();
  const isNew = isReplaced(fields);
  const { receiver } = order;
  const region = isNew ? { province: '', city: '', district: '' } : receiver;
  const line = (name: 'name' | 'phone' | 'extension' | 'town' | 'detail', maxLength: number) => (
    <OneLine
      name={name}
      label={t(`field.${name}`)}
      fields={fields}
      {...(isNew ? {} : { placeholder: name === 'phone' ? formatPhone(receiver.phone) : receiver[name] })}
      maxLength={maxLength}
      isClearable={name === 'extension' && receiver.extension !== '' && !isNew}
    />
  );
  return (
    <>
      <div className="form-wide line">
        <span className="soft small grow">{t(isNew ? 'editing.newReceiver' : 'editing.note')}</span>
        <Button size="small" isPressed={isNew} onPress={() => fields.clear(receiverFields)}>
          {t('editing.replaceReceiver')}
        </Button>
      </div>
      {line('name', 60)}
      {line('phone', 40)}
      {line('extension', 10)}
      <RegionField value={{ ...region, ...fields.changes }} source={regionSource} onChange={fields.set} />
      {line('town', 40)}
      {line('detail', 200)}
    </>
  );
}

/** An amount of nothing is an empty field. */
const filledYuan = (fen: number): string => plainYuan(fen === 0 ? null : fen);

/** What is in an order now, as the fields show it. */
export function contentOf(order: OrderDetailView, yes: string): Changes {
  const { items, weightGrams, parcelCount, codAmountFen, insuredValueFen, sellerRemark, carrier } = order;
  const { province, city, district, town } = order.receiver;
  const lines = items.map((item) => `${articleName(item)}×${item.quantity}`);
  return {
    province,
    city,
    district,
    town,
    // One a line, each ended: a name may hold a semicolon.
    goods: lines.map((line) => `${line}\n`).join(''),
    weight: weightGrams === null ? '' : `${weightGrams}g`,
    boxes: String(parcelCount),
    cod: filledYuan(codAmountFen),
    insured: filledYuan(insuredValueFen),
    sellerRemark,
    carrier,
    ...wishesShown(order.wishes, yes),
    ...saleShown(order.sale),
  };
}

interface EditOneProps {
  readonly order: OrderDetailView;
  onClose(): void;
}

function EditOrderDialog({ order, onClose }: EditOneProps) {
  const { t } = useTranslation();
  const fields = useChanges(contentOf(order, t('wish.yes')));
  const edit = useEdit([order], onClose);
  const isQueued = order.state === 'booking';
  return (
    <AskDialog
      title={t('ship.editTitle', { orderNo: order.orderNo })}
      width={720}
      yes={t(isQueued ? 'editing.saveQueued' : 'common.save')}
      isForm
      isReady={Object.keys(fields.changes).length > 0 && isWhole(fields)}
      {...edit.dialog(fields.changes)}
      onClose={onClose}
    >
      {isQueued && <p className="soft small">{t('editing.queuedNote')}</p>}
      <div className="form-grid">
        <ReceiverLines order={order} fields={fields} />
        <ParcelFields fields={fields} isOfMany={false} />
        <WishFields fields={fields} wishes={order.wishes} />
        <SaleFields fields={fields} sale={order.sale} />
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
  const left = skipped > 0 ? t('editing.skipped', { count: skipped }) : '';
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
        {gapBetween(t('editing.manyNote'), left)}
        {left !== '' && <strong>{left}</strong>}
      </p>
      <div className="form-grid">
        <ParcelFields fields={fields} isOfMany />
        <WishFields fields={fields} wishes={null} />
      </div>
    </AskDialog>
  );
}
