import { z } from 'zod';

/** How an agent's telephone is made to answer. */
const ANSWER_METHODS = ['notify-talk', 'webrtc', 'phone-only'] as const;
type AnswerMethod = (typeof ANSWER_METHODS)[number];

/** The Asterisk to follow, and what is known of its dial plan. */
export interface AsteriskConfig {
    readonly host: string;
    readonly port: number;
    readonly username: string;
    readonly secret: string;
    readonly tls: boolean;
    readonly maxBackoffMs: number;
    /** Its REST interface; null: not used. */
    readonly ari: { readonly url: string; readonly username: string; readonly password: string } | null;
    readonly answerMethodOf: (agent: string) => AnswerMethod;
    /** An agent's telephone as a queue knows it; `{extension}` stands for the extension. */
    readonly agentInterface: string;
    readonly dialPlan: {
        readonly context: string;
        readonly queueExtensions: ReadonlyMap<string, string>;
        readonly outboundNumber: string;
        readonly internationalNumber: string;
        readonly conferenceKeys: string;
    };
    /** The queues that agents may enter and leave; `*`: all. */
    readonly queueLogin: readonly string[];
    /** The channel variable with the protocol; null: neither read nor set. */
    readonly protocolVariable: string | null;
    /** Where the PBX's log of calls can be read; null: calls that no bridge saw are not recovered. */
    readonly callLog:
        | { readonly kind: 'file'; readonly path: string }
        | { readonly kind: 'table'; readonly databaseUrl: string; readonly table: string }
        | null;
}

const port = z.coerce
    .number('must be a port such as 5038')
    .int('must be a port such as 5038')
    .min(0, 'must be a port such as 5038')
    .max(65535, 'must be a port such as 5038')
    .default(5038);

/** `name=value` pairs, separated by commas or blanks. */
const pairs = (example: string) =>
    z
        .string()
        .transform((text) => text.split(/[\s,]+/).filter(Boolean))
        .refine((all) => all.every((pair) => /^[^=]+=[^=]+$/.test(pair)), `must be pairs such as ${example}`)
        .transform((all) => new Map(all.map((pair) => pair.split('=') as [string, string])))
        .default(new Map());

