import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { createAdminCalls } from './admin/adminCalls.ts';
import { createAdminGate } from './admin/adminGate.ts';
import { createAgentDesk } from './agentDesk.ts';
import { createAgentStreams } from './agents/agentStreams.ts';
import { dayOf } from './agents/localDay.ts';
import { createPresences } from './agents/presences.ts';
import { createSupervision } from './agents/supervision.ts';
import { createSessionTokens } from './auth/sessionTokens.ts';
import { createSignIn } from './auth/signIn.ts';
import { type Closers, createClosers } from './closers.ts';
import type { Config } from './config.ts';
import { createEventIntake } from './eventIntake.ts';
import { createAdminRoutes } from './http/adminRoutes.ts';
import { createAgentRoutes } from './http/agentRoutes.ts';
import { createHealthRoutes } from './http/healthRoutes.ts';
import { startHttpServer } from './http/httpServer.ts';
import { createSimulatorRoutes } from './http/simulatorRoutes.ts';
import { createSupervisorRoutes } from './http/supervisorRoutes.ts';
import { createTelephonyRoutes } from './http/telephonyRoutes.ts';
import { createMetrics } from './metrics.ts';
import { createListeningSide } from './listeningSide.ts';
import { recordRules } from './mapping/mapping.ts';
import { adviceFor } from './salesforce/errorAdvice.ts';
import type { MappingCheck } from './salesforce/mapping/mappingCheck.ts';
import { openSalesforce } from './salesforce/openSalesforce.ts';
import { createRecordingsSide } from './recordingsSide.ts';
import { startEmbeddedPostgres } from './store/embedded/embeddedPostgres.ts';
import { openStore } from './store/openStore.ts';
import { createReconciler, type Reconciler } from './sync/reconciler.ts';
import { createTelephonySides } from './telephonySides.ts';

export interface App {
    /** Where the bridge listens. */
    readonly url: string;
    /** Stops taking events, finishes what is under way, and leaves the rest in the store. */
    close(): Promise<void>;
}

/** Starts the bridge. When a part does not start, those that did are closed again. */
export async function startApp(config: Config, log: Logger): Promise<App> {
    const closers = createClosers(log);
    try {
        return { url: await startParts(config, log, closers), close: closers.closeAll };
    } catch (error) {
        await closers.closeAll();
        throw error;
    }
}

