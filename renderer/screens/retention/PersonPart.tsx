import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../shared/contracts/retention/retention.ts';
import { shopDate } from '../../../shared/rules/shopTime.ts';
import { core } from '../../bridge/core.ts';
import { AskingButton } from '../../parts/AskDialog.tsx';
import { Button } from '../../parts/Button.tsx';
import { FailureNotice, Notice } from '../../parts/feedback/Notice.tsx';
import { Form } from '../../parts/form/Form.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { useReason } from '../../parts/form/useReason.tsx';
import { formatCount } from '../../parts/format.ts';
import { PlainTable } from '../../parts/table/PlainTable.tsx';
import { useAct } from '../../work/useAct.ts';

type Asked = Parameters<typeof core.retention.findPerson>[0];
type Erased = Awaited<ReturnType<typeof core.retention.erasePerson>>;

/**
 * What was found about whom, and what was erased; typing on changes nothing of it. Asking anew forgets it: beside an answer, or a refusal,
 * about somebody else nobody may be erased.
 */
function useAskedPerson() {
  const [found, setFound] = useState<{ readonly asked: Asked; readonly view: PersonView } | null>(null);
  const [erased, setErased] = useState<Erased | null>(null);
  const find = useAct((asked: Asked) => core.retention.findPerson(asked), {
    after: (view, asked) => setFound({ asked, view }),
    isShownInPlace: true,
  });
  const erase = useAct((asked: Asked) => core.retention.erasePerson(asked), {
    after: (reply, asked) => {
      setErased(reply);
      setFound({ asked, view: reply.left });
    },
    isShownInPlace: true,
  });
  const search = (asked: Asked): void => {
    setFound(null);
    setErased(null);
    erase.reset();
    find.mutate(asked);
  };
  return { found, erased, find, search, erase };
}

/** Somebody asks what is kept about them, or to be erased: by phone number, with the reason that goes on record. */
export function PersonPart() {
  const { t } = useTranslation();
  const [phone, setPhone] = useState('');
  const ready = [t('person.reason.erase'), t('person.reason.ask')];
  const { reason, isEnough, field } = useReason(t('person.reasonLabel'), ready);
  const { found, erased, find, search, erase } = useAskedPerson();
  const isReady = phone.trim() !== '' && isEnough && !find.isPending && !erase.isPending;
  const look = (): void => search({ phone, reason });
  return (
    <>
      <h3>{t('person.title')}</h3>
      <div className="panel panel-pad stack">
        <p className="soft">{t('person.intro')}</p>
        <Form look="stack retention-person" isReady={isReady} onSubmit={look}>
          <TextField
            label={t('person.phone')}
            value={phone}
            maxLength={40}
            hint={t('person.phoneHint')}
            onChange={setPhone}
          />
          {field}
          <div className="form-actions">
            <Button isDisabled={!isReady} isBusy={find.isPending} onPress={look}>
              {t('person.find')}
            </Button>
          </div>
        </Form>
        {find.failure !== null && (
          <InSight>
            <FailureNotice failure={find.failure} />
          </InSight>
        )}
        {erased !== null && (
          <InSight>
            <ErasedNotice erased={erased} />
          </InSight>
        )}
        {found !== null && (
          <InSight>
            <Found view={found.view} />
          </InSight>
        )}
        {/* Below what was found, where it was asked for: a long list would push it out of sight. */}
        {erase.failure !== null && (
          <InSight>
            <FailureNotice failure={erase.failure} />
          </InSight>
        )}
        {found !== null && erased === null && !isEmpty(found.view) && (
          <EraseButton
            view={found.view}
            // On record goes why they are erased, not why somebody looked at first.
            asking={erase.asking(isEnough ? { ...found.asked, reason } : found.asked)}
          />
        )}
      </div>
    </>
  );
}

/** An answer below what was pressed: on a small screen it would come out of sight. */
function InSight({ children }: { readonly children: ReactNode }) {
  const own = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Newer browsers answer with a promise, which is no clean-up.
    own.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={own} className="stack">
      {children}
    </div>
  );
}

