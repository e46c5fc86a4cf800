import { childTypes } from '../../src/metadata/components/childTypes.ts';
import { componentPath } from '../../src/metadata/components/componentPath.ts';
import {
    componentTypes,
    findComponentType,
    isComponentType,
    lackingFor
} from '../../src/metadata/components/componentTypes.ts';
import { typeCatalogue } from '../../src/metadata/types/typeCatalogue.ts';

describe('the types of components', () => {
    it('have names of their own, and places that can be told apart', () => {
        expect(new Set(componentTypes.map(({ xmlName }) => xmlName)).size).toBe(componentTypes.length);
        const places = componentTypes.map(({ directoryName, suffix }) => `${directoryName}/*.${suffix}`);
        expect(new Set(places).size).toBe(places.length);
    });

    it('are hundreds that the org can hold', () => {
        expect(componentTypes.filter((type) => lackingFor(type) === undefined).length).toBeGreaterThan(300);
    });

    it.each([
        ['ApexClass', 'Apex'],
        ['ApexPage', 'Visualforce'],
        ['AuraDefinitionBundle', 'Aura components'],
        ['Flow', 'flows'],
        ['UserAccessPolicy', 'the metadata type UserAccessPolicy'],
        ['GenAiFunction', 'bundles of the type GenAiFunction'],
        ['LightningComponentBundle', undefined],
        ['Settings', undefined],
        ['CustomMetadata', undefined]
    ])('tell what is lacking for %s: %s', (name, lacking) => {
        const type = findComponentType(name);
        expect(type && lackingFor(type)).toBe(lacking);
    });

    it('have children in elements that their own type has, of the type that these have', () => {
        for (const { parentName, element, xmlName } of childTypes) {
            expect(typeCatalogue().findMember(parentName, element)).toMatchObject({
                typeName: xmlName,
                repeated: true
            });
        }
    });

    it('are those that a manifest may name', () => {
        expect(['CustomObject', 'CustomField', 'WorkflowRule', 'Settings'].every(isComponentType)).toBe(true);
        expect(['customobject', 'Field', 'ValueSet', 'ReportFolder', ''].some(isComponentType)).toBe(false);
    });

    it.each([
        ['CustomObject', 'Case', 'objects/Case.object'],
        ['CustomField', 'Case.A__c', 'objects/Case.object'],
        ['CustomLabel', 'One', 'labels/CustomLabels.labels'],
        ['CustomMetadata', 'T.R', 'customMetadata/T.R.md'],
        ['Report', 'Calls/Missed', 'reports/Calls/Missed.report'],
        ['Document', 'Pics/Logo.png', 'documents/Pics/Logo.png'],
        ['LightningComponentBundle', 'one', 'lwc/one']
    ])('say where the %s %s lies: %s', (type, fullName, path) => {
        expect(componentPath(type, fullName)).toBe(path);
    });
});
