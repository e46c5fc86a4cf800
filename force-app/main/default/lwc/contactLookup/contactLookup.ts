export { createContactLookup, type ContactLookup } from './createContactLookup';
export { type LookupView, STARTING_VIEW } from './lookupView';
