import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoorView } from '../../../shared/contracts/door/doorSettings.ts';
import { type DoorEventType, doorEventTypes } from '../../../shared/domain/door.ts';
import { ask, core } from '../../bridge/core.ts';
import { queryClient } from '../../bridge/queryClient.ts';
import { AskDialog, AskingButton } from '../../parts/AskDialog.tsx';
import { Button } from '../../parts/Button.tsx';
import { FailureNotice } from '../../parts/feedback/Notice.tsx';
import { CheckField } from '../../parts/form/CheckField.tsx';
import { EntryForm } from '../../parts/form/EntryForm.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { PanelRow } from '../../parts/Section.tsx';
import { StateMark } from '../../parts/StateMark.tsx';
import { PlainTable } from '../../parts/table/PlainTable.tsx';
import { useDescribe } from '../../words/describe.ts';
import { Moment } from '../../work/Moment.tsx';
import { useAct } from '../../work/useAct.ts';
import { type SecretFormProps, SecretList } from './SecretList.tsx';

type Webhook = DoorView['webhooks'][number];

const shown = (view: DoorView) => queryClient.setQueryData(ask.door.get.queryKey(), view);

/** Addresses that events are posted to, and how each does. */
export function WebhooksPart({ webhooks }: Pick<DoorView, 'webhooks'>) {
  const { t } = useTranslation();
  return (
    <SecretList
      title={t('door.webhooks')}
      note={t('door.webhooksNote')}
      addLabel={t('door.addWebhook')}
      isNext={false}
      empty={{ icon: 'network', title: t('door.noWebhooks'), note: t('door.noWebhooksNote') }}
      form={(props) => <WebhookForm {...props} />}
      once={{ title: (name) => t('door.keyTitle', { name }), note: t('door.keyNote') }}
    >
      {webhooks.map((webhook) => (
        <WebhookLine key={webhook.webhookId} webhook={webhook} />
      ))}
    </SecretList>
  );
}

function WebhookLine({ webhook }: { readonly webhook: Webhook }) {
  const { t } = useTranslation();
  const { webhookId, name, target, events, failing, sentAt, waiting, dead } = webhook;
  const [isLooking, setLooking] = useState(false);
  const test = useAct(() => core.door.testWebhook({ webhookId }), {
    says: () => t('door.tested', { name }),
    after: shown,
  });
  const remove = useAct(() => core.door.removeWebhook({ webhookId }), { after: shown });
  const named = events.map((type) => t(`door.event.${type}`)).join(' · ');
  return (
    <PanelRow
      name={name}
      isWrapping
      marks={
        <>
          <WebhookMark webhook={webhook} />
          {waiting > 0 && <StateMark tone="waiting" label={t('door.waiting', { count: waiting })} />}
          {dead > 0 && <StateMark tone="failed" label={t('door.dead', { count: dead })} />}
        </>
      }
      notes={[
        `${target} · ${events.length === doorEventTypes.length ? t('door.allEvents') : named}`,
        sentAt === null ? (
          t('door.nothingSent')
        ) : (
          <Moment key="sent" after={t('door.lastArrived')} at={sentAt} as="age" />
        ),
      ]}
    >
      <Button {...test.press()}>{t('door.test')}</Button>
      {dead > 0 && <Button onPress={() => setLooking(true)}>{t('door.showDead')}</Button>}
      <AskingButton
        label={t('door.remove')}
        button="icon"
        icon="trash"
        title={t('door.removeTitle', { name })}
        note={t('door.removeNote')}
        yes={t('door.remove')}
        look="danger"
        {...remove.asking()}
      />
      {failing !== null && (
        <div className="webhook-wide">
          <FailureNotice failure={failing} />
        </div>
      )}
      {isLooking && <DeadDialog webhook={webhook} onClose={() => setLooking(false)} />}
    </PanelRow>
  );
}

function WebhookMark({ webhook: { failing, sentAt } }: { readonly webhook: Webhook }) {
  const { t } = useTranslation();
  if (failing !== null) return <StateMark tone="failed" label={t('door.notArriving')} />;
  return sentAt === null ? null : <StateMark tone="done" label={t('door.arriving')} />;
}

interface DeadDialogProps {
  readonly webhook: Webhook;
  onClose(): void;
}

/** What was given up, and the way back. */
function DeadDialog({ webhook: { webhookId, name, dead }, onClose }: DeadDialogProps) {
  const { t } = useTranslation();
  const describe = useDescribe();
  const { data } = useQuery(ask.door.deadEvents.queryOptions({ input: { webhookId } }));
  const replay = useAct(() => core.door.replayDead({ webhookId }), {
    says: () => t('door.replayed'),
    after: (view) => {
      shown(view);
      onClose();
    },
    isShownInPlace: true,
  });
  return (
    <AskDialog
      title={t('door.deadTitle', { name })}
      width={720}
      yes={t('door.replay', { count: dead })}
      {...replay.dialog()}
      onClose={onClose}
    >
      <p>{t('door.deadNote')}</p>
      <PlainTable
        rows={data?.events ?? []}
        keyOf={({ no }) => String(no)}
        columns={[
          [t('door.col.at'), ({ at }) => <Moment at={at} />, 'head'],
          [t('door.col.event'), ({ type }) => t(`door.event.${type}`)],
          [t('door.col.order'), ({ orderNo }) => orderNo],
          [t('door.col.why'), ({ code }) => describe(code, { host: name, reply: '' }).says],
        ]}
      />
    </AskDialog>
  );
}

/** What a program mostly waits for. */
const usualEvents: readonly DoorEventType[] = [
  'booking.booked',
  'booking.refused',
  'parcel.handed-over',
  'tracking.changed',
];

function WebhookForm({ onMade, onClose }: SecretFormProps) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [url, setUrl] = useState('');
  const [events, setEvents] = useState(usualEvents);
  const add = useAct(
    () => core.door.addWebhook({ name: name.trim(), url: url.trim(), events: [...events] }),
    {
      after: ({ key, view }) => {
        shown(view);
        onMade({ name: name.trim(), secret: key });
        onClose();
      },
      isShownInPlace: true,
    },
  );
  const flip = (type: DoorEventType, isOn: boolean): void =>
    setEvents(doorEventTypes.filter((one) => (one === type ? isOn : events.includes(one))));
  return (
    <EntryForm
      label={t('door.addWebhook')}
      yes={t('door.add')}
      isReady={name.trim() !== '' && url.trim() !== '' && events.length > 0}
      {...add.form()}
      onClose={onClose}
    >
      <div className="form-grid">
        <TextField
          label={t('door.webhookName')}
          maxLength={60}
          value={name}
          isAutoFocused
          onChange={setName}
        />
        <TextField
          label={t('door.url')}
          hint={t('door.urlHint')}
          maxLength={1_000}
          value={url}
          onChange={setUrl}
        />
      </div>
      <fieldset className="choice-field">
        <legend className="field-label">{t('door.events')}</legend>
        <div className="line">
          {doorEventTypes.map((type) => (
            <CheckField
              key={type}
              label={t(`door.event.${type}`)}
              isOn={events.includes(type)}
              onChange={(isOn) => flip(type, isOn)}
            />
          ))}
        </div>
      </fieldset>
    </EntryForm>
  );
}
