import { z } from 'zod';
import { legStateSchema } from './agentApi.ts';
import { instantSchema } from './instant.ts';

/**
 * How a supervisor takes part in an agent's call: `listen` hears both sides, `whisper` is also heard by the agent alone,
 * `barge` is heard by both.
 */
export const supervisionModeSchema = z.enum(['listen', 'whisper', 'barge']);

/** `GET /supervisor/calls`: the calls that agents have now, the oldest first. Who calls is not in it. */
export const supervisedCallsSchema = z.object({
    calls: z.array(
        z.object({
            callId: z.string(),
            direction: z.enum(['inbound', 'outbound', 'internal']),
            queue: z.string().nullable(),
            protocol: z.string().nullable(),
            startedAt: instantSchema,
            /** Everybody whose part in the call is not over. */
            agents: z.array(
                z.object({
                    legId: z.string(),
                    extension: z.string(),
                    /** Null until they have signed in once. */
                    name: z.string().nullable(),
                    state: legStateSchema,
                    /** Since when the agent is in that state. */
                    since: instantSchema,
                    /** What this supervisor can do now; nothing while it rings, and nothing with a call of their own. */
                    modes: z.array(supervisionModeSchema)
                })
            )
        })
    )
});

/** `POST /supervisor/calls/:callId/:mode` takes this: whose part in the call. */
export const supervisionRequestSchema = z.strictObject({
    legId: z.string().min(1, 'must be the legId of the agent whom to hear').max(200)
});

export type SupervisionMode = z.output<typeof supervisionModeSchema>;
export type SupervisedCalls = z.output<typeof supervisedCallsSchema>;
