/** The `@salesforce/*` modules that the platform makes up and `@salesforce/lightning-types` does not describe. */
declare module '@salesforce/label/*' {
    const label: string;
    export default label;
}
declare module '@salesforce/resourceUrl/*' {
    const url: string;
    export default url;
}
declare module '@salesforce/i18n/*' {
    const value: string;
    export default value;
}
declare module '@salesforce/schema/*' {
    const reference: { readonly objectApiName: string; readonly fieldApiName?: string };
    export default reference;
}
declare module '@salesforce/user/*' {
    const value: string;
    export default value;
}
