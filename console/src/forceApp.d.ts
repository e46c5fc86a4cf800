/** What the build reads from the metadata of `force-app`. */
declare module 'force-app/fieldLabels' {
    /** The labels of the project's own fields by `Object.Field__c`, in the language in which they are deployed. */
    const labels: Readonly<Record<string, string>>;
    export default labels;
}
