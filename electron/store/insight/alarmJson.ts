import { z } from 'zod';
import { storedJson } from '../database/storedJson.ts';

/** Address, keys and passwords of a channel, by the names of their fields; sealed where it is stored. */
export const channelFieldsJson = storedJson('alarm_channels.sealed_fields', z.record(z.string(), z.string()));
