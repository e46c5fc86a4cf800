import historyLoading from '@salesforce/label/c.Softphone_HistoryLoading';
import historyEmptyHeading from '@salesforce/label/c.Softphone_HistoryEmptyHeading';
import historyEmptyMessage from '@salesforce/label/c.Softphone_HistoryEmptyMessage';
import historyFailedHeading from '@salesforce/label/c.Softphone_HistoryFailedHeading';
import historyFailedMessage from '@salesforce/label/c.Softphone_HistoryFailedMessage';
import historyFilter from '@salesforce/label/c.Softphone_HistoryFilter';
import historyFilterPlaceholder from '@salesforce/label/c.Softphone_HistoryFilterPlaceholder';
import historyNoneFound from '@salesforce/label/c.Softphone_HistoryNoneFound';
import historyClearFilter from '@salesforce/label/c.Softphone_HistoryClearFilter';
import resultCount from '@salesforce/label/c.Softphone_ResultCount';
import today from '@salesforce/label/c.Softphone_Today';
import todayIs from '@salesforce/label/c.Softphone_TodayIs';
import retry from '@salesforce/label/c.Softphone_Retry';

export const labels = {
    historyLoading,
    historyEmptyHeading,
    historyEmptyMessage,
    historyFailedHeading,
    historyFailedMessage,
    historyFilter,
    historyFilterPlaceholder,
    historyNoneFound,
    historyClearFilter,
    resultCount,
    today,
    todayIs,
    retry
};
