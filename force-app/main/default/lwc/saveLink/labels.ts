import download from '@salesforce/label/c.Softphone_PlayerDownload';

export const labels = {
    download
};
