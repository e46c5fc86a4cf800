import { DAILY_API_REQUESTS, type ApiUsage } from './apiUsage.ts';

interface Limit {
    Max: number;
    Remaining: number;
}

/** What an Enterprise org without further licences may use in a day or at once; the local org uses none of it. */
const UNUSED: Record<string, number> = {
    ActiveScratchOrgs: 40,
    AnalyticsExternalDataSizeMB: 40_960,
    ConcurrentAsyncGetReportInstances: 200,
    ConcurrentSyncReportRuns: 20,
    DailyAnalyticsDataflowJobExecutions: 60,
    DailyAsyncApexExecutions: 250_000,
    DailyBulkApiBatches: 15_000,
    DailyBulkV2QueryFileStorageMB: 976_562,
    DailyBulkV2QueryJobs: 10_000,
    DailyDeliveredPlatformEvents: 50_000,
    DailyDurableGenericStreamingApiEvents: 100_000,
    DailyDurableStreamingApiEvents: 200_000,
    DailyGenericStreamingApiEvents: 10_000,
    DailyScratchOrgs: 80,
    DailyStandardVolumePlatformEvents: 100_000,
    DailyStreamingApiEvents: 200_000,
    DailyWorkflowEmails: 1000,
    DataStorageMB: 10_240,
    DurableStreamingApiConcurrentClients: 1000,
    FileStorageMB: 10_240,
    HourlyAsyncReportRuns: 1200,
    HourlyDashboardRefreshes: 200,
    HourlyDashboardResults: 5000,
    HourlyDashboardStatuses: 999_999_999,
    HourlyLongTermIdMapping: 100_000,
    HourlyManagedContentPublicRequests: 50_000,
    HourlyODataCallout: 20_000,
    HourlyPublishedPlatformEvents: 250_000,
    HourlyPublishedStandardVolumePlatformEvents: 100_000,
    HourlyShortTermIdMapping: 100_000,
    HourlySyncReportRuns: 500,
    HourlyTimeBasedWorkflow: 1000,
    MassEmail: 5000,
    MonthlyEinsteinDiscoveryStoryCreation: 500,
    Package2VersionCreates: 6,
    Package2VersionCreatesWithoutValidation: 500,
    PermissionSets: 1500,
    PrivateConnectOutboundCalloutHourlyLimitMB: 0,
    SingleEmail: 5000,
    StreamingApiConcurrentClients: 1000
};

/** What `GET /limits` answers. */
export function describeLimits(usage: ApiUsage): Record<string, Limit> {
    const unused = Object.entries(UNUSED).map(([name, max]): [string, Limit] => [name, { Max: max, Remaining: max }]);
    return {
        ...Object.fromEntries(unused),
        DailyApiRequests: { Max: DAILY_API_REQUESTS, Remaining: DAILY_API_REQUESTS - usage.used }
    };
}
