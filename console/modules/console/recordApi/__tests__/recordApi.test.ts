import type { RecordData } from 'console/recordApi';
import {
    createRecord,
    deleteRecord,
    getFieldDisplayValue,
    getFieldValue,
    getRecord,
    messageOfError,
    notifyRecordUpdateAvailable,
    updateRecord
} from 'console/recordApi';

const CASE_ID = '500000000000001AAA';

const fetchMock = jest.fn<Promise<Response>, Parameters<typeof fetch>>();
const answer = (body: unknown, init?: ResponseInit): void => {
    fetchMock.mockImplementationOnce(async () => new Response(JSON.stringify(body), init));
};
const caseWith = (subject: string): RecordData => ({
    id: CASE_ID,
    apiName: 'Case',
    lastModifiedDate: '2026-11-23T12:00:00.000Z',
    fields: {
        Subject: { value: subject, displayValue: null },
        Status: { value: 'New', displayValue: 'Novo' },
        Contact: {
            displayValue: 'Maria',
            value: { id: '003', apiName: 'Contact', fields: { Name: { value: 'Maria', displayValue: null } } }
        }
    }
});
const sent = (call: number) => fetchMock.mock.calls[call] as [string, RequestInit];
/** Lets the answers that are already there arrive. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
    fetchMock.mockReset();
    Object.assign(globalThis, { fetch: fetchMock, window: { consoleSession: { username: 'ana@local.org' } } });
});

describe('records', () => {
    it('are created as the signed-in user', async () => {
        answer(caseWith('x'), { status: 201 });
        const created = await createRecord({ apiName: 'Case', fields: { Subject: 'x' } });
        expect(created.id).toBe(CASE_ID);
        const [url, init] = sent(0);
        expect(url).toBe('/services/data/v66.0/ui-api/records');
        expect(init).toMatchObject({ method: 'POST', headers: { 'x-console-user': 'ana@local.org' } });
        expect(JSON.parse(String(init.body))).toEqual({ apiName: 'Case', fields: { Subject: 'x' } });
    });

    it('are updated only as the caller knew them', async () => {
        answer(caseWith('y'));
        await updateRecord({ fields: { Id: CASE_ID, Subject: 'y' } }, { ifUnmodifiedSince: 'then' });
        const [url, init] = sent(0);
        expect(url).toBe(`/services/data/v66.0/ui-api/records/${CASE_ID}`);
        expect(init).toMatchObject({ method: 'PATCH', headers: { 'if-unmodified-since': 'then' } });
        expect(JSON.parse(String(init.body))).toEqual({ fields: { Subject: 'y' } });
    });

    it('are deleted', async () => {
        fetchMock.mockResolvedValueOnce(new Response(null, { status: 204 }));
        await deleteRecord(CASE_ID);
        expect(sent(0)[1].method).toBe('DELETE');
    });
});

describe('a refused write', () => {
    it('tells what is wrong with the record and its fields', async () => {
        const body = {
            message: 'An error occurred while trying to update the record. Please try again.',
            statusCode: 400,
            enhancedErrorType: 'RecordError',
            output: { errors: [{ message: 'First.' }], fieldErrors: { Email: [{ message: 'Second.' }] } }
        };
        answer(body, { status: 400, statusText: 'Bad Request' });
        const error = await createRecord({ apiName: 'Case', fields: {} }).catch((thrown: unknown) => thrown);
        expect(error).toEqual({
            status: 400,
            statusText: 'Bad Request',
            ok: false,
            headers: {},
            errorType: 'fetchResponse',
            body
        });
        expect(messageOfError(error)).toBe('First. Second.');
    });

    it('throws one error, where a read throws their list', async () => {
        answer([{ errorCode: 'INSUFFICIENT_ACCESS', message: 'No.' }], { status: 403 });
        await expect(createRecord({ apiName: 'Case', fields: {} })).rejects.toMatchObject({
            status: 403,
            body: { errorCode: 'INSUFFICIENT_ACCESS', message: 'No.', statusCode: 403 }
        });
    });

    it('may be a network that failed', () => {
        expect(messageOfError(new TypeError('Failed to fetch'))).toBe('Failed to fetch');
    });
});

describe('the wire getRecord', () => {
    const FIELDS = ['Case.Subject', { objectApiName: 'Case', fieldApiName: 'Contact.Name' }];
    const connect = () => {
        const emitted: unknown[] = [];
        const wire = new getRecord((result) => emitted.push(result));
        wire.connect();
        return { wire, emitted };
    };

    it('asks for the fields and emits the record', async () => {
        answer(caseWith('x'));
        const { wire, emitted } = connect();
        wire.update({ recordId: CASE_ID, fields: FIELDS, optionalFields: 'Case.Status' });
        await settle();
        expect(sent(0)[0]).toBe(
            `/services/data/v66.0/ui-api/records/${CASE_ID}?` +
                'fields=Case.Subject%2CCase.Contact.Name&optionalFields=Case.Status'
        );
        expect(emitted).toEqual([{}, { data: caseWith('x') }]);
    });

    it('emits nothing while there is no record', async () => {
        const { wire, emitted } = connect();
        wire.update({ fields: FIELDS });
        await settle();
        expect(emitted).toEqual([{}]);
        expect(fetchMock).not.toHaveBeenCalled();
    });

    it('emits a refusal as the platform gives it', async () => {
        answer([{ errorCode: 'NOT_FOUND', message: 'Gone.' }], { status: 404, statusText: 'Not Found' });
        const { wire, emitted } = connect();
        wire.update({ recordId: CASE_ID, fields: FIELDS });
        await settle();
        expect(emitted.at(-1)).toMatchObject({
            error: { status: 404, statusText: 'Not Found', ok: false, body: [{ errorCode: 'NOT_FOUND' }] }
        });
    });

    it.each([
        ['updated', () => updateRecord({ fields: { Id: CASE_ID, Subject: 'y' } })],
        ['said to have changed', () => notifyRecordUpdateAvailable([{ recordId: CASE_ID }])]
    ])('reads the record again when it is %s', async (_how, change) => {
        fetchMock.mockImplementation(async () => new Response(JSON.stringify(caseWith('again'))));
        const { wire, emitted } = connect();
        wire.update({ recordId: CASE_ID, fields: FIELDS });
        await settle();
        await change();
        await settle();
        expect(emitted).toHaveLength(3);
        wire.disconnect();
        await change();
        await settle();
        expect(emitted).toHaveLength(3);
    });

    it('drops an answer that a newer request has overtaken', async () => {
        let answerLate = (_response: Response): void => {};
        fetchMock.mockReturnValueOnce(new Promise((resolve) => (answerLate = resolve)));
        answer(caseWith('new'));
        const { wire, emitted } = connect();
        wire.update({ recordId: CASE_ID, fields: FIELDS });
        wire.update({ recordId: CASE_ID, fields: ['Case.Subject'] });
        await settle();
        answerLate(new Response(JSON.stringify(caseWith('old'))));
        await settle();
        expect(emitted).toEqual([{}, { data: caseWith('new') }]);
    });
});

describe('a field of a record', () => {
    it.each([
        ['Case.Subject', 'x', null],
        ['Case.Status', 'New', 'Novo'],
        ['Case.Contact.Name', 'Maria', null],
        ['Case.Account.Name', undefined, undefined]
    ])('%s has a value and what a person reads', (field, value, displayValue) => {
        expect(getFieldValue(caseWith('x'), field)).toBe(value);
        expect(getFieldDisplayValue(caseWith('x'), field)).toBe(displayValue);
    });

    it('is nothing while there is no record', () => {
        expect(getFieldValue(undefined, 'Case.Subject')).toBeUndefined();
    });
});
