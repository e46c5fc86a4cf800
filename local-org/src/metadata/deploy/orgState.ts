import type { Component } from '../components/component.ts';
import type { ComponentSet } from '../components/componentSet.ts';
import type { OrgConfiguration } from '../derive/orgConfiguration.ts';

/** The components of an org and what follows from them: what a deploy replaces as a whole, or not at all. */
export interface OrgState extends OrgConfiguration {
    components: ComponentSet<Component>;
}