interface EraseButtonProps {
  readonly view: PersonView;
  readonly asking: { readonly isBusy: boolean; act(): Promise<unknown> };
}

function EraseButton({ view: { phone, free, total }, asking }: EraseButtonProps) {
  const { t } = useTranslation();
  return (
    <div className="form-actions">
      <AskingButton
        label={t('person.erase')}
        button="danger"
        look="danger"
        title={t('person.eraseTitle', { phone })}
        note={t('person.eraseNote', { count: free, kept: formatCount(total - free) })}
        yes={t('person.erase')}
        {...asking}
      />
    </div>
  );
}

const isEmpty = ({ total, named, addresses, drafts, results }: PersonView): boolean =>
  total + named + addresses + drafts + results.length === 0;

function ErasedNotice({ erased: { erased, left, files } }: { readonly erased: Erased }) {
  const { t } = useTranslation();
  return (
    <Notice
      tone="done"
      title={t('person.erased', { count: erased, files: formatCount(files) })}
      {...(left.total > 0 ? { next: t('person.left', { count: left.total }) } : {})}
    />
  );
}

function Found({ view }: { readonly view: PersonView }) {
  const { t } = useTranslation();
  const { total, free, code, erasedAt, orders, addresses, drafts, labels, results } = view;
  return (
    <>
      <p>
        <strong>{t('person.head', { phone: view.phone, count: total, free: formatCount(free) })}</strong>{' '}
        <span className="soft small">{t('person.code', { code })}</span>
      </p>
      {erasedAt !== null && <p>{t('person.erasedOn', { day: shopDate(erasedAt) })}</p>}
      {orders.length > 0 && <OrderTable orders={orders} />}
      {total > orders.length && (
        <p className="soft small">{t('person.more', { count: total - orders.length })}</p>
      )}
      <p className="soft small">
        {t('person.things', { addresses, drafts, labels, results: results.length })}
      </p>
      <Elsewhere view={view} />
    </>
  );
}

function OrderTable({ orders }: Pick<PersonView, 'orders'>) {
  const { t } = useTranslation();
  const standing = ({ keptFor, until }: PersonView['orders'][number]): string => {
    if (keptFor === null) return t('person.free');
    const kept = { reason: t(`keptFor.${keptFor}`), until: t(`keptUntil.${keptFor}`) };
    return until === null ? t('person.kept', kept) : t('person.keptBy', { ...kept, day: shopDate(until) });
  };
  return (
    <PlainTable
      rows={orders}
      keyOf={({ orderNo, createdAt }) => `${orderNo} ${createdAt}`}
      columns={[
        [t('person.order'), ({ orderNo }) => orderNo, 'number'],
        [t('person.name'), ({ name }) => name],
        [t('col.state'), ({ state }) => t(`order.${state}`)],
        [t('person.standing'), standing],
      ]}
    />
  );
}

/** What erasing does not reach, in full. */
function Elsewhere({ view }: { readonly view: PersonView }) {
  const { t } = useTranslation();
  const { otherExtensions, named, namedKept, results, backups, isOnServer, otherBenches } = view;
  const { setAside, exports, free, total } = view;
  const lines = [
    otherExtensions > 0 && t('person.others', { count: otherExtensions }),
    named > 0 && t('person.named', { count: named }),
    namedKept.length > 0 && t('person.namedKept', { count: namedKept.length }),
    ...(free < total ? results.map((name) => t('person.result', { name })) : []),
    ...backups.map(({ name, goesBy }) =>
      goesBy === null
        ? t('person.backupByHand', { name })
        : t('person.backupBy', { name, day: shopDate(goesBy) }),
    ),
    isOnServer && t('person.server'),
    otherBenches > 0 && t('person.benches', { count: otherBenches }),
    setAside > 0 && t('person.aside', { count: setAside }),
    exports > 0 && t('person.exports', { count: exports }),
  ].filter((line) => line !== false);
  if (lines.length === 0) return null;
  return (
    <ul className="small">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
