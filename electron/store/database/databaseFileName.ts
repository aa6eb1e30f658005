/** The encrypted database of a workspace, in its folder; its log and shared memory lie beside it. */
export const databaseFileName = 'shipdesk.db';
