import type { Resource } from './apiCall.ts';

export interface ResourceMatch {
    resource: Resource;
    /** The parts of the path that the resource names, decoded. */
    params: Record<string, string>;
}

export type MatchResource = (path: string) => ResourceMatch | null;

/** Finds the first resource whose path fits; as over HTTP, capitals and a slash at the end make no difference. */
export function createMatcher(resources: Resource[]): MatchResource {
    const patterns = resources.map((resource) => ({ resource, pattern: patternOf(resource.path) }));
    return (path) => {
        for (const { resource, pattern } of patterns) {
            const groups = pattern.exec(path)?.groups;
            if (groups) return { resource, params: decodeParams(groups) };
        }
        return null;
    };
}

function patternOf(path: string): RegExp {
    const segments = path.replace(/\/$/, '').replace(/:(\w+)/g, '(?<$1>[^/]+)');
    // a path without variable parts needs a group too, or a match would carry none
    return new RegExp(`^(?<whole>)${segments}/?$`, 'i');
}

function decodeParams({ whole: _whole, ...groups }: Record<string, string>): Record<string, string> {
    return Object.fromEntries(Object.entries(groups).map(([name, text]) => [name, decodeURIComponent(text)]));
}
