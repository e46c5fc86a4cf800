import type { Org } from '../org.ts';
import type { ObjectDefinition } from '../schema/objectDefinition.ts';
import { MASTER_RECORD_TYPE_ID } from '../uiApi/representRecord.ts';

/**
 * The record types of an object (Object Reference, RecordTypeInfo), and the master that stands for none. Who may use
 * one is not emulated: an active one is open to everybody.
 */
export function describeRecordTypes({ records }: Org, { name: objectName }: ObjectDefinition, apiVersion: string) {
    const deployed = [...records.all('RecordType')].filter(({ SobjectType }) => SobjectType === objectName);
    const types = [
        ...deployed.map(({ Id, Name, DeveloperName, IsActive }) => ({
            active: IsActive === true,
            available: IsActive === true,
            defaultRecordTypeMapping: false,
            developerName: DeveloperName,
            master: false,
            name: Name,
            recordTypeId: Id
        })),
        {
            active: true,
            available: true,
            defaultRecordTypeMapping: true,
            developerName: 'Master',
            master: true,
            name: 'Master',
            recordTypeId: MASTER_RECORD_TYPE_ID
        }
    ];
    const layouts = `/services/data/v${apiVersion}/sobjects/${objectName}/describe/layouts`;
    return types.map((type) => ({ ...type, urls: { layout: `${layouts}/${type.recordTypeId}` } }));
}
