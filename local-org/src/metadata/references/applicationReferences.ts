import { childrenNamed, childNamed, textOf, type XmlElement } from '../xml/xmlElement.ts';
import { refer, referTo, type Reference } from './reference.ts';

/** The tabs of an application, its utility bar, and the pages that stand for others in it. */
export function applicationReferences(element: XmlElement): Reference[] {
    return [
        ...childrenNamed(element, 'tabs').map((tab) =>
            refer('tab', { type: 'CustomTab', fullName: tab.text.trim(), element: tab })
        ),
        ...referTo(element, 'defaultLandingTab', 'CustomTab'),
        ...referTo(element, 'utilityBar', 'FlexiPage'),
        ...actionOverrideReferences(element)
    ];
}

/**
 * The Lightning pages and components that take the place of an action's own, in applications and of objects.
 *
 * @see https://github.com/trailheadapps/ebikes-lwc/issues/33 for the wording
 */
export function actionOverrideReferences(element: XmlElement): Reference[] {
    const parts = [...childrenNamed(element, 'actionOverrides'), ...childrenNamed(element, 'profileActionOverrides')];
    return parts.flatMap((part) => {
        const content = childNamed(part, 'content');
        const type = overridingType(textOf(part, 'type') ?? '');
        if (!content || type === null) return [];
        const fullName = content.text.trim();
        const message = `${fullName} does not exist or is not a valid override for action ${textOf(part, 'actionName')}.`;
        return [refer('content', { type, fullName: fullName.replace(/^c:/, ''), element: content, part, message })];
    });
}

/** The type of component behind the value of `ActionOverrideType`, in any case; the others name what is not held. */
function overridingType(value: string): string | null {
    if (/^flexipage$/i.test(value)) return 'FlexiPage';
    return /^lightningcomponent$/i.test(value) ? 'LightningComponentBundle' : null;
}
