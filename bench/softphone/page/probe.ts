import type { CallView } from '../../../bridge-server/src/contract/agentApi.ts';
import type { ProbeFigures, SeenEvent, SoftphoneProbe } from '../pageApi.ts';

declare global {
    var softphoneProbe: SoftphoneProbe;
}

/**
 * Runs in the page before its scripts. Sits between the page and the bridge's stream, so that it knows when bytes are
 * given to the page, and watches the whole document, so that it knows when the row that they are about came, got its
 * name or went. The frame that shows it is the one whose rendering ends between the next animation frame and the task
 * after it.
 */
globalThis.softphoneProbe = (() => {
    type Awaited = Omit<SeenEvent, 'changedMs' | 'paintedMs'> & { readonly name: string };

    // as they are before synthetic shadow hides from them what is inside a component
    const findAll = Document.prototype.querySelectorAll;
    const observe = MutationObserver.prototype.observe;
    const fetchNow = globalThis.fetch;

    const ROWS = 'c-softphone-ringing [role="option"]';
    const encoder = new TextEncoder();
    let seen: SeenEvent[] = [];
    let awaited: Awaited[] = [];
    let unchanged = 0;
    let longTasksMs: number[] = [];
    let stream: TransformStreamDefaultController<Uint8Array> | undefined;

    function isShown({ legId, what, name }: Awaited): boolean {
        const [row] = findAll.call(document, `${ROWS}[data-leg-id="${CSS.escape(legId)}"]`);
        return what === 'gone' ? !row : Boolean(row?.textContent?.includes(name));
    }

    function expect({ legId, state, caller }: CallView, deliveredMs: number): void {
        const name = caller?.who?.name ?? '';
        const change: Awaited = {
            legId,
            what: state !== 'ringing' ? 'gone' : name ? 'named' : 'rings',
            name,
            deliveredMs
        };
        const isAwaited = awaited.some((other) => other.legId === legId && other.what === change.what);
        if (isAwaited || isShown(change)) unchanged += 1;
        else awaited.push(change);
    }

    function noteChanges(): void {
        const shown = awaited.filter(isShown);
        if (shown.length === 0) return;
        const changedMs = performance.now();
        awaited = awaited.filter((change) => !shown.includes(change));
        requestAnimationFrame(() => {
            const afterFrame = new MessageChannel();
            afterFrame.port1.onmessage = () => {
                const paintedMs = performance.now();
                for (const { legId, what, deliveredMs } of shown)
                    seen.push({ legId, what, deliveredMs, changedMs, paintedMs });
                afterFrame.port1.close();
            };
            afterFrame.port2.postMessage(null);
        });
    }

    /** Reads events as the bridge writes them: `event:` before one line of `data:`, and a blank line. */
    function createListener(): (bytes: Uint8Array, deliveredMs: number) => void {
        const decoder = new TextDecoder();
        let text = '';
        return (bytes, deliveredMs) => {
            const blocks = (text + decoder.decode(bytes, { stream: true })).split('\n\n');
            text = blocks.pop() ?? '';
            for (const block of blocks) {
                const data = /^event: call$/m.test(block) ? /^data: (.*)$/m.exec(block)?.[1] : undefined;
                if (data) expect(JSON.parse(data) as CallView, deliveredMs);
            }
        };
    }

    globalThis.fetch = async (...request) => {
        const response = await fetchNow(...request);
        if (!response.url.endsWith('/agent/events') || !response.body) return response;
        const listen = createListener();
        const passing = new TransformStream<Uint8Array, Uint8Array>({
            start(controller) {
                stream = controller;
            },
            transform(bytes, controller) {
                listen(bytes, performance.now());
                controller.enqueue(bytes);
            }
        });
        return new Response(response.body.pipeThrough(passing), response);
    };

    observe.call(new MutationObserver(noteChanges), document, { childList: true, characterData: true, subtree: true });
    new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) longTasksMs.push(duration);
    }).observe({ type: 'longtask' });

    return {
        reset() {
            seen = [];
            unchanged = 0;
            longTasksMs = [];
        },
        read(): ProbeFigures {
            const rows = [...findAll.call(document, ROWS)].map(({ textContent }) => textContent ?? '');
            return { seen, awaited: awaited.length, unchanged, rows, longTasksMs };
        },
        tell(calls) {
            const events = calls.map((call) => `event: call\ndata: ${JSON.stringify(call)}\n\n`);
            stream?.enqueue(encoder.encode(events.join('')));
        }
    };
})();
