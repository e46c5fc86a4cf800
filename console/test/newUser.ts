const API = '/services/data/v66.0';
const PROFILE = 'Standard User';

interface NewUser {
    readonly lastName: string;
    readonly extension: string | null;
    /** The developer name of a permission set; null: none. */
    readonly permissionSet: string | null;
}

/** The administrator gives somebody a user of the org. @returns the user's name for signing in */
export async function createUser(orgUrl: string, { lastName, extension, permissionSet }: NewUser): Promise<string> {
    const request = await asAdministrator(orgUrl);
    const idOf = async (soql: string): Promise<string> => {
        const { records } = await request<{ records: { Id: string }[] }>(
            'GET',
            `/query?${new URLSearchParams({ q: soql })}`
        );
        if (!records[0]) throw new Error(`nothing found by ${soql}`);
        return records[0].Id;
    };
    const alias = lastName.toLowerCase();
    const username = `${alias}@local.org`;
    const { id } = await request<{ id: string }>('POST', '/sobjects/User', {
        Username: username,
        LastName: lastName,
        Alias: alias,
        CommunityNickname: alias,
        Email: username,
        Extension: extension,
        IsActive: true,
        ProfileId: await idOf(`SELECT Id FROM Profile WHERE Name = '${PROFILE}'`),
        TimeZoneSidKey: 'America/Sao_Paulo',
        LocaleSidKey: 'pt_BR',
        LanguageLocaleKey: 'pt_BR',
        EmailEncodingKey: 'UTF-8'
    });
    if (permissionSet)
        await request('POST', '/sobjects/PermissionSetAssignment', {
            AssigneeId: id,
            PermissionSetId: await idOf(`SELECT Id FROM PermissionSet WHERE Name = '${permissionSet}'`)
        });
    return username;
}

async function asAdministrator(orgUrl: string) {
    const send = async <Answer>(method: string, url: string, body?: object, token?: string): Promise<Answer> => {
        const response = await fetch(url, {
            method,
            headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
            ...(body && { body: JSON.stringify(body) })
        });
        if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
        return (await response.json()) as Answer;
    };
    const { accessToken } = await send<{ accessToken: string }>('POST', `${orgUrl}/_org/login`, {
        username: 'admin@local.org'
    });
    return <Answer>(method: string, path: string, body?: object) =>
        send<Answer>(method, `${orgUrl}${API}${path}`, body, accessToken);
}
