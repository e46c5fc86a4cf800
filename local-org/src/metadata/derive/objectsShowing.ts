/** The objects that have the fields of a given one: fields of activities are those of tasks and of events. */
export function objectsShowing(objectName: string): string[] {
    return objectName.toLowerCase() === 'activity' ? ['Task', 'Event'] : [objectName];
}
