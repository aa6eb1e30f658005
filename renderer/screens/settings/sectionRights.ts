import type { Right } from '../../../shared/domain/role.ts';
import type { SectionId } from './SettingsScreen.tsx';

/** What a section takes to be of any use. Empty: everybody's own. */
export const sectionRights: Readonly<Record<SectionId, readonly Right[]>> = {
  sender: ['changeSettings'],
  accounts: ['changeAccounts'],
  printers: ['changePrinters'],
  labels: ['changeRules'],
  rules: ['changeRules'],
  dictionary: ['importOrders'],
  watch: ['changeSettings'],
  operators: ['manageOperators'],
  addresses: ['correctAddresses'],
  look: [],
  security: [],
  calls: ['bookParcels'],
};
