import type { Connection } from 'jsforce';
import { parseSoql } from '../../src/query/parseSoql.ts';
import { refusalOf, startTestOrg, type TestOrg } from '../startTestOrg.ts';

describe('a query that Salesforce would refuse', () => {
    let org: TestOrg;
    let ana: Connection;

    beforeAll(async () => {
        org = await startTestOrg();
        ana = await org.connect('ana@local.org');
    });
    afterAll(() => org.close());

    it('is shown with a caret under the fault, its row and its column', async () => {
        const { message } = await refusalOf(ana.query('SELECT Id\nFROM Case\nWHERE\n  Nope = 1'));
        expect(message).toBe(
            '\nSELECT Id FROM Case WHERE   Nope = 1\n' +
                '                            ^\n' +
                'ERROR at Row:4:Column:3\n' +
                "No such column 'Nope' on entity 'Case'. If you are attempting to use a custom field, be sure to append " +
                "the '__c' after the custom field name. Please reference your WSDL or the describe call for the " +
                'appropriate names.'
        );
    });

    it('is shown with the caret under the fault, not under the same word before it', async () => {
        expect(await refusalOf(ana.query("SELECT Id FROM Case WHERE Subject = 'FROM' AND FROM"))).toEqual({
            errorCode: 'MALFORMED_QUERY',
            message: expect.stringContaining("ERROR at Row:1:Column:48\nunexpected token: 'FROM'")
        });
    });

    it.each([
        ["SELECT Id, Description FROM Case WHERE Description = 'x'", 40, 'can not be filtered'],
        ['SELECT Id, Description FROM Case ORDER BY Description', 43, 'can not be sorted'],
        ['SELECT Nope.Name FROM Nope', 23, "sObject type 'Nope'"],
        ["SELECT Id FROM Case WHERE Subject = 'a' AND (Nope = 1)", 46, "No such column 'Nope'"],
        ['SELECT Nope, (SELECT Id, Nope FROM Contacts) FROM Account', 8, "'Nope' on entity 'Account'"],
        ['SELECT Name, (SELECT Nope FROM Cases), (SELECT Nope FROM Contacts) FROM Account', 22, "on entity 'Case'"],
        [
            'SELECT Name, (SELECT Id FROM Cases), (SELECT Id FROM Contacts WHERE Name = 1) FROM Account',
            69,
            'of type string'
        ],
        [
            'SELECT Id FROM Case WHERE ContactId IN (SELECT Id FROM Contact WHERE Subject = 1)',
            70,
            "on entity 'Contact'"
        ],
        ['SELECT Status, COUNT(Id) FROM Case GROUP BY Status HAVING Origin = null', 59, 'Having field must be'],
        [
            "SELECT Id FROM Case WHERE (Origin = 'a' AND Origin = 'b') OR Origin = 'c' AND Origin = 'd'",
            75,
            "token: 'AND'"
        ]
    ])('%s is pointed at where it is wrong, at column %i', async (soql, column, message) => {
        const refusal = await refusalOf(ana.query(soql));
        expect(refusal.message).toContain(`ERROR at Row:1:Column:${column}\n`);
        expect(refusal.message).toContain(message);
    });

    it.each([
        ['SELECT Id, FROM Case', "ERROR at Row:1:Column:12\nunexpected token: 'FROM'"],
        ['SELECT Id FROM', "unexpected token: '<EOF>'"],
        ['SELECT Id FROM Case WHERE', "unexpected token: '<EOF>'"],
        ["SELECT Id FROM Case WHERE (Status = 'x'", "unexpected token: '<EOF>'"],
        ['SELECT * FROM Case', "unexpected token: '*'"],
        ['SELECT Id FROM Case LIMIT a', "ERROR at Row:1:Column:27\nunexpected token: 'a'"],
        ['SELECT Id Name FROM Case', 'only aggregate expressions use field aliasing'],
        ['SELECT FIELDS(ALL) FROM Case', 'must have a LIMIT of at most 200'],
        ['SELECT Id FROM Case WHERE Status = "New"', "line 1:35 no viable alternative at character '\"'"],
        ["SELECT Id FROM Case WHERE Status = 'New", "mismatched character '<EOF>' expecting '''"],
        ['SELECT Id FROM Case WHERE Id = :id', 'Bind variables only allowed in Apex code'],
        ['SELECT Id FROM Case ALL ROWS', 'ALL ROWS not allowed in this context'],
        ["SELECT Id FROM Case WHERE Status = 'New' ALL ROWS", 'ALL ROWS not allowed in this context'],
        ["SELECT Id FROM Case WHERE Status = 'a' OR Status = 'b' AND Origin = 'c'", "unexpected token: 'AND'"],
        ["SELECT Id FROM Case WHERE Status = 'a' AND NOT Origin = 'b'", "unexpected token: 'NOT'"],
        ["SELECT Id FROM Case WHERE NOT Status = 'a' AND Origin = 'b'", "unexpected token: 'AND'"],
        ['SELECT Id FROM Contact WHERE Birthdate = 2020-13-45', 'Column:42\nInvalid date: 2020-13-45'],
        ['SELECT Id FROM Contact WHERE Birthdate IN (2020-02-28, 2020-02-30)', 'Invalid date: 2020-02-30'],
        [
            'SELECT Id FROM Case WHERE CreatedDate = 2020-02-30T00:00:00Z',
            'Column:41\nInvalid datetime: 2020-02-30T00:00:00Z'
        ],
        ['SELECT Id FROM Case WHERE CreatedDate = 2020-02-20T25:00:00Z', 'Invalid datetime: 2020-02-20T25:00:00Z'],
        [
            "SELECT Id FROM Case WHERE Subject = 'a\\q'",
            "Invalid string literal 'a\\q'. Illegal character sequence '\\q' in string literal."
        ],
        ["SELECT Id FROM Case WHERE Subject = ('New')", "unexpected token: '('"],
        ['SELECT Contact.Account.Owner.Manager.Manager.Manager.Name FROM Case', 'relationship path is longer than 5']
    ])('is malformed: %s', async (soql, message) => {
        expect(await refusalOf(ana.query(soql))).toEqual({
            errorCode: 'MALFORMED_QUERY',
            message: expect.stringContaining(message)
        });
    });

    it.each([
        ["SELECT Id FROM Case WHERE Nope__c = '1'", "No such column 'Nope__c' on entity 'Case'."],
        ['SELECT Boss.Name FROM Case', "Didn't understand relationship 'Boss' in field path."],
        ['SELECT Id, id FROM Case', 'duplicate field selected: Id'],
        ['SELECT FIELDS(STANDARD), Id FROM Case', 'duplicate field selected: Id'],
        ['SELECT Id FROM Case WHERE Subject = 5', 'must be of type string and should be enclosed in quotes'],
        [
            "SELECT Id FROM Case WHERE CreatedDate > '2026-01-01'",
            'must be of type dateTime and should not be enclosed in quotes'
        ],
        ['SELECT Id FROM Case WHERE CreatedDate > 2026-01-01', 'must be of type dateTime'],
        ['SELECT Id FROM Case WHERE Subject = TODAY', 'must be of type string'],
        ["SELECT Id FROM Case WHERE Description = 'x'", "field 'Description' can not be filtered in a query call"],
        ['SELECT Id FROM Case ORDER BY Description', "field 'Description' can not be sorted in a query call"],
        ["SELECT Id FROM Case WHERE Id LIKE '500%'", 'invalid operator on id field'],
        ["SELECT Id FROM Case WHERE Status INCLUDES ('New')", 'invalid operator on picklist field']
    ])('names a field that does not fit: %s', async (soql, message) => {
        expect(await refusalOf(ana.query(soql))).toEqual({
            errorCode: 'INVALID_FIELD',
            message: expect.stringContaining(message)
        });
    });

    it.each([
        ['SELECT Id FROM Nope__c', 'INVALID_TYPE', "sObject type 'Nope__c' is not supported."],
        ["SELECT Id FROM Case WHERE Id = 'x'", 'INVALID_QUERY_FILTER_OPERATOR', 'invalid ID field: x'],
        ['SELECT Id FROM Case LIMIT 1 OFFSET 2001', 'NUMBER_OUTSIDE_VALID_RANGE', 'Maximum SOQL offset allowed is 2000']
    ])('%s is refused as %s', async (soql, errorCode, message) => {
        expect(await refusalOf(ana.query(soql))).toEqual({ errorCode, message: expect.stringContaining(message) });
    });

    it('takes every escape that is one', async () => {
        const { id } = await ana.sobject('Case').create({ Subject: 'é\n"\'\\' });
        const { records } = await ana.query(`SELECT Id FROM Case WHERE Subject = '\\u00e9\\N\\"\\'\\\\'`);
        expect(records.map(({ Id }) => Id)).toEqual([id]);
    });

    it.each([
        'SELECT Id FROM Opportunity',
        'SELECT Id FROM OpportunityHistory',
        'SELECT Id FROM Case USING SCOPE team',
        'SELECT c.Id, a.Name FROM Contact c, c.Account a',
        'SELECT Id FROM Case WHERE CreatedDate = THIS_FISCAL_YEAR',
        'SELECT Id FROM Case UPDATE TRACKING',
        'SELECT Id FROM Case WITH SYSTEM_MODE',
        'SELECT Id FROM Case WITH DATA CATEGORY Geography__c AT usa__c',
        "SELECT DISTANCE(Location__c, GEOLOCATION(37, 122), 'km') d FROM Account",
        'SELECT convertCurrency(AnnualRevenue) FROM Account'
    ])('says of itself that it is not emulated: %s', async (soql) => {
        expect((await refusalOf(ana.query(soql))).errorCode).toBe('NOT_EMULATED');
    });

    it('gives no query plan', async () => {
        const plan = ana.request('/query?explain=SELECT+Id+FROM+Case');
        expect((await refusalOf(plan)).errorCode).toBe('NOT_EMULATED');
    });

    it('is longer, or reaches further, than a query may', () => {
        const relationships = Array.from({ length: 56 }, (_, index) => `r${index}__r.Name`).join(', ');
        const subqueries = Array.from({ length: 21 }, () => '(SELECT Id FROM Contacts)').join(', ');
        expect(() => parseSoql(`SELECT Id FROM Case WHERE Subject = '${'x'.repeat(100_000)}'`)).toThrow(
            '100000 characters'
        );
        expect(() => parseSoql(`SELECT ${relationships} FROM Case`)).toThrow(
            'maximum 55 child-to-parent relationships'
        );
        expect(() => parseSoql(`SELECT ${subqueries} FROM Account`)).toThrow('maximum 20 child relationships');
    });
});
