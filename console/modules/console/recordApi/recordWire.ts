import type { FieldReference, RecordData } from './recordData';
import { qualifiedName } from './recordData';
import { requestUiApi } from './requestUiApi';

interface RecordRequest {
    readonly recordId?: string;
    readonly fields?: FieldReference | readonly FieldReference[];
    readonly optionalFields?: FieldReference | readonly FieldReference[];
}

type Emit = (result: { data?: RecordData; error?: unknown }) => void;

const connected = new Set<getRecord>();

/** Lets everybody who shows the record read it again. */
export function refreshRecord(recordId: string): void {
    for (const wire of connected) wire.refreshIfShowing(recordId);
}

/** Wire adapter: emits `{ data }` or `{ error }`; an undefined record id emits nothing, as on the platform. */
export class getRecord {
    readonly #emit: Emit;
    #request: RecordRequest = {};
    /** Of the request last sent: an answer that comes after it is out of date. */
    #sent = 0;

    constructor(emit: Emit) {
        this.#emit = emit;
        emit({});
    }

    connect(): void {
        connected.add(this);
    }

    disconnect(): void {
        connected.delete(this);
        this.#sent++;
    }

    update(request: RecordRequest): void {
        this.#request = request;
        void this.read();
    }

    refreshIfShowing(recordId: string): void {
        if (this.#request.recordId === recordId) void this.read();
    }

    private async read(): Promise<void> {
        const sent = ++this.#sent;
        const path = pathOf(this.#request);
        if (!path) return;
        const result = await requestUiApi<RecordData>('GET', path).then(
            (data) => ({ data }),
            (error: unknown) => ({ error })
        );
        if (sent === this.#sent) this.#emit(result);
    }
}

/** Null until the record and at least one field are known. */
function pathOf({ recordId, fields = [], optionalFields = [] }: RecordRequest): string | null {
    const lists = { fields: [fields].flat(), optionalFields: [optionalFields].flat() };
    const parameters = Object.entries(lists)
        .filter(([, names]) => names.length > 0)
        .map(([name, names]) => [name, names.map(qualifiedName).join(',')]);
    if (!recordId || parameters.length === 0) return null;
    return `/records/${recordId}?${new URLSearchParams(parameters)}`;
}
