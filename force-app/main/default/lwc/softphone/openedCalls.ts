/** The calls whose Case was opened in this browser tab. */
export interface OpenedCalls {
    has(callId: string): boolean;
    add(callId: string): void;
}

const STORAGE_KEY = 'softphone.openedCalls';
/** More than an agent can have under way; older ones are over and never asked about again. */
const REMEMBERED_CALLS = 50;

/** Outlives a reload of the page; where the browser refuses the storage, it is remembered as long as the page lasts. */
export function createOpenedCalls(): OpenedCalls {
    let callIds = readStored();
    return {
        has: (callId) => callIds.includes(callId),
        add(callId) {
            callIds = [...callIds, callId].slice(-REMEMBERED_CALLS);
            store(callIds);
        }
    };
}

function readStored(): readonly string[] {
    try {
        const stored: unknown = JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? '[]');
        return Array.isArray(stored) ? stored.filter((callId) => typeof callId === 'string') : [];
    } catch {
        return [];
    }
}

function store(callIds: readonly string[]): void {
    try {
        sessionStorage.setItem(STORAGE_KEY, JSON.stringify(callIds));
    } catch {
        // full or forbidden: the Case may open once more after a reload
    }
}