/** Puts the parts together: the only place that knows every one. Resolves to where the bridge listens. */
async function startParts(config: Config, log: Logger, closers: Closers): Promise<string> {
    const now = () => new Date();
    const metrics = createMetrics();
    const publicUrl = () => config.publicUrl ?? server.url;

    const rules = recordRules(config.mapping);
    const dayHere = (instant: string) => dayOf(instant, config.timeZone);

    const postgres = config.databaseUrl === null ? await startEmbeddedPostgres(config.dataDir) : null;
    if (postgres) closers.add('PostgreSQL', postgres.stop);
    const store = await openStore({
        address: postgres?.address ?? { connectionString: config.databaseUrl ?? '' },
        dayOf: dayHere,
        rules
    });
    closers.add('store', store.close);

    const recordings = createRecordingsSide({ config, store, metrics, log });
    const salesforce = openSalesforce({
        login: config.salesforce,
        mapping: config.mapping,
        apiReserve: config.apiReserve,
        log,
        lastServed: store.calls.lastServed,
        recordingUrl: (protocol) => `${publicUrl()}/recordings/${encodeURIComponent(protocol)}`,
        canBeHeard: recordings.canBeHeard,
        people: config.browserSignIn && {
            ...config.browserSignIn,
            redirectUri: () => `${publicUrl()}/auth/callback`
        },
        dayOf: dayHere
    });
    metrics.watchApiUsage(salesforce.budget.read);
    metrics.watchSync(store.failedCalls.counts);
    closers.add('mapping check', async () => salesforce.mappingCheck.stop());
    const reconciler = createReconciler({ queue: store.sync, salesforce: salesforce.records, rules, log });

    closers.add('recordings', recordings.stop);
    const sides = createTelephonySides({ config, store, metrics, log });
    const { contactCentre } = config;
    const presences = createPresences({
        store: store.presences,
        tell: sides.setPresence,
        rules: contactCentre,
        now,
        onChanged: (extension, presence) => streams.presenceChanged(extension, presence),
        log
    });
    const surroundingsOf = (source: string) => ({
        capabilitiesOf: (agent: string) => sides.capabilitiesOf(source, agent),
        nameOf: presences.nameOf
    });
    const streams = createAgentStreams({
        calls: store.calls,
        surroundingsOf,
        presenceOf: presences.signedIn,
        settings: {
            canDial: sides.canDial,
            canLogInToQueues: sides.canLogInToQueues,
            pauseReasons: [...contactCentre.pauseReasons],
            contactReasons: [...contactCentre.contactReasons],
            wrapUpSeconds: contactCentre.wrapUpSeconds
        },
        now,
        onError: (error) => log.warn({ err: error }, 'A changed call could not be read for its softphones')
    });
    const intake = createEventIntake({
        store,
        metrics,
        onCallChanged(call, changeId) {
            streams.callChanged(call, changeId);
            reconciler.kick();
            void presences.callChanged(call);
        },
        onProtocolIssued: (callId, protocol) => void sides.protocolIssued(callId, protocol)
    });
    closers.add('reconciler', reconciler.stop);
    const stopFollowing = await store.followChanges({
        onChange({ callId, changeId }) {
            void streams.changeNoticed(callId, changeId);
            reconciler.kick();
        },
        onPresence: ({ extension, version }) => void presences.presenceNoticed(extension, version),
        onLost: (error) => log.warn({ err: error }, 'The listening session to PostgreSQL was lost; it is opened again')
    });
    closers.add('change feed', stopFollowing);
    await presences.start();
    closers.add('presences', presences.stop);

    const tokens = createSessionTokens({ secret: config.sessionSecret, now });
    const { readSession } = tokens;
    const signIn = createSignIn({
        save: store.handshakes.save,
        take: store.handshakes.take,
        readRecord: salesforce.handshakes.read,
        removeRecord: salesforce.handshakes.remove,
        userById: salesforce.agents.byId,
        now
    });
    const { simulator } = sides;
    const server = await startHttpServer({
        host: config.host,
        port: config.port,
        allowedOrigins: config.allowedOrigins,
        trustedProxies: config.trustedProxies,
        log,
        routers: [
            // first: a player that seeks asks often, and every router costs
            ...createListeningSide({
                config,
                recordings: store.recordings,
                pathOf: recordings.pathOf,
                salesforce,
                readSession,
                publicUrl,
                now,
                log
            }),
            createAgentRoutes({
                beginSignIn: signIn.begin,
                completeSignIn: async (request) => tokens.issueSession(await signIn.complete(request)),
                readSession,
                openStream: streams.open,
                ...createAgentDesk({ contactCentre, store, salesforce, sides, presences, surroundingsOf, now, log })
            }),
            createSupervisorRoutes({
                readSession,
                ...createSupervision({
                    isSupervisor: salesforce.isSupervisor,
                    liveCalls: store.calls.liveCalls,
                    callById: store.calls.callById,
                    nameOf: presences.nameOf,
                    canSupervise: sides.canSupervise,
                    supervise: sides.supervise,
                    log
                })
            }),
            createTelephonyRoutes(sides.webhook.receive),
            createAdminRoutes({
                passGate: createAdminGate({ token: config.adminToken, now: Date.now }),
                ...createAdminCalls({
                    ...store.failedCalls,
                    adviceFor,
                    onPersonalDataShown: (callId) => log.info({ callId }, 'An operator was shown who called')
                }),
                recordings: recordings.admin
            }),
            createHealthRoutes({ ready: store.ping, metrics: metrics.read }),
            ...(simulator ? [createSimulatorRoutes({ readSession, ...simulator })] : [])
        ]
    });
    closers.add('HTTP server', server.close);
    closers.add('telephony', sides.stop);
    recordings.start();
    sides.start(intake);
    const stopping = new AbortController();
    closers.add('writing', async () => stopping.abort());
    void startWriting(salesforce.mappingCheck, reconciler, log, stopping.signal);
    return server.url;
}

const CHECK_AGAIN_MS = 60_000;

/**
 * Telephones ring whatever the org says. Records are written once it takes the mapping, or could not be asked; until
 * then they wait, and nothing is lost.
 */
async function startWriting(
    mappingCheck: MappingCheck,
    reconciler: Reconciler,
    log: Logger,
    signal: AbortSignal
): Promise<void> {
    while (!signal.aborted) {
        const outcome = await mappingCheck.check();
        if (outcome.kind !== 'wrong') return reconciler.start();
        for (const { path, message } of outcome.problems)
            log.fatal({ mapping: path, problem: message }, 'Nothing is written until the org takes the field mapping');
        await wait(CHECK_AGAIN_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
}