const numberTemplate = (fallback: string) =>
    z
        .string()
        .regex(
            /^[0-9*#]*\{(e164|national)\}$/,
            'must be what is dialled, such as 0{national} or 9{e164}: digits, then {national} or {e164}'
        )
        .default(fallback);

/** The variables of an Asterisk, with what a good value looks like. */
export const asteriskVariables = {
    AMI_HOST: z.string().optional(),
    AMI_PORT: port,
    AMI_USERNAME: z.string().default('bridge'),
    AMI_SECRET: z.string().optional(),
    AMI_TLS: z.enum(['on', 'off'], 'must be on or off').default('off'),
    AMI_MAX_BACKOFF_MS: z.coerce.number('must be milliseconds such as 10000').int().min(100).default(10_000),
    ARI_URL: z.url('must be a URL such as http://127.0.0.1:8088').optional(),
    ARI_USERNAME: z.string().default('bridge'),
    ARI_PASSWORD: z.string().optional(),
    ANSWER_METHOD: z.enum(ANSWER_METHODS, `must be one of ${ANSWER_METHODS.join(', ')}`).default('notify-talk'),
    ANSWER_METHODS: pairs('1005=phone-only 2001=webrtc').refine(
        (methods) => methods.values().every((method) => (ANSWER_METHODS as readonly string[]).includes(method)),
        `must be an extension and one of ${ANSWER_METHODS.join(', ')}, such as 1005=phone-only`
    ),
    AGENT_INTERFACE: z
        .string()
        .regex(/^[^\r\n]*\{extension\}[^\r\n]*$/, 'must contain {extension}, such as PJSIP/{extension}')
        .default('PJSIP/{extension}'),
    DIAL_CONTEXT: z
        .string()
        .regex(/^[\w-]{1,80}$/, 'must be the name of a context of the dial plan such as from-internal')
        .default('from-internal'),
    QUEUE_EXTENSIONS: pairs('suporte=4001 vendas=4002'),
    OUTBOUND_NUMBER: numberTemplate('{national}'),
    INTERNATIONAL_NUMBER: numberTemplate('00{e164}'),
    CONFERENCE_KEYS: z
        .string()
        .regex(/^[0-9*#A-D]{1,8}$/, 'must be keys such as *3')
        .default('*3'),
    QUEUE_LOGIN: z
        .string()
        .transform((text) => text.split(/[\s,]+/).filter(Boolean))
        .default([]),
    PROTOCOL_VARIABLE: z
        .string()
        .regex(/^[A-Za-z_]\w{0,79}$/, 'must be the name of a channel variable such as PROTOCOLO')
        .optional(),
    CEL_FILE: z.string().optional(),
    CEL_DATABASE_URL: z
        .string()
        .regex(/^postgres(ql)?:\/\//, 'must be a PostgreSQL address such as postgres://bridge:secret@pbx/asterisk')
        .optional(),
    CEL_TABLE: z
        .string()
        .regex(/^[A-Za-z_]\w*(\.[A-Za-z_]\w*)?$/, 'must be the name of a table such as cel')
        .default('cel')
};

type Variables = z.output<z.ZodObject<typeof asteriskVariables>>;

/** What is missing among variables that belong together: one line each. */
export function missingAsteriskVariables(given: Readonly<Record<string, string | undefined>>): string[] {
    const lines: string[] = [];
    if (given['AMI_HOST'] && !given['AMI_SECRET'])
        lines.push('AMI_SECRET is missing: the secret of the AMI user in manager.conf');
    if (given['ARI_URL'] && !given['ARI_PASSWORD'])
        lines.push('ARI_PASSWORD is missing: the password of the user in ari.conf');
    if (given['CEL_FILE'] && given['CEL_DATABASE_URL'])
        lines.push('CEL_FILE and CEL_DATABASE_URL are both given: the calls are read from one of them');
    return lines;
}

export const toAsterisk = (variables: Variables): AsteriskConfig | null =>
    variables.AMI_HOST === undefined
        ? null
        : {
              host: variables.AMI_HOST,
              port: variables.AMI_PORT,
              username: variables.AMI_USERNAME,
              secret: variables.AMI_SECRET ?? '',
              tls: variables.AMI_TLS === 'on',
              maxBackoffMs: variables.AMI_MAX_BACKOFF_MS,
              ari: ariOf(variables),
              answerMethodOf: (agent) =>
                  (variables.ANSWER_METHODS.get(agent) as AnswerMethod | undefined) ?? variables.ANSWER_METHOD,
              agentInterface: variables.AGENT_INTERFACE,
              dialPlan: {
                  context: variables.DIAL_CONTEXT,
                  queueExtensions: variables.QUEUE_EXTENSIONS,
                  outboundNumber: variables.OUTBOUND_NUMBER,
                  internationalNumber: variables.INTERNATIONAL_NUMBER,
                  conferenceKeys: variables.CONFERENCE_KEYS
              },
              queueLogin: variables.QUEUE_LOGIN,
              protocolVariable: variables.PROTOCOL_VARIABLE ?? null,
              callLog: callLogOf(variables)
          };

const ariOf = ({ ARI_URL, ARI_USERNAME, ARI_PASSWORD }: Variables): AsteriskConfig['ari'] =>
    ARI_URL === undefined
        ? null
        : { url: ARI_URL.replace(/\/+$/, ''), username: ARI_USERNAME, password: ARI_PASSWORD ?? '' };

function callLogOf({ CEL_FILE, CEL_DATABASE_URL, CEL_TABLE }: Variables): AsteriskConfig['callLog'] {
    if (CEL_FILE !== undefined) return { kind: 'file', path: CEL_FILE };
    return CEL_DATABASE_URL === undefined ? null : { kind: 'table', databaseUrl: CEL_DATABASE_URL, table: CEL_TABLE };
}
