/** Lightning Data Service: in this page a thin client of the org's User Interface API. */
export {
    createRecord,
    deleteRecord,
    getFieldDisplayValue,
    getFieldValue,
    getRecord,
    notifyRecordUpdateAvailable,
    updateRecord
} from 'console/recordApi';
