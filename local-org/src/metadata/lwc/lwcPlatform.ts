/** What is in the org after the deploy, as far as Lightning web components may refer to it. */
export interface LwcPlatform {
    /** The newest version of the API that the org has: `68.0`. */
    apiVersion: string;
    /**
     * Whether there is a component of that type: `CustomLabel` and `Call_Ended`, `LightningComponentBundle` and
     * `callCard`, `StaticResource`, `ContentAsset`, `LightningMessageChannel`, `CustomPermission`.
     */
    hasComponent(type: string, fullName: string): boolean;
    /** `Case` */
    hasObject(name: string): boolean;
    /** A field, over relationships or not, from its object: `Case.Origin`, `Case.Contact.Name`. */
    hasField(path: string): boolean;
}
