import { formatKeyPrefix } from '../../ids/formatKeyPrefix.ts';
import { formatRecordId } from '../../ids/formatRecordId.ts';
import type { Org } from '../../org.ts';
import type { Component } from '../components/component.ts';
import { ComponentSet } from '../components/componentSet.ts';
import { componentKeyPrefixes } from '../components/componentKeyPrefixes.ts';
import { kindOfObject } from '../derive/customObjectKind.ts';
import { componentRecords } from '../records/componentRecords.ts';

/** Gives new components the id, and new objects the key prefix, that they keep from now on. */
export function identifyComponents(org: Org, components: ComponentSet<Component>): ComponentSet<Component> {
    const withPrefixes = new ComponentSet(components.all.map((component) => givePrefix(org, component)));
    return new ComponentSet(withPrefixes.all.map((component) => giveId(org, component, withPrefixes)));
}

/** A new object has its name in place of its prefix. */
function givePrefix(org: Org, component: Component): Component {
    if (component.keyPrefix === null || component.keyPrefix !== component.fullName) return component;
    const letter = kindOfObject(component.fullName, undefined) === 'customMetadata' ? 'm' : 'a';
    const ordinal = org.records.nextNumber(`KeyPrefix.${letter}`);
    return { ...component, keyPrefix: formatKeyPrefix(letter, ordinal) };
}

function giveId(org: Org, component: Component, components: ComponentSet<Component>): Component {
    if (component.id !== '') return component;
    const { type, fullName } = component;
    const records = componentRecords[type];
    const existing = records?.find(org, fullName);
    if (existing) return { ...component, id: existing.Id };
    const objectName = records?.objectName(fullName);
    const keyPrefix =
        objectName === undefined
            ? componentKeyPrefixes[type]
            : (org.schema.find(objectName)?.keyPrefix ?? components.find('CustomObject', objectName)?.keyPrefix);
    if (!keyPrefix) return component;
    return { ...component, id: formatRecordId(keyPrefix, org.records.nextNumber(objectName ?? type)) };
}
