import type { Migration } from 'kysely/migration';
import { m0010First } from './m0010First.ts';
import { m0020AddressMemory } from './m0020AddressMemory.ts';
import { m0030Dictionary } from './m0030Dictionary.ts';
import { m0040Repeats } from './m0040Repeats.ts';
import { m0041WriteBacks } from './m0041WriteBacks.ts';
import { m0050OutsideReferences } from './m0050OutsideReferences.ts';
import { m0060Review } from './m0060Review.ts';
import { m0070Dispatch } from './m0070Dispatch.ts';
import { m0080Choosing } from './m0080Choosing.ts';
import { m0090PrintLedger } from './m0090PrintLedger.ts';
import { m0100LabelTemplates } from './m0100LabelTemplates.ts';
import { m0110PaperRolls } from './m0110PaperRolls.ts';
import { m0130NameSearch } from './m0130NameSearch.ts';
import { m0140Parcels } from './m0140Parcels.ts';
import { m0150BoundNumbers } from './m0150BoundNumbers.ts';
import { m0151BookedFreight } from './m0151BookedFreight.ts';
import { m0152Pickups } from './m0152Pickups.ts';
import { m0160PrintReasons } from './m0160PrintReasons.ts';
import { m0161PrintStates } from './m0161PrintStates.ts';
import { m0170Operators } from './m0170Operators.ts';
import { m0180LabelTrials } from './m0180LabelTrials.ts';
import { m0190CarrierLabels } from './m0190CarrierLabels.ts';
import { m0200SameNumbers } from './m0200SameNumbers.ts';
import { m0210AskedBy } from './m0210AskedBy.ts';

/** Numbered in tens so that an urgent step can slip in between. A released step is never edited. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0010_first': m0010First,
  '0020_address_memory': m0020AddressMemory,
  '0030_dictionary': m0030Dictionary,
  '0040_repeats': m0040Repeats,
  '0041_write_backs': m0041WriteBacks,
  '0050_outside_references': m0050OutsideReferences,
  '0060_review': m0060Review,
  '0070_dispatch': m0070Dispatch,
  '0080_choosing': m0080Choosing,
  '0090_print_ledger': m0090PrintLedger,
  '0100_label_templates': m0100LabelTemplates,
  '0110_paper_rolls': m0110PaperRolls,
  '0130_name_search': m0130NameSearch,
  '0140_parcels': m0140Parcels,
  '0150_bound_numbers': m0150BoundNumbers,
  '0151_booked_freight': m0151BookedFreight,
  '0152_pickups': m0152Pickups,
  '0160_print_reasons': m0160PrintReasons,
  '0161_print_states': m0161PrintStates,
  '0170_operators': m0170Operators,
  '0180_label_trials': m0180LabelTrials,
  '0190_carrier_labels': m0190CarrierLabels,
  '0200_same_numbers': m0200SameNumbers,
  '0210_asked_by': m0210AskedBy,
};
