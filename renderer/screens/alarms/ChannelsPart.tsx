import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelRow } from '../../../shared/contracts/insight/alarms.ts';
import { type ChannelKind, channelKinds } from '../../../shared/domain/insight/alarm.ts';
import { ask, core } from '../../bridge/core.ts';
import { queryClient } from '../../bridge/queryClient.ts';
import { AskingButton } from '../../parts/AskDialog.tsx';
import { Button } from '../../parts/Button.tsx';
import { FailureNotice } from '../../parts/feedback/Notice.tsx';
import { CheckField } from '../../parts/form/CheckField.tsx';
import { EntryForm } from '../../parts/form/EntryForm.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { AddButton, PanelList, PanelRow } from '../../parts/Section.tsx';
import { StateMark } from '../../parts/StateMark.tsx';
import { Moment } from '../../work/Moment.tsx';
import { useAct } from '../../work/useAct.ts';

const shown = (channels: readonly ChannelRow[]) =>
  queryClient.setQueryData(ask.alarmChannels.list.queryKey(), [...channels]);

/** Group robots, a program of one's own, mail: where alarms go besides this computer. */
export function ChannelsPart() {
  const { t } = useTranslation();
  const channels = useQuery(ask.alarmChannels.list.queryOptions()).data;
  /** Which is being changed; '': a new one. */
  const [edited, setEdited] = useState<string | null>(null);
  if (channels === undefined) return null;
  const close = (): void => setEdited(null);
  return (
    <>
      <div className="line">
        <h3>{t('alarmScreen.settings.channels')}</h3>
        <span className="grow" />
        {edited === null && channels.length > 0 && (
          <AddButton
            label={t('alarmScreen.settings.addChannel')}
            isFirst={false}
            onPress={() => setEdited('')}
          />
        )}
      </div>
      <p className="soft small">{t('alarmScreen.settings.channelsNote')}</p>
      {edited === '' && <ChannelForm onClose={close} />}
      {(channels.length > 0 || edited === null) && (
        <PanelList
          empty={{
            icon: 'network',
            title: t('alarmScreen.settings.noChannels'),
            note: t('alarmScreen.settings.noChannelsNote'),
            act: (
              // Whom to call is above and has the one main button of the page.
              <AddButton
                label={t('alarmScreen.settings.addChannel')}
                isFirst={false}
                onPress={() => setEdited('')}
              />
            ),
          }}
        >
          {channels.map((channel) => (
            <ChannelLine
              key={channel.channelId}
              channel={channel}
              isEdited={edited === channel.channelId}
              onEdit={() => setEdited(channel.channelId)}
              onClose={close}
            />
          ))}
        </PanelList>
      )}
    </>
  );
}

interface ChannelLineProps {
  readonly channel: ChannelRow;
  readonly isEdited: boolean;
  onEdit(): void;
  onClose(): void;
}

function ChannelLine({ channel, isEdited, onEdit, onClose }: ChannelLineProps) {
  const { t } = useTranslation();
  const { channelId, name, kind, target, isUrgentOnly, failing, lastSentAt, waiting } = channel;
  const test = useAct(() => core.alarmChannels.test({ channelId }), {
    says: () => t('alarmScreen.settings.tested'),
    after: shown,
  });
  const remove = useAct(() => core.alarmChannels.remove({ channelId }), { after: shown });
  const mark =
    failing !== null ? (
      <StateMark tone="failed" label={t('alarmScreen.settings.fails')} />
    ) : lastSentAt !== null ? (
      <StateMark tone="done" label={t('alarmScreen.settings.works')} />
    ) : null;
  return (
    <PanelRow
      name={name}
      isWrapping
      marks={
        <>
          <span className="soft">{t(`channelKind.${kind}`)}</span>
          {mark}
          {waiting > 0 && (
            <StateMark tone="waiting" label={t('alarmScreen.settings.waiting', { count: waiting })} />
          )}
        </>
      }
      notes={[
        `${target}${isUrgentOnly ? ` · ${t('alarmScreen.settings.urgentOnly')}` : ''}`,
        lastSentAt === null ? (
          t('alarmScreen.settings.neverSent')
        ) : (
          <Moment key="sent" after={t('alarmScreen.settings.lastSent')} at={lastSentAt} as="age" />
        ),
      ]}
    >
      <Button {...test.press()}>{t('alarmScreen.settings.test')}</Button>
      <Button onPress={onEdit}>{t('alarmScreen.settings.change')}</Button>
      <AskingButton
        label={t('alarmScreen.settings.remove')}
        button="icon"
        icon="trash"
        title={t('alarmScreen.settings.removeTitle', { name })}
        note={t('alarmScreen.settings.removeNote', { count: waiting })}
        yes={t('alarmScreen.settings.remove')}
        look="danger"
        {...remove.asking()}
      />
      {failing !== null && (
        <div className="channel-wide">
          <FailureNotice failure={failing} />
        </div>
      )}
      {isEdited && (
        <div className="channel-wide">
          <ChannelForm channel={channel} onClose={onClose} />
        </div>
      )}
    </PanelRow>
  );
}

