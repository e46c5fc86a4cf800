/** All that a bundle's verdict depends on, apart from the compiler. */
export interface BundleSource {
    name: string;
    /** `66.0` */
    apiVersion: string;
    /** Whether it may import at runtime and use `<lwc:component>`, for which it needs a capability. */
    dynamicComponents: boolean;
    /** Texts by path inside the bundle's folder. */
    files: Readonly<Record<string, string>>;
}
