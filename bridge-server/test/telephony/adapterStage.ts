import type { TelephonyAdapter } from '../../src/telephony/telephonyAdapter.ts';
import type { RecordingSink } from './asterisk/recordingSink.ts';

/** A started telephony side with two agents at their telephones. */
export interface AdapterStage {
    readonly adapter: TelephonyAdapter;
    readonly sink: RecordingSink;
    /** The extension at which `ring` rings. */
    readonly agent: string;
    /** The extension of a colleague whose telephone rings when they are asked, and takes commands as well. */
    readonly colleague: string;
    /** A number that takes the call when it is dialled. */
    readonly number: string;
    /** A customer calls the agent; resolves to the call's id. */
    ring(): Promise<string>;
    customerHangsUp(callId: string): Promise<void>;
    close(): Promise<void>;
}
