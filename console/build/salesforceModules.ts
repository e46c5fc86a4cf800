import fs from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'rollup';
import { baseLabels } from './baseLabels.ts';
import { readCustomLabels } from './customLabels.ts';
import { labelsFile, messageChannelsFolder } from './paths.ts';

const CUSTOM_LABEL = '@salesforce/label/c.';
const BASE_LABEL = '@salesforce/label/';
const SCHEMA = '@salesforce/schema/';
const MESSAGE_CHANNEL = '@salesforce/messageChannel/';
/** What virtual modules are made for whatever their names. */
const NAMESPACES = [CUSTOM_LABEL, SCHEMA, MESSAGE_CHANNEL];
const VIRTUAL = '\0salesforce:';

/** Who reads the page, and in which language, is known only when it opens; everything else is fixed when it is built. */
const userModules: Record<string, string> = {
    '@salesforce/user/Id': 'export default window.consoleSession.userId;',
    '@salesforce/user/isGuest': 'export default false;',
    '@salesforce/i18n/lang': 'export default window.consoleSession.language;',
    '@salesforce/i18n/locale': 'export default window.consoleSession.language;'
};

const localeModules: Record<string, string> = {
    '@salesforce/i18n/currency': 'BRL',
    '@salesforce/i18n/timeZone': 'America/Sao_Paulo',
    '@salesforce/i18n/number.decimalSeparator': ',',
    '@salesforce/i18n/number.groupingSeparator': '.',
    '@salesforce/i18n/dateTime.shortDateFormat': 'dd/MM/yyyy',
    '@salesforce/i18n/dateTime.mediumDateFormat': 'd MMM y',
    '@salesforce/i18n/dateTime.longDateFormat': "d 'de' MMMM 'de' y",
    '@salesforce/client/formFactor': 'Large'
};

/**
 * Resolves the `@salesforce/*` modules that the platform makes up: labels from the project's own metadata,
 * schema references, message channels, locale, user. What it does not know is left to the base components' defaults.
 *
 * @throws (as a build error) when a source asks for a custom label or a message channel that the project does not define.
 */
export function salesforceModules(): Plugin {
    const customLabels = readCustomLabels();
    return {
        name: 'salesforce-modules',
        resolveId(id) {
            const known =
                id in userModules || id in localeModules || NAMESPACES.some((namespace) => id.startsWith(namespace));
            return known || (id.startsWith(BASE_LABEL) && id.slice(BASE_LABEL.length) in baseLabels)
                ? VIRTUAL + id
                : null;
        },
        load(virtualId) {
            if (!virtualId.startsWith(VIRTUAL)) return null;
            const id = virtualId.slice(VIRTUAL.length);
            const code = userModules[id];
            if (code) return code;
            if (id.startsWith(SCHEMA)) return exportDefault(schemaReference(id.slice(SCHEMA.length)));
            if (id.startsWith(MESSAGE_CHANNEL)) {
                const channel = id.slice(MESSAGE_CHANNEL.length);
                if (!isMessageChannel(channel)) this.error(`${id} is not in ${messageChannelsFolder}`);
                return exportDefault({ channel });
            }
            if (id in localeModules) return exportDefault(localeModules[id]);
            if (!id.startsWith(CUSTOM_LABEL)) return exportDefault(baseLabels[id.slice(BASE_LABEL.length)]);
            const texts = customLabels.get(id.slice(CUSTOM_LABEL.length));
            if (texts === undefined) this.error(`${id} is not in ${labelsFile}`);
            return `export default ${JSON.stringify(texts)}[window.consoleSession.language];`;
        }
    };
}

const exportDefault = (value: unknown): string => `export default ${JSON.stringify(value)};`;

/** @param name as it is imported: `SoftphoneNews__c` */
function isMessageChannel(name: string): boolean {
    return fs.existsSync(path.join(messageChannelsFolder, `${name.replace(/__c$/, '')}.messageChannel-meta.xml`));
}

function schemaReference(reference: string): object {
    const [objectApiName, ...field] = reference.split('.');
    return field.length ? { objectApiName, fieldApiName: field.join('.') } : { objectApiName };
}
