/** What the bridges log, counted. */
export interface BridgeLogs {
    readonly read: (line: string) => void;
    /** Of warnings and errors: how often each message came. */
    readonly messages: ReadonlyMap<string, number>;
    /** Lines that hold the number of a customer of the drill. */
    readonly withNumber: readonly string[];
}

const WARN_LEVEL = 40;
/** The numbers that callCentre.ts gives its customers, however they are written. */
const CUSTOMERS_NUMBER = /(?<!\d)(?:55)?11[ -]?96\d{3}-?\d{4}(?!\d)/;

export function createBridgeLogs(): BridgeLogs {
    const messages = new Map<string, number>();
    const withNumber: string[] = [];
    return {
        messages,
        withNumber,
        read(line) {
            if (CUSTOMERS_NUMBER.test(line)) withNumber.push(line);
            const entry = parse(line);
            if (!entry || entry.level < WARN_LEVEL) return;
            const about = entry.code ? `${entry.msg} (${entry.code})` : entry.msg;
            messages.set(about, (messages.get(about) ?? 0) + 1);
        }
    };
}

function parse(line: string): { level: number; msg: string; code?: string } | null {
    try {
        return JSON.parse(line) as { level: number; msg: string; code?: string };
    } catch {
        return null;
    }
}
