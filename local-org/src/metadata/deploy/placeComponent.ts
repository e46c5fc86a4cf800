import { textOf } from '../xml/xmlElement.ts';
import type { Component, PackagedComponent } from '../components/component.ts';
import { isEmptyShell } from '../package/selectComponents.ts';
import { kindOfObject } from '../derive/customObjectKind.ts';
import { isSameContent } from './sameContent.ts';
import { mergeProfile } from './mergeProfile.ts';

/** Who deploys, and when, as records keep instants. */
export interface Deployment {
    userId: string;
    now: string;
}

/**
 * The component as the org is to keep it, or the very one that it has when the package says nothing new. What is new to
 * the org gets its id, and an object its key prefix, only when it is written; until then its name stands for the prefix.
 */
export function placeComponent(
    packaged: PackagedComponent,
    previous: Component | undefined,
    { userId, now }: Deployment
): Component {
    const content = packaged.type === 'Profile' ? mergeProfile(previous?.content, packaged.content) : packaged.content;
    const saysNothing = isEmptyShell(packaged) || (previous && isSameContent(previous.content, content));
    if (previous && saysNothing) return previous;
    const changed = { ...packaged, content, lastModifiedById: userId, lastModifiedDate: now };
    if (previous) return { ...previous, ...changed, fullName: previous.fullName };
    return { ...changed, id: '', keyPrefix: provisionalKeyPrefix(packaged), createdById: userId, createdDate: now };
}

function provisionalKeyPrefix({ type, fullName, content }: PackagedComponent): string | null {
    if (type !== 'CustomObject' || content.kind !== 'xml') return null;
    const kind = kindOfObject(fullName, textOf(content.element, 'customSettingsType'));
    return ['custom', 'customSetting', 'customMetadata'].includes(kind) ? fullName : null;
}