/** Fields of each kind in their order; `true`: typed as a secret. */
const fieldsOf: Readonly<Record<ChannelKind, readonly (readonly [Field, isSecret: boolean])[]>> = {
  wecom: [['url', true]],
  dingtalk: [
    ['url', true],
    ['secret', true],
  ],
  feishu: [
    ['url', true],
    ['secret', true],
  ],
  webhook: [
    ['url', true],
    ['secret', true],
  ],
  smtp: [
    ['host', false],
    ['port', false],
    ['user', false],
    ['password', true],
    ['from', false],
    ['to', false],
  ],
};
type Field = 'url' | 'secret' | 'host' | 'port' | 'user' | 'password' | 'from' | 'to';
const labelOf = (field: Field) => (field === 'to' ? 'toField' : field);
const hints = { url: 'urlHint', secret: 'secretHint', from: 'fromHint', to: 'toHint' } as const;

interface ChannelFormProps {
  /** Absent: a new one. */
  readonly channel?: ChannelRow;
  onClose(): void;
}

function ChannelForm({ channel, onClose }: ChannelFormProps) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<ChannelKind>(channel?.kind ?? 'wecom');
  const [name, setName] = useState(channel?.name ?? '');
  const [isUrgentOnly, setUrgentOnly] = useState(channel?.isUrgentOnly ?? false);
  const [fields, setFields] = useState<Readonly<Record<string, string>>>(channel?.fields ?? { port: '465' });
  const isKept = (field: string): boolean =>
    channel?.kind === kind && channel.secretsSet.includes(field) && (fields[field] ?? '') === '';
  const shownFields = fieldsOf[kind];
  const given = shownFields
    .filter(([field]) => !isKept(field))
    .map(([field]) => [field, fields[field] ?? '']);
  const save = useAct(
    () =>
      core.alarmChannels.save({
        ...(channel === undefined ? {} : { channelId: channel.channelId }),
        kind,
        name,
        isUrgentOnly,
        fields: Object.fromEntries(given) as Record<string, string>,
      }),
    {
      isShownInPlace: true,
      says: () => t('alarmScreen.settings.saved'),
      after: (channels) => {
        shown(channels);
        onClose();
      },
    },
  );
  const needed = kind === 'smtp' ? ['host', 'to'] : ['url'];
  const isReady =
    name.trim() !== '' && needed.every((field) => isKept(field) || (fields[field] ?? '').trim() !== '');
  return (
    <EntryForm
      look={channel === undefined ? 'panel' : 'inset'}
      yes={t('alarmScreen.settings.save')}
      isReady={isReady}
      {...save.form()}
      onClose={onClose}
    >
      <div className="form-grid">
        <SelectField
          label={t('alarmScreen.settings.kind')}
          value={kind}
          options={channelKinds.map((value) => ({ value, label: t(`channelKind.${value}`) }))}
          onChange={setKind}
        />
        <TextField label={t('alarmScreen.settings.name')} maxLength={40} value={name} onChange={setName} />
        {shownFields.map(([field, isSecret]) => (
          <TextField
            key={field}
            label={t(`alarmScreen.settings.${labelOf(field)}`)}
            type={isSecret ? 'password' : 'text'}
            maxLength={2_000}
            value={fields[field] ?? ''}
            {...(isKept(field)
              ? { hint: t('alarmScreen.settings.kept') }
              : field in hints
                ? { hint: t(`alarmScreen.settings.${hints[field as keyof typeof hints]}`) }
                : {})}
            onChange={(value) => setFields({ ...fields, [field]: value })}
          />
        ))}
        <CheckField
          label={t('alarmScreen.settings.urgentOnly')}
          isWide
          isOn={isUrgentOnly}
          onChange={setUrgentOnly}
        />
      </div>
    </EntryForm>
  );
}
