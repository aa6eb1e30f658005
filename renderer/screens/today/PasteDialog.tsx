import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Party, partyOf } from '../../../shared/domain/party.ts';
import { gapBetween, joinTexts } from '../../../shared/text/hanSpacing.ts';
import { core } from '../../bridge/core.ts';
import { regionSource } from '../../bridge/knownNames.ts';
import { AskDialog } from '../../parts/AskDialog.tsx';
import { Button } from '../../parts/Button.tsx';
import { PartyFields } from '../../parts/form/PartyFields.tsx';
import { regionText } from '../../parts/form/RegionHits.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { useAct } from '../../work/useAct.ts';

interface PasteDialogProps {
  readonly people: readonly PastedReading[];
  onClose(): void;
  onMade(): void;
}

/** Says what was made, what waits and what was known, with the way back. */
function useMaking(onMade: () => void) {
  const { t } = useTranslation();
  const undo = useAct((importId: string) => core.imports.undo({ importId }), {
    says: ({ removed }) => t('today.paste.undone', { count: removed }),
  });
  return useAct((orders: Parameters<typeof core.paste.make>[0]['orders']) => core.paste.make({ orders }), {
    says: ({ importId, orders, isWaiting }, given) => {
      if (isWaiting) return { tone: 'done', says: t('today.paste.kept', { count: given.length }) };
      const known = orders.filter(({ isKnown }) => isKnown).length;
      const waiting = orders.filter(({ isKnown, state }) => !isKnown && state === 'needs-review').length;
      const says = joinTexts([
        orders.length > known ? t('today.paste.made', { count: orders.length - known }) : '',
        waiting > 0 ? t('today.paste.madeWaiting', { count: waiting }) : '',
        known > 0 ? t('today.paste.known', { count: known }) : '',
      ]);
      const action = { label: t('common.undo'), run: () => undo.mutate(importId) };
      return {
        tone: waiting > 0 || known > 0 ? 'unsure' : 'done',
        says,
        ...(importId === '' ? {} : { action }),
      };
    },
    after: onMade,
  });
}

/** The orders a message would become; Enter makes them. */
export function PasteDialog({ people, onClose, onMade }: PasteDialogProps) {
  const { t } = useTranslation();
  const [rows, setRows] = useState(() => people.map((person) => ({ person, order: pastedOrder(person) })));
  const make = useMaking(onMade);
  return (
    <AskDialog
      title={t('today.paste.dialogTitle', { count: rows.length })}
      width={760}
      yes={t('today.paste.make', { count: rows.length })}
      isForm
      isReady={rows.length > 0}
      {...make.dialog(rows.map(({ order }) => order))}
      onClose={onClose}
    >
      {rows.map(({ person, order }, index) => (
        <PastedPerson
          key={person.receiverText}
          person={person}
          order={order}
          isOnly={rows.length === 1}
          onChange={(part) =>
            setRows((before) =>
              before.map((row, at) => (at === index ? { ...row, order: { ...row.order, ...part } } : row)),
            )
          }
          onLeave={() => setRows((before) => before.filter((_, at) => at !== index))}
        />
      ))}
    </AskDialog>
  );
}

interface PastedPersonProps {
  readonly person: PastedReading;
  readonly order: PastedOrder;
  readonly isOnly: boolean;
  onChange(part: Partial<PastedOrder>): void;
  onLeave(): void;
}

/** Of two addresses in one text nobody has chosen while both are in the street as they were read. */
function hasOpenChoice({ issues, detail }: PastedReading['reading'], receiver: Party): boolean {
  const isTwo = issues.includes('two_streets') || issues.includes('region_conflict');
  return isTwo && detail === receiver.detail;
}

/** Original above, what was understood below with its changes, then what still lacks. */
function PersonHead({ person, order }: Pick<PastedPersonProps, 'person' | 'order'>) {
  const { t } = useTranslation();
  const { receiver } = order;
  const missing = missingFields(receiver);
  const understood = [regionText(receiver), receiver.detail].filter(Boolean).join(' ');
  const changes = person.reading.corrections.filter(({ from }) => from !== '');
  return (
    <>
      <p className="paste-original">{person.receiverText}</p>
      <p>
        <span className="soft">{t('today.paste.understood')}</span>
        {gapBetween(t('today.paste.understood'), understood)}
        <span className="number">{understood}</span>
      </p>
      {changes.map(({ field, from, to }) => (
        <p key={field} className="paste-change small">
          <del>{from}</del> <ins>{to}</ins>
        </p>
      ))}
      {missing.length > 0 && (
        <p className="paste-missing">
          {t('today.paste.missing', {
            fields: missing.map((field) => t(`field.${field}`)).join(t('common.listComma')),
          })}
        </p>
      )}
      {person.reading.candidates.length > 1 && receiver.province === '' && (
        <p className="paste-missing">{t('today.paste.ambiguous')}</p>
      )}
      {hasOpenChoice(person.reading, receiver) && (
        <p className="paste-missing">{t('today.paste.twoAddresses')}</p>
      )}
      {person.sameReceiver !== '' && (
        <p className="paste-missing">{t('today.paste.sameReceiver', { orderNo: person.sameReceiver })}</p>
      )}
    </>
  );
}

/** One order to be, all of it editable. */
function PastedPerson({ person, order, isOnly, onChange, onLeave }: PastedPersonProps) {
  const { t } = useTranslation();
  const { receiver } = order;
  const put = (part: Partial<Party>): void => onChange({ receiver: { ...receiver, ...part } });
  return (
    <div className="paste-person stack">
      <PersonHead person={person} order={order} />
      <PartyFields party={receiver} source={regionSource} onChange={put} />
      <div className="paste-goods">
        <TextField
          label={t('field.goods')}
          maxLength={200}
          value={order.goods}
          onChange={(goods) => onChange({ goods })}
        />
        <TextField
          label={t('field.quantity')}
          maxLength={4}
          value={String(order.quantity)}
          onChange={(typed) => onChange({ quantity: Math.max(1, Number(typed.replace(/\D/g, ''))) })}
        />
        <TextField
          label={t('field.remark')}
          maxLength={500}
          value={order.remark}
          onChange={(remark) => onChange({ remark })}
        />
      </div>
      {!isOnly && (
        <div>
          <Button size="small" icon="close" onPress={onLeave}>
            {t('today.paste.leave')}
          </Button>
        </div>
      )}
    </div>
  );
}

type PastedReading = Awaited<ReturnType<typeof core.paste.read>>[number];
type PastedOrder = Parameters<typeof core.paste.make>[0]['orders'][number];

/** What a reading becomes before anybody looked at it. */
function pastedOrder({ receiverText, reading, goods, quantity, remark }: PastedReading): PastedOrder {
  return {
    text: receiverText,
    receiver: partyOf(reading),
    goods: goods.slice(0, 200),
    quantity: Math.min(9999, Math.max(1, quantity)),
    remark: remark.slice(0, 500),
  };
}

/** Fields without which no courier finds anybody. */
function missingFields(receiver: Party): readonly ('name' | 'phone' | 'province' | 'detail')[] {
  return (['name', 'phone', 'province', 'detail'] as const).filter((field) => receiver[field].trim() === '');
}
