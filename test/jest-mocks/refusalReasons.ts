import { refusalReasonSchema } from '../../bridge-server/src/contract/callActions.ts';

/** Every reason of the contract, of which the components know the type alone. */
export const refusalReasons = refusalReasonSchema.options;
