import type { ComponentType } from './componentTypes.ts';

/** A folder of emails is written as either type, depending on who wrote it. */
const EMAIL_FOLDER_NAMES = ['EmailFolder', 'EmailTemplateFolder'];

/** The root elements that the file of a component may have: the type's name, of settings their own. */
export function rootNamesOf({ xmlName }: ComponentType, fullName: string): string[] {
    return [xmlName === 'Settings' ? `${fullName}Settings` : xmlName];
}

/** Those that the file of a folder may have: `ReportFolder`. */
export function folderRootNamesOf({ xmlName }: ComponentType): string[] {
    return xmlName === 'EmailTemplate' ? EMAIL_FOLDER_NAMES : [`${xmlName}Folder`];
}
