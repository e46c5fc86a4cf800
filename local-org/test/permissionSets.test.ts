import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPermissionSets } from '../src/metadata/loadPermissionSets.ts';
import { Schema } from '../src/schema/schema.ts';
import { standardObjects } from '../src/schema/standard/standardObjects.ts';

describe('a permission set', () => {
    let folder: string;

    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), 'permissionsets-'));
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    function load(content: string) {
        const file = join(folder, 'Clerk.permissionset-meta.xml');
        writeFileSync(file, `<?xml version="1.0" encoding="UTF-8"?>\n<PermissionSet>${content}</PermissionSet>\n`);
        return loadPermissionSets(folder, new Schema(standardObjects));
    }

    const field = (name: string) =>
        `<fieldPermissions><editable>false</editable><field>${name}</field><readable>true</readable></fieldPermissions>`;

    it('grants standard fields, objects and user permissions', () => {
        const [clerk] = load(
            `<label>Clerk</label>${field('Contact.Phone')}` +
                '<objectPermissions><allowRead>true</allowRead><object>Contact</object></objectPermissions>' +
                '<userPermissions><enabled>true</enabled><name>EditTask</name></userPermissions>' +
                '<userPermissions><enabled>false</enabled><name>RunReports</name></userPermissions>'
        );
        expect(clerk?.fields.get('contact.phone')).toEqual({ readable: true, editable: false });
        expect(clerk?.objects.get('contact')).toMatchObject({ allowRead: true, allowEdit: false });
        expect([...(clerk?.userPermissions ?? [])]).toEqual(['EditTask']);
    });

    it.each([
        ['a field that does not exist', field('Contact.Nope__c'), 'no field contact.nope__c'],
        ['a required field', field('Case.Status'), 'case.status has no field-level security'],
        ['a field of calls', field('Task.CallObject'), 'task.callobject has no field-level security'],
        ['an unknown object', '<objectPermissions><object>Gadget</object></objectPermissions>', 'no object gadget']
    ])('that grants %s is refused, as in a deploy', (_, content, message) => {
        expect(() => load(content)).toThrow(message);
    });
});
