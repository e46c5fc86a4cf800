/** `Invalid reference c.Call_Ended of type label in file softphone.js` */
export function describeInvalidReference(id: string, type: string, file: string): string {
    return `Invalid reference ${id} of type ${type} in file ${file.split('/').at(-1)}`;
}
