/**
 * The files of a package in the layout of the Metadata API, by path below the package's root:
 * `package.xml`, `objects/Case.object`, `lwc/softphone/softphone.js`.
 */
export type PackageFiles = ReadonlyMap<string, Buffer>;
