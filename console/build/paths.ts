import path from 'node:path';

export const repository = path.resolve(import.meta.dirname, '../..');
export const consoleFolder = path.join(repository, 'console');
export const distFolder = path.join(consoleFolder, 'dist');
export const lwcFolder = path.join(repository, 'force-app/main/default/lwc');
export const labelsFile = path.join(repository, 'force-app/main/default/labels/CustomLabels.labels-meta.xml');
const translationsFolder = path.join(repository, 'force-app-translations/main/default/translations');
/** By language, as a BCP 47 tag. */
export const translationFiles: Readonly<Record<string, string>> = {
    'en-US': path.join(translationsFolder, 'en_US.translation-meta.xml'),
    es: path.join(translationsFolder, 'es.translation-meta.xml')
};
export const objectsFolder = path.join(repository, 'force-app/main/default/objects');
export const messageChannelsFolder = path.join(repository, 'force-app/main/default/messageChannels');
export const baseComponentsFolder = path.join(repository, 'node_modules/lightning-base-components/src/lightning');
