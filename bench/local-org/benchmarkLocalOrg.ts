import { DEFAULT_MAPPING } from '../../bridge-server/src/mapping/mapping.ts';
import { phoneSearch } from '../../bridge-server/src/salesforce/caller/phoneSearch.ts';
import { printBar } from '../printBar.ts';
import { residentMegabytes } from '../processMemory.ts';
import { median, quantile, timeEach, type Timings } from '../timings.ts';
import { type Administrator, logInAdministrator } from './administrator.ts';
import { startEmptyServer } from './emptyServer.ts';
import { type OrgProcess, startOrgProcess } from './orgProcess.ts';
import { createContacts, mobileOf } from './phoneContacts.ts';

const STARTS = 5;
const CONTACTS = 10_000;
const CALLS = 500;
const WARM_UP_CALLS = 100;
/** Coprime to the count of contacts: the searches jump about instead of walking along. */
const SEARCH_STEP = 7919;

/** Ready, create, search and memory of the local org as a process of its own. */
export async function benchmarkLocalOrg(): Promise<void> {
    const readyAfterMs = await timeStarts();
    const org = await startOrgProcess();
    try {
        const administrator = await logInAdministrator(org.url);
        await createContacts(administrator, CONTACTS);
        const empty = await timeEmptyCalls();
        const creates = await timeCreates(administrator);
        const searches = await timeSearches(administrator);
        const megabytes = residentMegabytes(org.processId);

        printTimings('an empty HTTP call (the yardstick)', empty, empty);
        printTimings('create a Case', creates, empty);
        printTimings(`search ${CONTACTS} Contacts by phone, as the bridge does`, searches, empty);
        printBar({ name: 'local-org-ready', figure: median(readyAfterMs) / 1000, unit: 's', goal: { atMost: 1 } });
        printBar({ name: 'local-org-create', figure: median(creates), unit: 'ms', goal: { atMost: 5 } });
        printBar({ name: 'local-org-phone-search', figure: median(searches), unit: 'ms', goal: { atMost: 20 } });
        printBar({ name: 'local-org-memory', figure: megabytes, unit: 'MB', goal: { atMost: 200 } });
    } finally {
        await org.stop();
    }
}

async function timeStarts(): Promise<Timings> {
    const readyAfterMs: number[] = [];
    for (let start = 0; start < STARTS; start++) {
        const org: OrgProcess = await startOrgProcess();
        readyAfterMs.push(org.readyAfterMs);
        await org.stop();
    }
    const [first = 0, ...others] = readyAfterMs;
    console.log(`ready after ${Math.round(first)} ms, then ${others.map(Math.round).join(', ')} ms`);
    return readyAfterMs;
}

async function timeEmptyCalls(): Promise<Timings> {
    const server = await startEmptyServer();
    const call = async () => (await fetch(server.url, { method: 'POST', body: '{}' })).json();
    try {
        await timeEach(WARM_UP_CALLS, call);
        return await timeEach(CALLS, call);
    } finally {
        await server.close();
    }
}

async function timeCreates(administrator: Administrator): Promise<Timings> {
    const create = (run: string) => (index: number) =>
        administrator.post('/sobjects/Case', {
            Subject: 'Ligação',
            Origin: 'Phone',
            CallProtocol__c: `${run}-${index}`
        });
    await timeEach(WARM_UP_CALLS, create('warm-up'));
    return timeEach(CALLS, create('timed'));
}

async function timeSearches(administrator: Administrator): Promise<Timings> {
    const search = async (index: number) => {
        const mobile = mobileOf((index * SEARCH_STEP) % CONTACTS);
        const sosl = phoneSearch([`+55${mobile}`], DEFAULT_MAPPING.caller, { personAccounts: false });
        const { searchRecords } = (await administrator.get(`/search?q=${encodeURIComponent(sosl)}`)) as {
            searchRecords: unknown[];
        };
        if (searchRecords.length === 0) throw new Error(`Nobody was found by ${mobile}.`);
    };
    await timeEach(WARM_UP_CALLS, search);
    return timeEach(CALLS, search);
}

function printTimings(name: string, timings: Timings, yardstick: Timings): void {
    const typicalMs = median(timings);
    const times = (typicalMs / median(yardstick)).toFixed(1);
    console.log(
        `${name}: median ${typicalMs.toFixed(2)} ms, 95% below ${quantile(timings, 0.95).toFixed(2)} ms, ${times} × empty`
    );
}
