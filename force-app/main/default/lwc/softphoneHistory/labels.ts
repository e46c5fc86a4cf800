import unknownNumber from '@salesforce/label/c.Softphone_UnknownNumber';
import historyList from '@salesforce/label/c.Softphone_HistoryList';
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
import directionInbound from '@salesforce/label/c.Softphone_DirectionInbound';
import directionOutbound from '@salesforce/label/c.Softphone_DirectionOutbound';
import directionInternal from '@salesforce/label/c.Softphone_DirectionInternal';
import resultAnswered from '@salesforce/label/c.Softphone_ResultAnswered';
import resultTakenByColleague from '@salesforce/label/c.Softphone_ResultTakenByColleague';
import resultMissed from '@salesforce/label/c.Softphone_ResultMissed';
import resultRefused from '@salesforce/label/c.Softphone_ResultRefused';
import resultAbandoned from '@salesforce/label/c.Softphone_ResultAbandoned';
import resultFailed from '@salesforce/label/c.Softphone_ResultFailed';
import duration from '@salesforce/label/c.Softphone_Duration';
import copyProtocol from '@salesforce/label/c.Softphone_CopyProtocol';
import openNumberedCase from '@salesforce/label/c.Softphone_OpenNumberedCase';
import listenTo from '@salesforce/label/c.Softphone_HistoryListen';
import callBack from '@salesforce/label/c.Softphone_CallBack';

export const labels = {
    unknownNumber,
    historyList,
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
    retry,
    directionInbound,
    directionOutbound,
    directionInternal,
    resultAnswered,
    resultTakenByColleague,
    resultMissed,
    resultRefused,
    resultAbandoned,
    resultFailed,
    duration,
    copyProtocol,
    openNumberedCase,
    listenTo,
    callBack
};
