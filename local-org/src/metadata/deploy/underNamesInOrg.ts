import type { Org } from '../../org.ts';
import { childTypesOf, findChildType } from '../components/childTypes.ts';
import type { ComponentContent, PackagedComponent } from '../components/component.ts';
import { ComponentSet } from '../components/componentSet.ts';
import { customMetadataTypeOf } from '../references/customMetadataReferences.ts';

/** The types whose names begin with that of an object, and with what that ends. */
const SEPARATORS: Partial<Record<string, string>> = {
    ...Object.fromEntries(childTypesOf('CustomObject').map(({ xmlName }) => [xmlName, '.'])),
    CustomMetadata: '.',
    CustomObjectTranslation: '-',
    Layout: '-',
    QuickAction: '.'
};

type FindObjectName = (name: string) => string | undefined;

/**
 * The components under their names in the org. Names know no case, and the org keeps one way of writing each: that of
 * its object, and for the component itself that of the first deploy.
 */
export function underNamesInOrg(org: Org, brought: PackagedComponent[]): PackagedComponent[] {
    const objects = new ComponentSet([...brought, ...org.components.all].filter(({ type }) => type === 'CustomObject'));
    const findObjectName = (name: string) =>
        org.schema.find(name)?.name ?? objects.find('CustomObject', name)?.fullName;
    return brought.map((component) => {
        const known = org.components.find(component.type, component.fullName);
        const fullName = known?.fullName ?? withObjectName(component, findObjectName);
        if (component.content.kind === 'files' || fullName === component.fullName) return component;
        return { ...component, fullName, content: renamed(component, fullName) };
    });
}

function withObjectName({ type, fullName }: PackagedComponent, findObjectName: FindObjectName): string {
    if (type === 'CustomObject') return findObjectName(fullName) ?? fullName;
    const end = fullName.indexOf(SEPARATORS[type] ?? '\0');
    if (end < 0) return fullName;
    const objectName = fullName.slice(0, end);
    const known =
        type === 'CustomMetadata'
            ? findObjectName(customMetadataTypeOf(fullName))?.replace(/__mdt$/i, '')
            : findObjectName(objectName);
    return (known ?? objectName) + fullName.slice(end);
}

/** What lies inside another component's file says its own name. */
function renamed({ type, content }: PackagedComponent, fullName: string): ComponentContent {
    const child = findChildType(type);
    if (content.kind === 'files' || !child) return content;
    const text = child.parentName === 'CustomLabels' ? fullName : fullName.slice(fullName.indexOf('.') + 1);
    const children = content.element.children.map((element) =>
        element.name === 'fullName' ? { ...element, text } : element
    );
    return { kind: 'xml', element: { ...content.element, children } };
}
