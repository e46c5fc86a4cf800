export const METADATA_NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';
