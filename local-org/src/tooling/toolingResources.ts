import { notEmulated, notFound } from '../errors/refusals.ts';
import { isMetadataType } from '../metadata/types/isMetadataType.ts';
import { describeColumns } from '../query/describeColumns.ts';
import { parseSoql } from '../query/parseSoql.ts';
import { noSuchObject, unexpectedEnd } from '../query/queryErrors.ts';
import { clauseOf, wholeOf } from '../query/queryText.ts';
import { isLive, runQuery } from '../query/runQuery.ts';
import { answerOk, type Answer, type ApiCall, type Resource } from '../rest/apiCall.ts';
import { describeObject, summarizeObject } from '../rest/describeObject.ts';
import type { ObjectDefinition } from '../schema/objectDefinition.ts';

const LARGEST_BATCH = 200;
/** Of the org's objects, those that the Tooling API knows too. */
const SHARED_OBJECTS = ['AssignmentRule', 'Group', 'Organization', 'PermissionSet', 'Profile', 'RecordType', 'User'];
/** Objects of the Tooling API that are no metadata types, as far as clients ask for them. */
const TOOLING_OBJECTS = [
    'ApexCodeCoverage',
    'ApexCodeCoverageAggregate',
    'ApexExecutionOverlayAction',
    'ApexLog',
    'ApexOrgWideCoverage',
    'ApexTestQueueItem',
    'ApexTestResult',
    'ContainerAsyncRequest',
    'DebugLevel',
    'DeployRequest',
    'EntityDefinition',
    'EntityParticle',
    'FieldDefinition',
    'InstalledSubscriberPackage',
    'LightningComponentResource',
    'MetadataComponentDependency',
    'MetadataContainer',
    'RelationshipInfo',
    'TraceFlag'
];

/**
 * As much of the Tooling API as the Salesforce CLI leans on. What a production org lacks (SandboxProcess is a
 * sandbox licence's, SourceMember needs source tracking) is refused as there; the rest is not emulated.
 */
export const toolingResources: Resource[] = [
    { path: '/tooling', handlers: { GET: listResources } },
    { path: '/tooling/query', handlers: { GET: query } },
    { path: '/tooling/sobjects', handlers: { GET: listObjects } },
    { path: '/tooling/sobjects/:object/describe', handlers: { GET: describe } }
];

function listResources({ context }: ApiCall): Answer {
    const base = `/services/data/v${context.apiVersion}/tooling`;
    return answerOk({ query: `${base}/query`, sobjects: `${base}/sobjects` });
}

function query({ org, context, query: parameters }: ApiCall): Answer {
    const soql = parameters.get('q');
    if (!soql) throw unexpectedEnd();
    const name = parseSoql(soql).sObject;
    refuseUnemulated(name);
    if (!sharedObject(name)) throw noSuchObject(clauseOf(wholeOf(soql), 'FROM'), name);
    if (parameters.get('columns') === 'true') return answerOk(describeColumns(org, context, soql));
    const result = runQuery(org, context, soql, isLive);
    const records = result.readRows(0, result.rowCount);
    return answerOk({
        size: records.length,
        totalSize: result.totalSize,
        done: true,
        queryLocator: null,
        entityTypeName: name,
        records
    });
}

function listObjects({ org, context }: ApiCall): Answer {
    const sobjects = sharedObjects(org.schema.objects).map((object) =>
        summarizeObject(object, context.access, context.apiVersion)
    );
    return answerOk({ encoding: 'UTF-8', maxBatchSize: LARGEST_BATCH, sobjects });
}

function describe({ org, context, params }: ApiCall): Answer {
    const name = params.object ?? '';
    refuseUnemulated(name);
    const shared = sharedObject(name);
    const object = shared && org.schema.find(shared);
    if (!object) throw notFound();
    return answerOk(describeObject(org, object, context.access, context.apiVersion));
}

function sharedObjects(objects: ObjectDefinition[]): ObjectDefinition[] {
    return objects.filter(({ name }) => SHARED_OBJECTS.includes(name));
}

function sharedObject(name: string): string | undefined {
    return SHARED_OBJECTS.find((shared) => shared.toLowerCase() === name.toLowerCase());
}

function refuseUnemulated(name: string): void {
    if (sharedObject(name)) return;
    const isToolingObject = TOOLING_OBJECTS.some((object) => object.toLowerCase() === name.toLowerCase());
    if (isToolingObject || isMetadataType(name)) throw notEmulated(`${name} of the Tooling API`);
}
